"""Keys: the registry of bindings, their names, conflicts and help."""
