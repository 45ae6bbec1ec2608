"""The app, opened on a network of its own, with keys to press and a screen to read."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from textual.css.model import RuleSet
from textual.css.stylesheet import Stylesheet
from textual.screen import Screen
from textual.widgets import Input

from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.draw import toast
from tests.tui.cast import Cast
from tests.tui.opened import Opened

OpenApp = Callable[..., AbstractAsyncContextManager[Opened]]


@pytest.fixture(autouse=True)
def steady_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the cursor of inputs from blinking, so that a screen is the same whenever it is read."""
    monkeypatch.setattr(Input, "_toggle_cursor", lambda _: None)


@pytest.fixture(autouse=True)
def no_counting(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the number of those who last from coming into a picture whenever it is counted."""
    monkeypatch.setattr("netkeeper.tui.app.COUNT_EVERY_SECONDS", 3600)


@pytest.fixture(autouse=True)
def toasts_stay(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep a toast up until it is read, however busy the machine is."""
    for name in ("_SECONDS", "_TROUBLE_SECONDS"):
        monkeypatch.setattr(toast, name, 15)


@pytest.fixture(autouse=True)
def soon_laid_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lay the screen out as soon as something has changed, instead of sixty times a second: tests wait for it."""
    monkeypatch.setattr("textual.screen.UPDATE_PERIOD", 0.004)


@pytest.fixture(autouse=True)
def nothing_moves_slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Scroll in one step, as ``TEXTUAL_ANIMATIONS=none`` does: each step between is laid out, and no test sees it."""
    monkeypatch.setattr("textual.constants.TEXTUAL_ANIMATIONS", "none")


@pytest.fixture(autouse=True)
def no_disk_to_wait_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have nothing wait until it is on the disk: no test of the app cuts the power; those of the store do."""
    monkeypatch.setattr(os, "fsync", lambda _: None)


_compositor_refresh = Screen._compositor_refresh


@pytest.fixture(autouse=True)
def drawn_when_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draw the screen when a test looks at it: without a terminal the toolkit draws each frame, and throws it away.

    See ``Opened.draw``. Layout, styles and messages are as always.
    """

    def refresh(self: Screen[object]) -> None:
        if self is not self.app.screen or not self.app.is_headless:
            _compositor_refresh(self)
            return
        self._dirty_widgets.clear()
        self.app._update_mouse_over(self)

    monkeypatch.setattr(Screen, "_compositor_refresh", refresh)


_parse_rules = Stylesheet._parse_rules


@lru_cache(maxsize=1000)
def _parsed(variables: frozenset[tuple[str, str]], *rules: Any) -> list[RuleSet]:
    return _parse_rules(Stylesheet(variables=dict(variables)), *rules)


@pytest.fixture(autouse=True)
def rules_parsed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse a style sheet once for all apps that are opened in the same theme."""

    def parse_rules(self: Stylesheet, *rules: Any, **named: Any) -> list[RuleSet]:
        return _parsed(frozenset(self._variables.items()), *rules, *named.values())

    monkeypatch.setattr(Stylesheet, "_parse_rules", parse_rules)
    monkeypatch.setattr(RuleSet, "__hash__", object.__hash__)  # The same as its own, without a call in Python.


@pytest.fixture
def cast(folder: str) -> Cast:
    """A network to put people into."""
    return Cast(folder)


@pytest.fixture
def elsewhere(folder: str) -> Iterator[Callable[[], Network]]:
    """Opens the same network as another process would."""
    opened: list[Network] = []

    def again() -> Network:
        opened.append(Network(folder))
        return opened[-1]

    yield again


@pytest.fixture
def open_app(folder: str, today: date) -> OpenApp:
    """Opens the app: ``async with open_app(size=(80, 24)) as app``."""

    @asynccontextmanager
    async def opened(
        size: tuple[int, int] = (80, 24),
        keys: Sequence[str] = (),
        day: Callable[[], date] = lambda: today,
        *,
        welcomes: bool = False,
    ) -> AsyncIterator[Opened]:
        app = NetkeeperApp(Network(folder), day, welcomes=welcomes)
        async with app.run_test(size=size, notifications=True, tooltips=True) as pilot:
            screen = Opened(app, pilot)
            await screen.settled()
            await screen.press(*keys)
            yield screen
            if app.is_running:
                screen.draw()

    return opened


@pytest.fixture
def data(folder: str) -> Path:
    """The network's folder as a path."""
    return Path(folder)
