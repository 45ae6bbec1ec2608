"""The small language: ``key:value`` words, cut, read and applied."""
