"""People in order: what they have first, those who lack it last, equals by name; either way round."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.ordering import Order, name_key, ordered, text_key
from netkeeper.domain.search.predicates import Findable
from tests.strategies import contacts, days

ANNA = Contact(
    "1", "Änna", organization="Zeta", step=Step.CUSTOMER, last_on=date(2026, 5, 1), created="2026-01-01T00:00:00Z"
)
BO = Contact("2", "Bo", organization="älpha", last_on=date(2026, 6, 1), created="2026-03-01T00:00:00Z")
CAI = Contact("3", "cai", step=Step.REGULAR, created="2026-02-01T00:00:00Z")
DUES = {"1": date(2026, 12, 1), "3": date(2026, 11, 1)}
PEOPLE = [Findable(each, DUES.get(each.id)) for each in (CAI, ANNA, BO)]


@pytest.mark.parametrize(
    ("order", "expected", "reverse"),
    [
        (Order.NAME, "Bo cai Änna", "Änna cai Bo"),
        (Order.LAST, "Bo Änna cai", "Änna Bo cai"),
        (Order.NEXT, "cai Änna Bo", "Änna cai Bo"),
        (Order.STEP, "cai Änna Bo", "Bo Änna cai"),
        (Order.ORGANIZATION, "Änna Bo cai", "Bo Änna cai"),
        (Order.ADDED, "Bo cai Änna", "Änna cai Bo"),
    ],
)
def test_each_order_both_ways(order: Order, expected: str, reverse: str) -> None:
    assert names(ordered(PEOPLE, order)) == expected
    assert names(ordered(PEOPLE, order, reverse=True)) == reverse


def names(people: list[Findable]) -> str:
    return " ".join(each.contact.name for each in people)


@pytest.mark.parametrize("order", [each for each in Order if each is not Order.NAME])
@pytest.mark.parametrize("reverse", [False, True])
def test_equals_are_by_name_either_way_round(order: Order, reverse: bool) -> None:
    alike = [Findable(Contact(str(place), name)) for place, name in enumerate(("b", "Ä", "c", "A"))]
    assert names(ordered(alike, order, reverse=reverse)) == "A b c Ä"


@given(st.lists(st.builds(Findable, contacts(), st.none() | days()), max_size=8), st.sampled_from(Order), st.booleans())
def test_nobody_is_lost_whatever_order_they_came_in(people: list[Findable], order: Order, reverse: bool) -> None:
    people = [Findable(replace(each.contact, id=str(place)), each.next_due) for place, each in enumerate(people)]
    found = ordered(people, order, reverse=reverse)
    assert sorted(each.contact.id for each in found) == sorted(each.contact.id for each in people)
    assert found == ordered(people[::-1], order, reverse=reverse)


@given(contacts())
def test_a_name_is_sorted_by_the_same_whether_more_is_known_or_not(contact: Contact) -> None:
    contact = replace(contact, name=contact.name.replace("\0", ""), organization=contact.organization.replace("\0", ""))
    assert Findable(contact).name_key == name_key(contact.name)
    assert Findable(contact).organization_key == text_key(contact.organization)


NAMES = ["Zoe", "Örn", "anna", "Åsa", "Dr. Paula", "Äijö", "Bo", "Prof. dr Ada", "Øystein"]


@pytest.mark.parametrize("region", ["FI", "SE", "AX", "fi"])
def test_in_the_nordic_order_three_letters_come_after_z(region: str) -> None:
    by_name = sorted(NAMES, key=lambda name: name_key(name, region))
    assert by_name == ["Prof. dr Ada", "anna", "Bo", "Dr. Paula", "Zoe", "Åsa", "Äijö", "Örn", "Øystein"]


def test_elsewhere_they_are_letters_with_an_accent() -> None:
    by_name = sorted(NAMES, key=lambda name: name_key(name, "DE"))
    assert by_name == ["Prof. dr Ada", "Äijö", "anna", "Åsa", "Bo", "Örn", "Øystein", "Dr. Paula", "Zoe"]


def test_either_normal_form_is_sorted_alike_and_a_title_alone_is_a_name() -> None:
    assert name_key("A\u030asa") == name_key("Åsa")
    assert name_key("Dr.") == "dr."
    assert name_key("Miss") == "miss"


def test_the_orders_come_round() -> None:
    seen = [Order.NAME]
    while (following := seen[-1].following) is not Order.NAME:
        seen.append(following)
    assert seen == list(Order)
