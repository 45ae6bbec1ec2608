"""The bar at the top of a room: the rooms, the day, and the days to graduation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message

from netkeeper.domain.member.member import Member
from netkeeper.domain.text.display import width as cells
from netkeeper.override import override
from netkeeper.tui.core.room_list import DESTINATIONS
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.short_words import graduation, weekday_day
from netkeeper.tui.draw.text_styles import Inked

if TYPE_CHECKING:
    from netkeeper.tui.draw.jump_targets import Spot

NAME = "netkeeper"
_GAP = 2
_START = cells(NAME) + _GAP + 1
"""The column of the first room."""


class BarRoom(NamedTuple):
    """A room as the bar shows it.

    Attributes:
        name: Its name in the registry of destinations.
        key: The key that leads there; empty where that was moved away.
        title: Its title; empty where there is no space for it.
    """

    name: str
    key: str
    title: str

    @property
    def columns(self) -> int:
        """Cells it takes."""
        return cells(self.key) + (1 + cells(self.title) if self.title else 0)


def fitting_rooms(rooms: Sequence[BarRoom], here: str, columns: int) -> Sequence[BarRoom]:
    """The rooms in the longest form that fits.

    With all titles; else only the current room has its title, and any room without a key, which would not be seen
    otherwise; else only the current room is left.

    Args:
        here: The name of the current room.
    """
    shortened = [each if each.name == here or not each.key else each._replace(title="") for each in rooms]
    for shown in (rooms, shortened):
        if sum(each.columns + _GAP for each in shown) - _GAP <= columns:
            return shown
    return [each for each in rooms if each.name == here]


class TopBar(Inked):
    """The rooms, with the current one marked, and the date."""

    @dataclass
    class RoomChosen(Message):
        """A room was clicked.

        Attributes:
            name: Its name in the registry of destinations.
        """

        name: str

    @dataclass
    class CommandsWanted(Message):
        """The program's name was clicked: it opens the command palette, for all that the bars have no space for."""

    def __init__(self, here: str, key_label: Callable[[str], str]) -> None:
        """Create the bar of a room.

        Args:
            here: The name of the current room.
            key_label: Returns the label of a binding's current key, by the binding's id.
        """
        super().__init__()
        self._here = here
        self._key_label = key_label
        self._moments = [""]

    def show(self, member: Member, today: date) -> None:
        """Show the date, and the days to graduation."""
        day = weekday_day(today, today)
        left = graduation(member, today)
        short = graduation(member, today, is_short=True)
        self._moments = [f"{day} · {left}", left, short, day, ""] if left else [day, ""]
        self.refresh()

    @override
    def render(self) -> Content:
        """Draw the rooms, and of the date what still fits."""
        line: Line = [(NAME, "accent"), (" " * (_GAP + 1), "")]
        for _, room in self._placed():
            line.append((f"{room.key} " if room.title else room.key, "key"))
            line += [(room.title, "strong" if room.name == self._here else "quiet"), (" " * _GAP, "")]
        room_left = self.content_size.width - sum(cells(text) for text, _ in line)
        moment = next((text for text in self._moments if cells(text) <= room_left), "")
        return self.inked([[*line, (" " * (room_left - cells(moment)), ""), (moment, "quiet")]])

    def on_click(self, event: events.Click) -> None:
        """Post which room was clicked, or that the name was."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        if offset.x < cells(NAME):
            self.post_message(self.CommandsWanted())
        for start, room in self._placed():
            if start <= offset.x < start + room.columns:
                self.post_message(self.RoomChosen(room.name))

    def jump_spots(self) -> Iterable[Spot]:
        """The rooms."""
        from netkeeper.tui.draw.jump_targets import Spot

        for start, room in self._placed():
            yield Spot(Offset(start, 0), partial(self.post_message, self.RoomChosen(room.name)))

    def _placed(self) -> Iterator[tuple[int, BarRoom]]:
        """The rooms shown now, each with its first column."""
        rooms = [
            BarRoom(each.name, self._key_label(f"room.{each.name}"), each.title)
            for each in DESTINATIONS
            if each.in_bar == "always" or (each.in_bar == "there" and each.name == self._here)
        ]
        start = _START
        for room in fitting_rooms(rooms, self._here, self.content_size.width - _START):
            yield start, room
            start += room.columns + _GAP
