from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.dates.date_parts import parse_birthday
from netkeeper.domain.dates.describe import describe_cadence, describe_span
from netkeeper.domain.dates.spans import add_months, parse_cadence
from netkeeper.domain.errors import WordError
from netkeeper.phrases.turns import turn_words
from tests.domain.messages import is_one_safe_line


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("6w", 42),
        ("45", 45),
        ("45d", 45),
        ("45 days", 45),
        ("2m", 60),
        ("2kk", 60),
        ("1y", 365),
        ("every 6 weeks", 42),
        ("every week", 7),
        ("week", 7),
        ("two weeks", 14),
        ("fortnight", 14),
        ("Weekly", 7),
        ("monthly", 30),
        ("kuukausittain", 30),
        ("quarterly", 90),
        ("yearly", 365),
        ("1d", 1),
        ("3650", 3650),
        ("none", 0),
        ("never", 0),
        ("ei", 0),
        ("default", None),
        ("oletus", None),
    ],
)
def test_how_often_is_read_in_days(text: str, days: int | None) -> None:
    assert parse_cadence(text) == days


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "0",
        "0w",
        "3651",
        "11y",
        "often",
        "-5",
        "1.5w",
        "6w 2d",
        "４５",
        "999999w",
        pytest.param("9" * 10_000, id="10000 digits"),
        "d",
        "\ud800",
    ],
)
def test_a_cadence_that_cannot_be_read_says_how_to_write_one(text: str) -> None:
    with pytest.raises(WordError, match=r"write 6w, 45d, 2m, monthly, none or default \(1 to 3650 days\)") as error:
        parse_cadence(text)
    assert is_one_safe_line(str(error.value))


@given(st.integers(1, 3650))
def test_every_number_of_days_is_a_cadence(days: int) -> None:
    assert parse_cadence(str(days)) == parse_cadence(f"{days} d") == days


@given(st.text(max_size=70))
def test_garbage_is_no_cadence(text: str) -> None:
    try:
        days = parse_cadence(text)
    except WordError:
        return
    assert days is None or 0 <= days <= 3650


@pytest.mark.parametrize(
    ("days", "shown"),
    [
        (0, "0 days"),
        (1, "1 day"),
        (3, "3 days"),
        (13, "13 days"),
        (14, "2 weeks"),
        (17, "2 weeks"),
        (18, "3 weeks"),
        (42, "6 weeks"),
        (77, "11 weeks"),
        (89, "13 weeks"),
        (90, "3 months"),
        (150, "5 months"),
        (365, "12 months"),
        (719, "24 months"),
        (720, "2 years"),
        (1100, "3 years"),
        (-3, "3 days"),
    ],
)
def test_spans_are_shown_in_the_unit_one_would_say(days: int, shown: str) -> None:
    assert describe_span(days) == shown


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)), st.integers(-12, 12))
def test_months_are_added_on_the_calendar(start: date, months: int) -> None:
    moved = add_months(start, months)
    assert (moved.year * 12 + moved.month) - (start.year * 12 + start.month) == months
    assert moved.day == start.day or (
        moved.day < start.day and add_months(moved.replace(day=1), 1).toordinal() == moved.toordinal() + 1
    )


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("29.2.1980", Birthday(2, 29, 1980)),
        ("29.2.", Birthday(2, 29)),
        ("29.2", Birthday(2, 29)),
        ("1980-02-29", Birthday(2, 29, 1980)),
        ("--02-29", Birthday(2, 29)),
        ("29 feb", Birthday(2, 29)),
        ("29 Feb 1980", Birthday(2, 29, 1980)),
        ("helmikuun 29.", Birthday(2, 29)),
        ("6/3/2005", Birthday(3, 6, 2005)),
    ],
)
def test_a_birthday_is_read_with_its_year_or_without(text: str, birthday: Birthday) -> None:
    assert parse_birthday(text) == birthday


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("29.2.1981", "no such birthday"),
        ("31.2.", "no such birthday"),
        ("24.13.1980", "no such birthday"),
        ("--13-01", "no such birthday"),
        ("--2-29", "no such birthday"),
        ("29.2.80", "the year"),
        ("1.1.1604", "the year"),
        ("fri", "Can't read"),
        ("fri 29.2.1980", "Can't read"),
        ("24.", "Can't read"),
        ("2w", "Can't read"),
        ("", "Can't read"),
        ("٢٩.٢.", "Can't read"),
        pytest.param("x" * 10_000, "Can't read", id="10000 letters"),
    ],
)
def test_a_birthday_that_cannot_be_read_says_how_to_write_one(text: str, says: str) -> None:
    with pytest.raises(WordError, match=says) as error:
        parse_birthday(text)
    assert "write 29.2.1980" in str(error.value)
    assert is_one_safe_line(str(error.value))


@given(st.dates(date(1850, 1, 1), date(2200, 12, 31)))
def test_every_birthday_is_read_back_in_both_forms(born: date) -> None:
    birthday = Birthday(born.month, born.day, born.year)
    assert parse_birthday(str(birthday)) == birthday
    assert parse_birthday(f"{born.day}.{born.month}.{born.year}") == birthday
    assert parse_birthday(str(Birthday(born.month, born.day))) == Birthday(born.month, born.day)


def test_a_cadence_is_told_in_one_way() -> None:
    told = {days: describe_cadence(days) for days in (1, 7, 30, 42, 45, 60, 90, 180, 365, 730)}
    assert told == {
        1: "day",
        7: "week",
        30: "30 days",
        42: "6 weeks",
        45: "45 days",
        60: "2 months",
        90: "3 months",
        180: "6 months",
        365: "year",
        730: "2 years",
    }


@given(st.integers(1, 3650))
def test_a_cadence_is_read_back_as_it_is_told(days: int) -> None:
    assert parse_cadence(f"every {describe_cadence(days)}") == days
    assert parse_cadence(describe_cadence(days)) == days


@given(st.integers(1, 3650), st.integers(0, 3650))
def test_why_it_is_somebodys_turn_says_the_cadence_as_their_card_does(cadence: int, since: int) -> None:
    assert turn_words(since, cadence).endswith(f", every {describe_cadence(cadence)}")
    assert turn_words(None, cadence) == f"nothing logged yet, every {describe_cadence(cadence)}"


@pytest.mark.parametrize(
    ("since", "cadence", "told"),
    [
        (80, 42, "11 weeks, every 6"),
        (100, 90, "3 months, every 3"),
        (9, 7, "1 week, every week"),
        (400, 365, "13 months, every year"),
        (50, 45, "50 days, every 45"),
    ],
)
def test_the_unit_is_said_once_where_it_is_short(since: int, cadence: int, told: str) -> None:
    assert turn_words(since, cadence, brief=True) == told
