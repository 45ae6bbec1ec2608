"""Pictures of the first room, compared with those that were looked at and found good.

After a change that is meant: ``pytest tests/tui/rooms/today/test_pictures.py --snapshot-update -n 0``, then look at them.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from textual.pilot import Pilot

from netkeeper.actions.interactions.log import Promises
from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from tests.tui.cast import Cast
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)
SnapCompare = Callable[..., bool]
Picture = Callable[..., bool]


@pytest.fixture
def picture(snap_compare: SnapCompare, folder: str) -> Picture:
    """Compares the app with a picture, after some keys."""

    def compare(*keys: str, typed: str = "", size: tuple[int, int] = (80, 24), theme: str = "jarvi") -> bool:
        app = NetkeeperApp(Network(folder), lambda: TODAY)

        async def before(pilot: Pilot[None]) -> None:
            screen = Opened(app, pilot)
            app.theme_applier.apply_theme(theme)
            await screen.settled()
            await screen.press(*keys)
            await screen.type(typed)
            # A search in People reads what was logged in a thread.
            await screen.sees(gone="still being read")
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


@pytest.mark.parametrize("theme", ["jarvi", "koivu"])
def test_today(picture: Picture, cast: Cast, theme: str) -> None:
    cast.usual()
    assert picture(theme=theme)


@pytest.mark.parametrize("theme", ["sauna", "kaamos", "majakka", "hanki", "liitu"])
def test_every_theme(picture: Picture, cast: Cast, theme: str) -> None:
    cast.usual()
    assert picture("l", typed="coffee, wants an offer feel:4 next:2w", theme=theme)


def test_today_wide(picture: Picture, cast: Cast) -> None:
    cast.usual()
    assert picture("j", "m", size=(120, 40))


def test_today_narrow(picture: Picture, cast: Cast) -> None:
    cast.usual()
    assert picture(size=(56, 20))


def test_a_person_narrow(picture: Picture, cast: Cast) -> None:
    cast.usual()
    assert picture("enter", size=(56, 20))


@pytest.mark.parametrize("theme", ["jarvi", "koivu"])
def test_quick_log(picture: Picture, cast: Cast, theme: str) -> None:
    cast.usual()
    assert picture("l", typed="coffee, wants an offer feel:4 next:2w", theme=theme)


def test_quick_log_with_a_slip(picture: Picture, cast: Cast) -> None:
    cast.usual()
    assert picture("l", typed="coffee next:soon")


def test_snooze(picture: Picture, cast: Cast) -> None:
    cast.usual()
    assert picture("s", typed="next fri")


def test_follow_up(picture: Picture, cast: Cast) -> None:
    cast.usual()
    assert picture("f", typed="send the photos")


def test_help(picture: Picture, cast: Cast) -> None:
    cast.usual()
    assert picture("question_mark")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_jump(picture: Picture, cast: Cast, size: tuple[int, int]) -> None:
    cast.usual()
    assert picture("ctrl+o", size=size)


@pytest.mark.parametrize("theme", ["koivu", "liitu"])
def test_jump_in_a_dialog(picture: Picture, cast: Cast, theme: str) -> None:
    cast.usual()
    assert picture("l", "ctrl+o", "k", theme=theme)


def test_an_empty_network(picture: Picture) -> None:
    assert picture()


def test_all_done(picture: Picture, cast: Cast) -> None:
    people = cast.usual()
    cast.promise(people["Cai"], "bring the flyers", date(2026, 11, 27))
    for name in ("Anna", "Pekka", "Heidi", "Maija", "Bo"):
        cast.log(people[name], "done", TODAY, Promises.CLOSE_DUE)
    assert picture()


def test_a_toast(picture: Picture, cast: Cast) -> None:
    cast.usual()
    assert picture("d")
