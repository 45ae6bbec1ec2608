"""Logging, changing and removing interactions."""
