"""In which order people are listed."""

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
"""Letters as Finnish and Swedish sort them (CLDR, ``fi`` and ``sv``): the signs are those that follow z in ASCII."""


class Order(StrEnum):
    """What a list of people is sorted by."""

    NAME = "name"
    LAST = "last contact"
    NEXT = "next due"
    STEP = "step"
    ORGANIZATION = "organization"
    ADDED = "recently added"

    @property
    def following(self) -> Order:
        """The order after this one; after the last, the first."""
        orders = list(Order)
        return orders[(orders.index(self) + 1) % len(orders)]


def text_key(text: str, region: str = DEFAULT_REGION) -> str:
    """What a text is sorted by in every list, whatever the locale of the shell.

    In Finland, Sweden and Åland å, ä and ö are letters of their own and come after z; elsewhere they
    are a and o with an accent.

    Args:
        text: What is sorted.
        region: Whose order of letters (ISO 3166-1): the member's.
    """
    if not text.isascii() and region.upper() in _NORDIC:
        text = normalize("NFC", text).casefold().translate(_AFTER_Z)
    return as_compared(text)


def name_key(name: str, region: str = DEFAULT_REGION) -> str:
    """What a name is sorted by; as :func:`text_key`, with titles (``Dr.``) passed over."""
    key = text_key(name, region)
    first, blank, rest = key.partition(" ")
    while blank and first.replace(".", "") in PREFIXES:
        key = rest
        first, blank, rest = key.partition(" ")
    return key


def ordered(people: Iterable[Findable], order: Order, *, turned: bool = False) -> list[Findable]:
    """People in an order.

    By name and organization A comes first; by last contact and time of adding, the newest; by what
    is due, the soonest; by step, the highest. Those who have none of it come last either way round;
    those who are alike in it, by name.

    Args:
        people: Whom to sort.
        order: What by.
        turned: Whether the other way round.
    """
    by_name = sorted(people, key=lambda each: (each.name_key, each.contact.id))
    if order is Order.NAME:
        return by_name[::-1] if turned else by_name
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
    # Python keeps the order of equals, the other way round too.
    having.sort(key=lambda each: ranks[each.contact.id], reverse=newest_first is not turned)
    return having + lacking


def _rank(person: Findable, order: Order) -> str | int | None:
    """What a person is sorted by; None where they have none of it."""
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
