"""Exporting in the app."""
