"""What is written is what is read back: contacts, kept lines, content lines, folds."""

from __future__ import annotations

import random
import re
from dataclasses import fields, replace
from datetime import date
from typing import Any, Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.properties import SIMPLE
from netkeeper.interchange.cards import ParsedFile, WriteContact
from netkeeper.interchange.vcard import read_vcards, write_vcards
from netkeeper.interchange.vcard.content_line import fold_line, format_line, parse_head, split_line
from netkeeper.interchange.vcard.lines import unfold_at_once
from tests.interchange import test_vcard_exports as exports
from tests.interchange.test_vcard_writer import ANNA
from tests.interchange.vcards import card
from tests.strategies import contacts

Version = Literal["3.0", "4.0"]
VERSIONS: tuple[Version, ...] = ("3.0", "4.0")


def _as_read(contact: Contact) -> Contact:
    """A contact as it comes back: its id is in the UID unless it has a UID of its own."""
    return replace(contact, id="") if contact.uid else contact


@settings(max_examples=80, deadline=None)
@given(st.lists(contacts(), min_size=1, max_size=3), st.sampled_from(VERSIONS))
def test_contacts_come_back_as_they_went(people: list[Contact], version: Version) -> None:
    reading = read_vcards(write_vcards(map(WriteContact, people), version=version))
    assert [read.contact for read in reading.contacts] == [_as_read(contact) for contact in people]
    assert [read.remarks for read in reading.contacts] == [()] * len(people)
    assert [read.unknown_properties for read in reading.contacts] == [()] * len(people)
    assert reading.skipped == ()


_SIMPLE: dict[str, Any] = {row.name: row.choices[0] if row.choices else "she/her" for row in SIMPLE}
FULL = replace(
    ANNA,
    **_SIMPLE,
    unsorted=True,
    of_team=True,
    merged=("123456789012345", "urn:uuid:a,b;c"),
    nudge_from=date(2026, 12, 1),
    first_turn_on=date(2026, 12, 2),
    first_on=date(2025, 11, 20),
    tried_on=date(2026, 11, 20),
    last_on=date(2026, 10, 20),
)


@pytest.mark.parametrize("version", VERSIONS)
def test_every_property_of_a_contact_comes_back(version: Version) -> None:
    full = replace(FULL, id="", uid="urn:uuid:0e76")
    for field in fields(Contact):
        assert field.name == "id" or getattr(full, field.name) != field.default, f"{field.name} is not tried"
    for contact in (FULL, full):
        (found,) = read_vcards(write_vcards([WriteContact(contact)], version=version)).contacts
        assert found.contact == contact


def _again(reading: ParsedFile, version: Version) -> ParsedFile:
    """A reading written and read once more."""
    return read_vcards(
        write_vcards(
            [WriteContact(read.contact, read.unknown_properties) for read in reading.contacts], version=version
        )
    )


CARDS = [
    exports.ANDROID_21,
    exports.ICLOUD,
    exports.GOOGLE,
    exports.OUTLOOK_21,
]


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("number", range(len(CARDS)))
def test_import_then_export_then_import_changes_nothing(number: int, version: Version) -> None:
    first = read_vcards(CARDS[number].lstrip().encode())
    assert first.contacts
    second = _again(first, version)
    assert [(read.contact, read.unknown_properties) for read in second.contacts] == [
        (read.contact, read.unknown_properties) for read in first.contacts
    ]


PIECES = (
    "\r\n", "\n", "\r", " ", "=\n", "=\r\n ", ";", ":", ",", "\\", '"', "^n", "BEGIN:VCARD", "END:VCARD", "ä", "\0",
    "item1.", "X-ABLabel:_$!<Home>!$_", ";CHARSET=SHIFT_JIS", ";ENCODING=QUOTED-PRINTABLE", ";BASE64", "VERSION:2.1",
    "BDAY:--0229", "BDAY:x", "X-NETKEEPER-STEP:2026-01-01;customer;x", "X-NETKEEPER-NAME-PARTS:unknown", "ORG:;;a",
    "N:,;;,", "PHOTO:data:image/png;base64,AAAA", "\ufeff", "TEL:tel:", "UID:", "\u2028", "\x85", "CATEGORIES:* a,b",
)  # fmt: skip


def _damaged(seed: int) -> bytes:
    """A real-looking card with pieces put in, taken out and doubled."""
    chance = random.Random(seed)
    data = bytearray(chance.choice(CARDS).lstrip().encode())
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(data) + 1)
        kind = chance.random()
        if kind < 0.5:
            data[place:place] = chance.choice(PIECES).encode()
        elif kind < 0.75:
            del data[place : place + chance.randint(1, 30)]
        elif kind < 0.9:
            data[place:place] = bytes(chance.randrange(128, 256) for _ in range(chance.randint(1, 5)))
        else:
            start = chance.randrange(len(data))
            data[place:place] = data[start : start + chance.randint(1, 60)]
    return bytes(data)


@settings(max_examples=400, deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(VERSIONS))
def test_whatever_was_read_of_a_damaged_file_stays_as_it_is(seed: int, version: Version) -> None:
    try:
        first = read_vcards(_damaged(seed))
    except UnreadableFileError:
        return
    # Control characters are kept as they come, and no vCard can hold them.
    if first.contacts and not any(_CONTROL.search(repr(read)) for read in first.contacts):
        second = _again(first, version)
        assert [(read.contact, read.unknown_properties) for read in second.contacts] == [
            (read.contact, read.unknown_properties) for read in first.contacts
        ]


_CONTROL = re.compile(r"\\x[01][0-9a-f]|\\x7f|\\r")
WRITABLE = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from("\t\u2028\x85ä€🎉"))
TOKENS = st.from_regex(r"[A-Za-z][A-Za-z0-9-]{0,20}", fullmatch=True)
PARAMS = st.lists(
    st.tuples(
        TOKENS.map(str.upper).filter(lambda name: name not in ("TYPE", "ENCODING", "CHARSET")), WRITABLE.map(str.strip)
    ),
    max_size=4,
)


@given(TOKENS, WRITABLE, st.just("") | TOKENS, PARAMS, st.lists(TOKENS, max_size=3))
def test_parsing_a_content_line_undoes_formatting_it(
    name: str, value: str, group: str, params: list[tuple[str, str]], types: list[str]
) -> None:
    typed = [("TYPE", word) for word in types]
    line = format_line(name, value, group=group, params=(*typed, *params))
    written, found = split_line(line)
    head = parse_head(written)
    assert head is not None
    assert (head.group, head.name, found) == (group, name.upper(), value)
    assert head.params == tuple(params)
    assert list(head.types) == types
    assert head.is_strict


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\n"), max_size=300) | WRITABLE)
def test_unfolding_undoes_folding(text: str) -> None:
    data = fold_line(f"NOTE:{text}")
    assert data.endswith(b"\r\n")
    for line in data[:-2].split(b"\r\n"):
        assert 0 < len(line) <= 75
        line.decode()
    plain = unfold_at_once(b"\r\n" + data, is_quoted=False)
    assert plain is not None
    assert plain.decode() == f"\nNOTE:{text}\n"


def test_the_same_bytes_are_written_each_time() -> None:
    reading = read_vcards(card("FN:Anna", "X-A:1", "EMAIL;TYPE=x:a@b", "TEL:1", "TEL;TYPE=work:2"))
    once = write_vcards([WriteContact(read.contact, read.unknown_properties) for read in reading.contacts])
    assert write_vcards([WriteContact(read.contact, read.unknown_properties) for read in reading.contacts]) == once
    again = read_vcards(once)
    assert write_vcards([WriteContact(read.contact, read.unknown_properties) for read in again.contacts]) == once
