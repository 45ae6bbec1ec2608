"""An app that is open in a test."""

from __future__ import annotations

import asyncio
import io
import time
from collections.abc import Callable

from rich.console import Console
from textual.events import Key
from textual.keys import _character_to_key
from textual.pilot import Pilot

from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.screens.today import TodayScreen

PATIENCE_SECONDS = 10.0


class Opened:
    """The app, a keyboard and a pair of eyes."""

    def __init__(self, app: NetkeeperApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    @property
    def today(self) -> TodayScreen:
        """The first room, whatever is open over it."""
        screen = self.app.screen_stack[0]
        assert isinstance(screen, TodayScreen)
        return screen

    @property
    def chosen(self) -> str:
        """The name on the line that the cursor is on."""
        entry = self.today.review_list.entry
        return entry.name if entry else ""

    async def press(self, *keys: str) -> None:
        """Press keys, and wait for what follows."""
        for key in keys:
            await self.pilot.press(key)
        await self.pilot.pause()

    async def type(self, text: str) -> None:
        """Type text faster than anybody can."""
        for character in text:
            self.app.post_message(Key(_character_to_key(character), character))
        await self.pilot.pause()
        await self.pilot.pause()

    async def settled(self) -> None:
        """Wait until whoever is under the cursor is shown, with all that is known of them."""
        await self.until(lambda: self.today._looks_at_people)
        await self.pilot.pause()

    async def until(self, is_so: Callable[[], bool]) -> None:
        """Wait for something to come about."""
        give_up = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            assert time.monotonic() < give_up, f"it never came about:\n{self.text()}"
            await asyncio.sleep(0.01)
            await self.pilot.pause()

    async def sees(self, *shown: str, gone: str | None = None) -> str:
        """Wait until all of this is on the screen, and that is not; returns the screen."""
        await self.until(
            lambda: all(each in self.text() for each in shown) and (gone is None or gone not in self.text())
        )
        return self.text()

    def text(self) -> str:
        """What is on the screen, as the terminal would show it."""
        width, height = self.app.size
        console = Console(width=width, height=height, file=io.StringIO(), record=True, force_terminal=True)
        update = self.app.screen._compositor.render_update(full=True, screen_stack=self.app._background_screens)
        console.print(update)
        return console.export_text()

    def lines(self) -> list[str]:
        """The same, line by line."""
        return self.text().splitlines()
