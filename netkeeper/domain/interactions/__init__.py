"""Interactions: the record, and what follows from them."""
