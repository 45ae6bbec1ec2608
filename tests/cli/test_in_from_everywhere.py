"""A member's three address books come in one after another, and everything goes out again."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import icalendar
import pytest
import vobject

from tests.cli.conftest import Run

LINKEDIN = """\
Notes:
"When exporting your connection data, you may notice that some of the email addresses are missing."

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Anna,Virtanen,https://www.linkedin.com/in/anna-virtanen,,Valio Oy,Brand lead,12 Mar 2024
Pekka,Salo,https://www.linkedin.com/in/psalo,pekka@fazer.example,Fazer,Buyer,7 Feb 2022
Åsa,Lindqvist,https://www.linkedin.com/in/asalind,,Form & Co,Designer,1 May 2026
"""

GOOGLE = """\
First Name,Middle Name,Last Name,Notes,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value,\
Website 1 - Label,Website 1 - Value
Anna,,Virtanen,met at Slush,food ::: * myContacts,* Work,anna@valio.example,Mobile,040 555 0101,Profile,\
http://linkedin.com/in/anna-virtanen/
Pekka,,Salo,,* myContacts,Work,PEKKA@fazer.example,,,,
Dina,,Dahl,,* myContacts,,,Mobile,+358 40 555 0104,,
"""

PHONE = """\
BEGIN:VCARD
VERSION:2.1
N:Virtanen;Anna;;;
FN:Anna Virtanen
TEL;CELL:+358405550101
BDAY:1988-05-14
END:VCARD
BEGIN:VCARD
VERSION:2.1
N:Dahl;Dina;;;
FN:Dina Dahl
TEL;CELL:+358 (0)40 555 0104
EMAIL;INTERNET:dina@home.example
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=84yr=C3=A4s;V=C3=A4in=C3=B6;;;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:V=C3=A4in=C3=B6 =C3=84yr=C3=A4s
TEL;CELL:0405550105
END:VCARD
"""

NAMES = ["Anna Virtanen", "Dina Dahl", "Pekka Salo", "Väinö Äyräs", "Åsa Lindqvist"]


@pytest.fixture
def brought(nk: Run, tmp_path: Path) -> Path:
    """The folder of the three files, which have come in."""
    files = {"Connections.csv": LINKEDIN, "contacts.csv": GOOGLE, "phone.vcf": PHONE}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        ran = nk("import", str(tmp_path / name))
        assert ran.status == 0, ran.err
    return tmp_path


def everybody(nk: Run) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(nk("list", "--json").out)
    return sorted(found, key=lambda person: str(person["name"]))


def test_nobody_is_here_twice_and_everybody_has_what_each_file_says(nk: Run, brought: Path) -> None:
    people = {person["name"]: person for person in everybody(nk)}
    assert sorted(people) == sorted(NAMES)
    anna = people["Anna Virtanen"]
    assert [email["value"] for email in anna["emails"]] == ["anna@valio.example"]
    assert [phone["value"] for phone in anna["phones"]] == ["040 555 0101"]
    assert (anna["organization"], anna["birthday"], anna["fields"]) == ("Valio Oy", "1988-05-14", ["food"])
    assert people["Dina Dahl"]["emails"][0]["value"] == "dina@home.example"
    before = nk("list", "--json").out
    for name in ("Connections.csv", "contacts.csv", "phone.vcf"):
        assert nk("import", str(brought / name)).status == 0
    assert nk("list", "--json").out == before


def test_each_file_is_taken_back_in_one_step(nk: Run, brought: Path) -> None:
    for left in (4, 3, 0):
        assert nk("undo").status == 0
        assert len(everybody(nk)) == left


def test_look_alikes_are_merged_and_unmerged(nk: Run, brought: Path) -> None:
    nk("add", "Anna Virtnen", "phone:+358 40 555 0101", "note:'likes rye bread'")
    before = nk("list", "--json").out
    assert "same phone" in nk("duplicates").out
    assert nk("merge", "Anna Virtanen", "Anna Virtnen").status == 0
    assert len(everybody(nk)) == len(NAMES)
    assert nk("undo").status == 0
    assert nk("list", "--json").out == before


def test_the_pack_in_an_empty_netkeeper_is_the_same_network(
    nk: Run, brought: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nk("log", "anna", "coffee", "next:2w", "feel:4", "about the offer")
    nk("step", "pekka", "customer", "bought the workshop")
    assert nk("leave", str(brought / "pack")).status == 0
    before = everybody(nk)
    monkeypatch.setenv("NETKEEPER_DATA", str(brought / "other"))
    assert nk("import", str(brought / "pack" / "network.json")).status == 0
    assert everybody(nk) == before
    shown = json.loads(nk("show", "anna", "--json").out)
    assert (len(shown["interactions"]), len(shown["followups"])) == (1, 1)


def test_other_programs_read_all_that_is_written(nk: Run, brought: Path) -> None:
    nk("log", "anna", "coffee", "next:2w")
    nk("leave", str(brought / "pack"))
    for name in ("contacts.vcf", "contacts-vcard-4.vcf"):
        text = (brought / "pack" / name).read_text(encoding="utf-8")
        cards = list(vobject.readComponents(text))
        assert sorted(card.fn.value for card in cards) == sorted(NAMES)
    for name in ("follow-ups.ics", "follow-ups-as-events.ics"):
        calendar = icalendar.Calendar.from_ical((brought / "pack" / name).read_bytes())
        assert any("Anna Virtanen" in str(each.get("summary")) for each in calendar.subcomponents)


def test_khard_lists_an_export_right(nk: Run, brought: Path) -> None:
    assert nk("export", "-o", str(brought / "all.vcf")).status == 0
    book = brought / "book"
    book.mkdir()
    text = (brought / "all.vcf").read_text(encoding="utf-8")
    for place, card in enumerate(text.split("BEGIN:VCARD")[1:]):
        (book / f"{place}.vcf").write_text(f"BEGIN:VCARD{card}", encoding="utf-8", newline="")
    (brought / "khard.conf").write_text(
        f"[addressbooks]\n[[book]]\npath = {book}\n[general]\n[contact table]\n[vcard]\n"
    )

    def khard(*args: str) -> list[list[str]]:
        program = str(Path(sys.executable).with_name("khard"))
        ran = subprocess.run(
            [program, "-c", str(brought / "khard.conf"), *args, "--parsable"],
            capture_output=True,
            encoding="utf-8",
            check=True,
        )
        return sorted(line.split("\t") for line in ran.stdout.splitlines() if "\t" in line)

    assert sorted(line[1] for line in khard("list")) == sorted(NAMES)
    assert [line[:2] for line in khard("email")] == [
        ["anna@valio.example", "Anna Virtanen"],
        ["dina@home.example", "Dina Dahl"],
        ["pekka@fazer.example", "Pekka Salo"],
    ]
    assert [line[:2] for line in khard("phone")] == [
        ["+358 40 555 0104", "Dina Dahl"],
        ["040 555 0101", "Anna Virtanen"],
        ["0405550105", "Väinö Äyräs"],
    ]
    assert khard("birthdays") == [["1988.05.14", "Anna Virtanen"]]


def test_the_person_decides_otherwise_by_the_numbers_of_a_trial(nk: Run, tmp_path: Path) -> None:
    path = str(tmp_path / "Connections.csv")
    Path(path).write_text(LINKEDIN, encoding="utf-8")
    assert nk("import", path, "--dry-run").out.splitlines()[1].startswith("2  new  Pekka Salo")
    shown = nk("import", path, "--dry-run", "--choose", "2=skip").out
    assert "2  left out  Pekka Salo" in shown
    assert "It would be 2 new, 0 updated, 0 here already, 1 left out; nothing was changed." in shown
    assert everybody(nk) == []
    assert nk("import", path, "--choose", "2=skip").status == 0
    assert [person["name"] for person in everybody(nk)] == ["Anna Virtanen", "Åsa Lindqvist"]
    assert nk("import", path, "--choose", "1=add").status == 0
    assert [person["name"] for person in everybody(nk)].count("Anna Virtanen") == 2


def test_odd_names_come_back_as_the_same_people(nk: Run, tmp_path: Path) -> None:
    (tmp_path / "odd.csv").write_text("Name,Email\n\x1b[31mEve\x1b[0m,\n", encoding="utf-8")
    assert nk("import", str(tmp_path / "odd.csv")).status == 0
    assert nk("export", "-o", str(tmp_path / "odd.vcf")).status == 0
    assert "0 new, 0 updated, 1 here already" in nk("import", str(tmp_path / "odd.vcf")).out


def test_one_number_is_chosen_once(nk: Run, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("Name\nEve\n", encoding="utf-8")
    ran = nk("import", str(tmp_path / "a.csv"), "--choose", "1=skip", "--choose", "1=add")
    assert (ran.status, everybody(nk)) == (2, [])
    assert "twice" in ran.err


@pytest.mark.parametrize(
    ("choice", "status", "said"),
    [
        ("9=skip", 1, "There is no number 9 to choose; there are 1 to 3."),
        ("0=skip", 1, "There is no number 0 to choose"),
        ("1=update", 1, "Number 1 (Anna Virtanen) can't be update; it can be add or skip."),
        ("1=drop", 2, "say a number of --dry-run and what to do"),
        ("anna=skip", 2, "say a number of --dry-run and what to do"),
    ],
)
def test_what_cannot_be_chosen_changes_nothing(nk: Run, tmp_path: Path, choice: str, status: int, said: str) -> None:
    path = tmp_path / "Connections.csv"
    path.write_text(LINKEDIN, encoding="utf-8")
    ran = nk("import", str(path), "--choose", choice)
    assert (ran.status, ran.out) == (status, "")
    assert said in ran.err
    assert everybody(nk) == []


def test_a_guessed_encoding_is_told_with_the_option_that_names_another(nk: Run, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_bytes("Name,Email\nÄijä Öhman,a@one.example\n".encode("cp1252"))
    ran = nk("import", str(file), "--dry-run")
    assert "if letters look wrong, name another encoding" in ran.out
    assert ran.err == "--encoding NAME names another encoding: windows-1252, mac-roman …\n"
