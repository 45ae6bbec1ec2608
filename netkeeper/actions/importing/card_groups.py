"""Cards of one file that are one person."""

from __future__ import annotations

from dataclasses import dataclass, replace

from netkeeper.actions.importing.fitting import Card
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.matching import Key


@dataclass(slots=True)
class Group:
    """Cards of one file that are one person, who may be known.

    Attributes:
        contact: What all of them say.
    """

    cards: list[Card]
    contact: Contact

    @property
    def keys(self) -> frozenset[Key]:
        """What any of the cards can be recognized by."""
        return frozenset[Key]().union(*(card.keys for card in self.cards))


def first_card(group: Group) -> Card:
    """The group as one card."""
    first = group.cards[0]
    if len(group.cards) == 1:
        return first
    return first._replace(contact=replace(group.contact, id=first.contact.id), keys=group.keys)
