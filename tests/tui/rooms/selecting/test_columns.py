"""Which columns there is room for, and what stands in them."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.ordering import Order
from netkeeper.domain.search.predicates import Findable
from netkeeper.domain.text.display import pad, width
from netkeeper.tui.rooms.selecting.columns import ORDERS, Column, cell, places, sought
from tests.strategies import contacts, days

TODAY = date(2026, 11, 23)


@given(st.integers(0, 400), st.sampled_from(Order))
def test_columns_stand_apart_within_their_room(columns: int, order: Order) -> None:
    found = places(columns, order)
    assert found[0].column is Column.NAME
    assert all(before.end < after.start for before, after in itertools.pairwise(found))
    assert found[-1].end <= max(columns, 1)


@given(st.integers(20, 400), st.sampled_from(Order))
def test_more_room_never_costs_a_column_its_place(columns: int, order: Order) -> None:
    narrow = {each.column: each.columns for each in places(columns, order)}
    wide = {each.column: each.columns for each in places(columns + 1, order)}
    assert set(narrow) <= set(wide)


@pytest.mark.parametrize("column", list(ORDERS))
def test_what_is_sorted_by_is_seen_even_where_it_is_narrow(column: Column) -> None:
    assert column in {each.column for each in places(40, ORDERS[column])}


@pytest.mark.parametrize(
    ("columns", "expected"),
    [
        (15, "name"),
        (24, "name next"),
        (36, "name organization next"),
        (43, "name organization last next"),
        (49, "name organization step last next"),
        (65, "name organization step fields last next"),
        (116, "name organization step fields last next email phone every"),
        (117, "name organization step fields last next email phone every met"),
    ],
)
def test_what_gives_way_first(columns: int, expected: str) -> None:
    assert " ".join(each.column for each in places(columns, Order.NAME)) == expected


@given(st.builds(Findable, contacts(), st.none() | days()), st.sampled_from(Column), st.integers(1, 40))
def test_whatever_somebody_is_like_a_cell_is_one_safe_line(person: Findable, column: Column, columns: int) -> None:
    text, _ = cell(column, person, TODAY)
    assert text.isprintable() or not any(ord(character) < 32 for character in text)
    assert width(pad(text, columns)) == columns


@pytest.mark.parametrize(
    ("days_away", "last", "due"),
    [
        (None, "–", "–"),
        (0, "now", "now"),
        (1, "now", "1d"),
        (-1, "1d", "now"),
        (-40, "6w", "now"),
        (400, "now", "13mo"),
    ],
)
def test_days_are_told_in_as_little_room_as_can_be_and_nobody_is_late(
    days_away: int | None, last: str, due: str
) -> None:
    day = None if days_away is None else TODAY + timedelta(days=days_away)
    person = Findable(Contact("1", "Anna", last_on=day), day)
    assert cell(Column.LAST, person, TODAY)[0] == last
    assert cell(Column.NEXT, person, TODAY)[0] == due


def test_steps_cadences_and_days_of_adding() -> None:
    anna = Contact("1", "Anna", step=Step.REGULAR, created="2026-03-02T10:00:00Z", cadence=42)
    assert cell(Column.STEP, Findable(anna), TODAY)[0] == "▲▲▲"
    assert cell(Column.EVERY, Findable(anna), TODAY)[0] == "6 weeks"
    assert cell(Column.EVERY, Findable(replace(anna, cadence=None)), TODAY)[0] == ""
    assert cell(Column.EVERY, Findable(replace(anna, cadence=0)), TODAY)[0] == "never"
    assert cell(Column.ADDED, Findable(anna), TODAY)[0] == "2 Mar"
    assert cell(Column.ADDED, Findable(replace(anna, created="2024-12-31T10:00:00Z")), TODAY)[0] == "31 Dec 24"
    assert cell(Column.ADDED, Findable(replace(anna, created="")), TODAY)[0] == "–"


def test_what_is_looked_for_is_shown_where_it_was_looked_for() -> None:
    found = sought(split_text('anna org:"Väliö Oy" -name:bo phone:040'), ["anna"])
    assert found == {
        Column.NAME: ["anna"],
        Column.ORGANIZATION: ["anna", "valio oy"],
        Column.FIELDS: ["anna"],
        Column.EMAIL: ["anna"],
        Column.PHONE: ["anna", "040"],
        Column.MET: ["anna"],
    }
