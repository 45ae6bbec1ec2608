"""In which order people are listed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from netkeeper.domain.finding import Findable


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
    by_name = sorted(people, key=lambda each: (each.folded_name, each.contact.id))
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
        return person.folded_organization or None
    return contact.created or None


def _number(day: date | None) -> int | None:
    return day.toordinal() if day else None
