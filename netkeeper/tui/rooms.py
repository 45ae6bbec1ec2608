"""The rooms of the app: the one list that the top bar, the keys and the app go by."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from netkeeper.tui.screens.room import Room
    from netkeeper.tui.session import Session


class RoomName(NamedTuple):
    """A room, named without loading its code.

    Attributes:
        mode: The app's name for it, which its binding is called by too: ``room.today``.
        key: The key that leads there, unless it is moved.
        title: What it is called.
        about: What it shows, in a sentence.
        module: Where its screen is, below ``netkeeper.tui.screens``.
        screen: The class of its screen.
    """

    mode: str
    key: str
    title: str
    about: str
    module: str
    screen: str


TODAY = "today"
PEOPLE = "people"
FOLLOW_UPS = "follow-ups"
HISTORY = "history"
SORTING = "sorting"

ROOMS = (
    RoomName(TODAY, "1", "Today", "Today: the people of the day, and why each", "today", "TodayScreen"),
    RoomName(PEOPLE, "2", "People", "People: everybody you know", "people", "PeopleScreen"),
    RoomName(FOLLOW_UPS, "3", "Follow-ups", "Follow-ups: everything promised", "follow_ups", "FollowUpsScreen"),
    RoomName(HISTORY, "4", "History", "History: what was done, and back to a point", "history", "HistoryScreen"),
)
"""In the order in which they are shown."""

BESIDE = (RoomName(SORTING, "S", "Sorting", "Sorting: those whom an import brought in", "sorting", "SortingScreen"),)
"""Those that stand beside them: in the bar only while one is there."""


def open_room(name: RoomName, session: Session) -> Room:
    """Make a room, whose code is loaded only now."""
    module = import_module(f"netkeeper.tui.screens.{name.module}")
    room: Room = getattr(module, name.screen)(session)
    return room
