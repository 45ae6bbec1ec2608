"""Pictures of merging, of those who are here twice, and of the columns of a table."""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.core.room_list import DUPLICATES
from netkeeper.tui.files.importing.columns_screen import ColumnsScreen
from netkeeper.tui.files.importing.date_order import DateOrderDialog
from netkeeper.tui.rooms.duplicates.screen import DuplicatesScreen
from netkeeper.tui.rooms.merging.screen import MergeScreen
from tests.tui.cast import Cast
from tests.tui.import_files import NOON
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)
LATER = date(2026, 3, 2)
NORMAL, WIDE, NARROW = (80, 24), (120, 40), (56, 20)
SIZES = [
    (NORMAL, "textual-dark"),
    (WIDE, "textual-light"),
    (NARROW, "textual-dark"),
]
Picture = Callable[..., bool]
Go = Callable[[Opened], Awaitable[None]]

TABLE = """Kuka;Yhteys;Mistä;Mitä muuta
Anna Virtanen;anna@valimo.example;Valimo;Tavattiin Slushissa, haluaa työpajan
名前 太郎;taro@x.example;株式会社;
Bo Bergman;;Fazer;soittaa maanantaina
;;;
שלום כהן;s@x.example;;
"""


@pytest.fixture
def picture(snap_compare: Callable[..., bool], folder: str, cast: Cast, surroundings: Path) -> Picture:
    """Compares the app with a picture, after going somewhere; with some people who are here twice."""
    cast.usual()
    anna = cast.add(
        "Anna Virtanen",
        'org:"Valimo Oy" title:"Head of brand" email:anna@valimo.example phone:"+358 40 555 0199" field:music '
        'met:"Oslo, at the fair" step:regular every:3w url:https://anna.example',
        LATER,
    )
    cast.log(anna, "wrote about the fair", date(2026, 8, 3))
    cast.promise(anna, "send photos", date(2026, 12, 1))
    cast.add("Otso Ranta", f"via:{anna.id}")
    cast.add("Pekka Salo", "org:Salmi phone:+358405550177 whose:team", LATER)
    cast.add("Heidi Moilannen", "", LATER)
    cast.add("名前 太郎", "org:株式会社 email:taro@x.example")
    cast.add("名前 太郎", "email:taro@x.example", LATER)
    (surroundings / "list.csv").write_text(TABLE, encoding="utf-8")
    (surroundings / "days.csv").write_text("Name,Birthday\nAnna,6/3/2005\n", encoding="utf-8")

    for name in ("list.csv", "days.csv"):
        os.utime(surroundings / name, (NOON, NOON))

    def compare(go: Go, size: tuple[int, int] = NORMAL, theme: str = "textual-dark") -> bool:
        app = NetkeeperApp(Network(folder), lambda: TODAY)

        async def before(pilot: Pilot[None]) -> None:
            screen = Opened(app, pilot)
            app.theme = theme
            await screen.settled()
            await go(screen)
            await pilot.pause()

        return snap_compare(app, terminal_size=size, run_before=before)

    return compare


async def twice(app: Opened) -> None:
    """Look at those who are here twice."""
    app.today.go(DUPLICATES)
    await app.quiet()
    await app.until(lambda: isinstance(app.app.screen, DuplicatesScreen) and app.app.screen.pairs is not None)
    await app.quiet()


def merging(*keys: str) -> Go:
    async def go(app: Opened) -> None:
        await twice(app)
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, MergeScreen))
        await app.press(*keys)

    return go


def columns(surroundings: Path, *keys: str) -> Go:
    async def go(app: Opened) -> None:
        await app.press("i")
        await app.paste(str(surroundings / "list.csv"))
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, ColumnsScreen))
        await app.press(*keys)

    return go


@pytest.mark.parametrize(("size", "theme"), SIZES)
def test_here_twice(picture: Picture, size: tuple[int, int], theme: str) -> None:
    assert picture(twice, size, theme)


def test_here_twice_after_one_is_not_the_same(picture: Picture) -> None:
    async def go(app: Opened) -> None:
        await twice(app)
        await app.press("n")

    assert picture(go)


def test_nobody_is_left_who_is_here_twice(picture: Picture) -> None:
    async def go(app: Opened) -> None:
        await twice(app)
        await app.press("n", "n", "n", "n")

    assert picture(go)


@pytest.mark.parametrize(("size", "theme"), SIZES)
def test_side_by_side(picture: Picture, size: tuple[int, int], theme: str) -> None:
    assert picture(merging("j", "right", "G"), size, theme)


def test_side_by_side_before_it_is_thrown_away(picture: Picture) -> None:
    assert picture(merging("right", "escape"))


@pytest.mark.parametrize(("size", "theme"), SIZES)
def test_columns(picture: Picture, surroundings: Path, size: tuple[int, int], theme: str) -> None:
    keys = ("g", "space", *"whole", "enter", "j", "space", *"email", "enter", "j", "x", "j")
    assert picture(columns(surroundings, *keys), size, theme)


def test_columns_that_nobody_knows(picture: Picture, surroundings: Path) -> None:
    assert picture(columns(surroundings))


@pytest.mark.parametrize(("size", "theme"), SIZES)
def test_what_is_in_a_column(picture: Picture, surroundings: Path, size: tuple[int, int], theme: str) -> None:
    assert picture(columns(surroundings, "space", "p", "h"), size, theme)


def test_day_or_month_first(picture: Picture, surroundings: Path) -> None:
    async def go(app: Opened) -> None:
        await app.press("i")
        await app.paste(str(surroundings / "days.csv"))
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, DateOrderDialog))

    assert picture(go)
