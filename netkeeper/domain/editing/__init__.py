"""Concurrent edits and their differences."""
