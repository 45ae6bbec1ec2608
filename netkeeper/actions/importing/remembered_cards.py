"""Which contact a source's card went to at an earlier import, so that the same file again changes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set

from netkeeper.actions.importing.known_contacts import KnownContacts
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.emails import email_key
from netkeeper.domain.people.identity.matching import Key, fill_in
from netkeeper.domain.people.identity.own_words import own_words
from netkeeper.domain.people.identity.source_updates import SourceValues, card_mark, card_marks
from netkeeper.domain.people.linkedin import linkedin_key
from netkeeper.domain.people.phones import phone_key
from netkeeper.domain.text.fold import as_compared


class RememberedCards:
    """The cards that sources had at earlier imports.

    Args:
        values: What each source said of each contact, by the contact's id.
        sources: The sources that count here.
        region: The region of phone numbers without a country code.
    """

    def __init__(
        self, values: Iterable[tuple[str, Mapping[str, SourceValues]]], sources: Set[str], region: str
    ) -> None:
        self._region = region
        self._by_mark: dict[tuple[str, str], list[str]] = {}
        self._by_name: dict[tuple[str, str], dict[str, SourceValues]] = {}
        for contact_id, by_source in values:
            for source in by_source:
                if source in sources:
                    self._know(contact_id, source, by_source[source])

    def _know(self, contact_id: str, source: str, values: SourceValues) -> None:
        for mark in card_marks(values):
            self._by_mark.setdefault((source, mark), []).append(contact_id)
        for name in values.get("name", ()):
            self._by_name.setdefault((source, as_compared(name)), {})[contact_id] = values

    def same_card(self, source: str, card: Contact, people: KnownContacts, taken: Set[str]) -> Contact | None:
        """The contact to which a card of the same content went; of several, one to which it adds nothing."""
        if not self._by_mark:
            return None
        ids = self._by_mark.get((source, card_mark(card)), ())
        found = [people.by_id[contact_id] for contact_id in ids if contact_id in people.by_id]
        if len(found) == 1 and found[0].id not in taken:
            return found[0]
        # What a source says of somebody is not all that is on a card: the second of two alike may be somebody else.
        exact = [known for known in found if fill_in(known, card) == known]
        free = [known for known in found if known.id not in taken]
        return next((known for known in exact if known.id not in taken), next(iter((*exact, *free)), None))

    def same_name(self, source: str, card: Contact, keys: frozenset[Key], people: KnownContacts) -> Contact | None:
        """The one contact for which the source had a card of this name, if nothing in the card contradicts it."""
        if not self._by_name or not own_words(card.name):
            return None
        said = self._by_name.get((source, as_compared(card.name)), {})
        fitting = [
            people.by_id[contact_id]
            for contact_id, values in said.items()
            if contact_id in people.by_id and self._fits(card, keys, values)
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _fits(self, card: Contact, keys: frozenset[Key], values: SourceValues) -> bool:
        """Whether a card doesn't contradict what its source said before."""
        if _is_born_another_day(card, values.get("birthday", ())):
            return False
        before = set(self._keys_in(values))
        mine = {key for key in keys if key.kind != "uid"}
        if before and mine:
            return not before.isdisjoint(mine)
        return all(
            _agrees(value, values.get(name, ()))
            for name, value in (
                ("organization", card.organization),
                ("title", card.title),
                ("birthday", str(card.birthday or "")),
            )
        )

    def _keys_in(self, values: SourceValues) -> Iterable[Key]:
        for email in values.get("emails", ()):
            if key := email_key(email):
                yield Key("email", key)
        for phone in values.get("phones", ()):
            if key := phone_key(phone, self._region):
                yield Key("phone", key)
        for url in values.get("urls", ()):
            if key := linkedin_key(url):
                yield Key("LinkedIn address", key)


def _is_born_another_day(card: Contact, before: Sequence[str]) -> bool:
    """Whether a card has another birthday than its source said, both with the year."""
    if card.birthday is None or card.birthday.year is None:
        return False
    said = [each for each in before if not each.startswith("--")]
    return bool(said) and str(card.birthday) not in said


def _agrees(value: str, before: Sequence[str]) -> bool:
    return not value or not before or as_compared(value) in map(as_compared, before)
