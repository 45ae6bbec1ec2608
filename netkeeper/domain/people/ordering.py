"""Sorting of contacts."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING
from unicodedata import normalize

from netkeeper.domain.people.names import PREFIXES
from netkeeper.domain.people.phones import DEFAULT_REGION
from netkeeper.domain.text.fold import as_compared

if TYPE_CHECKING:
    from netkeeper.domain.search.predicates import Findable

_NORDIC = frozenset({"FI", "SE", "AX"})
_AFTER_Z = str.maketrans({"å": "{", "ä": "|", "æ": "|", "ö": "}", "ø": "}", "ü": "y"})
"""Finnish and Swedish order of letters (CLDR, ``fi`` and ``sv``), by the ASCII characters that follow z."""
_FROM_AFTER_Z = {"{": "å", "|": "ä", "}": "ö"}

NO_LETTER = "#"
"""What an index lists names under that begin with no letter."""


class Order(StrEnum):
    """Sort orders of a list of people; the values are shown to the user."""

    NAME = "name"
    LAST = "last contact"
    NEXT = "next due"
    STEP = "step"
    ORGANIZATION = "organization"
    ADDED = "recently added"

    @property
    def following(self) -> Order:
        """The next order, cyclically."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


def text_key(text: str, region: str = DEFAULT_REGION) -> str:
    """The sort key of a text, independent of the locale.

    In Finland, Sweden and Åland å, ä and ö are letters of their own and come after z; elsewhere they
    are a and o with an accent.

    Args:
        text: The text.
        region: The member's region (ISO 3166-1).
    """
    if not text.isascii() and region.upper() in _NORDIC:
        text = normalize("NFC", text).casefold().translate(_AFTER_Z)
    return as_compared(text)


def name_key(name: str, region: str = DEFAULT_REGION) -> str:
    """The sort key of a name; as :func:`text_key`, without titles (``Dr.``)."""
    key = text_key(name, region)
    first, blank, rest = key.partition(" ")
    while blank and first.replace(".", "") in PREFIXES:
        key = rest
        first, blank, rest = key.partition(" ")
    return key


def index_letter(name: str, region: str = DEFAULT_REGION) -> str:
    """The capital letter under which an index lists a name; ``NO_LETTER`` where it begins with a digit or a sign."""
    first = name_key(name, region)[:1]
    if region.upper() in _NORDIC:
        first = _FROM_AFTER_Z.get(first, first)
    return first.upper() if first.isalpha() else NO_LETTER


def ordered(people: Iterable[Findable], order: Order, *, reverse: bool = False) -> list[Findable]:
    """People, sorted.

    By name and organization A comes first; by last contact and time of adding, the newest; by due day,
    the soonest; by step, the highest. ``reverse`` reverses that. Those without a value come last in both
    directions; equal ones are sorted by name.
    """
    by_name = sorted(people, key=lambda each: (each.name_key, each.contact.id))
    if order is Order.NAME:
        return by_name[::-1] if reverse else by_name
    having: list[Findable] = []
    lacking: list[Findable] = []
    ranks: dict[str, str | int] = {}
    for each in by_name:
        rank = _rank(each, order)
        if rank is None:
            lacking.append(each)
        else:
            ranks[each.contact.id] = rank
            having.append(each)
    newest_first = order in (Order.LAST, Order.STEP, Order.ADDED)
    # The sort is stable, also with reverse=True.
    having.sort(key=lambda each: ranks[each.contact.id], reverse=newest_first is not reverse)
    return having + lacking


def _rank(person: Findable, order: Order) -> str | int | None:
    """The sort key of a person; None where there is no value."""
    contact = person.contact
    if order is Order.LAST:
        return _number(contact.last_on)
    if order is Order.NEXT:
        return _number(person.next_due)
    if order is Order.STEP:
        return contact.step.height
    if order is Order.ORGANIZATION:
        return person.organization_key or None
    return contact.created or None


def _number(day: date | None) -> int | None:
    return day.toordinal() if day else None
