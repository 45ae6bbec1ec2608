"""The proof of a file of contacts: it is imported into an empty network, and what is lost on the way shows."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netkeeper.actions.leaving.proof import prove
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.people.contact import Contact, Hope, Labelled
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.text.fold import fold
from netkeeper.interchange.cards import ParsedFile, ReadContact, WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.formats import FORMATS
from netkeeper.interchange.tidied import tidied
from tests.strategies import contacts

ANNA = Contact(
    "123456789012345",
    "Anna Virtanen",
    organization="Valio",
    emails=(Labelled("anna@valio.example"),),
    notes="Likes rye bread.",
    hopes=(Hope.MENTOR,),
    fields=("food", "design"),
    cadence=0,
)
BO = Contact("223456789012345", "Bo Bergman", phones=(Labelled("+358 40 555 0102"),))
OUTGOING = Outgoing(
    (WriteContact(ANNA), WriteContact(BO)),
    {
        "interactions": (Interaction("323456789012345", date(2026, 11, 2), (ANNA.id, BO.id), note="coffee"),),
        "followups": (FollowUp("423456789012345", ANNA.id, date(2026, 12, 10), "send the offer"),),
    },
    on=date(2026, 11, 23),
)
CONTACT_FORMATS = ("vcard", "vcard4", "csv", "google", "outlook", "json")


def written(format_name: str, outgoing: Outgoing) -> bytes:
    write = FORMATS[format_name].write
    assert write is not None
    return write(outgoing)


def counted(tmp_path: Path, format_name: str, data: bytes) -> dict[str, tuple[int, int]]:
    absent = str(tmp_path / "absent")
    counts = prove(format_name, data, OUTGOING, absent)
    assert not os.path.exists(absent)
    return {count.what: (count.found, count.wanted) for count in counts}


@pytest.mark.parametrize("format_name", CONTACT_FORMATS)
def test_a_whole_file_is_whole(tmp_path: Path, format_name: str) -> None:
    found = counted(tmp_path, format_name, written(format_name, OUTGOING))
    assert found["people"] == (2, 2)
    assert all(some == all_of_it for some, all_of_it in found.values())
    # Organization, two fields, hope, cadence, and the step of each.
    assert found["details"] == (7, 7)


LOSSES: dict[str, tuple[Callable[[Contact], Contact], str]] = {
    "an email": (lambda contact: replace(contact, emails=()), "emails"),
    "a phone": (lambda contact: replace(contact, phones=()), "phones"),
    "a note": (lambda contact: replace(contact, notes=""), "notes"),
    "an employer": (lambda contact: replace(contact, organization=""), "details"),
    "a hope": (lambda contact: replace(contact, hopes=()), "details"),
    "a field": (lambda contact: replace(contact, fields=contact.fields[:1]), "details"),
    "no reminders": (lambda contact: replace(contact, cadence=None), "details"),
    "a name": (lambda contact: replace(contact, name="Somebody"), "people"),
}


@pytest.mark.parametrize("format_name", CONTACT_FORMATS)
@pytest.mark.parametrize("what", LOSSES)
def test_whatever_is_lost_shows(tmp_path: Path, format_name: str, what: str) -> None:
    lose, kind = LOSSES[what]
    cards = tuple(replace(card, contact=lose(card.contact)) for card in OUTGOING.cards)
    found = counted(tmp_path, format_name, written(format_name, replace(OUTGOING, cards=cards)))
    assert found[kind][0] < found[kind][1]


@pytest.mark.parametrize("format_name", CONTACT_FORMATS)
def test_a_stranger_who_comes_in_too_shows(tmp_path: Path, format_name: str) -> None:
    stranger = Contact("923456789012345", "Cai Chen", phones=(Labelled("+46 8 123 4567"),), organization="Kone")
    cards = (*OUTGOING.cards, WriteContact(stranger))
    found = counted(tmp_path, format_name, written(format_name, replace(OUTGOING, cards=cards)))
    assert found["people"] == (3, 2)


@pytest.mark.parametrize("format_name", CONTACT_FORMATS)
def test_somebody_who_comes_in_twice_shows(tmp_path: Path, format_name: str) -> None:
    again = replace(BO, id="923456789012345", phones=(Labelled("+46 8 123 4567"),), organization="Kone")
    cards = (*OUTGOING.cards, WriteContact(again))
    found = counted(tmp_path, format_name, written(format_name, replace(OUTGOING, cards=cards)))
    assert found["people"] == (3, 2)


@pytest.mark.parametrize("format_name", ["google", "outlook"])
def test_what_an_import_leaves_out_is_not_counted(tmp_path: Path, format_name: str) -> None:
    emails = (*ANNA.emails, Labelled("none@none.com"))
    cards = (WriteContact(replace(ANNA, emails=emails)), WriteContact(replace(BO, organization="Unknown")))
    outgoing = replace(OUTGOING, cards=cards)
    counts = prove(format_name, written(format_name, outgoing), outgoing, str(tmp_path / "absent"))
    found = {count.what: (count.found, count.wanted) for count in counts}
    assert (found["emails"], found["details"]) == ((1, 2), (7, 8))


@pytest.mark.parametrize("format_name", CONTACT_FORMATS)
def test_namesakes_that_an_import_takes_for_one_are_there_and_told(tmp_path: Path, format_name: str) -> None:
    one = replace(BO, organization="Kone", emails=(Labelled("bo@kone.example"),))
    cards = (
        WriteContact(ANNA),
        WriteContact(one),
        WriteContact(replace(one, id="923456789012345", emails=(), phones=(Labelled("040 555 0103"),), notes="Sings.")),
    )
    outgoing = replace(OUTGOING, cards=cards)
    counts = prove(format_name, written(format_name, outgoing), outgoing, str(tmp_path / "absent"))
    assert [count for count in counts if not count.is_whole] == []
    # Netkeeper's own cards and tables tell them apart by their ids.
    assert counts[0].as_one == (("Bo Bergman",) if format_name in ("google", "outlook") else ())
    without = written(
        format_name, replace(outgoing, cards=(*cards[:2], replace(cards[2], contact=replace(BO, name=""))))
    )
    assert not prove(format_name, without, outgoing, str(tmp_path / "absent"))[0].is_whole


def test_history_that_is_lost_shows(tmp_path: Path) -> None:
    bare = written("json", replace(OUTGOING, records={}))
    found = counted(tmp_path, "json", bare)
    assert (found["interactions"], found["follow-ups"]) == ((0, 1), (0, 1))
    for format_name in ("interactions", "html", "markdown"):
        found = counted(tmp_path, format_name, written(format_name, replace(OUTGOING, records={})))
        assert found["interactions"][0] == 0
        assert found["interactions"][1] == (1 if format_name == "interactions" else 2)


BOOK_LOSSES: dict[str, tuple[bytes, bytes, str]] = {
    "a name within another": (b"Anna Virtanen", b"Anna Virtanen-Salo", "people"),
    "a line of notes within another": (b"Likes rye", b"He likes rye", "notes"),
    "an address within another": (b"anna@valio", b"suanna@valio", "emails"),
    "a promise within another": (b"send the offer", b"resend the offer", "follow-ups"),
}


@pytest.mark.parametrize("format_name", ["html", "markdown"])
@pytest.mark.parametrize("what", BOOK_LOSSES)
def test_what_only_stands_within_something_else_in_the_book_is_missing(
    tmp_path: Path, format_name: str, what: str
) -> None:
    before, after, kind = BOOK_LOSSES[what]
    data = written(format_name, OUTGOING)
    whole = counted(tmp_path, format_name, data)
    assert all(some == all_of_it for some, all_of_it in whole.values())
    escape = (lambda text: re.sub(rb"(?=[-@])", rb"\\", text)) if format_name == "markdown" else bytes
    changed = data.replace(before, after) if before in data else data.replace(escape(before), escape(after))
    assert changed != data
    assert counted(tmp_path, format_name, changed)[kind] == (whole[kind][1] - 1, whole[kind][1])


@settings(max_examples=25)
@given(st.lists(contacts(), min_size=1, max_size=3))
def test_whoever_is_written_is_found_in_the_book(people: list[Contact]) -> None:
    people = [replace(person, id=str(123456789012345 + place)) for place, person in enumerate(people)]
    promised = tuple(FollowUp(str(place), each.id, date(2026, 12, 10), each.notes) for place, each in enumerate(people))
    outgoing = Outgoing(tuple(map(WriteContact, people)), {"followups": promised}, on=date(2026, 11, 23))
    for format_name in ("html", "markdown"):
        counts = prove(format_name, written(format_name, outgoing), outgoing, os.path.join(os.sep, "absent", "network"))
        assert [count for count in counts if not count.is_whole] == [], format_name


def test_a_table_of_interactions_is_imported_too(tmp_path: Path) -> None:
    data = written("interactions", OUTGOING)
    assert counted(tmp_path, "interactions", data) == {"interactions": (1, 1), "imported": (1, 1)}
    found = counted(tmp_path, "interactions", data.replace(b"coffee", b"tea"))
    assert found == {"interactions": (0, 1), "imported": (0, 1)}


def test_whose_an_interaction_is_counts_and_not_only_the_name(tmp_path: Path) -> None:
    other = Contact("523456789012345", "Anna Virtanen")
    met = Interaction("323456789012345", date(2026, 11, 2), (ANNA.id,), note="coffee")
    outgoing = Outgoing((WriteContact(ANNA), WriteContact(other)), {"interactions": (met,)}, on=date(2026, 11, 23))
    absent = str(tmp_path / "absent")
    for who, found in ((ANNA.id, 1), (other.id, 0)):
        table = replace(outgoing, records={"interactions": (replace(met, contact_ids=(who,)),)})
        brought = prove("interactions", written("interactions", table), outgoing, absent)[-1]
        assert (brought.what, brought.found, brought.wanted) == ("imported", found, 1)


def test_what_cannot_be_read_is_told(tmp_path: Path) -> None:
    (kind,) = counted(tmp_path, "json", b"{}")
    assert kind.startswith("readable (")


def is_as_it_comes(contact: Contact) -> bool:
    """Whether an import of another program's file leaves the contact as it is, rather than taking ``-`` for no value."""
    parsed = ParsedFile((ReadContact(replace(contact, id=""), 0),), (), "")
    return tidied(parsed) == parsed


@settings(max_examples=25)
@given(
    st.lists(contacts().filter(is_as_it_comes), min_size=1, max_size=3, unique_by=lambda contact: fold(contact.name))
)
def test_whoever_is_written_is_found_again_with_every_detail(people: list[Contact]) -> None:
    outgoing = Outgoing(tuple(map(WriteContact, people)), on=date(2026, 11, 23))
    for format_name in CONTACT_FORMATS:
        counts = prove(format_name, written(format_name, outgoing), outgoing, os.path.join(os.sep, "absent", "network"))
        assert [count for count in counts if not count.is_whole] == [], format_name
