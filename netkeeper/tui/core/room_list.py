"""The registry of destinations, from which the top bar, the room keys and the palette are derived."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App
    from textual.screen import Screen

    from netkeeper.tui.core.session import Session


class Destination(NamedTuple):
    """A screen that a key, the top bar or the palette leads to; its module is imported when it is opened.

    Attributes:
        name: The id of its binding after ``room.``, by which ``config.toml`` moves its key; also the name of the
            app's mode, where it is one.
        key: The default key; empty for none.
        title: Its title.
        about: What it shows, in a sentence.
        module: The module of its screen.
        screen: The class of its screen: for a mode created with a ``Session``, else an ``OpenedFromRoom``.
        is_mode: Whether it keeps its state while another room is shown; else it opens over the current room.
        in_bar: When the top bar shows it; ``there`` means only while it is the current room.
        foot: Its label in the key bar; empty where that doesn't show it.
        needs_people: Whether it is useless in an empty network.
    """

    name: str
    key: str
    title: str
    about: str
    module: str
    screen: str
    is_mode: bool = True
    in_bar: Literal["always", "there", "never"] = "always"
    foot: str = ""
    needs_people: bool = False


TODAY = "today"
PEOPLE = "people"
PROMISED = "follow-ups"
TREND = "trend"
HISTORY = "history"
SORTING = "sorting"
DUPLICATES = "duplicates"
SETTINGS = "settings"
LEAVING = "leaving"

DESTINATIONS = (
    Destination(
        TODAY,
        "1",
        "Today",
        "Today: the people of the day, and why each",
        "netkeeper.tui.rooms.today.screen",
        "TodayScreen",
    ),
    Destination(
        PEOPLE, "2", "People", "People: everybody you know", "netkeeper.tui.rooms.people.screen", "PeopleScreen"
    ),
    Destination(
        PROMISED,
        "3",
        "Promised",
        "Promised: everything promised",
        "netkeeper.tui.rooms.follow_ups.screen",
        "FollowUpsScreen",
    ),
    Destination(
        TREND,
        "8",
        "Trend",
        "Trend: how it has been going, and who may be lost",
        "netkeeper.tui.rooms.trend.screen",
        "TrendScreen",
        is_mode=False,
    ),
    Destination(
        HISTORY,
        "9",
        "History",
        "History: what was done, and back to a point",
        "netkeeper.tui.rooms.history.screen",
        "HistoryScreen",
    ),
    Destination(
        SORTING,
        "S",
        "Sorting",
        "Sorting: those whom an import brought in",
        "netkeeper.tui.rooms.sorting.screen",
        "SortingScreen",
        in_bar="there",
    ),
    Destination(
        DUPLICATES,
        "",
        "Find who is here twice",
        "Pairs who may be one person, the surest first",
        "netkeeper.tui.rooms.duplicates.screen",
        "DuplicatesScreen",
        is_mode=False,
        in_bar="never",
        needs_people=True,
    ),
    Destination(
        SETTINGS,
        "comma",
        "Settings",
        "Settings: you, pace, cadences, theme, keys",
        "netkeeper.tui.rooms.settings.screen",
        "SettingsScreen",
        is_mode=False,
        in_bar="never",
        foot="settings",
    ),
    Destination(
        LEAVING,
        "L",
        "Before you leave",
        "Before you leave: who would be lost, and everything to take along",
        "netkeeper.tui.rooms.leaving.screen",
        "LeavingScreen",
        is_mode=False,
        in_bar="never",
        foot="leaving",
    ),
)
"""In the order in which they are shown."""

BY_NAME: Mapping[str, Destination] = {each.name: each for each in DESTINATIONS}

RESERVED: Mapping[str, str] = {"4": "Ladder", "5": "Offers", "6": "Goals", "7": "Year", "0": "Team"}
"""Keys reserved for future rooms, with their titles; nothing else is bound to them."""


class CurrentRoom(Protocol):
    """The current room, as the screens that open over it use it."""

    session: Session

    @property
    def app(self) -> App[object]:
        """The app."""
        ...

    def action_go(self, name: str) -> None:
        """Go to a destination by name."""

    def ask(self, dialog: Screen[str]) -> None:
        """Open a dialog whose result is what it did, in words for a toast."""

    def say(self, text: str, *, undo: bool = False, trouble: bool = False) -> None:
        """Show a toast."""


class OpenedFromRoom(Protocol):
    """The screen of a destination that isn't a mode."""

    @classmethod
    def open_from(cls, room: CurrentRoom, people: frozenset[str], /) -> None:
        """Open it over a room, beginning with the contacts with these ids where it shows people."""


@runtime_checkable
class ShowsPeople(Protocol):
    """The screen of the room with the search."""

    def begin_search(self) -> None:
        """Focus the search line."""

    def open_person(self, contact_id: str) -> None:
        """Move the cursor to a contact."""


def open_room(destination: Destination, session: Session) -> Screen[None]:
    """Create the screen of a mode; imports its module."""
    room: Screen[None] = _screen_of(destination)(session)
    return room


def open_over(destination: Destination, room: CurrentRoom, people: frozenset[str] = frozenset()) -> None:
    """Open a destination that isn't a mode over a room; imports its module.

    Args:
        people: The ids of the contacts that it begins with.
    """
    opened: type[OpenedFromRoom] = _screen_of(destination)
    opened.open_from(room, people)


def _screen_of(destination: Destination) -> type:
    found: type = getattr(import_module(destination.module), destination.screen)
    return found
