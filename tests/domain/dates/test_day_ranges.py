"""Several days as people type them, and back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.dates.day_ranges import MOST_DAYS, describe_days, runs, typed_days
from netkeeper.domain.dates.parse_day import parse_days
from netkeeper.domain.errors import NetkeeperError, WordError

TODAY = date(2026, 11, 23)
CHRISTMAS = tuple(date(2026, 12, 24) + timedelta(days=each) for each in range(3))


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("", ()),
        (" , ,", ()),
        ("24.12.", CHRISTMAS[:1]),
        ("24.12. to 26.12.", CHRISTMAS),
        ("24.12. - 26.12.", CHRISTMAS),
        ("24.12.–26.12.", CHRISTMAS),
        ("24.12. until 26.12.2026", CHRISTMAS),
        ("2026-12-24 to 2026-12-26", CHRISTMAS),
        ("26.12., 24.12., 25.12., 24.12.", CHRISTMAS),
        ("tomorrow, next fri", (date(2026, 11, 24), date(2026, 12, 4))),
        ("31.12. to 1.1.", (date(2026, 12, 31), date(2027, 1, 1))),
        ("24.12.-26.12.", CHRISTMAS),
        ("24.-26.12.", CHRISTMAS),
        ("24-26.12.2026", CHRISTMAS),
        ("24.\u201326.12.", CHRISTMAS),
        ("24.12.2026-26.12.2026", CHRISTMAS),
        ("24.-26. joulukuuta", CHRISTMAS),
        ("24-26 dec", CHRISTMAS),
        ("dec 24-26", CHRISTMAS),
        ("31.12.-1.1.2027", (date(2026, 12, 31), date(2027, 1, 1))),
        ("31.12.2026-1.1.", (date(2026, 12, 31), date(2027, 1, 1))),
        ("thu-fri", (date(2026, 11, 26), date(2026, 11, 27))),
        ("2026-12-24", CHRISTMAS[:1]),
        ("24-12-2026", CHRISTMAS[:1]),
        # It has begun and isn't over.
        ("22.11.-24.11.", tuple(date(2026, 11, each) for each in (22, 23, 24))),
    ],
)
def test_days_are_read_as_people_type_them(typed: str, days: tuple[date, ...]) -> None:
    assert parse_days(typed, TODAY) == days


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("24.12., soon", "Can't read 'soon' as a date"),
        ("26.12. to 24.12.2026", "goes from Sat 26 Dec back to Thu 24 Dec; turn it round, or add the year"),
        ("24.12. to 25.12. to 26.12.", "has more than two ends"),
        ("1.1.2027 to 1.1.2030", f"makes more than {MOST_DAYS} days"),
        ("–", "Can't read '–' as a date"),
    ],
)
def test_what_cannot_be_read_says_so(typed: str, said: str) -> None:
    with pytest.raises(WordError, match=said):
        parse_days(typed, TODAY)


@given(
    st.sets(st.dates(date(2020, 1, 1), date(2020, 3, 1)) | st.dates(date(1950, 1, 1), date(2150, 1, 1)), max_size=60),
    st.dates(date(1950, 1, 1), date(2150, 1, 1)),
)
def test_days_that_are_written_read_back_on_any_day(days: set[date], today: date) -> None:
    ordered = tuple(sorted(days))
    assert parse_days(typed_days(ordered), today) == ordered
    assert [first for first, _ in runs(ordered)] == [day for day in ordered if day - timedelta(days=1) not in days]
    assert bool(describe_days(ordered, today)) == bool(days)


@given(st.text(max_size=30))
def test_any_text_is_days_or_an_error_of_ours(text: str) -> None:
    try:
        days = parse_days(text, TODAY)
    except NetkeeperError:
        return
    assert list(days) == sorted(set(days))


def test_days_are_told_as_spans() -> None:
    assert describe_days((*CHRISTMAS, date(2027, 5, 1)), TODAY) == "Thu 24 Dec to Sat 26 Dec, Sat 1 May"
