"""What is written is what is read back, as far as each table can hold it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netkeeper.domain.people.contact import Contact
from netkeeper.interchange.cards import ParsedFile, WriteContact
from netkeeper.interchange.csv import read_csv, write_csv, write_google, write_outlook
from netkeeper.interchange.vcard import read_vcards, write_vcards
from tests.interchange import csv_exports as exports
from tests.interchange.fidelity import FORMATS, HOLDS, Format, as_held, holds_table
from tests.interchange.tables import table
from tests.interchange.test_vcard_roundtrip import FULL
from tests.strategies import contacts

WRITERS: dict[Format, Callable[[Iterable[WriteContact]], bytes]] = {
    "csv": write_csv,
    "google": write_google,
    "outlook": write_outlook,
}


@pytest.mark.parametrize("form", FORMATS)
@settings(max_examples=60, deadline=None)
@given(people=st.lists(contacts(), min_size=1, max_size=3))
def test_contacts_come_back_as_each_table_holds_them(form: Format, people: list[Contact]) -> None:
    reading = read_csv(WRITERS[form](map(WriteContact, people)))
    assert [read.contact for read in reading.contacts] == [as_held(contact, form) for contact in people]
    assert [read.remarks for read in reading.contacts] == [()] * len(people)
    assert [read.unknown_properties for read in reading.contacts] == [()] * len(people)
    assert reading.skipped == ()


@settings(max_examples=40, deadline=None)
@given(people=st.lists(contacts(), min_size=1, max_size=2))
def test_contacts_come_back_from_netkeepers_table_without_guards(people: list[Contact]) -> None:
    reading = read_csv(write_csv(map(WriteContact, people), guard=False))
    assert [read.contact for read in reading.contacts] == [as_held(contact, "csv") for contact in people]


def test_the_list_of_what_is_held_names_every_property() -> None:
    assert set(HOLDS) == {field.name for field in fields(Contact)}
    full = replace(FULL, uid="urn:uuid:0e76")
    for place, form in enumerate(FORMATS):
        for name, holdings in HOLDS.items():
            changed = holdings[place].held(full) != full
            assert not (holdings[place].words == "yes" and changed), f"{form} changes {name}"
            assert holdings[place].words != "no" or changed, f"{form} holds {name} after all"


def test_the_docs_say_what_is_held() -> None:
    docs = Path(__file__).parents[2] / "docs" / "formats.md"
    assert holds_table() in docs.read_text(encoding="utf-8")


FILES = {
    "LinkedIn": exports.LINKEDIN.encode(),
    "Google": exports.GOOGLE.encode(),
    "Google of old": exports.GOOGLE_OLD.encode(),
    "Outlook on the web": table(exports.OUTLOOK_WEB_HEADER, [f"{name}!" for name in exports.OUTLOOK_WEB_HEADER]),
    "Outlook in Finnish": table(exports.OUTLOOK_FI, [f"{name}!" for name in exports.OUTLOOK_FI]),
    "Thunderbird": table(exports.THUNDERBIRD, [f"{name}!" for name in exports.THUNDERBIRD]),
    "by hand": table(
        ["Nimi", "Yritys", "Sähköposti", "Puhelin", "Osoite", "Ala", "Lempiväri", "Syntymäpäivä"],
        [
            "Virtanen, Anna",
            "Valio",
            "a@b.example; c@d.example",
            "+358 40 1",
            "Katu 1, 40100 Jkl",
            "Ruoka",
            "=sininen",
            "31.2.1980",
        ],
        ["Salo, Pekka", "", "", "", "", "", "- harmaa;=2", "1.2."],
    ),
}


def _essence(reading: ParsedFile) -> list[tuple[Contact, tuple[str, ...]]]:
    return [(read.contact, read.unknown_properties) for read in reading.contacts]


def _cards(reading: ParsedFile) -> list[WriteContact]:
    return [WriteContact(read.contact, read.unknown_properties) for read in reading.contacts]


@pytest.mark.parametrize("name", FILES)
def test_import_then_export_then_import_changes_nothing(name: str) -> None:
    first = read_csv(FILES[name])
    assert first.contacts
    assert _essence(read_csv(write_csv(_cards(first)))) == _essence(first)
    assert _essence(read_vcards(write_vcards(_cards(first)))) == _essence(first)
    assert _essence(read_vcards(write_vcards(_cards(first), version="4.0"))) == _essence(first)


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("form", ["google", "outlook"])
def test_once_in_the_form_of_google_or_outlook_nothing_changes_any_more(name: str, form: Format) -> None:
    once = read_csv(WRITERS[form](_cards(read_csv(FILES[name]))))
    twice = read_csv(WRITERS[form](_cards(once)))
    assert _essence(twice) == _essence(once)
    assert [read.contact for read in once.contacts] == [
        as_held(read.contact, form) for read in read_csv(FILES[name]).contacts
    ]
