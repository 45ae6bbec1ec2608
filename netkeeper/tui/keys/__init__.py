"""Keys: the registry of bindings, key names, conflicts, help, jump mode."""
