"""Themes: from their files to the app's colours."""
