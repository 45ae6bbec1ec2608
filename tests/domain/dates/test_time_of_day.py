"""Times of day as they are typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.time_of_day import TimeOfDay, parse_time, split_stored_hour
from netkeeper.domain.errors import InvalidValueError


@given(st.integers(0, 23), st.integers(0, 59))
def test_what_is_shown_reads_back(hour: int, minute: int) -> None:
    time = TimeOfDay(hour, minute)
    assert parse_time(str(time)) == time
    assert parse_time(f" {hour:02}.{minute:02} ") == time


@pytest.mark.parametrize(("text", "time"), [("9", (9, 0)), ("09", (9, 0)), ("0:00", (0, 0)), ("23.59", (23, 59))])
def test_an_hour_will_do(text: str, time: tuple[int, int]) -> None:
    assert parse_time(text) == time


@pytest.mark.parametrize("text", ["", "24", "9:60", "9:5", "9:000", "nine", "9am", "-1", "٩", "9:00\x1b[2J"])
def test_what_is_none_is_said(text: str) -> None:
    with pytest.raises(InvalidValueError, match="write it like 9:00 or 21:30"):
        parse_time(text)


@pytest.mark.parametrize(
    ("what", "apart"),
    [
        ("send the offer (14:00)", ("send the offer", "14:00")),
        ("send the offer (14:00-16:00)", ("send the offer", "14:00-16:00")),
        ("be in touch 9:00", ("be in touch", "9:00")),
        ("be in touch,Noon", ("be in touch", "Noon")),
        ("soita (Illalla)", ("soita", "Illalla")),
        ("iltapäivällä", ("", "iltapäivällä")),
        ("send the offer", ("send the offer", "")),
        ("soita ennen 19:00", ("soita ennen 19:00", "")),
        ("book room 12", ("book room 12", "")),
        ("", ("", "")),
    ],
)
def test_the_hour_that_is_kept_with_a_promise_is_taken_off(what: str, apart: tuple[str, str]) -> None:
    assert split_stored_hour(what) == apart
