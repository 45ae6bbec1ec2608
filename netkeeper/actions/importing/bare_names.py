"""Decides whose a bare name is, in a file that only names people, as a table of interactions does."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.actions.importing.fitting import Card
from netkeeper.actions.importing.known_contacts import KnownContacts
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.own_words import Names, compare_names


def called_so(card: Card, people: KnownContacts) -> list[Contact]:
    """Those who have the whole name of a card; who was met last comes first."""
    found = [
        known for known in people.like(card.contact, frozenset()) if compare_names(known, card.contact) is Names.SAME
    ]
    return sorted(found, key=lambda known: known.last_on or date.min, reverse=True)


def split_off(cards: Sequence[Card]) -> tuple[list[Card], list[Card]]:
    """The cards that tell more than a name, and those that are a bare name."""
    more = [card for card in cards if card.named_by != "name"]
    return more, [card for card in cards if card.named_by == "name"] if len(more) < len(cards) else []
