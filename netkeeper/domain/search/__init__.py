"""Searching contacts: predicates, free text, sorting."""
