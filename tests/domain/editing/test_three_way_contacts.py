"""Two edits of one contact at once: lists item by item, what belongs together as one, the rest by property."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.editing.three_way_contacts import merge_contacts, merge_items
from netkeeper.domain.people.contact import Address, Contact, Hope, Labelled, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.people.same_values import sameness
from tests import strategies

DAY = date(2026, 11, 23)
WORK, HOME = Labelled("a@work.example", "work"), Labelled("a@home.example", "home")
BASE = Contact(
    "1",
    "Anna Virtanen",
    NameParts(given="Anna", family="Virtanen"),
    emails=(WORK, HOME),
    fields=("food",),
    ladder=(StepChange(date(2026, 1, 1), Step.POTENTIAL),),
)
NEW, OTHER = Labelled("a@new.example"), Labelled("a@other.example")

items = st.lists(st.sampled_from("abcdefg"), max_size=5, unique=True)


def moved(step: Step, reason: str = "") -> Contact:
    return replace(BASE, step=step, ladder=(*BASE.ladder, StepChange(DAY, step, reason)))


def emails(*new: Labelled) -> Contact:
    return replace(BASE, emails=new)


@pytest.mark.parametrize(
    ("mine", "theirs", "merged"),
    [
        ((WORK, HOME, NEW), (WORK, HOME, OTHER), (WORK, HOME, NEW, OTHER)),
        ((WORK, HOME, NEW), (HOME,), (HOME, NEW)),
        ((NEW, HOME), (WORK, OTHER), (NEW, OTHER)),
        ((replace(WORK, label=""), HOME), (WORK, HOME, NEW), (replace(WORK, label=""), HOME, NEW)),
        ((), (WORK, HOME, NEW), (NEW,)),
    ],
)
def test_a_list_gets_what_either_added_and_loses_what_either_took_away(
    mine: tuple[Labelled, ...], theirs: tuple[Labelled, ...], merged: tuple[Labelled, ...]
) -> None:
    assert merge_contacts(BASE, emails(*mine), emails(*theirs)) == (emails(*merged), ())


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        ((NEW, HOME), (OTHER, HOME)),
        ((replace(WORK, label="main"), HOME), (replace(WORK, label="old"), HOME)),
        ((replace(WORK, label="main"), HOME), (HOME,)),
        ((HOME, WORK), (WORK, HOME, NEW)),
        ((WORK, HOME, NEW), (WORK, HOME, Labelled("A@NEW.example", "work"))),
        ((WORK, HOME, NEW, NEW), (WORK, HOME, OTHER)),
    ],
)
def test_the_same_item_or_the_order_changed_by_both_is_asked_about(
    mine: tuple[Labelled, ...], theirs: tuple[Labelled, ...]
) -> None:
    merged, clashes = merge_contacts(BASE, emails(*mine), emails(*theirs))
    assert clashes == ("emails",)
    assert merged.emails == theirs


def test_a_number_that_both_wrote_down_in_their_own_way_is_asked_about() -> None:
    mine = replace(BASE, phones=(Labelled("+358 40 555 0101"),))
    theirs = replace(BASE, phones=(Labelled("00358405550101", "mobile"),))
    assert merge_contacts(BASE, mine, theirs)[1] == ("phones",)


def test_fields_hopes_and_addresses_are_lists_too() -> None:
    mine = replace(BASE, fields=("food", "design"), hopes=(Hope.MENTOR,), addresses=(Address(street="Katu 1"),))
    theirs = replace(BASE, fields=(), hopes=(Hope.FRIEND,), addresses=(Address(street="Tie 2"),))
    merged, clashes = merge_contacts(BASE, mine, theirs)
    assert clashes == ()
    assert merged.fields == ("design",)
    assert set(merged.hopes) == {Hope.MENTOR, Hope.FRIEND}
    assert set(merged.addresses) == {Address(street="Katu 1"), Address(street="Tie 2")}


@given(items, items, items)
def test_what_is_merged_is_what_both_wanted(base: list[str], mine: list[str], theirs: list[str]) -> None:
    merged = merge_items(base, mine, theirs, sameness("fields"))
    if merged is None:
        return
    assert len(set(merged)) == len(merged)
    for item in {*base, *mine, *theirs}:
        wanted = item in mine and item in theirs if item in base else item in mine or item in theirs
        assert (item in merged) is wanted
    for side in (mine, theirs):
        assert _in_order([item for item in side if item in base and item in merged], merged)


def _in_order(some: Sequence[str], all_of_them: Sequence[str]) -> bool:
    return list(some) == [item for item in all_of_them if item in some]


@given(items, items)
def test_a_list_that_only_one_changed_is_not_merged(base: list[str], mine: list[str]) -> None:
    assert merge_items(base, mine, base, str) is None
    assert merge_items(base, base, mine, str) is None
    assert merge_items(base, mine, mine, str) is None


def test_a_name_and_its_parts_are_one() -> None:
    mine = replace(BASE, name="Anna Salo", name_parts=NameParts(given="Anna", family="Salo"))
    theirs = replace(BASE, name_parts=NameParts(prefix="Dr.", given="Anna", family="Virtanen"))
    assert merge_contacts(BASE, mine, theirs) == (theirs, ("name",))
    assert merge_contacts(BASE, mine, replace(BASE, title="Chef")) == (replace(mine, title="Chef"), ())


def test_a_step_and_its_history_are_one() -> None:
    mine, theirs = moved(Step.CUSTOMER, "first order"), moved(Step.REGULAR)
    assert merge_contacts(BASE, mine, theirs) == (theirs, ("step",))
    assert merge_contacts(BASE, mine, replace(BASE, title="Chef")) == (replace(mine, title="Chef"), ())


def test_the_same_move_made_twice_is_made_once_and_a_reason_is_not_lost() -> None:
    theirs = moved(Step.CUSTOMER, "asked for an offer")
    assert merge_contacts(BASE, moved(Step.CUSTOMER), theirs) == (theirs, ())
    assert merge_contacts(BASE, moved(Step.CUSTOMER, "first order"), theirs)[1] == ("step",)


@given(strategies.contacts(), strategies.contacts())
def test_alone_an_edit_is_taken_as_it_is(base: Contact, mine: Contact) -> None:
    mine = replace(
        mine,
        id=base.id,
        created=base.created,
        updated=base.updated,
        first_on=base.first_on,
        last_on=base.last_on,
        tried_on=base.tried_on,
    )
    assert merge_contacts(base, mine, base) == (mine, ())
    assert merge_contacts(base, base, mine) == (mine, ())
    assert merge_contacts(base, mine, mine) == (mine, ())
