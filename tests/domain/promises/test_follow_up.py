"""Promises: kept, put off, and due again on the day one would expect."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.promises.follow_up import (
    FollowUp,
    Status,
    check_rrule,
    closed,
    every_days,
    every_months,
    next_occurrence,
    snoozed,
)

JAN_31 = date(2026, 1, 31)
days = st.dates(date(1990, 1, 1), date(2090, 1, 1))


def promise(due_on: date, rrule: str, anchor_on: date | None = None) -> FollowUp:
    return FollowUp("1", "2", due_on, rrule=rrule, anchor_on=anchor_on)


def following(first: FollowUp, count: int) -> list[date]:
    """The next due dates of a promise that is always kept on its day."""
    found = []
    for _ in range(count):
        due_on = next_occurrence(first, first.due_on)
        assert due_on is not None
        found.append(due_on)
        first = replace(first, due_on=due_on, anchor_on=first.anchor_on or first.due_on)
    return found


def test_the_31st_of_each_month_is_the_last_of_shorter_ones_and_the_31st_again() -> None:
    assert following(promise(JAN_31, every_months(1)), 4) == [
        date(2026, 2, 28),
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 5, 31),
    ]


@pytest.mark.parametrize(
    ("first", "months", "then"),
    [
        (date(2026, 1, 30), 1, [date(2026, 2, 28), date(2026, 3, 30)]),
        (date(2024, 1, 29), 1, [date(2024, 2, 29), date(2024, 3, 29)]),
        (date(2026, 1, 29), 1, [date(2026, 2, 28), date(2026, 3, 29)]),
        (date(2024, 2, 29), 12, [date(2025, 2, 28), date(2026, 2, 28), date(2027, 2, 28), date(2028, 2, 29)]),
        (date(2026, 8, 31), 3, [date(2026, 11, 30), date(2027, 2, 28), date(2027, 5, 31)]),
        (date(2026, 11, 15), 2, [date(2027, 1, 15), date(2027, 3, 15)]),
    ],
)
def test_months_keep_to_the_day_they_began_on(first: date, months: int, then: list[date]) -> None:
    assert following(promise(first, every_months(months)), len(then)) == then


@given(days, st.integers(1, 24), st.integers(0, 800))
def test_monthly_falls_on_the_anchors_day_or_the_months_last_and_never_before_today(
    first: date, months: int, late: int
) -> None:
    today = first + timedelta(days=late)
    due_on = next_occurrence(promise(first, every_months(months)), today)
    assert due_on is not None
    assert due_on > max(first, today)
    assert due_on.day == min(first.day, monthrange(due_on.year, due_on.month)[1])
    passed = (due_on.year - first.year) * 12 + due_on.month - first.month
    assert passed % months == 0
    earlier = due_on.replace(day=1) - timedelta(days=31 * months + 1)
    assert earlier <= today, "the first such day, not a later one"


@given(days, st.integers(1, 400), st.integers(0, 2000))
def test_so_many_days_apart_counts_from_the_anchor_and_nothing_missed_piles_up(
    first: date, apart: int, late: int
) -> None:
    today = first + timedelta(days=late)
    due_on = next_occurrence(promise(first, every_days(apart)), today)
    assert due_on is not None
    assert (due_on - first).days % apart == 0
    assert today < due_on <= today + timedelta(days=apart)


def test_kept_before_its_day_it_is_due_again_after_that_day() -> None:
    assert next_occurrence(promise(date(2026, 3, 31), every_months(1)), date(2026, 3, 2)) == date(2026, 4, 30)


def test_putting_it_off_moves_this_one_only() -> None:
    first = replace(promise(JAN_31, every_months(1)), anchor_on=JAN_31)
    put_off = snoozed(snoozed(first, date(2026, 2, 2)), date(2026, 2, 4))
    assert (put_off.due_on, put_off.anchor_on, put_off.snoozes) == (date(2026, 2, 4), JAN_31, 2)
    assert next_occurrence(put_off, date(2026, 2, 4)) == date(2026, 2, 28)
    assert next_occurrence(replace(put_off, due_on=date(2026, 3, 1)), date(2026, 3, 1)) == date(2026, 3, 31)


def test_putting_off_keeps_it_open_and_closing_says_when() -> None:
    first = promise(JAN_31, "")
    assert snoozed(first, date(2026, 2, 2)).is_open
    done = closed(first, date(2026, 2, 1))
    assert (done.status, done.closed_on, done.is_open) == (Status.DONE, date(2026, 2, 1), False)
    assert closed(first, JAN_31, Status.DROPPED).status is Status.DROPPED


def test_what_does_not_recur_is_not_due_again() -> None:
    assert next_occurrence(promise(JAN_31, ""), JAN_31) is None


@pytest.mark.parametrize(
    ("rrule", "today", "then"),
    [
        ("FREQ=WEEKLY;BYDAY=MO,TH", date(2026, 2, 3), date(2026, 2, 5)),
        ("freq=weekly;interval=2", date(2026, 2, 3), date(2026, 2, 14)),
        ("FREQ=MONTHLY;BYDAY=-1FR", date(2026, 2, 3), date(2026, 2, 27)),
        ("FREQ=MONTHLY;BYMONTHDAY=31", date(2026, 2, 3), date(2026, 3, 31)),
        ("FREQ=DAILY;COUNT=3", JAN_31, date(2026, 2, 1)),
        ("FREQ=DAILY;COUNT=3", date(2026, 2, 2), None),
        ("FREQ=DAILY;UNTIL=20260203", date(2026, 2, 2), date(2026, 2, 3)),
        ("FREQ=DAILY;UNTIL=20260203T120000Z", date(2026, 2, 2), date(2026, 2, 3)),
        ("FREQ=DAILY;UNTIL=20260203", date(2026, 2, 3), None),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", JAN_31, None),
    ],
)
def test_rules_of_other_programs_are_followed(rrule: str, today: date, then: date | None) -> None:
    check_rrule(rrule)
    assert next_occurrence(promise(JAN_31, rrule), today) == then


@pytest.mark.parametrize(
    "rrule",
    [
        "",
        "weekly",
        "RRULE:FREQ=DAILY",
        "FREQ=SECONDLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=-1",
        "FREQ=DAILY;INTERVAL=99999999999",
        "FREQ=DAILY;FREQ=HOURLY",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;UNTIL=20261399",
        "FREQ=DAILY;BYHOUR=3",
        "FREQ=MONTHLY;BYDAY=99MO",
        "FREQ=MONTHLY;BYSETPOS=0",
        "INTERVAL=2",
        "FREQ=DAILY\nDTSTART:20260101",
        "FREQ=DAILY;BYMONTHDAY=" + ",".join(["1"] * 500),
        "FREQ=DÄILY",
        "x" * 10_000,
    ],
)
def test_what_is_no_rule_is_refused_in_one_short_line(rrule: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        check_rrule(rrule)
    message = str(caught.value)
    assert "is no recurrence rule; write one like FREQ=WEEKLY;INTERVAL=2." in message
    assert "\n" not in message
    assert len(message) < 120


@given(
    st.text(max_size=30)
    | st.lists(
        st.sampled_from(["FREQ", "INTERVAL", "COUNT", "UNTIL", "BYDAY", "BYMONTH", "BYSETPOS", "WKST"]).flatmap(
            lambda name: st.sampled_from(["DAILY", "MONTHLY", "1", "-1", "0", "MO", "5FR", "20260301", ""]).map(
                lambda value: f"{name}={value}"
            )
        ),
        max_size=4,
    ).map(";".join),
    days,
)
def test_any_text_is_a_rule_or_refused(rrule: str, today: date) -> None:
    try:
        check_rrule(rrule)
    except InvalidValueError:
        return
    due_on = next_occurrence(promise(date(2026, 3, 1), rrule), today) if rrule else None
    assert due_on is None or due_on > today


def test_the_end_of_the_calendar_is_no_error() -> None:
    assert next_occurrence(promise(date(9999, 12, 30), every_days(1)), date(9999, 12, 30)) == date.max
    assert next_occurrence(promise(date.max, every_days(1)), date.max) is None
    assert next_occurrence(promise(date(9999, 12, 31), every_months(1)), date.max) is None
