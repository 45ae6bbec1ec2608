"""How many likely pairs an import leaves: whoever came in and may be here already."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from itertools import combinations

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.duplicates import pair_of
from netkeeper.domain.people.identity.likeness import LIKELY, compare
from netkeeper.domain.people.identity.matching import keys_of
from netkeeper.domain.people.identity.own_words import own_words
from netkeeper.store.network import Network

MOST_IN_BLOCK = 400
"""Pairs are counted among at most so many who share a name or a key."""

_A_PAIR = 2


def likely_pairs(network: Network, brought_in: Iterable[str]) -> int | None:
    """Count the pairs of one name, or one key, that are likely one person and of which one came in.

    Args:
        brought_in: The ids of contacts that an import added.

    Returns:
        The number; None for more than can be counted.
    """
    new = frozenset(brought_in)
    if not new:
        return 0
    member = network.member
    people = {contact.id: contact for contact in network.contacts()}
    keys = {contact.id: frozenset(keys_of(contact, member.region)) for contact in people.values()}
    blocks: dict[Hashable, list[Contact]] = {}
    for contact in people.values():
        names: list[Hashable] = [own_words(contact.name)] if own_words(contact.name) else []
        for shared in (*names, *keys[contact.id]):
            blocks.setdefault(shared, []).append(contact)
    found: set[tuple[str, str]] = set()
    for block in blocks.values():
        if len(block) < _A_PAIR or new.isdisjoint(contact.id for contact in block):
            continue
        if len(block) > MOST_IN_BLOCK:
            return None
        for one, other in combinations(block, 2):
            pair = pair_of(one.id, other.id)
            if pair in found or pair in member.apart or (one.id not in new and other.id not in new):
                continue
            if compare(one, other, keys[one.id] & keys[other.id]).sure >= LIKELY:
                found.add(pair)
    return len(found)
