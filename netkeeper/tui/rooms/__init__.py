"""Rooms: the screens of the top bar and beside it."""
