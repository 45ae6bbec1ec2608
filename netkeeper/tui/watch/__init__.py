"""Background watchers: other processes, the config folder, signals."""
