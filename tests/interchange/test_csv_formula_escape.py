"""Cells that a spreadsheet would take for formulas (OWASP ASVS 5.0, 1.2.10)."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.csv import read_csv, write_csv, write_google, write_outlook
from netkeeper.interchange.csv.formula_escape import escape_cell, escape_formula, unescape_cell, unescape_formula
from tests.interchange.tables import read_one, table

SIGNS = ("=", "+", "-", "@", "\t", "\r", "\0", "＝", "＋", "－", "＠")
TEXTS = st.text(st.sampled_from([*SIGNS, "'", '"', " ", "\n", ";", "a", "1", ","]), max_size=12) | st.text(max_size=12)


def cells(data: bytes) -> list[str]:
    """The cells of the first row."""
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))[1]


@given(TEXTS)
def test_freeing_undoes_guarding(text: str) -> None:
    assert unescape_formula(escape_formula(text)) == text


@given(TEXTS | st.from_regex(r"'{0,3}[0-9]{0,14}", fullmatch=True))
def test_freeing_undoes_guarding_of_numbers_too(text: str) -> None:
    assert unescape_cell(escape_cell(text)) == text


def test_a_number_that_a_spreadsheet_would_change_is_guarded() -> None:
    assert list(map(escape_cell, ("0405550101", "00100", "358405550101", "2026", "0", "040 555"))) == [
        "'0405550101", "'00100", "'358405550101", "2026", "0", "040 555",
    ]  # fmt: skip


@given(TEXTS)
def test_no_guarded_cell_begins_with_a_sign_wherever_a_spreadsheet_begins_one(text: str) -> None:
    for start in escape_formula(text).replace("\r", "\n").replace(";", "\n").split("\n"):
        assert not start.lstrip('" ').startswith(("=", "+", "-", "@", "\t", "\0", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("sign", SIGNS)
def test_a_cell_with_a_sign_is_guarded_and_comes_back(sign: str) -> None:
    contact = Contact(
        "", "Anna", title=f"{sign}1+1", notes=f"{sign}cmd|' /C calc'!A0", organization=f"'{sign}x", met=f"''{sign}"
    )
    data = write_csv([WriteContact(contact)])
    assert {f"'{sign}1+1", f"'{sign}cmd|' /C calc'!A0", f"''{sign}x", f"'''{sign}"} <= set(cells(data))
    assert read_one(data).contact == contact


def test_what_follows_a_semicolon_or_a_line_break_is_guarded_too() -> None:
    contact = Contact("", "Anna", notes='Hi;=1+1\n- a list\n "=x"\nplain -1')
    data = write_csv([WriteContact(contact)])
    assert "Hi;'=1+1\n'- a list\n' \"=x\"\nplain -1" in cells(data)
    assert read_one(data).contact == contact


def test_ordinary_cells_are_left_alone() -> None:
    contact = Contact("", "O'Neill", title="R&D - lead", notes="a=b\nc+d", emails=(Labelled("a-b@c.example"),))
    assert {"O'Neill", "R&D - lead", "a=b\nc+d", "a-b@c.example"} <= set(cells(write_csv([WriteContact(contact)])))


def test_machines_can_have_the_cells_as_they_are() -> None:
    contact = Contact("", "=Anna", title="'=1", phones=(Labelled("+358 40 1"),))
    data = write_csv([WriteContact(contact)], guard=False)
    assert {"=Anna", "'=1", "+358 40 1"} <= set(cells(data))
    assert read_one(data).contact == contact


@pytest.mark.parametrize("write", [write_google, write_outlook])
def test_google_and_outlook_get_phones_as_they_are(write: object) -> None:
    contact = Contact("", "Anna", phones=(Labelled("+358 40 1", "mobile"),), notes="'=x")
    data = write([WriteContact(contact)])  # type: ignore[operator]
    assert "+358 40 1" in cells(data)
    found = read_one(data).contact
    assert (found.phones, found.notes) == (contact.phones, "'=x")


def test_a_guard_in_somebody_elses_table_is_taken_off() -> None:
    read = read_one(table(["Name", "Phone", "Notes"], ["Anna", "'+358 40 1", "it's '=1"]))
    assert [phone.value for phone in read.contact.phones] == ["+358 40 1"]
    assert read.contact.notes == "it's '=1"


def test_a_table_that_was_sorted_and_cut_in_a_spreadsheet_still_comes_back() -> None:
    people = [
        Contact("", f"N{number}", phones=(Labelled(f"+358 {number}", "mobile"),), notes="-x") for number in range(3)
    ]
    rows = list(csv.reader(io.StringIO(write_csv(map(WriteContact, people)).decode("utf-8-sig"), newline="")))
    keep = [place for place, name in enumerate(rows[0]) if name in ("Name", "Phone 1", "Phone 1 label", "Notes")]
    cut = [[row[place] for place in reversed(keep)] for row in [rows[0], *reversed(rows[1:])]]
    found = read_csv(table(*cut, separator=";")).contacts
    assert [read.contact for read in found] == [replace(person, id="") for person in reversed(people)]
