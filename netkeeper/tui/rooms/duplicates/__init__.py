"""Duplicates: pairs that may be one person, and merging them."""
