"""Pictures of leaving."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.rooms.leaving.screen import LeavingScreen
from tests.tui.cast import Cast
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)
NORMAL, WIDE, NARROW = (80, 24), (120, 40), (56, 20)
SIZES = [(NORMAL, "textual-dark"), (WIDE, "textual-light"), (NARROW, "textual-dark")]
Picture = Callable[..., bool]


@pytest.fixture
def picture(
    snap_compare: Callable[..., bool], folder: str, cast: Cast, surroundings: Path, monkeypatch: pytest.MonkeyPatch
) -> Picture:
    """Compares the app with a picture, after keys are pressed on leaving."""
    cast.usual()
    with cast.network.transaction("Said which email ends") as draft:
        draft.put_member(replace(cast.network.member, shared_domains=("academy.example",)))
    cast.add("Jaana Koski", "email:jaana@academy.example org:Academy title:Coach")
    cast.add("名前 太郎", "email:taro@academy.example org:株式会社")
    cast.add("Otso Ranta", "whose:team phone:0401234567")
    cast.add("Bo Bergmann", "birthday:25.11.")
    (surroundings / "Downloads").mkdir()
    monkeypatch.setenv("HOME", str(surroundings))
    monkeypatch.setattr("netkeeper.tui.files.saving_dialog.downloads_folder", lambda: str(surroundings / "Downloads"))

    def compare(*keys: str, size: tuple[int, int] = NORMAL, theme: str = "textual-dark") -> bool:
        app = NetkeeperApp(Network(folder), lambda: TODAY)

        async def before(pilot: Pilot[None]) -> None:
            screen = Opened(app, pilot)
            app.theme = theme
            await screen.settled()
            await screen.press("L")
            await screen.until(lambda: isinstance(app.screen, LeavingScreen) and app.screen.has_looked)
            await screen.quiet()
            for key in keys:
                if key.startswith("see:"):
                    await screen.sees(key.removeprefix("see:"))
                else:
                    await screen.press(key)
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


@pytest.mark.parametrize(("size", "theme"), SIZES)
def test_who_would_be_lost(picture: Picture, size: tuple[int, int], theme: str) -> None:
    assert picture("j", "j", "j", size=size, theme=theme)


def test_two_who_may_be_one(picture: Picture) -> None:
    assert picture(*["j"] * 6)


@pytest.mark.parametrize(("size", "theme"), SIZES)
def test_where_to(picture: Picture, size: tuple[int, int], theme: str) -> None:
    assert picture("x", size=size, theme=theme)


@pytest.mark.parametrize(("size", "theme"), SIZES)
def test_proved(picture: Picture, size: tuple[int, int], theme: str) -> None:
    assert picture("x", "enter", "see:nothing is missing", "j", size=size, theme=theme)
