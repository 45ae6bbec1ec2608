"""Importing in the app: choose, map columns, preview."""
