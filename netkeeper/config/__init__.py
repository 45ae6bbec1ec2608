"""Where things are and what belongs to the machine."""
