"""The line at the head of a room: the rooms, the day, and how far graduation is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

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


class TopBar(Inked):
    """Where one is, and when."""

    @dataclass
    class RoomChosen(Message):
        """A room was clicked.

        Attributes:
            name: Its name in the registry of destinations.
        """

        name: str

    @dataclass
    class CommandsWanted(Message):
        """The program's name was clicked: the way for a mouse to whatever the bars have no room for."""

    def __init__(self, here: str, key_label: Callable[[str], str]) -> None:
        """Show the rooms there are.

        Args:
            here: The name of the one that this bar stands in.
            key_label: Tells how the key of a binding is written now.
        """
        super().__init__()
        self._here = here
        self._key_label = key_label
        self._moments = [""]

    def show(self, member: Member, today: date) -> None:
        """Show the day, and what is left of the time at the academy."""
        day = weekday_day(today, today)
        left = graduation(member, today)
        short = graduation(member, today, is_short=True)
        self._moments = [f"{day} · {left}", left, short, day, ""] if left else [day, ""]
        self.refresh()

    @override
    def render(self) -> Content:
        """Draw the line; what says when gives way to what says where."""
        line: Line = [(NAME, "accent"), (" " * (_GAP + 1), "")]
        for name, key, title in self._shown():
            ink = "strong" if name == self._here else "quiet"
            line += [(f"{key} ", "key"), (title, ink), (" " * _GAP, "")]
        room_left = self.content_size.width - sum(cells(text) for text, _ in line)
        moment = next((text for text in self._moments if cells(text) <= room_left), "")
        return self.inked([[*line, (" " * (room_left - cells(moment)), ""), (moment, "quiet")]])

    def on_click(self, event: events.Click) -> None:
        """Say which room was clicked, or that the name was."""
        offset = event.get_content_offset(self)
        if offset is not None and offset.x < cells(NAME):
            self.post_message(self.CommandsWanted())
        start = cells(NAME) + _GAP + 1
        for name, key, title in self._shown():
            end = start + cells(key) + 1 + cells(title)
            if offset is not None and start <= offset.x < end:
                self.post_message(self.RoomChosen(name))
            start = end + _GAP

    def jump_spots(self) -> Iterable[Spot]:
        """The rooms."""
        from netkeeper.tui.draw.jump_targets import Spot

        start = cells(NAME) + _GAP + 1
        for name, key, title in self._shown():
            yield Spot(Offset(start, 0), partial(self.post_message, self.RoomChosen(name)))
            start += cells(key) + 1 + cells(title) + _GAP

    def _shown(self) -> Iterator[tuple[str, str, str]]:
        """Name, key and title of each destination that has its place here now; no key where it was moved away."""
        for each in DESTINATIONS:
            if each.in_bar == "always" or (each.in_bar == "there" and each.name == self._here):
                yield each.name, self._key_label(f"room.{each.name}"), each.title
