"""The keys that every room has."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding, BindingType

from netkeeper.tui.rooms import BESIDE, ROOMS

ROOM_BINDINGS: tuple[BindingType, ...] = (
    Binding("slash", "find", "find", id="room.find", tooltip="Find people: a name, field:food, last:60d+"),
    Binding("a", "add", "add", id="room.add", tooltip="Add somebody"),
    Binding("u", "undo", "undo", id="room.undo", tooltip="Take back the last thing done, here or in a shell"),
)
"""The keys of every room that are wanted most; a room puts them after those about a person."""

MORE_BINDINGS: tuple[BindingType, ...] = (
    *(
        Binding(room.key, f"go('{room.mode}')", room.title, show=False, id=f"room.{room.mode}", tooltip=room.about)
        for room in (*ROOMS, *BESIDE)
    ),
    Binding("i", "import", "import", id="room.import", tooltip="Bring people in from a file"),
    Binding("x", "export", "export", id="room.export", tooltip="Take people out to a file"),
    Binding(
        "5", "trend", "Trend", show=False, id="room.trend", tooltip="Trend: how it has been going, and who may be lost"
    ),
    Binding("comma", "settings", "settings", id="room.settings", tooltip="Settings: you, pace, cadences, theme, keys"),
    Binding(
        "L",
        "leaving",
        "leaving",
        id="room.leaving",
        tooltip="Before you leave: who would be lost, and everything to take along",
    ),
    # The app binds this key too, for all screens; with priority, so that only another with priority is shown.
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
"""The other keys of every room; a room puts them after its own."""


def bindings_of(bindings: Iterable[BindingType], *ids: str) -> list[BindingType]:
    """Some of these keys, for a screen that has use for no others."""
    return [each for each in bindings if isinstance(each, Binding) and each.id in ids]
