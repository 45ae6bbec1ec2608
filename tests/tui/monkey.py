"""A monkey at the keyboard: keys, clicks, pastes and sizes at random, in bursts and slowly, the same for a seed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from random import Random

from textual.events import Event, Key, MouseDown, MouseScrollDown, MouseScrollUp, MouseUp, Paste, Resize
from textual.geometry import Size
from textual.keys import _character_to_key

from tests.tui.opened import Opened

_PATIENCE_SECONDS = 200.0
"""Twenty keys may each open something, on a machine that is busy with other things."""

_OFTEN = (
    *("enter", "escape", "tab", "down", "up", "left", "right", "space", "backspace", "pageup", "pagedown"),
    *("home", "end", "shift+tab", "ctrl+o", "ctrl+p", "ctrl+a", "delete", "ctrl+k", "ctrl+u", "ctrl+w"),
)
_SELDOM = ("ctrl+c", "ctrl+v", "ctrl+x", "ctrl+z", "f1", "f5", "insert", "ctrl+down", "shift+down", "ctrl+right")
_LEAVING = ("q", "ctrl+q")
_LETTERS = "abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPRSTUVWXYZ0123456789,./?-:\"'#(=[\\<>!äöÅé🎉"
_WORDS = ("field:food", 'todo:"x', "next:2w", "anna", "filed:f", "-is:", 'name:"', "~/x", "yesterday", "24.12.", "zzz")
_SIZES = ((80, 24), (120, 40), (56, 20), (200, 30), (20, 3), (80, 3), (1, 1), (10, 30))
_PASTES = ("two\nlines", "x" * 500, 'name:"\r\n\x1b]0;x\x07', "file:///tmp/a%20b")


class Monkey:
    """Presses at random.

    Attributes:
        pressed: What it has pressed so far, in words.
    """

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self.pressed: list[str] = []

    async def play(self, app: Opened, keys: int) -> None:
        """Press that many keys, or until the app is left by them."""
        end = len(self.pressed) + keys
        while len(self.pressed) < end and app.app.is_running:
            slowly = self._random.random() < 0.1
            for _ in range(self._random.choice((1, 2, 3, 5, 8, 20))):
                for event in self._something(app.app.size):
                    app.app.post_message(event)
                if slowly:
                    await app.quiet(_PATIENCE_SECONDS)
                    await asyncio.sleep(0.02)
            await (app.quiet(_PATIENCE_SECONDS) if self._random.random() < 0.7 else asyncio.sleep(0))
            self._look_at(app)
        await app.quiet(_PATIENCE_SECONDS)

    @staticmethod
    def _look_at(app: Opened) -> None:
        if app.app.is_running:
            app.draw()

    def _something(self, size: Size) -> Iterator[Event]:
        random = self._random
        dice = random.random()
        if dice < 0.45:
            yield from self._typed(random.choice(_LETTERS))
        elif dice < 0.80:
            yield self._key(random.choice(_OFTEN))
        elif dice < 0.83:
            yield from self._typed(random.choice(_WORDS))
        elif dice < 0.85:
            yield self._key(random.choice(_SELDOM))
        elif dice < 0.853:
            yield self._key(random.choice(_LEAVING))
        elif dice < 0.94:
            yield from self._clicked(size)
        elif dice < 0.97:
            yield self._scrolled(size)
        elif dice < 0.985:
            self.pressed.append(f"paste {(text := random.choice(_PASTES))!r}")
            yield Paste(text)
        else:
            columns, lines = random.choice(_SIZES)
            self.pressed.append(f"resize {columns}x{lines}")
            yield Resize(Size(columns, lines), Size(columns, lines))

    def _key(self, key: str, character: str | None = None) -> Key:
        self.pressed.append(key)
        return Key(key, character or (" " if key == "space" else key if len(key) == 1 else None))

    def _typed(self, text: str) -> Iterator[Event]:
        for character in text:
            yield self._key(_character_to_key(character), character)

    def _place(self, size: Size) -> tuple[int, int]:
        return self._random.randrange(max(1, size.width)), self._random.randrange(max(1, size.height))

    def _clicked(self, size: Size) -> Iterator[Event]:
        x, y = self._place(size)
        self.pressed.append(f"click {x},{y}")
        for kind in (MouseDown, MouseUp) * self._random.choice((1, 1, 2)):
            yield kind(None, x, y, 0, 0, 1, False, False, False, screen_x=x, screen_y=y)

    def _scrolled(self, size: Size) -> Event:
        x, y = self._place(size)
        self.pressed.append(f"scroll {x},{y}")
        kind = self._random.choice((MouseScrollDown, MouseScrollUp))
        return kind(None, x, y, 0, 0, 0, False, False, False, screen_x=x, screen_y=y)
