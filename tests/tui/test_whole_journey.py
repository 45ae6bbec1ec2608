"""Somebody who has never seen it does the whole of it, reading nothing but the screen."""

from __future__ import annotations

from pathlib import Path

import platformdirs
import pytest

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.store.network import Network
from tests.tui.conftest import OpenApp
from tests.tui.import_files import card, write
from tests.tui.opened import Opened
from tests.tui.rooms.settings.test_screen import to_key

PEOPLE = (
    "Aino Aalto",
    "Bo Bergman",
    "Cai Chen",
    "Dina Dahl",
    "Elli Eskola",
    "Fatima Farah",
    "Göran Gran",
    "Heidi Heino",
    "Ilmari Inkeri",
    "Jenni Jokela",
)


async def add_everybody(app: Opened) -> None:
    for name in PEOPLE:
        await app.press("a")
        await app.sees("Add somebody")
        await app.type(name)
        await app.press("enter")
        await app.sees(f"Added {name}", gone="Add somebody")


@pytest.mark.slow  # A whole day's work in one go.
async def test_from_ten_people_to_a_file_of_five(
    open_app: OpenApp, folder: str, surroundings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloads = tmp_path / "Downloads"
    monkeypatch.setattr(platformdirs, "user_downloads_dir", lambda: str(downloads))
    write(downloads, "contacts.vcf", card("Kaisa Koski", "TEL:040 555 0177"))
    network = Network(folder)

    def named(name: str) -> Contact:
        network.refresh()
        return next(each for each in network.contacts() if each.name == name)

    async with open_app(size=(80, 24)) as app:
        await add_everybody(app)

        # One is found by half a name.
        await app.press("2", "slash")
        await app.type("gor")
        await app.sees("Göran Gran", "1 of 10")
        await app.press("enter")

        # Five are tagged at once.
        await app.press("escape", "g", *["space"] * 5)
        await app.sees("5 selected", under_toasts=True)
        await app.press("t")
        await app.type("design")
        await app.press("enter")
        await app.sees("Tagged Aino Aalto")
        network.refresh()
        assert sum("design" in each.fields for each in network.contacts()) == 5

        # One moves up the ladder, and is where they were again.
        await app.press("escape", "g", "p")
        await app.sees("Step ·")
        await app.press("enter")
        await app.sees("Moved Aino Aalto")
        assert named("Aino Aalto").step is Step.CUSTOMER
        await app.press("u")
        await app.sees("Took back: Moved Aino Aalto")
        assert named("Aino Aalto").step is Step.POTENTIAL

        # A phone number is put in, and put right.
        for number in ("040 555 0100", "9"):
            await app.press("e")
            await app.sees("Edit · Aino Aalto")
            await app.press(*["down"] * 4)
            await app.type(number)
            await app.press("enter")
            await app.sees("Edited Aino Aalto", gone="Edit · Aino Aalto")
        assert [each.value for each in named("Aino Aalto").phones] == ["040 555 01009"]

        # The theme and a key are changed.
        await app.press("comma", "j", "j", "j", "enter", "j", "enter")
        await app.press("escape")
        await app.until(lambda: app.app.theme != "jarvi")
        await to_key(app, "Take back the last thing done")
        await app.press("enter")
        await app.sees("Another key")
        await app.press("ctrl+y")
        await app.sees("was u", gone="Another key")
        await app.press("escape")
        text = (surroundings / "config" / "config.toml").read_text()
        assert "theme = " in text
        assert '"room.undo" = "ctrl+y"' in text

        # A file comes in.
        await app.press("i")
        await app.sees("contacts.vcf")
        await app.press("enter")
        await app.sees("brings in")
        await app.press("i")
        await app.sees("Imported contacts.vcf")
        network.refresh()
        assert len(network.contacts()) == 11

        # A part goes out.
        await app.press("2", "slash")
        await app.type("field:design ")
        await app.sees("5 of 11")
        await app.press("enter", "x")
        await app.sees("the 5 people found")
        await app.press("enter")
        await app.until(lambda: len(list(downloads.glob("*2026-11-23.vcf"))) == 1)
    (exported,) = downloads.glob("*2026-11-23.vcf")
    assert exported.read_bytes().count(b"BEGIN:VCARD") == 5
    assert exported.stat().st_mode & 0o777 == 0o600
