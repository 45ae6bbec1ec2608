"""What a network asks for beside what a pace gives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.review.capacity import LONGEST_DAYS, Capacity, capacity
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.phrases.capacity import capacity_sentence

TODAY = date(2026, 11, 23)


def people(*cadences: int | None, step: Step = Step.POTENTIAL) -> list[ContactSummary]:
    return [
        ContactSummary(str(number), "A", step, (), False, days, False, TODAY, TODAY, None, None, None, TODAY, "")
        for number, days in enumerate(cadences)
    ]


def test_the_sum_of_one_over_each_cadence_is_what_is_asked_for() -> None:
    found = capacity(people(30, 30, 15, None), Member(pace=3))
    assert found.people == 3
    assert found.demand == pytest.approx(2 / 30 + 1 / 15)
    assert found.supply == 3
    assert found.is_enough
    assert (found.keeps, found.cadences) == (3, None)


def test_too_much_says_how_many_can_be_kept_and_what_would_balance_it() -> None:
    found = capacity(people(*[30] * 300), Member(pace=3))
    assert not found.is_enough
    assert found.keeps == 90
    assert found.cadences is not None
    assert found.cadences[Step.POTENTIAL] == 105
    assert capacity(people(*[105] * 300), replace(Member(pace=3), cadences=found.cadences)).is_enough


def test_days_off_give_nothing() -> None:
    weekdays = Member(pace=7, days_off=DaysOff.of([5, 6]))
    assert capacity(people(30), weekdays).supply == 5


def test_own_cadences_stay_and_where_they_alone_are_too_much_nothing_balances() -> None:
    found = capacity([*people(*[2] * 20), *people(30, step=Step.CUSTOMER)], Member(pace=3))
    assert not found.is_enough
    assert found.cadences is None


def test_nobody_asks_for_nothing() -> None:
    found = capacity([], Member())
    assert (found.people, found.demand, found.keeps, found.cadences) == (0, 0, 0, None)


@given(
    st.lists(st.tuples(st.sampled_from(Step), st.none() | st.integers(1, 200), st.booleans()), max_size=60),
    st.integers(1, 8),
)
def test_what_is_proposed_is_enough_and_no_cadence_gets_shorter(
    kinds: list[tuple[Step, int | None, bool]], pace: int
) -> None:
    member = Member(pace=pace)
    standings = [
        each for step, days, is_own in kinds for each in people(days if is_own else member.cadences[step], step=step)
    ]
    found = capacity(standings, member)
    assert 0 <= found.keeps <= found.people
    if found.cadences is None:
        return
    assert not found.is_enough
    for step, days in found.cadences.items():
        assert member.cadences[step] <= days <= max(member.cadences[step], LONGEST_DAYS)
    moved = [
        each._replace(cadence_days=found.cadences[each.step])
        if each.cadence_days == member.cadences[each.step]
        else each
        for each in standings
    ]
    assert capacity(moved, replace(member, cadences=found.cadences)).demand <= found.supply + 1e-9


@pytest.mark.parametrize(("demand", "says"), [(1.0, "needs 1 contact a day"), (3.9, "needs 3.9 contacts a day")])
def test_one_contact_is_one(demand: float, says: str) -> None:
    found = Capacity(demand=demand, supply=3, people=1, keeps=1, cadences={})
    assert says in capacity_sentence(found)
    assert "1 people" not in capacity_sentence(found)
