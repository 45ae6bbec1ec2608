"""Verifying a written file: it is read back, and its content is counted against what was to be written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from html import unescape
from re import sub
from typing import NamedTuple

from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.promises.same_promise import PromiseKey, promise_key, says_the_same
from netkeeper.domain.records.tables import tables_naming_people
from netkeeper.interchange.cards import ParsedFile
from netkeeper.interchange.content import NO_HINTS, Incoming, Outgoing
from netkeeper.interchange.formats import FORMATS
from netkeeper.interchange.text import one_line_text


class Count(NamedTuple):
    """Number of items of a kind that were found in the file.

    Attributes:
        what: The kind: ``people``, ``emails``, ``phones``, ``notes``, ``follow-ups``, ``interactions``, …
        found: The number found.
        wanted: The number that was to be written.
    """

    what: str
    found: int
    wanted: int

    @property
    def is_whole(self) -> bool:
        """Whether all were found."""
        return self.found == self.wanted


def prove(format_name: str, data: bytes, outgoing: Outgoing) -> tuple[Count, ...]:
    """Read a file back and count its content.

    Args:
        format_name: A key of ``FORMATS``.
        data: The file's bytes as read from disk.
        outgoing: The content that was to be written.

    Returns:
        A count for each kind of item that the format holds; a single failed count if it can't be read.
    """
    try:
        return tuple(_PROVERS[format_name](data, outgoing))
    except (NetkeeperError, ValueError) as error:
        return (Count(f"readable ({error})", 0, 1),)


def _contact_prover(name: str) -> Callable[[bytes, Outgoing], Iterator[Count]]:
    def prove_cards(data: bytes, outgoing: Outgoing) -> Iterator[Count]:
        return _people(_read(name, data).reading, outgoing)

    return prove_cards


def _read(name: str, data: bytes) -> Incoming:
    read = FORMATS[name].read
    assert read is not None
    return read(data, NO_HINTS, None)


def _people(reading: ParsedFile, outgoing: Outgoing) -> Iterator[Count]:
    """Counts of people, matched by name, and of their emails, phones and notes."""
    there = [card.contact for card in outgoing.cards]
    found = [read.contact for read in reading.contacts]
    by_name: dict[str, list[Contact]] = {}
    for contact in found:
        by_name.setdefault(one_line_text(contact.name), []).append(contact)
    pairs = [(contact, _partner(contact, by_name)) for contact in there]
    yield Count("people", sum(partner is not None for _, partner in pairs), len(there))
    yield _reached("emails", [(contact.emails, partner.emails if partner else ()) for contact, partner in pairs])
    yield _reached("phones", [(contact.phones, partner.phones if partner else ()) for contact, partner in pairs])
    noted = [(one_line_text(contact.notes), partner) for contact, partner in pairs if one_line_text(contact.notes)]
    yield Count("notes", sum(1 for note, each in noted if each and note in one_line_text(each.notes)), len(noted))


def _reached(what: str, pairs: Sequence[tuple[Sequence[Labelled], Sequence[Labelled]]]) -> Count:
    """The count of emails or phones that were found at the same person."""
    found = wanted = 0
    for mine, again in pairs:
        counts = Counter(one_line_text(item.value) for item in mine)
        found += (counts & Counter(one_line_text(item.value) for item in again)).total()
        wanted += counts.total()
    return Count(what, found, wanted)


def _partner(contact: Contact, by_name: Mapping[str, list[Contact]]) -> Contact | None:
    """The contact read back for a written one: the first unmatched one of that name, which is removed."""
    alike = by_name.get(one_line_text(contact.name))
    return alike.pop(0) if alike else None


def _network(data: bytes, outgoing: Outgoing) -> Iterator[Count]:
    incoming = _read("json", data)
    yield from _people(incoming.reading, outgoing)
    for table in tables_naming_people():
        if table.exchanged:
            there, again = outgoing.records.get(table.name, ()), incoming.records.get(table.name, ())
            yield _same(f"{table.record}s", there, again)


def _same(what: str, there: Iterable[object], found: Iterable[object]) -> Count:
    wanted, again = list(there), set(found)
    return Count(what, sum(each in again for each in wanted), len(wanted))


def _calendar(data: bytes, outgoing: Outgoing) -> Iterator[Count]:
    from icalendar import Calendar

    calendar = Calendar.from_ical(data)
    uids = {str(each.get("uid", "")) for each in calendar.subcomponents}
    ids = {card.contact.id for card in outgoing.cards if not card.contact.archived}
    promised = [each for each in outgoing.followups if each.is_open and each.contact_id in ids]
    # Equal follow-ups share one entry.
    ringing: dict[PromiseKey, list[FollowUp]] = {}
    for each in promised:
        if f"followup-{each.id}@netkeeper" in uids:
            ringing.setdefault(promise_key(each), []).append(each)
    rung = sum(any(says_the_same(each, other) for other in ringing.get(promise_key(each), ())) for each in promised)
    yield Count("follow-ups", rung, len(promised))
    born = [card.contact for card in outgoing.cards if card.contact.birthday and not card.contact.archived]
    yield Count("birthdays", sum(f"birthday-{each.id}@netkeeper" in uids for each in born), len(born))


def _html(data: bytes, outgoing: Outgoing) -> Iterator[Count]:
    page = data.decode("utf-8").partition("</style>")[2]
    return _count_in_text(unescape(sub(r"<[^>]*>", " ", page)), outgoing)


def _markdown(data: bytes, outgoing: Outgoing) -> Iterator[Count]:
    return _count_in_text(sub(r"\\(?=[!-/:-@\[-`{-~\n])", "", data.decode("utf-8")), outgoing)


def _count_in_text(text: str, outgoing: Outgoing) -> Iterator[Count]:
    """Counts of names, emails, phones, notes and follow-ups whose text occurs in the book."""
    page = one_line_text(text)
    people = [card.contact for card in outgoing.cards]
    ids = {contact.id for contact in people}
    texts_by_kind: dict[str, list[str]] = {
        "people": [contact.name for contact in people],
        "emails": [email.value for contact in people for email in contact.emails],
        "phones": [phone.value for contact in people for phone in contact.phones],
        "notes": [line for contact in people for line in contact.notes.split("\n")],
        "follow-ups": [each.what for each in outgoing.followups if each.is_open and each.contact_id in ids],
    }
    for what, texts in texts_by_kind.items():
        wanted = [one_line_text(each) for each in texts if one_line_text(each)]
        yield Count(what, sum(each in page for each in wanted), len(wanted))


_PROVERS: Mapping[str, Callable[[bytes, Outgoing], Iterator[Count]]] = {
    "vcard": _contact_prover("vcard"),
    "vcard4": _contact_prover("vcard"),
    "csv": _contact_prover("csv"),
    "google": _contact_prover("csv"),
    "outlook": _contact_prover("csv"),
    "json": _network,
    "ics": _calendar,
    "html": _html,
    "markdown": _markdown,
}
