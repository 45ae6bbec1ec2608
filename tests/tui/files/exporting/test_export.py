"""Taking people out from the app: whom, how, and where to."""

from __future__ import annotations

import json
import os
import stat
import sys
from datetime import date
from pathlib import Path

import platformdirs
import pytest

from netkeeper.store.network import Network
from netkeeper.tui.files.exporting.export_dialog import ExportDialog
from netkeeper.tui.forms.completing_input import CompletingInput
from tests.tui.cast import Cast
from tests.tui.conftest import OpenApp
from tests.tui.hostile import WORST
from tests.tui.opened import Opened
from tests.tui.test_hostile_text import hostile_everywhere

TODAY = date(2026, 11, 23)


@pytest.fixture
def downloads(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that a file is written to unless another is named."""
    folder = surroundings / "Downloads"
    folder.mkdir()
    monkeypatch.setattr(platformdirs, "user_downloads_dir", lambda: str(folder))
    return folder


def path_line(app: Opened) -> CompletingInput:
    return app.app.screen.query_one("#path", CompletingInput)


async def write_over(app: Opened, text: str) -> None:
    """Type another path in the place of what stands there."""
    await app.press("end", "ctrl+u")
    await app.type(text)


async def done(app: Opened) -> str:
    """Wait until the file is there; returns what was said."""
    await app.until(lambda: not isinstance(app.app.screen, ExportDialog) and bool(app.toasts()))
    return app.toasts()[0]


async def test_everybody_goes_out_to_a_file_that_only_this_user_reads(
    open_app: OpenApp, cast: Cast, downloads: Path
) -> None:
    cast.usual()
    async with open_app() as app:
        await app.press("x")
        await app.sees("everybody · 8 people, archived or not", "● vCard", "phones, Google", "contacts-2026-11-23.vcf")
        await app.press("enter")
        assert await done(app) == (
            f"Exported 8 people to {Path('~', 'Downloads', 'contacts-2026-11-23.vcf')}, which only you can read."
        )
    path = downloads / "contacts-2026-11-23.vcf"
    assert path.read_text(encoding="utf-8").count("BEGIN:VCARD") == 8
    if sys.platform != "win32":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_those_who_are_found_or_selected_go_out(open_app: OpenApp, cast: Cast, downloads: Path) -> None:
    cast.usual()
    async with open_app(size=(120, 40), keys=["2", "slash"]) as app:
        await app.type("field:design")
        await app.press("enter", "x")
        await app.sees("the 2 people found")
        await app.click("netkeeper's own")
        await app.sees("contacts-2026-11-23.json", "loses nothing")
        await app.click("enter export")
        assert "Exported 2 people" in await done(app)
        whole = json.loads((downloads / "contacts-2026-11-23.json").read_text(encoding="utf-8"))
        assert sorted(each["name"] for each in whole["contacts"]) == ["Anna Virtanen", "Maija Lehto"]
        await app.press("space", "x")
        await app.sees("Export")
        await app.press("enter")
        assert "Exported 1 person" in await done(app)


async def test_the_name_follows_the_format_until_it_is_ones_own(open_app: OpenApp, cast: Cast, downloads: Path) -> None:
    cast.usual()
    async with open_app(keys=["x"]) as app:
        await app.press("shift+tab", "n")
        assert path_line(app).value.endswith("contacts-2026-11-23.json")
        await app.press("v", "tab")
        assert path_line(app).value.endswith("contacts-2026-11-23.vcf")
        await write_over(app, "~/team.txt")
        await app.press("shift+tab", "n", "tab")
        assert path_line(app).value == "~/team.txt"
        # A name that ends as another format's files do names that format.
        await write_over(app, "~/team.vcf")
        await app.sees("● vCard", "phones, Google")
        await app.press("enter")
        await done(app)
    assert (downloads.parent / "team.vcf").read_bytes().startswith(b"BEGIN:VCARD")


async def test_a_file_that_is_there_is_replaced_only_by_a_second_enter(
    open_app: OpenApp, cast: Cast, downloads: Path
) -> None:
    cast.usual()
    mine = downloads / "mine.vcf"
    mine.write_text("mine")
    async with open_app(size=(120, 40), keys=["x"]) as app:
        await write_over(app, str(Path("~", "Downloads", "mine.vcf")))
        await app.press("enter")
        await app.sees("mine.vcf is there already (4 B, changed ", "Enter again")
        # Anything else that is done forgets the question.
        await app.type("x")
        await app.press("backspace")
        await app.sees("mine.vcf", gone="Enter again")
        await app.press("enter")
        await app.sees("Enter again")
        assert mine.read_text() == "mine"
        await app.press("enter")
        await done(app)
    assert mine.read_bytes().startswith(b"BEGIN:VCARD")


async def test_a_file_that_appears_meanwhile_is_asked_about_too(
    open_app: OpenApp, cast: Cast, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.usual()
    path = downloads / "contacts-2026-11-23.vcf"
    async with open_app(keys=["x"]) as app:
        checked = ExportDialog._checked

        def then_it_appears(dialog: ExportDialog) -> str:
            found = checked(dialog)
            path.write_text("mine")
            return found

        monkeypatch.setattr(ExportDialog, "_checked", then_it_appears)
        await app.press("enter")
        await app.sees("is there already", "Enter again replaces it")
        assert path.read_text() == "mine"


async def test_the_name_offered_is_not_there_yet(open_app: OpenApp, cast: Cast, downloads: Path) -> None:
    cast.usual()
    (downloads / "contacts-2026-11-23.vcf").write_text("mine")
    async with open_app(keys=["x"]) as app:
        await app.sees("contacts-2026-11-23-2.vcf")


async def test_what_cannot_be_is_said_and_nothing_typed_is_lost(
    open_app: OpenApp, cast: Cast, downloads: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.usual()
    (downloads / "old").mkdir()
    home = Path("~", "Downloads")
    async with open_app(size=(120, 40), keys=["x"]) as app:
        for typed, said in (
            (str(home / "no such" / "x.vcf"), "There is no folder"),
            (str(home / "old"), "is a folder; write a name for the file too, like"),
            (str(home) + os.sep, "is a folder"),
            ("", "Write where the file is to go"),
        ):
            await write_over(app, typed)
            if path_line(app).suggestions:
                await app.press("escape")  # What is suggested would cover the answer.
            await app.press("enter")
            await app.sees(said)
            assert path_line(app).value == typed
        await write_over(app, str(home / "x.vcf"))

        def full(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        monkeypatch.setattr("netkeeper.system.files.write_all", full)
        await app.press("enter")
        await app.sees("the disk is")
        assert path_line(app).value == str(home / "x.vcf")
        assert os.listdir(downloads) == ["old"]
        await app.press("escape")
        await app.sees("Escape again leaves")


async def test_folders_are_completed_and_pasted_paths_work(open_app: OpenApp, cast: Cast, downloads: Path) -> None:
    cast.usual()
    (downloads / "address books").mkdir()
    async with open_app(keys=["x"]) as app:
        await write_over(app, str(Path("~", "Downl")))
        await app.sees(f"Downloads{os.sep}")
        await app.press("tab")
        await app.type("addr")
        await app.press("tab")
        await app.type("a.vcf")
        await app.press("enter")
        await done(app)
        assert (downloads / "address books" / "a.vcf").exists()
        # Where one was last is where the next one goes.
        await app.press("x")
        await app.sees(os.path.join("address books", "contacts-2026"))
        await app.press("ctrl+u")
        await app.paste((downloads / "b c.vcf").as_uri() if sys.platform != "win32" else str(downloads / "b c.vcf"))
        await app.press("enter")
        await app.until(lambda: (downloads / "b c.vcf").exists())


async def test_nobody_to_export_is_said(open_app: OpenApp, downloads: Path) -> None:
    async with open_app(keys=["x", "enter"]) as app:
        await app.sees("There is nobody to export yet.")
        assert os.listdir(downloads) == []


async def test_hostile_people_and_names_go_out_and_are_shown_safely(
    open_app: OpenApp, cast: Cast, downloads: Path, folder: str
) -> None:
    for stored in WORST:
        hostile_everywhere(cast, stored)
    async with open_app(size=(120, 40)) as app:
        for stored, shown in WORST.items():
            app.app.push_screen(ExportDialog(app.app.session, [], stored))
            await app.sees(shown)
            await app.press("escape")
        await app.press("x", "shift+tab", "n", "enter")
        assert f"Exported {len(WORST)} people" in await done(app)
    assert (downloads / "contacts-2026-11-23.json").stat().st_size > 1000
    assert Network(folder).people_count == len(WORST)
