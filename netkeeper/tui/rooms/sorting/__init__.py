"""Sorting: imported contacts that wait to be placed."""
