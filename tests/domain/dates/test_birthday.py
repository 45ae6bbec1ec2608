"""Birthdays with and without a year, and the 29th of February."""

from __future__ import annotations

from calendar import isleap
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.errors import InvalidValueError

born = st.dates(date(1, 1, 1), date.max).flatmap(
    lambda day: st.sampled_from([Birthday(day.month, day.day, day.year), Birthday(day.month, day.day)])
)


@given(born)
def test_what_is_written_is_read(birthday: Birthday) -> None:
    assert Birthday.from_iso(str(birthday)) == birthday


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("1980-02-29", Birthday(2, 29, 1980)),
        ("--02-29", Birthday(2, 29)),
        ("0001-01-01", Birthday(1, 1, 1)),
    ],
)
def test_the_iso_form_is_read(text: str, birthday: Birthday) -> None:
    assert Birthday.from_iso(text) == birthday
    assert str(birthday) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1981-02-29",
        "--02-30",
        "--13-01",
        "--00-10",
        "--1-1",
        "1980-2-29",
        "0000-01-01",
        "80-02-29",
        "--02-29\n",
        "x",
    ],
)
def test_a_day_there_is_not_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(InvalidValueError, match=r"write 1980-02-29, or --02-29 without a year"):
        Birthday.from_iso(text)


@pytest.mark.parametrize(
    ("today", "on"),
    [
        (date(2027, 1, 1), date(2027, 2, 28)),
        (date(2027, 2, 28), date(2027, 2, 28)),
        (date(2027, 3, 1), date(2028, 2, 29)),
        (date(2028, 2, 28), date(2028, 2, 29)),
        (date(2028, 3, 1), date(2029, 2, 28)),
        (date(2100, 2, 1), date(2100, 2, 28)),
    ],
)
@pytest.mark.parametrize("birthday", [Birthday(2, 29), Birthday(2, 29, 2000)], ids=str)
def test_the_29th_of_february_falls_on_the_28th_in_common_years(birthday: Birthday, today: date, on: date) -> None:
    assert birthday.next_on(today) == on


@given(born, st.dates())
def test_the_next_one_is_within_a_year_and_never_past(birthday: Birthday, today: date) -> None:
    on = birthday.next_on(today)
    if today.year == date.max.year and on < today:
        return  # The calendar ends before the next one.
    assert timedelta(0) <= on - today <= timedelta(days=366)
    if (birthday.month, birthday.day) == (2, 29) and not isleap(on.year):
        assert (on.month, on.day) == (2, 28)
    else:
        assert (on.month, on.day) == (birthday.month, birthday.day)
