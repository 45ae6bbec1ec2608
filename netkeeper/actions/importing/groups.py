"""Groups that address books keep as cards: they become a field of their members."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.values import normal_field
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ids import bare_uid
from netkeeper.interchange.cards import Group, ReadContact, Skipped
from netkeeper.interchange.content import Incoming
from netkeeper.interchange.vcard.own import uid_of
from netkeeper.phrases.import_groups import empty_group_words, group_words, unfit_group_words
from netkeeper.store.network import Network


def with_groups(network: Network, incoming: Sequence[Incoming]) -> list[Incoming]:
    """Files whose contacts have the groups of all the files as fields, and which say so among what is skipped.

    A folder may have each card, and each group, in a file of its own. A member that is in none of the files but in the
    network is read as a contact with nothing but name, UID and the field.
    """
    if not any(file.reading.groups for file in incoming):
        return list(incoming)
    members = _Members(network, incoming)
    told = [[members.join(place, group) for group in file.reading.groups] for place, file in enumerate(incoming)]
    return [_with(file, members.of_file(place), told[place]) for place, file in enumerate(incoming)]


def _with(file: Incoming, contacts: Sequence[ReadContact], told: Sequence[Skipped]) -> Incoming:
    skipped = tuple(sorted((*file.reading.skipped, *told), key=lambda each: each.line))
    return replace(file, reading=replace(file.reading, contacts=tuple(contacts), skipped=skipped, groups=()))


class _Members:
    """The contacts of some files and of the network, by UID."""

    def __init__(self, network: Network, incoming: Sequence[Incoming]) -> None:
        self._contacts = [list(file.reading.contacts) for file in incoming]
        self._places: dict[str, tuple[int, int]] = {}
        for file, contacts in enumerate(self._contacts):
            for place, read in enumerate(contacts):
                if uid := uid_of(read.contact):
                    self._places.setdefault(bare_uid(uid).casefold(), (file, place))
        self._here: dict[str, Contact] = {}
        for contact in network.contacts():
            for uid in (uid_of(contact), uid_of(replace(contact, uid="")), *contact.merged):
                self._here.setdefault(bare_uid(uid).casefold(), contact)

    def of_file(self, file: int) -> list[ReadContact]:
        """The contacts of a file, with the fields of their groups."""
        return self._contacts[file]

    def join(self, file: int, group: Group) -> Skipped:
        """Add a group's field to its members, and say what became of it."""
        if not group.members:
            return Skipped(group.line, empty_group_words(group.name), is_read=True)
        try:
            field = normal_field(group.name)
        except WordError:
            return Skipped(group.line, unfit_group_words(group.name))
        uids = dict.fromkeys(uid.casefold() for uid in group.members)
        found = sum(self._add(file, group.line, uid, field) for uid in uids)
        return Skipped(group.line, group_words(group.name, field, found, len(uids) - found), is_read=True)

    def _add(self, file: int, line: int, uid: str, field: str) -> bool:
        """Add a field to the member of a UID; False if there is none."""
        if (where := self._places.get(uid)) is not None:
            contacts, place = self._contacts[where[0]], where[1]
            read = contacts[place]
            fields = tuple(dict.fromkeys((*read.contact.fields, field)))
            contacts[place] = replace(read, contact=replace(read.contact, fields=fields))
            return True
        known = self._here.get(uid)
        if known is None:
            return False
        # Named as here, and by the same id or UID, so that it is taken for the contact here and for nobody else.
        bare = Contact(id="" if known.uid else known.id, name=known.name, uid=known.uid, fields=(field,))
        self._places[uid] = file, len(self._contacts[file])
        self._contacts[file].append(ReadContact(bare, line, is_in_group=True))
        return True
