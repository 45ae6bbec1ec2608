"""When somebody's turn comes round, and how the first turns of many are spread."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.member.cadence import effective_cadence, next_contact_on, spread
from netkeeper.domain.people.ladder import Step

TODAY = date(2026, 11, 23)
DAY = timedelta(days=1)
maybe_days = st.none() | st.dates()


@pytest.mark.parametrize(
    ("cadence", "step", "days"),
    [
        (None, Step.POTENTIAL, 30),
        (None, Step.CUSTOMER, 45),
        (None, Step.REGULAR, 90),
        (7, Step.REGULAR, 7),
        (0, Step.REGULAR, None),
    ],
)
def test_the_contacts_own_cadence_wins_over_the_steps(cadence: int | None, step: Step, days: int | None) -> None:
    assert effective_cadence(cadence, step) == days


def test_the_members_days_for_a_step_win_over_the_usual_ones() -> None:
    assert effective_cadence(None, Step.CUSTOMER, {Step.CUSTOMER: 10}) == 10
    assert effective_cadence(None, Step.REGULAR, {Step.CUSTOMER: 10}) == 90
    assert effective_cadence(None, Step.CUSTOMER, {Step.CUSTOMER: 0}) is None


@pytest.mark.parametrize(
    ("last_on", "nudge_from", "first_turn_on", "turn"),
    [
        (TODAY, None, None, TODAY + 30 * DAY),
        (None, None, None, TODAY + 20 * DAY),
        (TODAY, TODAY + 40 * DAY, None, TODAY + 40 * DAY),
        (TODAY, TODAY + 5 * DAY, None, TODAY + 30 * DAY),
        (None, None, TODAY + 3 * DAY, TODAY + 3 * DAY),
        (None, TODAY + 5 * DAY, TODAY + 3 * DAY, TODAY + 5 * DAY),
        (TODAY, None, TODAY + 3 * DAY, TODAY + 30 * DAY),
    ],
)
def test_the_turn_counts_from_the_last_contact_or_else_from_the_day_of_adding(
    last_on: date | None, nudge_from: date | None, first_turn_on: date | None, turn: date
) -> None:
    assert next_contact_on(30, last_on, nudge_from, TODAY - 10 * DAY, first_turn_on) == turn


@given(st.none() | st.integers(1, 10**6), maybe_days, maybe_days, st.dates(), maybe_days)
def test_no_dates_are_too_much_and_a_snooze_always_holds(
    cadence_days: int | None,
    last_on: date | None,
    nudge_from: date | None,
    created_on: date,
    first_turn_on: date | None,
) -> None:
    turn = next_contact_on(cadence_days, last_on, nudge_from, created_on, first_turn_on)
    assert (turn is None) is (cadence_days is None)
    if turn is not None and nudge_from is not None:
        assert turn >= nudge_from


@given(st.integers(1, 400), st.integers(1, 120), st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_the_first_turns_of_many_are_spread_evenly_over_one_cadence(count: int, cadence: int, today: date) -> None:
    days = spread(count, cadence, today)
    assert len(days) == count
    assert days == sorted(days)
    assert all(today < day <= today + cadence * DAY for day in days)
    assert max(Counter(days).values()) <= -(-count // cadence)


def test_nobody_is_spread_over_nothing() -> None:
    assert spread(0, 30, TODAY) == []


@pytest.mark.parametrize(
    ("last_on", "tried_on", "turn"),
    [
        (TODAY - 60 * DAY, TODAY, TODAY + 3 * DAY),
        (None, TODAY, TODAY + 3 * DAY),
        (TODAY - 60 * DAY, TODAY - 10 * DAY, TODAY - 7 * DAY),
        (TODAY - 10 * DAY, TODAY, TODAY + 3 * DAY),
        (TODAY, TODAY, TODAY + 30 * DAY),
        (TODAY, TODAY - DAY, TODAY + 30 * DAY),
    ],
)
def test_an_attempt_moves_the_turn_by_days_and_never_by_a_cadence(
    last_on: date | None, tried_on: date, turn: date
) -> None:
    assert next_contact_on(30, last_on, None, TODAY - 90 * DAY, None, tried_on) == turn


def test_an_attempt_answers_no_nudge_and_makes_no_turn() -> None:
    assert next_contact_on(30, TODAY - 60 * DAY, TODAY + 9 * DAY, TODAY, None, TODAY) == TODAY + 9 * DAY
    assert next_contact_on(None, TODAY - 60 * DAY, None, TODAY, None, TODAY) is None
    assert next_contact_on(30, TODAY - 60 * DAY, None, TODAY, None, date.max) == date.max
