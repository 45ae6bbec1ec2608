"""Keys that a room must not act on: they hit nobody, or somebody else than the one who was looked at.

A key that does nothing says why. Where it would have opened something to type in, what is typed at once after it
was meant for that, and does nothing either.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual.actions import parse

if TYPE_CHECKING:
    from textual import events

    from netkeeper.tui.rooms.room import Room

HOLD_SECONDS = 0.7
"""How long keys about somebody wait after another process moved what is under the cursor."""

PAUSE_SECONDS = 0.5
"""After how long without a key what is pressed is no text any more that was meant for a line to type in."""

_OPEN_A_LINE = frozenset({"log", "snooze", "follow_up", "edit", "find"})


class KeyGuard:
    """Decides of each key that reaches a room whether it may act."""

    def __init__(self, room: Room) -> None:
        """Guard a room.

        Args:
            room: Whose keys they are; it says why one does nothing in ``why_not``.
        """
        self._room = room
        self._hold_until = 0.0
        self._text_until = 0.0

    def hold(self) -> None:
        """Somebody else is under the cursor, though no key moved it."""
        self._hold_until = time.monotonic() + HOLD_SECONDS

    def stops(self, event: events.Key) -> bool:
        """Whether a key must do nothing; says why, where it isn't text that was meant for something else."""
        now = time.monotonic()
        if now < self._text_until and (event.is_printable or event.key == "enter"):
            self._text_until = now + PAUSE_SECONDS
            return True
        self._text_until = 0.0
        name, why = self._refused(event.key, now)
        if why and name in _OPEN_A_LINE:
            self._text_until = now + PAUSE_SECONDS
        if why:
            self._room.say(why)
        return bool(why)

    def _refused(self, key: str, now: float) -> tuple[str, str]:
        """The action that a key must not do now, and why; two empty ones where it may."""
        refused = ("", "")
        for node, bindings in self._room._modal_binding_chain:
            for binding in bindings.key_to_bindings.get(key, ()):
                namespace, name, parameters = parse(binding.action)
                if namespace or node is not self._room:
                    if namespace or node.check_action(name, parameters):
                        return ("", "")
                elif self._room.check_action(name, parameters):
                    return (name, self._room.why_wait(name)) if now < self._hold_until else ("", "")
                else:
                    refused = (name, self._room.why_not(name))
        return refused
