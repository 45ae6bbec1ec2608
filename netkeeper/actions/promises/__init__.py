"""Logging interactions; making, moving and closing follow-ups."""
