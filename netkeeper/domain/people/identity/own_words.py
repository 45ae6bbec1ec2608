"""A person's own words of a name, and how two names compare by them.

Titles, particles, signs, numbers and what stands in brackets are in many names, and tell nobody from anybody.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum
from functools import lru_cache

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.names import COMPANY_SUFFIXES, DEGREES, PARTICLES, PREFIXES, name_parts_from
from netkeeper.domain.people.phones import is_number
from netkeeper.domain.people.placeholders import is_placeholder
from netkeeper.domain.text.fold import as_compared, fold

_WORDS = re.compile(r"[^\W_]+")
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|<[^<>]*>")
_SHORTEST_PHONE = 6
_FEWEST_WORDS = 2
_SPELLED_ALIKE = 90.0
"""The least likeness (rapidfuzz's ratio, 0 to 100) of two names that are spelled nearly alike."""

_LETTER = re.compile(r"[^\W\d_]")


class Names(Enum):
    """How two names compare.

    ``SAME``: the same own words in any order. ``WITHIN``: the own words of one are among the other's (an initial counts
    for a word). ``NAMELESS``: one of them is no name but an address, a number or a placeholder. ``SPELLED``: nearly the
    same letters. ``GIVEN``: the same given name only. ``OTHER``: anything else.
    """

    SAME = "same"
    WITHIN = "within"
    SPELLED = "spelled"
    NAMELESS = "nameless"
    GIVEN = "given"
    OTHER = "other"


@lru_cache(maxsize=65536)
def own_words(name: str) -> tuple[str, ...]:
    """The own words of a name, folded and sorted; none for an address, a number or a placeholder."""
    if "@" in name or is_placeholder(name):
        return ()
    if "(" in name or "[" in name or "<" in name:
        without = _IN_BRACKETS.sub(" ", name)
        name = without if _LETTER.search(without) else name
    words = _WORDS.findall(fold(name).replace("ph.d", "phd"))
    numbers = [word for word in words if not _LETTER.search(word)]
    if numbers and (len("".join(numbers)) >= _SHORTEST_PHONE or len(numbers) == len(words)):
        words = [word for word in words if _LETTER.search(word)]
    named = [word for word in words if word not in PREFIXES and word not in DEGREES]
    return tuple(sorted([word for word in named if word not in PARTICLES] or named))


def is_nameless(contact: Contact) -> bool:
    """Whether a contact's name is a stand-in: an address, a number or a placeholder."""
    name = contact.name
    return not own_words(name) and ("@" in name or is_placeholder(name) or is_number(name))


def is_organization(contact: Contact) -> bool:
    """Whether it is the card of an organization: called as its organization is, or with a company's suffix (Oy, Ltd)."""
    if contact.organization and as_compared(contact.name) == as_compared(contact.organization):
        return True
    words = own_words(contact.name)
    return any(word in COMPANY_SUFFIXES for word in words)


def compare_names(one: Contact, other: Contact) -> Names:
    """How the names of two contacts compare."""
    if one.name == other.name:
        return Names.SAME
    mine, theirs = own_words(one.name), own_words(other.name)
    if not mine or not theirs:
        return Names.SAME if as_compared(one.name) == as_compared(other.name) else Names.NAMELESS
    if mine == theirs:
        return Names.SAME
    if _is_within(mine, theirs) or _is_within(theirs, mine):
        return Names.WITHIN
    return Names.GIVEN if given_name(one) and given_name(one) == given_name(other) else Names.OTHER


def are_spelled_alike(one: Contact, other: Contact) -> bool:
    """Whether two names of two words or more have nearly the same letters."""
    mine, theirs = own_words(one.name), own_words(other.name)
    if min(len(mine), len(theirs)) < _FEWEST_WORDS:
        return False
    from rapidfuzz import fuzz

    return fuzz.ratio(" ".join(mine), " ".join(theirs), score_cutoff=_SPELLED_ALIKE) > 0


def given_name(contact: Contact) -> str:
    """The given name, folded; empty where there is none."""
    given = contact.name_parts.given or name_parts_from(contact.name).given
    return as_compared(given)


def _is_within(words: Sequence[str], others: Sequence[str]) -> bool:
    """Whether each word has its own among the others, one of them in full; an initial stands for a word."""
    if len(words) > len(others):
        return False
    left = list(others)
    whole = 0
    # Whole words first, so that an initial takes none that is written out.
    for word in sorted(words, key=len, reverse=True):
        found = next((each for each in left if each == word or (len(word) == 1 and each.startswith(word))), None)
        found = found or next(
            (each for each in left if len(each) == 1 and len(word) > 1 and word.startswith(each)), None
        )
        if found is None:
            return False
        whole += found == word and len(word) > 1
        left.remove(found)
    return whole > 0
