"""Leaving the academy: who is at risk, and the pack."""
