"""Background watchers: other processes, the config folder, the calendar file, holidays, signals."""
