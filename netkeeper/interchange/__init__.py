"""Bringing a network in and taking it out: bytes to domain objects and back, no files."""
