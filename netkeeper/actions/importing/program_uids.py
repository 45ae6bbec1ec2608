"""Which program gave whom which UID: two UIDs of one program speak for two people, those of two programs for nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from netkeeper.actions.importing.fitting import Card
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.contradictions import contradictions
from netkeeper.domain.people.identity.matching import uid_key
from netkeeper.domain.people.identity.source_updates import SourceValues, uids_by_program


class ProgramUids:
    """The UIDs of contacts by the program that wrote their cards (PRODID), of earlier imports and of this one.

    Args:
        values: What each source said of each contact, by the contact's id.
    """

    def __init__(self, values: Iterable[tuple[str, Mapping[str, SourceValues]]]) -> None:
        self._uids: dict[tuple[str, str], set[str]] = {}
        for contact_id, by_source in values:
            for program, uid in uids_by_program(by_source):
                self._uids.setdefault((contact_id, program), set()).add(uid_key(uid))

    def note(self, contact_id: str, card: Card) -> None:
        """A card goes to a contact."""
        if card.program and card.contact.uid:
            self._uids.setdefault((contact_id, card.program), set()).add(uid_key(card.contact.uid))

    def are_two(self, known: Contact, card: Card) -> bool:
        """Whether the card's program has somebody else under that name: with another UID and something that contradicts.

        Some programs give new UIDs at every export, so another UID alone is too little.
        """
        if not card.program or not card.contact.uid:
            return False
        uids = self._uids.get((known.id, card.program))
        uid = uid_key(card.contact.uid)
        if not uids or uid in uids or uid in map(uid_key, known.merged):
            return False
        return bool(contradictions(known, card.contact, {}))
