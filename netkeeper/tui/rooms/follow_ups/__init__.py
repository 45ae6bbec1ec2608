"""Promised: every follow-up by its due date."""
