"""Contacts indexed by what an incoming contact is recognized by."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.matching import Key, keys_of
from netkeeper.domain.people.identity.own_words import own_words
from netkeeper.domain.text.fold import as_compared

_MOST_ALIKE = 12
"""How many contacts are kept for one key: a switchboard's number may be that of very many."""

_MOST_NAMESAKES = 50
"""How many contacts of one name a card is compared with; beyond that, only an equal card is found."""


class KnownContacts:
    """Contacts by id, by key (address, number, UID), by name, and by the whole card where many share a name."""

    def __init__(self, region: str) -> None:
        self.region = region
        self.by_id: dict[str, Contact] = {}
        self.keys: dict[str, frozenset[Key]] = {}
        self._by_key: dict[Key, list[str]] = {}
        self._by_name: dict[Hashable, list[str]] = {}
        self._by_card: dict[Hashable, str] = {}

    def know(self, contact: Contact, lines: Sequence[str] = ()) -> None:
        """Add a contact, or replace it by one with more properties.

        Args:
            lines: Its unknown properties, where a profile's address may be.
        """
        is_new = contact.id not in self.by_id
        self.by_id[contact.id] = contact
        before = self.keys.get(contact.id, frozenset())
        keys = frozenset(keys_of(contact, self.region, lines)) | before
        self.keys[contact.id] = keys
        for key in keys - before if before else keys:
            self._by_key.setdefault(key, []).append(contact.id)
        namesakes = self._by_name.setdefault(_name(contact), [])
        if is_new or contact.id not in namesakes[-_MOST_NAMESAKES:]:
            namesakes.append(contact.id)
        if len(namesakes) > _MOST_NAMESAKES:
            self._by_card.setdefault(_card(contact), contact.id)

    def become_one(self, joined: Contact, goes_id: str) -> None:
        """Have one contact in place of two.

        Args:
            joined: With the id of the one that stays.
            goes_id: The id of the other.
        """
        goes, keys = self.by_id.pop(goes_id), self.keys.pop(goes_id)
        for key in keys:
            self._by_key[key].remove(goes_id)
        self._by_name[_name(goes)].remove(goes_id)
        self.know(joined)

    def with_key(self, key: Key) -> list[Contact]:
        """The contacts that have a key, in the order in which they were added."""
        return [self.by_id[contact_id] for contact_id in self._by_key.get(key, ())]

    def like(self, contact: Contact, keys: frozenset[Key]) -> Iterator[Contact]:
        """Whoever shares a name or a key with a contact; of very many, some, and those of the same name first."""
        found = dict.fromkeys(each.id for each in self._namesakes(contact))
        for key in keys:
            found.update(dict.fromkeys(self._by_key.get(key, ())[:_MOST_ALIKE]))
        for contact_id in found:
            yield self.by_id[contact_id]

    def _namesakes(self, contact: Contact) -> list[Contact]:
        """Contacts of the same name, at most ``_MOST_NAMESAKES``, and one with an equal card if there is one."""
        ids = self._by_name.get(_name(contact), [])
        found = ids[:_MOST_NAMESAKES]
        if len(ids) > _MOST_NAMESAKES and (same := self._by_card.get(_card(contact))):
            found = [same, *found]
        return [self.by_id[contact_id] for contact_id in found]


def _name(contact: Contact) -> Hashable:
    return own_words(contact.name) or as_compared(contact.name)


def _card(contact: Contact) -> Hashable:
    """The properties by which an equal card is found."""
    reach = (contact.emails, contact.phones, contact.urls, contact.addresses)
    about = (contact.organization, contact.title, contact.fields, contact.hopes, contact.met, contact.notes)
    return (_name(contact), contact.uid, contact.birthday, *reach, *about)
