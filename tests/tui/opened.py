"""An app that is open in a test."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable

from textual._compositor import LayoutUpdate
from textual.events import Key, Paste
from textual.keys import _character_to_key, key_to_character
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widget import Widget

from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.rooms.people.screen import PeopleScreen
from netkeeper.tui.rooms.today.screen import TodayScreen

PATIENCE_SECONDS = 60.0
"""A machine may be busy with other things; only a failure ever waits so long."""

_UNTOLD = {"slash": "/", "minus": "-", "plus": "+", "underscore": "_", "at": "@"}
"""Characters that the toolkit can't tell from the names of their keys."""

_CALM_LOOKS = 5
"""How often in a row nothing must be going on."""


class Opened:
    """The app, a keyboard and a pair of eyes."""

    def __init__(self, app: NetkeeperApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot
        self._text = ""
        self._drawn: object = None

    @property
    def today(self) -> TodayScreen:
        """The first room, whatever is open over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, TodayScreen)
        return screen

    @property
    def people(self) -> PeopleScreen:
        """The room of People, which was gone to before."""
        screen = next((each for each in self.app.screen_stack if isinstance(each, PeopleScreen)), None)
        assert screen is not None
        return screen

    @property
    def chosen(self) -> str:
        """The name on the line that the cursor is on."""
        entry = self.today.people.entry
        return entry.name if entry else ""

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for what follows."""
        for key in keys:
            self.app.post_message(Key(key, key_to_character(key) or _UNTOLD.get(key)))
            await self.quiet()

    async def type(self, text: str) -> None:
        """Type text faster than anybody can."""
        for character in text:
            self.app.post_message(Key(_character_to_key(character), character))
        await self.quiet()

    async def burst(self, text: str) -> None:
        """Press the keys of a text all at once: Tab and Enter too."""
        for character in text:
            key = {"\t": "tab", "\r": "enter"}.get(character) or _character_to_key(character)
            self.app.post_message(Key(key, character))
        await self.quiet()

    async def burst_of(self, *keys: str) -> None:
        """Press keys all at once, by their names."""
        for key in keys:
            self.app.post_message(Key(key, key_to_character(key) or _UNTOLD.get(key)))
        await self.quiet()

    async def paste(self, text: str) -> None:
        """Paste text, as a terminal tells of it."""
        self.app.post_message(Paste(text))
        await self.quiet()

    async def click(self, shown: str, *, times: int = 1) -> None:
        """Click on a text that is on the screen, the lowest one there is."""
        y, line = next((y, line) for y, line in reversed(list(enumerate(self.lines()))) if shown in line)
        await self.pilot.click(offset=(line.index(shown) + 1, y), times=times)
        await self.quiet()

    async def settled(self) -> None:
        """Wait until whoever is under the cursor is shown, with all that is known of them."""
        await self.until(lambda: self.today._looks_at_people)
        await self.pilot.pause()

    async def quiet(self, patience_seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until no message is under way and everything is laid out; the toolkit's own way takes ten times as long."""
        calm = 0
        give_up = time.monotonic() + patience_seconds
        while calm < _CALM_LOOKS and self.app.is_running:
            assert time.monotonic() < give_up, "it never came to rest"
            await asyncio.sleep(0.001)
            calm = 0 if self._is_busy() else calm + 1

    def _is_to_be_laid_out(self) -> bool:
        screen = self.app.screen
        waits = screen._layout_required or screen._scroll_required or screen._repaint_required or screen._dirty_widgets
        return bool(waits) and not self.app._batch_count

    def _is_busy(self) -> bool:
        """Whether something is under way; looked at thousands of times, so it stops at the first sign."""
        app = self.app
        if app.input.is_busy or app.message_queue_size or app._next_callbacks or self._is_to_be_laid_out():
            return True
        nodes: list[Widget] = list(app.screen_stack)
        while nodes:
            node = nodes.pop()
            if node.message_queue_size or node._next_callbacks:
                return True
            nodes.extend(node.children)
        return False

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something to come about."""
        give_up = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert time.monotonic() < give_up, f"it never came about:\n{self.text()}"
            await asyncio.sleep(0.01)
            await self.quiet()

    async def sees(self, *shown: str, gone: str | None = None, under_toasts: bool = False) -> str:
        """Wait until all of this is on the screen, and that is not.

        Args:
            shown: What is to be on the screen.
            gone: What is not.
            under_toasts: Whether toasts may cover it: they are taken away, as their time would do.

        Returns:
            The screen.
        """

        def is_so() -> bool:
            text = self.text()
            if all(each in text for each in shown) and (gone is None or gone not in text):
                return True
            if under_toasts:
                self.app.clear_notifications()
            return False

        await self.until(is_so)
        return self.text()

    def text(self) -> str:
        """What is on the screen, as the terminal would show it."""
        self.draw()
        return self._text

    def draw(self) -> None:
        """Draw the screen, where something has changed since it was last drawn: nothing else does, see ``conftest``."""
        compositor = self.app.screen._compositor
        drawn = (compositor, compositor.size, tuple(self.app.screen_stack))
        if compositor._dirty_regions or self._drawn != drawn or self._is_to_be_laid_out():
            update = compositor.render_update(full=True, screen_stack=self.app._background_screens)
            assert isinstance(update, LayoutUpdate)
            self._text = "\n".join(Strip.join(strips).text for strips in update.strips) + "\n"
            self._drawn = drawn

    def toasts(self) -> list[str]:
        """The toasts that are up, none of which may be markup."""
        assert not any(notification.markup for notification in self.app._notifications)
        return [notification.message for notification in self.app._notifications]

    async def hears(self, said: str) -> None:
        """Wait for a toast that says this, wherever the screen breaks its lines."""
        await self.until(lambda: any(said in toast for toast in self.toasts()))

    def lines(self) -> list[str]:
        """The same, line by line."""
        return self.text().splitlines()


def seq_of(folder: str) -> int:
    """The number of the last thing that was done in a network, whatever was only noted since."""
    return next((transaction.seq for transaction in Network(folder).past()), 0)
