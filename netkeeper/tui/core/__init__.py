"""Shared by all screens: session, registry of destinations, input queue, error boundary."""
