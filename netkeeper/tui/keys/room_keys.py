"""The bindings of every room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from textual.binding import Binding, BindingType

from netkeeper.tui.core.room_list import DESTINATIONS

ROOM_BINDINGS: tuple[BindingType, ...] = (
    Binding("slash", "find", "find", id="room.find", tooltip="Find people: a name, field:food, last:60d+"),
    Binding("a", "add", "add", id="room.add", tooltip="Add somebody"),
    Binding("u", "undo", "undo", id="room.undo", tooltip="Take back the last thing done, here or in a shell"),
)
"""The most used bindings of every room; a room puts them after those about a contact."""


def _going(*, at_foot: bool) -> list[Binding]:
    """The bindings of the destinations: those that the key bar shows, or the others."""
    return [
        Binding(
            each.key,
            f"go('{each.name}')",
            each.foot or each.title,
            show=at_foot,
            id=f"room.{each.name}",
            tooltip=each.about,
        )
        for each in DESTINATIONS
        if each.key and bool(each.foot) == at_foot
    ]


MORE_BINDINGS: tuple[BindingType, ...] = (
    *_going(at_foot=False),
    Binding("i", "import", "import", id="room.import", tooltip="Bring people in from a file"),
    Binding("x", "export", "export", id="room.export", tooltip="Take people out to a file"),
    *_going(at_foot=True),
    # The app binds this key too, with priority; to be shown by the key bar, this one needs priority as well.
    Binding(
        "ctrl+p",
        "app.command_palette",
        "commands",
        id="room.commands",
        priority=True,
        tooltip="Find a command or a person",
    ),
    Binding("q", "app.quit", "quit", id="room.quit", tooltip="Leave netkeeper; everything is saved already"),
    Binding("question_mark", "help", "help", id="room.help", tooltip="The keys of this screen"),
)
"""The other bindings of every room; a room puts them after its own."""


def bindings_of(bindings: Iterable[BindingType], *ids: str) -> list[BindingType]:
    """Those of the bindings with the given ids."""
    return [each for each in bindings if isinstance(each, Binding) and each.id in ids]


def bindings_to_other_rooms(here: str) -> list[Binding]:
    """The bindings of all destinations but one, for its screen that opens over a room; its key bar doesn't show them."""
    going = (*_going(at_foot=False), *_going(at_foot=True))
    return [replace(each, show=False) for each in going if each.id != f"room.{here}"]
