"""Taking contacts out, to a file of one's own or to standard output."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from netkeeper.actions.lists import listed, name_of
from netkeeper.domain.contact import Contact
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.search import Search
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.formats import Format, format_to_write
from netkeeper.store.network import Network
from netkeeper.system.files import replace_file


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
) -> Export:
    """Make a file of contacts.

    Args:
        network: Whose.
        search: Who; None for everybody, the archive too.
        contact_ids: Who, by their ids and in their order, instead of a search; those who aren't
            there any more are left out.
        format_name: The format; None for what the file's name says, else vCard.
        path: The file's name, if it has one.

    Raises:
        InvalidValueError: Nobody fits the search, or the network is empty.
        UnreadableFileError: There is no such format.
    """
    chosen = format_to_write(format_name, path)
    assert chosen.write is not None
    with network.storage.still():
        outgoing = _outgoing(network, search, contact_ids)
    return Export(chosen.write(outgoing), chosen, len(outgoing.cards))


def _outgoing(network: Network, search: Search | None, contact_ids: Sequence[str] | None) -> Outgoing:
    """All there is about the people who go out, read at one moment."""
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
        tuple(reversed([item for item in network.interactions() if not ids.isdisjoint(item.contact_ids)])),
        tuple(item for item in network.followups() if item.contact_id in ids),
        network.member,
    )


def save_export(made: Export, path: str, *, force: bool = False) -> None:
    """Write an export to a file that only this user can read.

    Raises:
        AlreadyThereError: It is there already, and ``force`` is off.
        StoreError: It can't be written.
    """
    replace_file(path, made.data, new_only=not force)


def _people(network: Network, search: Search | None) -> list[Contact]:
    if search is None:
        return network.contacts()
    return [item.contact for item in listed(network, search)]


def _chosen(network: Network, contact_ids: Sequence[str]) -> list[Contact]:
    return [network.contact(contact_id) for contact_id in contact_ids if network.has_contact(contact_id)]


def _card(network: Network, contact: Contact) -> WriteContact:
    via = name_of(network, contact.via)
    return WriteContact(contact if via else replace(contact, via=""), network.kept_lines(contact.id), via)
