"""Verifying a written file of contacts: it is imported into an empty network, and what is there then is compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from typing import Any

from netkeeper.actions.importing.import_contacts import read_as
from netkeeper.actions.importing.rehearsal import Rehearsed, rehearsed
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.photos import digest_in, photo_in
from netkeeper.domain.people.properties import PROPERTIES, Property, is_empty
from netkeeper.domain.records.tables import tables_naming_people
from netkeeper.interchange import proof
from netkeeper.interchange.cards import ParsedFile, ReadContact
from netkeeper.interchange.content import Incoming, Outgoing
from netkeeper.interchange.formats import FORMATS
from netkeeper.interchange.lossless import ORIGIN
from netkeeper.interchange.proof import Count, same
from netkeeper.interchange.text import one_line_text

_READ_AS: Mapping[str, str] = {
    "vcard": "vcard", "vcard4": "vcard", "csv": "csv", "google": "csv", "outlook": "csv", "json": "json",
}  # fmt: skip
"""The formats whose files can be imported, with the one by whose name each is read."""

_EVERYWHERE = ("organization", "title", "birthday", "fields", "step")

_DETAILS: Sequence[Property] = tuple(
    row
    for row in PROPERTIES.values()
    if (row.name in _EVERYWHERE or row.elsewhere) and row.kind not in ("person", "flag")
)
"""The properties that every format of contacts holds, besides those that are counted by themselves."""


def prove(format_name: str, data: bytes, outgoing: Outgoing, absent_folder: str) -> tuple[Count, ...]:
    """Count what a file that was read back brings.

    Args:
        format_name: A key of ``FORMATS``.
        data: The file's bytes as read from disk.
        outgoing: The content that was to be written.
        absent_folder: The path of a folder that doesn't exist, of the empty network that it is imported into.

    Returns:
        A count for each kind of item that the format holds; a single failed count if it can't be read.
    """
    if format_name == "interactions":
        return _interactions(data, outgoing, absent_folder)
    if format_name not in _READ_AS:
        return proof.prove(format_name, data, outgoing)
    try:
        found = rehearsed([read_as(FORMATS[_READ_AS[format_name]], data)], absent_folder, outgoing.on)
    except (NetkeeperError, ValueError) as error:
        return (Count(f"readable ({error})", 0, 1),)
    has_photos = format_name in ("vcard", "vcard4", "json")
    people = (*_people(found, outgoing), *(_photos(found, outgoing) if has_photos else ()))
    return (*people, *(_records(found, outgoing) if format_name == "json" else ()))


def _interactions(data: bytes, outgoing: Outgoing, absent_folder: str) -> tuple[Count, ...]:
    """Counts of the rows of a table of interactions, and of what it brings to whom in a network that has the people."""
    rows = proof.prove("interactions", data, outgoing)
    if not outgoing.interactions:
        return rows
    there = [card.contact for card in outgoing.cards]
    people = Incoming(ParsedFile(tuple(ReadContact(each, 0, is_placed=True) for each in there), (), ORIGIN))
    try:
        found = rehearsed([people, read_as(FORMATS["csv"], data)], absent_folder, outgoing.on)
    except (NetkeeperError, ValueError) as error:
        return (*rows, Count(f"readable ({error})", 0, 1))
    again = found.records.get("interactions", ())
    ids = {contact.id for contact in there}
    brought = same("imported", _of_whom(outgoing.interactions, ids), _of_whom(again, None))
    return (*rows, brought)


def _of_whom(interactions: Iterable[Interaction], ids: Set[str] | None) -> Iterator[Hashable]:
    """Interactions by their content and whose they are.

    Args:
        ids: Of whom the table can tell; None for everybody.
    """
    for each in interactions:
        who = frozenset(one for one in each.contact_ids if ids is None or one in ids)
        yield each.on, who, each.kind, one_line_text(each.note), each.feeling, each.signals


def _people(found: Rehearsed, outgoing: Outgoing) -> Iterator[Count]:
    """Counts of people, and of what each of them has.

    Where an import takes several entries of the file for one person, as namesakes of one employer, each is counted.
    """
    there = [card.contact for card in outgoing.cards]
    by_name: dict[str, list[Contact]] = {}
    for contact in _entries(found):
        by_name.setdefault(one_line_text(contact.name), []).append(contact)
    pairs = [(contact, _partner(contact, by_name)) for contact in there]
    again = sum(partner is not None for _, partner in pairs)
    # Somebody who comes in twice is as wrong as somebody who is missing.
    twice = sum(map(len, by_name.values())) if again == len(there) else 0
    as_one = tuple(sorted({contact.name for contact in found.contacts if contact.id in found.as_one}))
    yield Count("people", again + twice, len(there), as_one)
    yield _reached("emails", [(contact.emails, partner.emails if partner else ()) for contact, partner in pairs])
    yield _reached("phones", [(contact.phones, partner.phones if partner else ()) for contact, partner in pairs])
    noted = [(one_line_text(contact.notes), partner) for contact, partner in pairs if one_line_text(contact.notes)]
    yield Count("notes", sum(1 for note, each in noted if each and note in one_line_text(each.notes)), len(noted))
    details = [(_details(contact), _details(partner) if partner else Counter()) for contact, partner in pairs]
    yield Count("details", sum((mine & its).total() for mine, its in details), sum(mine.total() for mine, _ in details))


def _entries(found: Rehearsed) -> Iterator[Contact]:
    for contact in found.contacts:
        yield from found.as_one.get(contact.id, (contact,))


def _photos(found: Rehearsed, outgoing: Outgoing) -> Iterator[Count]:
    """The count of photos, byte for byte; those that are gone from the disk count as missing. None where nobody has one."""
    wanted = Counter(
        photo.digest for card in outgoing.cards for photo in map(photo_in, card.unknown_properties) if photo
    )
    again = Counter(digest for lines in found.kept.values() for digest in map(digest_in, lines) if digest)
    count = wanted.total() + sum(card.missing_photos for card in outgoing.cards)
    if count:
        yield Count("photos", (wanted & again).total(), count)


def _records(found: Rehearsed, outgoing: Outgoing) -> Iterator[Count]:
    """Counts of the records that name people."""
    for table in tables_naming_people():
        if table.exchanged:
            there, again = outgoing.records.get(table.name, ()), found.records.get(table.name, ())
            yield same(f"{table.record}s", map(_without_time, there), map(_without_time, again))


def _without_time(record: Any) -> Any:
    """A record without the time it was made, which an import sets where it isn't known."""
    return replace(record, created="")


def _reached(what: str, pairs: Sequence[tuple[Sequence[Labelled], Sequence[Labelled]]]) -> Count:
    """The count of emails or phones that were found at the same person."""
    found = wanted = 0
    for mine, again in pairs:
        counts = Counter(one_line_text(item.value) for item in mine)
        found += (counts & Counter(one_line_text(item.value) for item in again)).total()
        wanted += counts.total()
    return Count(what, found, wanted)


def _partner(contact: Contact, by_name: Mapping[str, list[Contact]]) -> Contact | None:
    """The contact that came in for a written one: of those of its name the most like it, which is removed."""
    alike = by_name.get(one_line_text(contact.name))
    if not alike:
        return None
    if len(alike) == 1:
        return alike.pop()
    mine = _marks(contact)
    best = max(range(len(alike)), key=lambda place: ((mine & _marks(alike[place])).total(), -place))
    return alike.pop(best)


def _marks(contact: Contact) -> Counter[tuple[str, Any]]:
    """What tells namesakes apart."""
    return _details(contact) + Counter(
        (kind, one_line_text(item.value))
        for kind, items in (("email", contact.emails), ("phone", contact.phones))
        for item in items
    )


def _details(contact: Contact) -> Counter[tuple[str, Any]]:
    """The values of a contact's details by the property's name; several values of one are counted one by one."""
    values = [(row.name, getattr(contact, row.name)) for row in _DETAILS]
    return Counter(
        (name, _plain(each))
        for name, value in values
        if not is_empty(value)
        for each in (value if isinstance(value, tuple) else (value,))
    )


def _plain(value: object) -> object:
    """A value without what tables can't tell: blanks, line breaks, and Google's separator."""
    return one_line_text(value).replace(" ::: ", " :: ") if isinstance(value, str) else value
