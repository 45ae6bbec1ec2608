"""What can wait is spread over the coming days, never onto a wall."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.diary import DiaryDay
from netkeeper.domain.review.plan import plan
from netkeeper.domain.review.spreading import lighter, spread_rest

TODAY = date(2026, 11, 23)
MEMBER = Member(pace=3)


def people(count: int) -> list[ContactSummary]:
    old = TODAY - timedelta(days=200)
    return [
        ContactSummary(
            str(10**14 + number),
            f"P{number:03}",
            Step.POTENTIAL,
            (),
            False,
            30,
            False,
            old,
            old,
            None,
            None,
            None,
            old,
            "",
        )
        for number in range(count)
    ]


def promises(count: int, people: list[ContactSummary]) -> list[FollowUp]:
    return [
        FollowUp(str(2 * 10**14 + number), people[number].id, TODAY - timedelta(days=count - number))
        for number in range(count)
    ]


def test_after_time_away_the_oldest_promises_stay_and_the_rest_is_spread_at_the_pace() -> None:
    everybody = people(20)
    due = promises(8, everybody)
    review = plan(everybody, due, MEMBER, TODAY, diary=[DiaryDay(TODAY - timedelta(days=21))])
    assert review.away_days == 21
    assert len(review.promises) == 8
    spread = spread_rest(review, [], MEMBER)
    assert set(spread.promises) == {each.id for each in due[3:]}
    assert [count for _, count in spread.days[:-1]] == [3] * (len(spread.days) - 1)
    assert spread.days[0][0] == TODAY + timedelta(days=1)
    assert len(spread.promises) + len(spread.turns) == 5 + 12


def test_days_off_and_days_full_of_promises_are_passed_over() -> None:
    everybody = people(20)
    member = replace(MEMBER, days_off=DaysOff.of([], [TODAY + timedelta(days=1)]))
    review = plan(everybody, [], member, TODAY)
    full = [TODAY + timedelta(days=2)] * 3 + [TODAY + timedelta(days=3)]
    days = dict(spread_rest(review, full, member).days)
    assert min(days) == TODAY + timedelta(days=3)
    assert days[TODAY + timedelta(days=3)] == 2


def test_a_lighter_day_moves_what_can_move_and_keeps_what_was_promised() -> None:
    everybody = people(10)
    due = [replace(each, due_on=TODAY) for each in promises(1, everybody)]
    recent = [each._replace(last_on=TODAY - timedelta(days=31)) for each in everybody]
    review = plan(recent, due, MEMBER, TODAY)
    assert review.keep_in_touch
    moved = lighter(review, [], MEMBER)
    assert moved.promises == {}
    assert set(moved.turns) == {each.contact_id for each in (*review.keep_in_touch, *review.stretch)}
    assert all(day > TODAY for day in moved.turns.values())


@given(st.integers(0, 60), st.integers(0, 12), st.integers(0, 6), st.lists(st.integers(1, 30), max_size=20))
def test_nothing_is_lost_and_no_day_gets_more_than_a_pace(
    count: int, promised: int, pace: int, ahead: list[int]
) -> None:
    everybody = people(count)
    due = promises(min(promised, count), everybody)
    member = replace(MEMBER, pace=pace)
    review = plan(everybody, due, member, TODAY)
    coming = [TODAY + timedelta(days=days) for days in ahead]
    spread = spread_rest(review, coming, member)
    assert len(spread.promises) == max(0, len(due) - max(1, pace))
    assert set(spread.turns) <= {standing.id for standing in review.later}
    for day, new in spread.days:
        assert day > TODAY
        there = coming.count(day)
        assert new + there <= max(1, pace) or there >= max(1, pace) or day >= TODAY + timedelta(days=60)
