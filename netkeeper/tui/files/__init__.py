"""Files to read and to write."""
