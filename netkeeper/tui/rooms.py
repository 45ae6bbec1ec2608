"""The rooms of the app."""

from __future__ import annotations

from netkeeper.tui.widgets.top_bar import RoomName

TODAY = "today"

ROOMS = (RoomName(TODAY, "1", "Today"),)
"""In the order in which they are shown."""
