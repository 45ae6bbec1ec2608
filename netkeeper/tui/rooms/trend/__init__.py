"""Trend: how the network developed."""
