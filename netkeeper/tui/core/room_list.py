"""The registry of destinations: all that one goes to by its name, which the bars, the keys and the palette follow."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Literal, NamedTuple, Protocol, runtime_checkable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from textual.app import App
    from textual.screen import Screen

    from netkeeper.tui.core.session import Session


class Destination(NamedTuple):
    """A place in the app, named without loading its code.

    Attributes:
        name: The id of its binding behind ``room.``, by which ``config.toml`` moves its key; a mode of the app too,
            where it is one.
        key: The key that leads there, unless it is moved; empty where none does.
        title: What it is called.
        about: What it shows, in a sentence.
        module: The module of its screen.
        screen: The class of its screen: one that is made with a ``Session`` for a mode, else an ``Opened``.
        is_mode: Whether it stays as it was left while one is elsewhere; else it opens over the room one is in.
        in_bar: When the bar at the head names it.
        foot: What the keys at the foot call it; empty where they don't name it.
        needs_people: Whether it is of use only once there are people.
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
"""Keys of rooms to come, with their titles: nothing else is bound to them."""


class Here(Protocol):
    """The room that one goes from, as far as what opens over it needs that."""

    session: Session

    @property
    def app(self) -> App[object]:
        """The app."""
        ...

    def action_go(self, name: str) -> None:
        """Go on to another destination."""

    def ask(self, dialog: Screen[str]) -> None:
        """Open a screen that says what it did."""

    def say(self, text: str, *, undo: bool = False, trouble: bool = False) -> None:
        """Say something in a toast."""


class Opened(Protocol):
    """The screen of a destination that is no mode."""

    @classmethod
    def open_from(cls, room: Here, people: frozenset[str], /) -> None:
        """Open it over a room, first about the contacts with these ids where it can be."""


@runtime_checkable
class ShowsPeople(Protocol):
    """The screen of the room that finds people."""

    def begin_search(self) -> None:
        """Have keys go into the search line."""

    def open_person(self, contact_id: str) -> None:
        """Go to somebody."""


def open_room(destination: Destination, session: Session) -> Screen[None]:
    """Make the screen of a mode, whose code is loaded only now."""
    room: Screen[None] = _screen_of(destination)(session)
    return room


def open_over(destination: Destination, room: Here, people: frozenset[str] = frozenset()) -> None:
    """Open what is no mode, whose code is loaded only now.

    Args:
        destination: What.
        room: The room that one is in.
        people: The ids of the contacts whom it is about first.
    """
    opened: type[Opened] = _screen_of(destination)
    opened.open_from(room, people)


def _screen_of(destination: Destination) -> type:
    found: type = getattr(import_module(destination.module), destination.screen)
    return found
