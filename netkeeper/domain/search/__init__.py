"""Searching contacts: predicates, free text, ordering."""
