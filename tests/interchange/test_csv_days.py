"""Dates in tables, and whether the day or the month comes first."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.errors import UnreadableFileError
from netkeeper.interchange.csv import Question, read_csv
from netkeeper.interchange.csv.days import Days, Order, find_order
from tests.interchange.tables import read_one, table


def day(text: str, order: Order | None = None) -> str:
    """A date as it is read, or nothing."""
    found, _ = Days(order, lambda: None).read(text)
    return str(found or "")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1980-02-29", "1980-02-29"),
        ("1980/2/29", "1980-02-29"),
        ("1980.2.29.", "1980-02-29"),
        ("19800229", "1980-02-29"),
        ("--02-29", "--02-29"),
        ("--0229", "--02-29"),
        ("29.2.1980", "1980-02-29"),
        ("29. 2. 1980", "1980-02-29"),
        ("29.2.", "--02-29"),
        ("29.2", "--02-29"),
        ("29/2/1980", "1980-02-29"),
        ("2/29/1980", "1980-02-29"),
        ("2/29/1980 12:00:00 AM", "1980-02-29"),
        ("1980-02-29T00:00:00Z", "1980-02-29"),
        ("29.2.1980 0.00.00", "1980-02-29"),
        ("6/6/2005", "2005-06-06"),
        ("7-Feb-2022", "2022-02-07"),
        ("12 Mar 2024", "2024-03-12"),
        ("Feb 29, 1980", "1980-02-29"),
        ("29. helmikuuta 1980", "1980-02-29"),
        ("29 februari 1980", "1980-02-29"),
        ("29. März 1980", "1980-03-29"),
        ("3. Dezember 1980", "1980-12-03"),
        ("3 maj 1980", "1980-05-03"),
        ("1604-02-29", "--02-29"),
        ("0000-02-29", "--02-29"),
        ("29.2.80", "--02-29"),
        ("6/3/2005", ""),
        ("1977-02-31", ""),
        ("13/13/2005", ""),
        ("31.4.1990", ""),
        ("29221", ""),
        ("spring", ""),
        ("", ""),
        ("1/" * 40, ""),
        ("٢٩.٢.١٩٨٠", ""),
    ],
)
def test_dates_as_they_are_written(text: str, expected: str) -> None:
    assert day(text) == expected


def test_what_is_said_settles_what_is_in_doubt() -> None:
    assert day("6/3/2005", "day-first") == "2005-03-06"
    assert day("6/3/2005", "month-first") == "2005-06-03"
    assert day("6-3-2005", "month-first") == "2005-06-03"
    assert day("6.3.2005", "month-first") == "2005-03-06"  # a dot stands after an ordinal, so after a day
    assert day("25/3/2005", "month-first") == "2005-03-25"


@given(st.dates(date(1700, 1, 1), date(2100, 1, 1)), st.sampled_from(("day-first", "month-first")))
def test_every_day_is_read_in_the_order_that_is_said(on: date, order: Order) -> None:
    written = f"{on.day}/{on.month}/{on.year}" if order == "day-first" else f"{on.month}/{on.day}/{on.year}"
    assert day(written, order) == on.isoformat()
    assert day(f"{on.day}.{on.month}.{on.year}", order) == on.isoformat()
    assert day(on.isoformat(), order) == on.isoformat()


def test_the_other_rows_tell_what_comes_first() -> None:
    assert find_order(["6/3/2005", "1/20/1981"]) == ("month-first", "6/3/2005")
    assert find_order(["6/3/2005", "20/1/1981"]) == ("day-first", "6/3/2005")
    assert find_order(["6/3/2005", "20/1/1981", "1/20/1981"]) == (None, "6/3/2005")
    assert find_order(["6/6/2005", "1980-02-03", "x"]) == (None, "")


ROWS = [["Anna", "6/3/2005"], ["Bo", "1980-01-31"]]


def test_what_no_row_tells_is_asked() -> None:
    data = table(["Name", "Birthday"], *ROWS)
    with pytest.raises(Question) as asked:
        read_csv(data)
    assert asked.value.about == "dates"
    assert asked.value.examples == ("6/3/2005",)
    assert "6/3/2005" in str(asked.value)
    assert "--dates day-first or --dates month-first" in str(asked.value)
    for order, expected in (("day-first", "2005-03-06"), ("month-first", "2005-06-03")):
        reading = read_csv(data, mapping=asked.value.mapping, dates=order)  # type: ignore[arg-type]
        assert [str(read.contact.birthday) for read in reading.contacts] == [expected, "1980-01-31"]


def test_a_row_far_below_tells() -> None:
    rows = [[f"N{number}", "6/3/2005"] for number in range(300)]
    data = table(["Name", "Birthday"], *rows, ["Last", "1/20/1981"])
    assert str(read_csv(data).contacts[0].contact.birthday) == "2005-06-03"


def test_nothing_is_asked_where_the_language_tells_or_nothing_is_in_doubt() -> None:
    assert str(read_one(table(["Nimi", "Syntymäpäivä"], ROWS[0])).contact.birthday) == "2005-03-06"
    assert read_one(table(["Name", "Birthday"], ["Anna", "6/6/2005"])).contact.birthday == Birthday(6, 6, 2005)
    assert read_one(table(["Name", "Notes"], ["Anna", "6/3/2005"])).contact.notes == "6/3/2005"


@pytest.mark.parametrize("nothing", ["0/0/00", "0.0.00", "00.00.0000", "0000-00-00", "0", " ", "1/1/4501"])
def test_zeros_are_no_birthday_and_no_remark(nothing: str) -> None:
    read = read_one(table(["Name", "Birthday"], ["Anna", nothing]))
    assert (read.contact.birthday, read.contact.notes, read.remarks) == (None, "", ())


def test_what_is_no_date_is_kept_and_said() -> None:
    read = read_one(table(["Name", "Date of birth"], ["Anna", "1977-02-31"]))
    assert read.contact.birthday is None
    assert read.contact.notes == "Date of birth: 1977-02-31"
    assert read.remarks == ("birthday '1977-02-31' is not a date; kept in the notes",)


def test_a_year_of_two_digits_is_not_guessed() -> None:
    read = read_one(table(["Nimi", "Syntymäpäivä"], ["Anna", "15.7.25"]))
    assert read.contact.birthday == Birthday(7, 15)
    assert read.contact.notes == "Syntymäpäivä: 15.7.25"
    assert read.remarks == ("birthday '15.7.25' does not say the century; the year is kept in the notes",)


def test_there_are_two_orders() -> None:
    with pytest.raises(UnreadableFileError, match="--dates can't be 'year-first'; it is day-first or month-first"):
        read_csv(b"Name,Email\nA,b\n", dates="year-first")  # type: ignore[arg-type]
