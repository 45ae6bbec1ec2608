"""Taking contacts out, to a file of one's own or to standard output."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import Any

from netkeeper.actions.people.lists import listed
from netkeeper.actions.people.people import name_of
from netkeeper.config import places
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.properties import PROPERTIES, empty
from netkeeper.domain.records.tables import TABLES, WITHOUT, Table, exchanged_tables
from netkeeper.domain.search.search import Search
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.formats import Format, format_to_write
from netkeeper.store.network import Network
from netkeeper.store.overwrite_guard import refuse_network_file
from netkeeper.system.files import replace_file

_HARMLESS = re.compile(
    r"(?:[\w-]+\.)?(?:PHOTO|LOGO|NICKNAME|GEO|TZ|LANG|ROLE|IMPP|GENDER|ANNIVERSARY|KEY|SOUND|SOURCE|CALURI|CALADRURI|FBURL|"
    r"X-PHONETIC-[\w-]+|X-SOCIALPROFILE|X-SKYPE[\w-]*|X-JABBER|X-AIM|X-ICQ|X-MSN|X-YAHOO|X-GENDER)[;:]",
    re.IGNORECASE,
)
"""What other programs' cards say that can't be a note: anything else may be one."""


@dataclass(frozen=True, slots=True)
class Export:
    """What goes out.

    Attributes:
        data: The file's bytes.
        format: The format they are in.
        people: How many contacts are in it.
    """

    data: bytes
    format: Format
    people: int


def export(
    network: Network,
    search: Search | None = None,
    *,
    contact_ids: Sequence[str] | None = None,
    format_name: str | None = None,
    path: str | None = None,
    without: Collection[str] = (),
    as_events: bool = False,
) -> Export:
    """Make a file of contacts.

    Args:
        network: Whose.
        search: Who; None for everybody, the archive too.
        contact_ids: Who, by their ids and in their order, instead of a search; those who aren't
            there any more are left out.
        format_name: The format; None for what the file's name says, else vCard.
        path: The file's name, if it has one.
        without: What stays here: any of ``WITHOUT``.
        as_events: Whether follow-ups go into a calendar as events.

    Raises:
        InvalidValueError: Nobody fits the search, or the network is empty.
        UnreadableFileError: There is no such format.
    """
    chosen = format_to_write(format_name, path)
    assert chosen.write is not None
    with network.storage.read_lock():
        outgoing = outgoing_of(network, contact_ids, search)
    made = replace(left_out(outgoing, without), on=places.today(), as_events=as_events)
    return Export(chosen.write(made), chosen, len(outgoing.cards))


def left_out(outgoing: Outgoing, without: Collection[str]) -> Outgoing:
    """What goes out without what is private: for lists that go to other people.

    Args:
        outgoing: All there is.
        without: Any of ``WITHOUT``.

    Raises:
        InvalidValueError: It is none of them.
    """
    for each in without:
        if each not in WITHOUT:
            raise InvalidValueError(f"There is no {quoted(each)} to leave out; there is {' and '.join(WITHOUT)}.")
    if not without:
        return outgoing
    records = {name: _without_private(TABLES[name], each, without) for name, each in outgoing.records.items()}
    return replace(outgoing, records=records, cards=tuple(without_private(card, without) for card in outgoing.cards))


def _without_private(table: Table, records: tuple[Any, ...], without: Collection[str]) -> tuple[Any, ...]:
    """The records of a table without their private properties; none where the table is private as a whole."""
    if table.private is None:
        return ()
    names = {name for each in without for name in table.private.get(each, ())}
    documents = ((each.id, table.document(each)) for each in records)
    return tuple(
        table.read(number, {name: value for name, value in document.items() if name not in names})
        for number, document in documents
    )


def without_private(card: WriteContact, without: Collection[str]) -> WriteContact:
    """A card without what is private.

    Without notes, neither the reasons on the ladder nor what a program before kept as a note, nor what imports said.

    Args:
        card: The card.
        without: Any of ``WITHOUT``, or ``team`` for what the next team may have.
    """
    bare = {name: empty(name) for name, row in PROPERTIES.items() if not row.private.isdisjoint(without)}
    if "notes" not in without:
        return replace(card, contact=replace(card.contact, **bare))
    ladder = tuple(replace(move, reason="") for move in card.contact.ladder)
    kept = tuple(line for line in card.unknown_properties if _HARMLESS.match(line))
    return WriteContact(replace(card.contact, ladder=ladder, **bare), kept, card.via_name)


def outgoing_of(network: Network, contact_ids: Sequence[str] | None = None, search: Search | None = None) -> Outgoing:
    """All there is about the people who go out.

    Args:
        network: Whose.
        contact_ids: Who, by their ids; None for those who fit the search.
        search: Who; None for everybody, the archive too.

    Raises:
        InvalidValueError: Nobody fits.
    """
    people = _people(network, search) if contact_ids is None else _chosen(network, contact_ids)
    if not people:
        nobody_at_all = search is None and contact_ids is None
        raise InvalidValueError(
            "There is nobody to export yet." if nobody_at_all else "Nobody fits; nothing was exported."
        )
    ids = {person.id for person in people}
    cards = tuple(_card(network, person) for person in people)
    return Outgoing(
        cards,
        {
            table.name: tuple(network.records(table.name, ids if table.people_of else None))
            for table in exchanged_tables()
            if table.people_of or (search is None and contact_ids is None)
        },
        network.member,
    )


def save_export(made: Export, path: str, *, force: bool = False) -> None:
    """Write an export to a file that only this user can read.

    Raises:
        AlreadyThereError: It is there already, and ``force`` is off.
        StoreError: It can't be written, or is part of a network.
    """
    refuse_network_file(path)
    replace_file(path, made.data, new_only=not force)


def _people(network: Network, search: Search | None) -> list[Contact]:
    if search is None:
        return network.contacts()
    return [item.contact for item in listed(network, search)]


def _chosen(network: Network, contact_ids: Sequence[str]) -> list[Contact]:
    return [network.contact(contact_id) for contact_id in contact_ids if network.has_contact(contact_id)]


def _card(network: Network, contact: Contact) -> WriteContact:
    via = name_of(network, contact.via)
    return WriteContact(
        contact if via else replace(contact, via=""), network.kept_lines(contact.id), via, network.said(contact.id)
    )
