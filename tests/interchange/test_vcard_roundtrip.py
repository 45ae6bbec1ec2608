"""What is written is what is read back: contacts, kept lines, content lines, folds."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from netkeeper.domain.contact import Contact
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.vcard import read_vcards, write_vcards
from tests.strategies import contacts

Version = Literal["3.0", "4.0"]
VERSIONS: tuple[Version, ...] = ("3.0", "4.0")


def _as_read(contact: Contact) -> Contact:
    """A contact as it comes back: its id is in the UID unless it has a UID of its own."""
    return replace(contact, id="") if contact.uid else contact


@settings(max_examples=200, deadline=None)
@given(st.lists(contacts(), max_size=3), st.sampled_from(VERSIONS))
def test_contacts_come_back_as_they_went(people: list[Contact], version: Version) -> None:
    written = write_vcards(map(WriteContact, people), version=version)
    if not people:
        assert written == b""
        return
    reading = read_vcards(written)
    assert [read.contact for read in reading.contacts] == [_as_read(contact) for contact in people]
    assert [read.remarks for read in reading.contacts] == [()] * len(people)
    assert [read.kept for read in reading.contacts] == [()] * len(people)
    assert reading.skipped == ()
