"""Contacts indexed by what an incoming contact is recognized by."""

from __future__ import annotations

from collections.abc import Hashable

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.matching import keys_of
from netkeeper.domain.text.fold import fold

_MOST_ALIKE = 12
"""How many contacts are kept for one key: a switchboard's number may be that of very many."""

_MOST_NAMESAKES = 50
"""How many contacts of one name a card is compared with; beyond that, only an equal card is found."""


class KnownContacts:
    """Contacts by id, by key (address, number, UID), by name, and by the whole card where many share a name."""

    def __init__(self, region: str) -> None:
        self._region = region
        self.by_id: dict[str, Contact] = {}
        self.by_key: dict[tuple[str, str], tuple[str, ...]] = {}
        self.by_name: dict[str, list[str]] = {}
        self.by_card: dict[Hashable, str] = {}

    def copy(self) -> KnownContacts:
        """A copy to which more can be added."""
        other = KnownContacts(self._region)
        other.by_id, other.by_key = self.by_id.copy(), self.by_key.copy()
        other.by_name = {name: list(ids) for name, ids in self.by_name.items()}
        other.by_card = self.by_card.copy()
        return other

    def know(self, contact: Contact) -> None:
        """Add a contact, or replace it by one with more properties."""
        is_new = contact.id not in self.by_id
        self.by_id[contact.id] = contact
        for key in keys_of(contact, self._region):
            ids = self.by_key.get(key, ())
            if len(ids) < _MOST_ALIKE and contact.id not in ids:
                self.by_key[key] = (*ids, contact.id)
        namesakes = self.by_name.setdefault(fold(contact.name), [])
        if is_new:
            namesakes.append(contact.id)
        if len(namesakes) > _MOST_NAMESAKES:
            self.by_card.setdefault(_card(contact), contact.id)

    def namesakes(self, contact: Contact) -> list[Contact]:
        """Contacts of the same name, at most ``_MOST_NAMESAKES``, and one with an equal card if there is one."""
        ids = self.by_name.get(fold(contact.name), [])
        found = ids[:_MOST_NAMESAKES]
        if len(ids) > _MOST_NAMESAKES and (same := self.by_card.get(_card(contact))):
            found = [same, *found]
        return [self.by_id[contact_id] for contact_id in found]


def _card(contact: Contact) -> Hashable:
    """The properties by which an equal card is found."""
    reach = (contact.emails, contact.phones, contact.urls, contact.addresses)
    about = (contact.organization, contact.title, contact.fields, contact.hopes, contact.met, contact.notes)
    return (fold(contact.name), contact.uid, contact.birthday, *reach, *about)
