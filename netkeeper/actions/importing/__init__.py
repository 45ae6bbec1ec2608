"""Importing contacts: plan, decide, write."""
