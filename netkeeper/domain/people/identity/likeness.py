"""Whether two contacts are one person: the signs for and against it, the certainty, and what an import makes of them.

One place for imports and for the list of probable duplicates. Families, companies and switchboards share addresses and
numbers, so the name decides first; a name alone decides nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Set
from enum import Enum
from typing import Literal, NamedTuple

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.matching import Key, KeyKind
from netkeeper.domain.people.identity.own_words import (
    Names,
    are_spelled_alike,
    compare_names,
    is_organization,
    own_words,
)
from netkeeper.domain.people.names import COMPANY_SUFFIXES
from netkeeper.domain.text.fold import as_compared

SURE = 0.9
"""The certainty from which two contacts are surely one person."""

LIKELY = 0.8
"""The certainty from which a pair is likely enough to be told of after an import."""

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
    "city",
    "other_name",
    "other_organization",
    "other_title",
    "other_birthday",
]
"""What two contacts have in common: a key; the name, one that is in the other, or one spelled nearly alike; and what
speaks for one person or against it."""

_KEY_SIGNS: dict[KeyKind, tuple[float, Sign]] = {
    "uid": (0.98, "uid"),
    "email": (0.95, "email"),
    "phone": (0.9, "phone"),
    "LinkedIn address": (0.98, "linkedin"),
}
"""The certainty of a shared key where the names agree, and its sign."""

_SAME_NAME, _SAME_WORD, _INSIDE = 0.8, 0.45, 0.6
_PROFILE_OF_ANOTHER_NAME, _ADDRESS_OF_ANOTHER_NAME, _SPELLED = 0.85, 0.6, 0.85
_FOR, _CITY, _BOTH_KEYS = 0.1, 0.05, 0.02
_OTHER_BIRTHDAY, _OTHER_ORGANIZATION, _OTHER_TITLE = 0.5, 0.7, 0.85


class Judgement(Enum):
    """What an import makes of two contacts.

    ``SAME``: one person, by a key and the name. ``PARTLY``: one person by a key and a part of the name, where no other
    fits. ``SURE``: surely one by the name and something else. ``MAYBE``: to be asked. ``ALIKE``: called alike with no
    sign for or against; ``OTHER``: two.
    """

    SAME = "same"
    PARTLY = "partly"
    SURE = "sure"
    MAYBE = "maybe"
    ALIKE = "alike"
    OTHER = "other"


class Likeness(NamedTuple):
    """How alike two contacts are.

    Attributes:
        names: How their names compare.
        keys: The kinds of keys that they share, surest first.
        signs: The signs, those of keys and name first.
        sure: The certainty that they are one, 0 to 1; 0 for no sign of it.
        judgement: What an import makes of them.
    """

    names: Names
    keys: tuple[KeyKind, ...]
    signs: tuple[Sign, ...]
    sure: float
    judgement: Judgement


def compare(one: Contact, other: Contact, shared: Iterable[Key] = ()) -> Likeness:
    """How alike two contacts are.

    Args:
        shared: The keys of both.
    """
    names = compare_names(one, other)
    kinds = {key.kind for key in shared}
    keys = tuple(kind for kind in _KEY_SIGNS if kind in kinds)
    if keys and names in (Names.GIVEN, Names.OTHER) and are_spelled_alike(one, other):
        names = Names.SPELLED
    supports, objections = _supports(one, other), _objections(one, other)
    told = objections & {"other_birthday"} if keys else objections
    base, signs = _base(one, names, keys)
    sure = base
    if base:
        sure += _FOR * len(supports - {"city"}) * (names is not Names.SPELLED) + (
            0 if keys else _CITY * ("city" in supports)
        )
        if len(keys) > 1:
            sure += _BOTH_KEYS
        if "other_birthday" in objections:
            sure *= _OTHER_BIRTHDAY
        if not keys:
            sure *= _OTHER_ORGANIZATION if "other_organization" in objections else 1
            sure *= _OTHER_TITLE if "other_title" in objections else 1
    if names is not Names.SAME and is_organization(one) != is_organization(other):
        sure = 0.0
    return Likeness(
        names,
        keys,
        (*signs, *sorted(supports), *sorted(told)),
        round(min(1.0, sure), 4),
        _judge(one, other, names, keys, supports, objections),
    )


def _base(one: Contact, names: Names, keys: tuple[KeyKind, ...]) -> tuple[float, tuple[Sign, ...]]:
    """The certainty by keys and name, and the signs."""
    key_signs = tuple(_KEY_SIGNS[kind][1] for kind in keys)
    by_key = max((_KEY_SIGNS[kind][0] for kind in keys), default=0.0)
    if names is Names.SAME:
        by_name = _SAME_NAME if len(own_words(one.name)) > 1 else _SAME_WORD
        return max(by_key, by_name), (*key_signs, "name")
    if names is Names.WITHIN:
        return max(by_key, _INSIDE), key_signs or ("inside",)
    if names is Names.NAMELESS:
        return by_key, key_signs
    if names is Names.SPELLED:
        return _SPELLED, (*key_signs, "spelled")
    if "LinkedIn address" in keys:
        return _PROFILE_OF_ANOTHER_NAME, (*key_signs, "other_name")
    if "email" in keys and names is Names.GIVEN:
        return _ADDRESS_OF_ANOTHER_NAME, (*key_signs, "other_name")
    return 0.0, ()


def _supports(one: Contact, other: Contact) -> Set[Sign]:
    """What speaks for one person beside keys and name."""
    found: set[Sign] = set()
    if one.organization and other.organization and not is_other_organization(one.organization, other.organization):
        found.add("organization")
    if one.birthday and other.birthday and not has_other_birthday(one, other):
        found.add("birthday")
    if one.addresses and other.addresses and not _cities(one).isdisjoint(_cities(other)):
        found.add("city")
    return found


def _objections(one: Contact, other: Contact) -> Set[Sign]:
    """What speaks against it."""
    found: set[Sign] = set()
    if is_other_organization(one.organization, other.organization):
        found.add("other_organization")
    if is_other_text(one.title, other.title):
        found.add("other_title")
    if one.birthday and other.birthday and has_other_birthday(one, other):
        found.add("other_birthday")
    return found


def has_other_birthday(one: Contact, other: Contact) -> bool:
    """Whether two birthdays, which may lack the year, are two days."""
    mine, theirs = one.birthday, other.birthday
    if mine is None or theirs is None:
        return False
    if (mine.month, mine.day) != (theirs.month, theirs.day):
        return True
    return None not in (mine.year, theirs.year) and mine.year != theirs.year


def is_other_text(one: str, other: str) -> bool:
    """Whether two texts differ, of which none is empty."""
    return bool(one and other) and one != other and as_compared(one) != as_compared(other)


def is_other_organization(one: str, other: str) -> bool:
    """Whether two organizations differ, of which none is empty; ``Valio`` and ``Valio Oy`` are one."""
    if not is_other_text(one, other):
        return False
    mine, theirs = (
        [word for word in re.findall(r"\w+", as_compared(text)) if word not in COMPANY_SUFFIXES]
        for text in (one, other)
    )
    return not mine or mine != theirs


def _cities(contact: Contact) -> set[str]:
    return {as_compared(address.locality) for address in contact.addresses if address.locality}


def _judge(
    one: Contact, other: Contact, names: Names, keys: tuple[KeyKind, ...], supports: Set[Sign], objections: Set[Sign]
) -> Judgement:
    """What an import makes of them."""
    if names is not Names.SAME and is_organization(one) != is_organization(other):
        return Judgement.OTHER
    if keys:
        return _judge_by_key(one, other, names, keys)
    if names is not Names.SAME:
        return Judgement.OTHER
    if is_born_twice(one, other):
        return Judgement.MAYBE
    if objections:
        return Judgement.OTHER
    if len(own_words(one.name)) > 1 and supports:
        return Judgement.SURE if supports - {"city"} else Judgement.MAYBE
    return Judgement.ALIKE


def _judge_by_key(one: Contact, other: Contact, names: Names, keys: tuple[KeyKind, ...]) -> Judgement:
    if names is Names.SAME:
        return Judgement.MAYBE if is_born_twice(one, other) else Judgement.SAME
    if names in (Names.WITHIN, Names.NAMELESS):
        return Judgement.MAYBE if is_born_twice(one, other) else Judgement.PARTLY
    if names is Names.SPELLED or "LinkedIn address" in keys or ("email" in keys and names is Names.GIVEN):
        return Judgement.MAYBE
    return Judgement.OTHER


def is_born_twice(one: Contact, other: Contact) -> bool:
    """Whether two birthdays are two days, and both have a year."""
    has_years = all(each.birthday and each.birthday.year is not None for each in (one, other))
    return has_years and has_other_birthday(one, other)
