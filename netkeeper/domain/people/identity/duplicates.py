"""Probable duplicates: pairs of contacts that may be one person, the surest first, with the signs for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from itertools import combinations
from typing import NamedTuple

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.likeness import Sign, compare
from netkeeper.domain.people.identity.matching import Key, keys_of
from netkeeper.domain.people.identity.own_words import is_organization, own_words
from netkeeper.domain.people.name_index import Spelling
from netkeeper.domain.people.phones import DEFAULT_REGION

ALIKE = 90.0
"""The least likeness (rapidfuzz's ratio of the sorted words, 0 to 100) of two names that make a pair: a pair is
proposed for merging, so it takes more than the look-alikes that ``add`` points out."""

_BEGINS = 3
"""Names are compared where two of their words have a common prefix of this many letters."""
_MOST_IN_BLOCK = 400
"""Prefixes that more people share than this are skipped; whole words are not."""
_MOST_SHARING = 20

_SPELLED = 0.7


class Pair(NamedTuple):
    """Two contacts who may be one person.

    Attributes:
        one: The lower id.
        other: The higher id.
        sure: The certainty, 0 to 1.
        signs: The signs, in the order in which they were found.
    """

    one: str
    other: str
    sure: float
    signs: tuple[Sign, ...]


PairProgress = Callable[[int, int], None]


def duplicates(
    contacts: Sequence[Contact],
    *,
    apart: Set[tuple[str, str]] = frozenset(),
    region: str = DEFAULT_REGION,
    progress: PairProgress | None = None,
) -> list[Pair]:
    """Find probable duplicates among contacts, the surest first.

    Args:
        contacts: Archived ones count too.
        apart: Pairs of ids, the lower first, that are known to be two people.
        region: The region of phone numbers without a country code (ISO 3166-1).
        progress: Called with the number of names compared and of all; may raise to cancel.
    """
    found: dict[tuple[str, str], Pair] = {}
    names = [(contact, Spelling.of(contact.name)) for contact in contacts]
    for pair in (*_sharing(contacts, region), *_named_alike(names, progress)):
        key = (pair.one, pair.other)
        if key in apart:
            continue
        known = found.get(key)
        if known is None:
            found[key] = pair
        elif not _are_in(pair.signs, known.signs):
            found[key] = Pair(*key, min(1.0, max(known.sure, pair.sure) + 0.02), (*known.signs, *pair.signs))
    return sorted(found.values(), key=lambda pair: (-pair.sure, pair.one, pair.other))


def pair_of(one: str, other: str) -> tuple[str, str]:
    """Two ids as a pair, the lower first."""
    return (one, other) if one < other else (other, one)


def _are_in(some: tuple[Sign, ...], signs: tuple[Sign, ...]) -> bool:
    """Whether ``some`` is a contiguous part of ``signs``."""
    return any(signs[start : start + len(some)] == some for start in range(len(signs)))


def _sharing(contacts: Sequence[Contact], region: str) -> Iterator[Pair]:
    """Pairs that share keys, where the names agree."""
    by_key: dict[Key, list[Contact]] = {}
    keys = {contact.id: frozenset(keys_of(contact, region)) for contact in contacts}
    for contact in contacts:
        for key in keys[contact.id]:
            by_key.setdefault(key, []).append(contact)
    seen: set[tuple[str, str]] = set()
    for key in sorted(by_key):
        for one, other in _likely_among(by_key[key]):
            pair = pair_of(one.id, other.id)
            if one.id != other.id and pair not in seen:
                seen.add(pair)
                likeness = compare(one, other, keys[one.id] & keys[other.id])
                if likeness.sure:
                    yield Pair(*pair, likeness.sure, likeness.signs)


def _likely_among(people: Sequence[Contact]) -> Iterator[tuple[Contact, Contact]]:
    """The pairs of those who share a key.

    A key that many share is a switchboard or a common address: of those, only pairs of one name.
    """
    if len(people) <= _MOST_SHARING:
        yield from combinations(people, 2)
        return
    by_name: dict[tuple[str, ...], list[Contact]] = {}
    for person in people:
        by_name.setdefault(own_words(person.name), []).append(person)
    for namesakes in by_name.values():
        yield from combinations(namesakes[:_MOST_SHARING], 2)


def _named_alike(names: Sequence[tuple[Contact, Spelling]], progress: PairProgress | None) -> Iterator[Pair]:
    from rapidfuzz import fuzz

    blocks: dict[str, list[int]] = {}
    for place, (_, spelling) in enumerate(names):
        for word in set(spelling.words):
            blocks.setdefault(word, []).append(place)
            blocks.setdefault(f"{word[:_BEGINS]}…", []).append(place)
    seen: set[int] = set()
    for place, (contact, spelling) in enumerate(names):
        if progress is not None and place % 200 == 0:
            progress(place, len(names))
        seen.clear()
        for near in _neighbours(blocks, spelling.words):
            if near <= place or near in seen:
                continue
            seen.add(near)
            other, its_spelling = names[near]
            if spelling.words == its_spelling.words or spelling.is_inside(its_spelling):
                likeness = compare(contact, other)
                if likeness.sure:
                    yield Pair(*pair_of(contact.id, other.id), likeness.sure, likeness.signs)
            elif min(len(spelling.words), len(its_spelling.words)) > 1:
                alike = fuzz.ratio(spelling.text, its_spelling.text, score_cutoff=ALIKE)
                if alike and is_organization(contact) == is_organization(other):
                    yield _spelled_alike(contact, other, _SPELLED * alike / 100)


def _neighbours(blocks: dict[str, list[int]], words: Iterable[str]) -> Iterator[int]:
    for word in words:
        for key in (word, f"{word[:_BEGINS]}…"):
            block = blocks[key]
            if len(block) <= _MOST_IN_BLOCK or not key.endswith("…"):
                yield from block


def _spelled_alike(one: Contact, other: Contact, sure: float) -> Pair:
    """A pair whose names are spelled nearly alike, with what else speaks for it or against."""
    named_alike = compare(one, replace(other, name=one.name))
    factor = named_alike.sure / compare(one, Contact(id="", name=one.name)).sure if named_alike.sure else 0.0
    signs = tuple("spelled" if sign == "name" else sign for sign in named_alike.signs)
    return Pair(*pair_of(one.id, other.id), min(1.0, sure * factor), signs)
