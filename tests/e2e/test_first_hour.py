"""The first hour of somebody who has never seen it, in a real terminal of 80 columns and 24 lines."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there is no pty on Windows", allow_module_level=True)

from tests.e2e.terminal import Terminal, nk

NAMES = (
    "Anna Virtanen",
    "Bo Bergman",
    "Cai Chen",
    "Dina Dahl",
    "Elli Eskola",
    "Fiona Forss",
    "Gro Gran",
    "Heidi Moilanen",
    "Iida Ilves",
    "Juhani Pesonen",
)

FILE = "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Kai Koski\r\nTEL:+358405550177\r\nEND:VCARD\r\n"


@pytest.fixture
def downloads(surroundings: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that files are chosen from and written to."""
    folder = surroundings / "Downloads"
    folder.mkdir()
    monkeypatch.setenv("XDG_DOWNLOAD_DIR", str(folder))
    return folder


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """The terminals of a test; none is left behind."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.kill()


def opened(terminals: list[Terminal]) -> Terminal:
    terminals.append(Terminal())
    return terminals[-1]


def everybody() -> dict[str, dict[str, object]]:
    return {person["name"]: person for person in json.loads(nk("list", "--json"))}


@pytest.mark.slow  # an hour of somebody new, typed into a real terminal
def test_all_of_it_by_what_the_screen_says(downloads: Path, surroundings: Path, terminals: list[Terminal]) -> None:
    app = opened(terminals)
    app.wait_for("Welcome", "Your name", "enter begin")
    app.type("Meri Mattila")
    app.press("enter")
    app.wait_for("Nobody is in your network yet.", "a   adds somebody you met", gone="Your name")

    # Ten people; what is typed comes in one go, as over a slow line.
    for name in NAMES:
        app.press("a")
        app.wait_for("Add somebody", "^s save")
        app.type(f"{name}\tOrg of {name.split()[0]}")
        app.press("ctrl+s")
        app.wait_for(f"Added {name}", gone="Add somebody")
    assert everybody().keys() == set(NAMES)

    # One of them by half a name.
    app.press("slash")
    app.type("moil")
    app.wait_for("People · 1 of 10", "Heidi Moilanen")
    app.press("enter")
    app.wait_for("esc back")
    app.escape()
    app.wait_for("People · 10")

    # Five of them tagged at once.
    app.press("g", *["space"] * 5)
    app.wait_for("5 selected", "t tag")
    app.press("t")
    app.wait_for("Tag · 5 people", "enter tag")
    app.type("design\r")
    app.wait_for("Tagged Anna Virtanen, Bo Bergman", gone="Tag · 5 people")
    assert [person["fields"] for person in everybody().values()].count(["design"]) == 5
    app.escape()

    # One moved up the ladder, and back.
    app.press("g", "p")
    app.wait_for("Step · Anna Virtanen", "● customer", "enter move")
    app.press("enter")
    app.wait_for("Moved Anna Virtanen from potential to customer", gone="Step ·")
    assert everybody()["Anna Virtanen"]["step"] == "customer"
    app.press("u")
    app.wait_for("Took back: Moved Anna Virtanen")
    assert everybody()["Anna Virtanen"]["step"] == "potential"

    # A phone number.
    app.press("e")
    app.wait_for("Edit · Anna Virtanen", "Phone")
    app.press(*["down"] * 4)
    app.type("+358 50 123 4567")
    app.press("ctrl+s")
    app.wait_for("Edited Anna Virtanen", "+358 50 123 4567", gone="Edit ·")

    # The theme and a key.
    app.press("comma")
    app.wait_for("Settings", "Theme", "Keys")
    app.press("j", "j", "j")
    app.wait_for("Koivu", "Kaamos")
    app.press("enter")
    app.wait_for("enter keep")
    app.press("j", "enter")
    app.escape()
    app.wait_for("People · 10", gone="Settings")
    app.press("comma")
    app.wait_for("Settings")
    app.press("G", "enter")
    app.wait_for("enter new key", "u            Take back the last thing done")
    app.press("j", "j", "enter")
    app.wait_for("Another key", "Now u. Press the new key.")
    app.press("ctrl+b")
    app.wait_for("was u", gone="Another key")
    app.escape()
    app.wait_for("People · 10", gone="Settings")
    config = (surroundings / "config" / "config.toml").read_text(encoding="utf-8")
    assert "theme = " in config
    assert '"room.undo" = "ctrl+b"' in config

    # A file comes in, and a part goes out.
    (downloads / "contacts.vcf").write_text(FILE, encoding="utf-8", newline="")
    app.press("i")
    app.wait_for("from which file?", "contacts.vcf")
    app.press("enter")
    app.wait_for("1 new", "bring them in")
    app.press("i")
    app.wait_for("Imported contacts.vcf (1 new, 0 updated)", "People · 11")
    app.press("slash")
    app.type("field:design")
    app.wait_for("People · 5 of 11")
    app.press("enter")
    app.wait_for("esc back")
    app.press("x")
    app.wait_for("Export", "the 5 people found", "enter export")
    app.press("enter")
    app.wait_for("Exported 5 people to", gone="enter export")
    (written,) = (path for path in downloads.iterdir() if path.name != "contacts.vcf")
    assert written.read_text(encoding="utf-8").count("BEGIN:VCARD") == 5

    app.press("q")
    assert app.wait_for_end() == 0
    assert "bad" not in nk("doctor")
    again = opened(terminals)
    again.wait_for("netkeeper", "Today")
    again.press("2")
    again.wait_for("People · 11", "Kai Koski")
