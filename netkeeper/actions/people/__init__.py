"""Adding, changing, listing, merging contacts."""
