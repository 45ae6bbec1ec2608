"""Suppresses keys in a room that apply to no contact, or to another one than the person saw when pressing.

A suppressed key shows why. Where it would have opened an input, the text typed right after it is suppressed too.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from textual.actions import parse

if TYPE_CHECKING:
    from textual import events

    from netkeeper.tui.rooms.room import Room

HOLD_SECONDS = 0.7
"""How long keys about a contact are suppressed after another process changed the row under the cursor."""

PAUSE_SECONDS = 0.5
"""The pause after which keys don't count as text for a suppressed input any more."""

_OPEN_A_LINE = frozenset({"log", "snooze", "follow_up", "edit", "find"})


class KeyGuard:
    """Decides for each key in a room whether it is suppressed."""

    def __init__(self, room: Room) -> None:
        """Guard a room, which explains suppressed keys in ``why_not`` and ``why_wait``."""
        self._room = room
        self._hold_until = 0.0
        self._text_until = 0.0

    def hold(self) -> None:
        """Suppress keys for a moment: the row under the cursor changed without a key."""
        self._hold_until = time.monotonic() + HOLD_SECONDS

    def stops(self, event: events.Key) -> bool:
        """Whether a key is suppressed; shows why, except for text meant for a suppressed input."""
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
        """The suppressed action of a key, and the reason; two empty strings where it may act."""
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
