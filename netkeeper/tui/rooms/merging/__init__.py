"""Merging two contacts side by side; opened by several rooms."""
