"""Whole days in a real terminal: open, log, quit, be killed, open again."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import vobject

from tests.e2e.terminal import Terminal, nk

if sys.platform == "win32":
    pytest.skip("there is no pty on Windows", allow_module_level=True)

PHONE_EXPORT = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=A4rvi;Aino;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Aino J=C3=A4rvi
TEL;CELL:+358405550111
BDAY:1999-11-25
END:VCARD
BEGIN:VCARD
VERSION:2.1
N:Bergman;Bo;;;
FN:Bo Bergman
TEL;CELL;PREF:+358405550112
EMAIL;WORK:bo@utu.example
ORG:Utu Oy;Sales
X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;Bobo;1;;;;;;;;;;;;;
END:VCARD
BEGIN:VCARD
VERSION:2.1
N:Chen;Cai;;;
FN:Cai Chen
TEL;HOME:09 555 0113
END:VCARD
"""


@pytest.fixture
def phone_export(tmp_path: Path) -> str:
    path = tmp_path / "contacts.vcf"
    path.write_text(PHONE_EXPORT, encoding="utf-8")
    return str(path)


@pytest.fixture
def app() -> Iterator[type[Terminal]]:
    """Opens terminals, and leaves none behind."""
    opened: list[Terminal] = []

    class Opened(Terminal):
        def __init__(self, *arguments: str, columns: int = 80, lines: int = 24) -> None:
            super().__init__(arguments, columns=columns, lines=lines)
            opened.append(self)

    yield Opened
    for terminal in opened:
        terminal.kill()


def test_what_is_logged_in_the_app_is_there_after_quitting_and_after_a_kill(app: type[Terminal]) -> None:
    nk("add", "Anna Virtanen", "org:Valimo")
    nk("followup", "anna", "send the offer", "due:today")

    first = app()
    first.wait_for("Today", "Anna Virtanen", "send the offer")
    first.type("l")
    first.wait_for("Log", "Anna Virtanen")
    first.type("coffee, wants a workshop next:2w feel:4")
    first.wait_for("feeling 4", "Mon 7 Dec")
    first.type("\r")
    first.wait_for("Logged a meeting with Anna Virtanen")
    first.type("q")
    assert first.wait_for_end() == 0

    shown = json.loads(nk("show", "anna", "--json"))
    assert [item["note"] for item in shown["interactions"]] == ["coffee, wants a workshop"]
    assert shown["next_due"] == "2026-12-07"

    nk("followup", "anna", "bring the samples", "due:today")
    second = app()
    second.wait_for("bring the samples")
    second.type("l")
    second.wait_for("Log")
    second.type("tea\r")
    second.wait_for("Logged a meeting with Anna Virtanen")
    second.kill()

    assert "bad" not in nk("doctor")
    again = json.loads(nk("show", "anna", "--json"))
    assert [item["note"] for item in again["interactions"]] == ["tea", "coffee, wants a workshop"]
    third = app(columns=120, lines=40)
    third.wait_for("Today", "netkeeper")


def test_a_new_users_first_day(app: type[Terminal], phone_export: str, tmp_path: Path) -> None:
    assert "3 new" in nk("import", phone_export)

    terminal = app()
    terminal.wait_for("Today", "Aino Järvi", "birthday")
    for who in ("aino", "bo", "cai"):
        nk("log", who, "met at the fair", "next:1w")
        terminal.wait_for("Logged a meeting with")
    nk("undo")
    terminal.wait_for("Took back")
    terminal.kill()

    assert "bad" not in nk("doctor")
    people = {person["name"]: person for person in json.loads(nk("list", "--json"))}
    met = {name: person["last_interaction"] for name, person in people.items()}
    assert met == {"Aino Järvi": "2026-11-23", "Bo Bergman": "2026-11-23", "Cai Chen": None}

    out = tmp_path / "out.vcf"
    nk("export", "-o", str(out))
    cards = {card.fn.value: card for card in vobject.readComponents(out.read_text(encoding="utf-8"))}
    assert cards.keys() == people.keys()
    assert cards["Bo Bergman"].tel.value == "+358405550112"
    assert cards["Bo Bergman"].email.value == "bo@utu.example"
    assert cards["Aino Järvi"].bday.value == "1999-11-25"
    assert "x-android-custom" in cards["Bo Bergman"].contents


def test_two_shells_and_the_app_write_at_once(app: type[Terminal]) -> None:
    nk("add", "Anna Virtanen")
    nk("followup", "anna", "send the offer", "due:today")
    terminal = app()
    terminal.wait_for("send the offer")
    terminal.type("l")
    terminal.wait_for("Log")
    terminal.type("half a no")
    nk("log", "anna", "from the shell", "--keep")
    terminal.wait_for("half a no")
    terminal.type("te\r")
    # The note stays to be seen: in the timeline of her who was dealt with, and in what was understood.
    terminal.wait_for("Logged a meeting with Anna Virtanen")
    terminal.type("q")
    assert terminal.wait_for_end() == 0
    shown = json.loads(nk("show", "anna", "--json"))
    assert sorted(item["note"] for item in shown["interactions"]) == ["from the shell", "half a note"]
