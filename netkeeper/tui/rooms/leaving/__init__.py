"""Leaving: who is at risk, and the pack."""
