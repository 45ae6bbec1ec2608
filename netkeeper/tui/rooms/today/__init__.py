"""Today: the day's review."""
