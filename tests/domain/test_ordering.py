"""People in order: what they have first, those who lack it last, equals by name; either way round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.contact import Contact
from netkeeper.domain.finding import Findable, sort_name
from netkeeper.domain.ladder import Step
from netkeeper.domain.ordering import Order, ordered
from tests.strategies import contacts, days

ANNA = Contact(
    "1", "Änna", organization="Zeta", step=Step.CUSTOMER, last_on=date(2026, 5, 1), created="2026-01-01T00:00:00Z"
)
BO = Contact("2", "Bo", organization="älpha", last_on=date(2026, 6, 1), created="2026-03-01T00:00:00Z")
CAI = Contact("3", "cai", step=Step.REGULAR, created="2026-02-01T00:00:00Z")
DUES = {"1": date(2026, 12, 1), "3": date(2026, 11, 1)}
PEOPLE = [Findable(each, DUES.get(each.id)) for each in (CAI, ANNA, BO)]


@pytest.mark.parametrize(
    ("order", "expected", "turned"),
    [
        (Order.NAME, "Änna Bo cai", "cai Bo Änna"),
        (Order.LAST, "Bo Änna cai", "Änna Bo cai"),
        (Order.NEXT, "cai Änna Bo", "Änna cai Bo"),
        (Order.STEP, "cai Änna Bo", "Bo Änna cai"),
        (Order.ORGANIZATION, "Bo Änna cai", "Änna Bo cai"),
        (Order.ADDED, "Bo cai Änna", "Änna cai Bo"),
    ],
)
def test_each_order_both_ways(order: Order, expected: str, turned: str) -> None:
    assert names(ordered(PEOPLE, order)) == expected
    assert names(ordered(PEOPLE, order, turned=True)) == turned


def names(people: list[Findable]) -> str:
    return " ".join(each.contact.name for each in people)


@pytest.mark.parametrize("order", [each for each in Order if each is not Order.NAME])
@pytest.mark.parametrize("turned", [False, True])
def test_equals_are_by_name_either_way_round(order: Order, turned: bool) -> None:
    alike = [Findable(Contact(str(place), name)) for place, name in enumerate(("b", "Ä", "c", "A"))]
    assert names(ordered(alike, order, turned=turned)) == "Ä A b c"


@given(st.lists(st.builds(Findable, contacts(), st.none() | days()), max_size=8), st.sampled_from(Order), st.booleans())
def test_nobody_is_lost_whatever_order_they_came_in(people: list[Findable], order: Order, turned: bool) -> None:
    people = [Findable(replace(each.contact, id=str(place)), each.next_due) for place, each in enumerate(people)]
    found = ordered(people, order, turned=turned)
    assert sorted(each.contact.id for each in found) == sorted(each.contact.id for each in people)
    assert found == ordered(people[::-1], order, turned=turned)


@given(contacts())
def test_a_name_is_sorted_by_the_same_whether_more_is_known_or_not(contact: Contact) -> None:
    contact = replace(contact, name=contact.name.replace("\0", ""), organization=contact.organization.replace("\0", ""))
    assert Findable(contact).folded_name == sort_name(contact.name)
    assert Findable(contact).folded_organization == sort_name(contact.organization)


def test_the_orders_come_round() -> None:
    seen = [Order.NAME]
    while (following := seen[-1].following) is not Order.NAME:
        seen.append(following)
    assert seen == list(Order)
