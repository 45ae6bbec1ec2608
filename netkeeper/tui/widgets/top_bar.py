"""The line at the head of a room: the rooms, the day, and how far graduation is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message

from netkeeper.domain.display import width as cells
from netkeeper.domain.member import Member
from netkeeper.tui.lines import Line
from netkeeper.tui.widgets.inked import Inked
from netkeeper.tui.wording import graduation, weekday_day

NAME = "netkeeper"
_GAP = 2


class RoomName(NamedTuple):
    """A room as the top bar shows it.

    Attributes:
        mode: The app's name for it.
        key: The key that leads there.
        title: What it is called.
    """

    mode: str
    key: str
    title: str


class TopBar(Inked):
    """Where one is, and when."""

    @dataclass
    class RoomChosen(Message):
        """A room was clicked.

        Attributes:
            mode: The app's name for it.
        """

        mode: str

    def __init__(self, rooms: Sequence[RoomName], here: str) -> None:
        """Show the rooms there are.

        Args:
            rooms: All of them, in order.
            here: The mode of the one that this bar stands in.
        """
        super().__init__()
        self._rooms = rooms
        self._here = here
        self._moments = [""]

    def show(self, member: Member, today: date) -> None:
        """Show the day, and what is left of the time at the academy."""
        day = weekday_day(today, today)
        left = graduation(member, today)
        self._moments = [f"{day} · {left}", day, ""] if left else [day, ""]
        self.refresh()

    def render(self) -> Content:
        """Draw the line; what says when gives way to what says where."""
        line: Line = [(NAME, "accent"), (" " * (_GAP + 1), "")]
        for room in self._rooms:
            ink = "strong" if room.mode == self._here else "quiet"
            line += [(f"{room.key} ", "key"), (room.title, ink), (" " * _GAP, "")]
        room_left = self.content_size.width - sum(cells(text) for text, _ in line)
        moment = next((text for text in self._moments if cells(text) <= room_left), "")
        return self.inked([[*line, (" " * (room_left - cells(moment)), ""), (moment, "quiet")]])

    def on_click(self, event: events.Click) -> None:
        """Say which room was clicked."""
        offset = event.get_content_offset(self)
        start = cells(NAME) + _GAP + 1
        for room in self._rooms:
            end = start + cells(room.key) + 1 + cells(room.title)
            if offset is not None and start <= offset.x < end:
                self.post_message(self.RoomChosen(room.mode))
            start = end + _GAP
