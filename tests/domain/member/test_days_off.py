"""Days off."""

from __future__ import annotations

from datetime import date

import pytest

from netkeeper.domain.member.days_off import NO_DAYS_OFF, DaysOff

SATURDAY = date(2026, 12, 5)


@pytest.mark.parametrize(
    ("days_off", "working"),
    [
        (NO_DAYS_OFF, SATURDAY),
        (DaysOff.of((5,)), date(2026, 12, 6)),
        (DaysOff.of((5, 6)), date(2026, 12, 7)),
        (DaysOff.of((5, 6), (date(2026, 12, 7), date(2026, 12, 8))), date(2026, 12, 9)),
        (DaysOff.of(range(7)), SATURDAY),
    ],
)
def test_the_next_working_day_is_the_first_that_is_not_off(days_off: DaysOff, working: date) -> None:
    assert days_off.next_working(SATURDAY) == working


def test_the_calendar_may_end_first() -> None:
    assert DaysOff.of((date.max.weekday(),)).next_working(date.max) == date.max


@pytest.mark.parametrize(
    ("days_off", "after"),
    [
        (NO_DAYS_OFF, date(2026, 12, 6)),
        (DaysOff.of((6,)), date(2026, 12, 7)),
        (DaysOff.of(dates=[date.fromordinal(SATURDAY.toordinal() + away) for away in range(90)]), date(2027, 3, 5)),
        (DaysOff.of(range(7)), date(2026, 12, 6)),
    ],
)
def test_the_next_working_day_after_one_is_never_that_day(days_off: DaysOff, after: date) -> None:
    assert days_off.next_working_after(SATURDAY) == after


def test_no_working_day_comes_after_the_last_day() -> None:
    assert NO_DAYS_OFF.next_working_after(date.max) == date.max
