"""Which cards of a file went to whom, and whether another can be the same person's."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, field

from netkeeper.actions.importing.fitting import Card
from netkeeper.actions.importing.program_uids import ProgramUids
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.duplicates import pair_of
from netkeeper.domain.people.identity.likeness import is_born_twice
from netkeeper.domain.people.identity.matching import uid_key
from netkeeper.domain.people.identity.own_words import own_words


@dataclass(slots=True)
class _Taken:
    """The ids, UIDs and names of the cards that went to one contact."""

    names: set[tuple[str, ...]] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    uids: set[str] = field(default_factory=set)


class TakenCards:
    """The cards of one file, by the contact to whom they went.

    Args:
        not_duplicates: Pairs of ids, the lower first, that are known to be two people.
        uids: The UIDs by program; those of the file are added.
    """

    def __init__(self, not_duplicates: Set[tuple[str, str]], uids: ProgramUids) -> None:
        self._not_duplicates = not_duplicates
        self._uids = uids
        self._taken: dict[str, _Taken] = {}

    @property
    def ids(self) -> Set[str]:
        """The ids of the contacts to whom cards went."""
        return self._taken.keys()

    def note(self, contact_id: str, card: Card) -> None:
        """A card goes to a contact."""
        taken = self._taken.setdefault(contact_id, _Taken())
        self._uids.note(contact_id, card)
        taken.names.add(own_words(card.contact.name))
        if card.contact.id:
            taken.ids.add(card.contact.id)
        if card.contact.uid:
            taken.uids.add(uid_key(card.contact.uid))

    def called(self, contact_id: str) -> Set[tuple[str, ...]]:
        """The own words of the names on the cards that went to a contact."""
        taken = self._taken.get(contact_id)
        return taken.names if taken is not None else frozenset()

    def has_name_of(self, known: Contact, contact: Contact) -> bool:
        """Whether nobody of another name, or born in another year, in the file went to somebody known."""
        taken = self._taken.get(known.id)
        return taken is None or (own_words(contact.name) in taken.names and not is_born_twice(known, contact))

    def may_join(self, known: Contact, card: Card) -> bool:
        """Whether a card can be somebody's to whom other cards of the file went: two ids or UIDs of one file are two.

        So are two UIDs of one program where something contradicts.
        """
        contact = card.contact
        if not self.are_not_two(known, card) or self._uids.are_two(known, card):
            return False
        taken = self._taken.get(known.id)
        if taken is None:
            return True
        if contact.id and taken.ids and contact.id not in taken.ids and contact.id not in known.merged:
            return False
        uid = uid_key(contact.uid)
        return not uid or not taken.uids or uid in taken.uids or uid in map(uid_key, known.merged)

    def are_not_two(self, known: Contact, card: Card) -> bool:
        """Whether nobody has said that they are two people."""
        return pair_of(known.id, card.contact.id) not in self._not_duplicates
