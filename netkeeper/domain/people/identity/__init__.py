"""Whether two records are one person: matching, duplicates, merging, updates from a source."""
