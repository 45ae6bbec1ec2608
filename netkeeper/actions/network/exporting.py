"""Exporting contacts: which ones, without what is private, in which format."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from netkeeper.actions.network.for_others import left_out
from netkeeper.actions.network.interrupted import noted
from netkeeper.actions.people.lists import listed
from netkeeper.actions.people.people import name_of
from netkeeper.config import places
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.photos import is_photo
from netkeeper.domain.records.tables import exchanged_tables
from netkeeper.domain.search.search import Search
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.formats import Format, format_to_write
from netkeeper.interchange.separators import COMMA, separator_of
from netkeeper.store.network import Network
from netkeeper.store.overwrite_guard import refuse_network_file
from netkeeper.store.photo_lines import lines_with_photos
from netkeeper.system.files import refuse_special_file, replace_file


@dataclass(frozen=True, slots=True)
class Export:
    """An export.

    Attributes:
        data: The file's bytes.
        people: How many contacts are in it.
        network_folder: The folder of the network that it was made from.
        missing_photos: How many photos are gone or damaged on the disk, and left out.
        photos_left_out: How many photos the format has no place for.
    """

    data: bytes
    format: Format
    people: int
    network_folder: str
    missing_photos: int = 0
    photos_left_out: int = 0


def export(
    network: Network,
    search: Search | None = None,
    *,
    contact_ids: Sequence[str] | None = None,
    format_name: str | None = None,
    path: str | None = None,
    without: Collection[str] = (),
    as_events: bool = False,
    separator: str | None = None,
) -> Export:
    """Make a file of contacts.

    Args:
        search: Selects the contacts; None for all, the archive too.
        contact_ids: Selects the contacts, in this order, instead of a search; ids that don't exist any more are
            left out.
        format_name: The format; None for that of the file's name, else vCard.
        path: The file's name, if it has one.
        without: What is left out: any of ``WITHOUT``.
        as_events: Whether follow-ups are events in a calendar rather than tasks.
        separator: The character between a table's cells; None for what a spreadsheet in the member's region opens in
            columns, or a comma where there is no file.

    Raises:
        InvalidValueError: No contact is selected.
        UnreadableFileError: There is no such format.
    """
    chosen = format_to_write(format_name, path)
    assert chosen.write is not None
    with network.storage.read_lock():
        outgoing = outgoing_of(network, contact_ids, search)
    made = replace(left_out(outgoing, without), on=places.today(), as_events=as_events)
    if separator is None and path is not None:
        separator = file_separator(network)
    made = replace(made, separator=separator or COMMA)
    holds_contacts = chosen.name != "interactions"
    return Export(
        chosen.write(made),
        chosen,
        len(outgoing.cards),
        network.folder,
        sum(card.missing_photos for card in made.cards) if holds_contacts else 0,
        sum(map(is_photo, _lines(made))) if holds_contacts and ".csv" in chosen.endings else 0,
    )


def _lines(outgoing: Outgoing) -> Iterator[str]:
    return (line for card in outgoing.cards for line in card.unknown_properties)


def file_separator(network: Network) -> str:
    """The character between the cells of a table in a file: what a spreadsheet in the member's region opens in columns.

    A comma where the member has said nothing of themselves yet, for then the region is only assumed.
    """
    return separator_of(network.member.region) if network.storage.table("member") else COMMA


def outgoing_of(network: Network, contact_ids: Sequence[str] | None = None, search: Search | None = None) -> Outgoing:
    """Contacts with all their records, to be exported.

    Args:
        contact_ids: Selects the contacts; None for the search.
        search: Selects the contacts; None for all, the archive too.

    Raises:
        InvalidValueError: No contact is selected.
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
        StoreError: It can't be written, is a device or pipe, or is part of a network.
    """
    refuse_special_file(path)
    refuse_network_file(path)
    with noted(made.network_folder, os.path.dirname(os.path.realpath(path))):
        replace_file(path, made.data, new_only=not force)


def _people(network: Network, search: Search | None) -> list[Contact]:
    if search is None:
        return network.contacts()
    return [item.contact for item in listed(network, search)]


def _chosen(network: Network, contact_ids: Sequence[str]) -> list[Contact]:
    return [network.contact(contact_id) for contact_id in contact_ids if network.has_contact(contact_id)]


def _card(network: Network, contact: Contact) -> WriteContact:
    via = name_of(network, contact.via)
    lines, missing = lines_with_photos(network.folder, network.kept_lines(contact.id))
    return WriteContact(
        contact if via else replace(contact, via=""),
        lines,
        via,
        network.source_values(contact.id),
        missing,
    )
