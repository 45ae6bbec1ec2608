"""Probable duplicates: pairs of contacts that may be one person, the surest first, with the signs for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations
from typing import Literal, NamedTuple

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.matching import keys_of, names_agree
from netkeeper.domain.people.name_index import Spelling
from netkeeper.domain.people.phones import DEFAULT_REGION
from netkeeper.domain.text.fold import fold

ALIKE = 90.0
"""The least likeness (rapidfuzz's ratio of the sorted words, 0 to 100) of two names that make a pair: a pair is
proposed for merging, so it takes more than the look-alikes that ``add`` points out."""

_BEGINS = 3
"""Names are compared where two of their words have a common prefix of this many letters."""
_MOST_IN_BLOCK = 400
"""Prefixes that more people share than this are skipped; whole words are not."""

_SAME_NAME, _SAME_WORD, _INSIDE, _SPELLED = 0.8, 0.45, 0.6, 0.7
_SAME_ORGANIZATION = 0.1
_OTHER_BIRTHDAY = 0.5


Sign = Literal[
    "uid",
    "email",
    "phone",
    "linkedin",
    "name",
    "inside",
    "spelled",
    "organization",
    "birthday",
    "other_birthday",
]
"""What two contacts have in common: a key; the name, one that is in the other, or one spelled nearly alike; and what
speaks for that or against it."""


_SHARED: Mapping[str, tuple[float, Sign]] = {
    "uid": (0.98, "uid"),
    "email": (0.95, "email"),
    "phone": (0.9, "phone"),
    "LinkedIn address": (0.98, "linkedin"),
}
"""The certainty of a shared key where the names agree, and its sign."""


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
    """Pairs that share a key, where the names agree."""
    by_key: dict[tuple[str, str], list[Contact]] = {}
    for contact in contacts:
        for key in dict.fromkeys(keys_of(contact, region)):
            by_key.setdefault(key, []).append(contact)
    for (kind, _), people in by_key.items():
        # A key that hundreds share is a switchboard or a common address.
        for one, other in combinations(people[:20], 2):
            if one.id != other.id and (kind == "LinkedIn address" or names_agree(one, other)):
                yield _pair(one, other, *_SHARED[kind])


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
            if spelling.words == its_spelling.words:
                sure = _SAME_NAME if len(spelling.words) > 1 else _SAME_WORD
                yield _pair(contact, other, sure, "name")
            elif spelling.is_inside(its_spelling):
                yield _pair(contact, other, _INSIDE, "inside")
            elif min(len(spelling.words), len(its_spelling.words)) > 1:
                likeness = fuzz.ratio(spelling.text, its_spelling.text, score_cutoff=ALIKE)
                if likeness:
                    yield _pair(contact, other, _SPELLED * likeness / 100, "spelled")


def _neighbours(blocks: dict[str, list[int]], words: Iterable[str]) -> Iterator[int]:
    for word in words:
        for key in (word, f"{word[:_BEGINS]}…"):
            block = blocks[key]
            if len(block) <= _MOST_IN_BLOCK or not key.endswith("…"):
                yield from block


def _pair(one: Contact, other: Contact, sure: float, sign: Sign) -> Pair:
    """A pair with its further signs, and its certainty changed by them."""
    signs: tuple[Sign, ...] = (sign,)
    if one.organization and fold(one.organization) == fold(other.organization):
        sure += _SAME_ORGANIZATION
        signs = (*signs, "organization")
    if one.birthday and other.birthday:
        mine, theirs = one.birthday, other.birthday
        is_same = (mine.month, mine.day) == (theirs.month, theirs.day) and mine.year in (theirs.year, None)
        is_same = is_same or ((mine.month, mine.day) == (theirs.month, theirs.day) and theirs.year is None)
        if is_same:
            sure, signs = sure + _SAME_ORGANIZATION, (*signs, "birthday")
        else:
            sure, signs = sure * _OTHER_BIRTHDAY, (*signs, "other_birthday")
    return Pair(*pair_of(one.id, other.id), min(1.0, sure), signs)
