"""Pictures of bringing people in and taking them out, compared with those that were looked at and found good."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import date
from pathlib import Path

import platformdirs
import pytest
from textual.pilot import Pilot

from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.files.importing.plan_list import PlanList
from netkeeper.tui.files.importing.preview_screen import ImportPreview
from netkeeper.tui.jobs.working_screen import ProgressDialog
from tests.tui.cast import Cast
from tests.tui.import_files import USUAL, card, write
from tests.tui.opened import Opened

TODAY = date(2026, 11, 23)
NORMAL, WIDE, NARROW = (80, 24), (120, 40), (56, 20)
Picture = Callable[..., bool]
Go = Callable[[Opened], Awaitable[None]]


@pytest.fixture
def picture(
    snap_compare: Callable[..., bool], folder: str, surroundings: Path, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> Picture:
    """Compares the app with a picture, after going somewhere."""
    cast.usual()
    downloads = surroundings / "Downloads"
    monkeypatch.setattr(platformdirs, "user_downloads_dir", lambda: str(downloads))
    write(downloads, "contacts.vcf", *USUAL, card("名前 太郎", "ORG:株式会社"), card("שלום כהן", "TITLE:מנהל"))
    write(downloads, "phone 2025.vcf", card("A"), days_old=200)
    write(downloads, "my network.json", days_old=3)
    write(downloads, "invoice.pdf", "%PDF-1.7", days_old=1)
    write(downloads, "evil\u202efcv.exe", days_old=2)
    write(downloads / "photos", "x.vcf")

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


def keys(*pressed: str) -> Go:
    """Press keys in the room."""

    async def go(app: Opened) -> None:
        await app.press(*pressed)

    return go


def in_plan(*pressed: str) -> Go:
    """Go to the plan of a file, and press keys there."""

    async def go(app: Opened) -> None:
        await app.press("i")
        await app.type("cont")
        await app.press("enter")
        await app.until(lambda: isinstance(app.app.screen, ImportPreview) and bool(app.app.screen.query(PlanList)))
        await app.press(*pressed)

    return go


@pytest.mark.parametrize("size", [NORMAL, WIDE, NARROW])
def test_which_file(picture: Picture, size: tuple[int, int]) -> None:
    assert picture(hide_folder_days("i"), size)


def hide_folder_days(*pressed: str) -> Go:
    """As ``keys``, where the folders' days, which are the days of the test, don't matter."""

    async def go(app: Opened) -> None:
        import os

        from tests.tui.import_files import NOON

        downloads = Path(platformdirs.user_downloads_dir())
        os.utime(downloads / "photos", (NOON, NOON))
        await app.press(*pressed)

    return go


def test_which_file_while_a_name_is_typed(picture: Picture) -> None:
    async def go(app: Opened) -> None:
        await app.press("i")
        await app.type("nothing like it")

    assert picture(go)


def test_a_file_that_is_none(picture: Picture) -> None:
    async def go(app: Opened) -> None:
        await app.press("i")
        await app.type("invoice")
        await app.press("enter")
        await app.sees("PDF")

    assert picture(go, WIDE)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
def test_what_it_brings(picture: Picture, theme: str) -> None:
    assert picture(in_plan(), theme=theme)


@pytest.mark.parametrize("size", [WIDE, NARROW])
def test_what_it_brings_at_other_sizes(picture: Picture, size: tuple[int, int]) -> None:
    assert picture(in_plan("j", "space"), size)


def test_nothing_left_to_bring(picture: Picture) -> None:
    assert picture(in_plan("s", "f", "f"))


def test_working(picture: Picture) -> None:
    async def go(app: Opened) -> None:
        shown = ProgressDialog(app.app.session, "Reading contacts.vcf", lambda _: None)
        shown._done = lambda: None  # type: ignore[method-assign]
        shown.on_screen_resume = lambda: None  # type: ignore[method-assign]
        app.app.push_screen(shown)
        await app.until(lambda: shown.has_class("-shown"))
        shown._watch.progress(62, 100)
        shown._look()

    assert picture(go)


@pytest.mark.parametrize(
    ("size", "theme"), [(NORMAL, "textual-dark"), (WIDE, "textual-light"), (NARROW, "textual-dark")]
)
def test_export(picture: Picture, size: tuple[int, int], theme: str) -> None:
    assert picture(keys("x"), size, theme)


def test_export_over_a_file(picture: Picture) -> None:
    async def go(app: Opened) -> None:
        await app.press("x", "ctrl+u")
        await app.type("~/Downloads/contacts.vcf")
        await app.press("enter")

    assert picture(go)


def test_another_encoding(picture: Picture) -> None:
    async def go(app: Opened) -> None:
        await in_plan("e")(app)
        await app.type("win")

    assert picture(go)
