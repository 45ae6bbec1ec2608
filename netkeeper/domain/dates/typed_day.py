"""Parser of one date, day first, in English and Finnish; :mod:`netkeeper.domain.dates.parse_day` adds error messages."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.dates.date_parts import DateParts, read_parts
from netkeeper.domain.dates.describe import MONTH_NAMES, WEEKDAY_NAMES, describe_day, is_near
from netkeeper.domain.dates.near_days import read_near
from netkeeper.domain.dates.spans import days_in_month, moved, read_span, typed_words
from netkeeper.domain.dates.vocabulary import DAYS_AWAY, DAYS_WITH_PART, PARTS_OF_DAY, WEEK, WEEKDAYS
from netkeeper.domain.errors import InvalidValueError, WordError, in_app
from netkeeper.domain.text.display import quoted

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Days outside these years are refused as typing errors."""

EXAMPLES = "Dates look like fri, 2w, tomorrow, 24.12. or 2026-12-24."
_WEEK_NUMBER = r"([a-z]+) ?([0-9]{1,2})(?:[ /]([0-9]{4}))?"
_MONTH_OF_YEAR = r"(?:([0-9]{1,2})/([0-9]{4})|([0-9]{4})-([0-9]{2}))"


class TypedDay(NamedTuple):
    """A parsed day.

    Attributes:
        hour: The time of day with it: ``14:00``, ``14:00-16:00``, ``morning``; empty: none. Stored days have no time,
            so the caller stores it in a text.
        is_span: Whether it was counted from today (``2w``, ``in 10 days``), so that it may be moved to a working day.
    """

    day: date
    hour: str = ""
    is_span: bool = False


def try_day(text: str, today: date, *, past: bool = False) -> TypedDay | None:
    """As :func:`netkeeper.domain.dates.parse_day.read_day`, but None instead of an error, without making suggestions."""
    typed = typed_words(text)
    try:
        found = read_day_and_hour(typed, text, today, past) if typed else None
    except WordError:
        return None
    return found if found is not None and FIRST_YEAR <= found.day.year <= LAST_YEAR else None


def read_day_and_hour(typed: str, text: str, today: date, past: bool) -> TypedDay | None:
    """Parse a day with its time; None where ``typed`` can't be parsed."""
    day, hour = _split_hour(typed, text)
    found = _read_day(day, text, today, past)
    return found if found is None or not hour else found._replace(hour=hour)


def _split_hour(typed: str, text: str) -> tuple[str, str]:
    """The day in ``typed``, and the time or part of the day; the latter may be empty."""
    if typed in DAYS_WITH_PART:
        return DAYS_WITH_PART[typed]
    for part, shown in PARTS_OF_DAY.items():
        if typed.endswith(part) and (before := typed.removesuffix(part)):
            day = before.rstrip(" -")
            if day != before or day in WEEKDAYS or day in DAYS_AWAY:
                return day.removesuffix(" in the"), shown
    # One word contains no hour, except 2026-12-24T14:00.
    if " " not in typed and ":" not in typed and "klo" not in typed:
        return typed, ""
    from netkeeper.domain.dates.time_of_day import split_hour

    try:
        return split_hour(typed)
    except InvalidValueError as error:
        raise WordError(str(error), text, brief=in_app(error)) from error


def _read_day(typed: str, text: str, today: date, past: bool) -> TypedDay | None:
    """Parse a day without a time; None where ``typed`` can't be parsed."""
    span = read_span(typed, today, past=past)
    if span is not None:
        return TypedDay(span, is_span=True)
    day = (
        read_near(typed, text, today, past=past)
        or _week(typed, text, today, past)
        or _weekday_after_weeks(typed, text, today, past)
        or _month_of_year(typed)
    )
    if day is None and (parts := read_parts(typed)) is not None:
        day = _date_of_parts(parts, text, today, past)
    return None if day is None else TypedDay(day)


def _split_weekday(typed: str) -> tuple[int | None, str]:
    """The first or last word as a weekday (Monday 0), and the other words; (None, ``typed``) where neither is one."""
    for weekday, rest in (typed.partition(" ")[::2], typed.rpartition(" ")[::-2]):
        bare = weekday.rstrip(".")
        if rest and bare in WEEKDAYS:
            return WEEKDAYS[bare], rest.removeprefix("on ").removesuffix(" on")
    return None, typed


def _weekday_after_weeks(typed: str, text: str, today: date, past: bool) -> date | None:
    """A weekday in a week some weeks from today: ``viikon päästä perjantaina``, ``friday in two weeks``.

    Raises:
        WordError: The weekday has passed this week, so that it may mean two days.
    """
    weekday, rest = _split_weekday(typed)
    there = read_span(rest, today, past=past) if weekday is not None else None
    if weekday is None or there is None or (there - today).days % 7:
        return None
    meant = moved(there, weekday - today.weekday(), "day")
    if weekday < today.weekday():
        other = moved(meant, 7, "day")
        raise WordError(
            f"{quoted(text)} may be {describe_day(meant, today)} or {describe_day(other, today)}; write one of them.",
            text,
        )
    return meant


def _month_of_year(typed: str) -> date | None:
    """The 1st of a month in digits: ``5/2027``, ``2027-05``."""
    found = re.fullmatch(_MONTH_OF_YEAR, typed)
    return _day(int(found[2] or found[3]), int(found[1] or found[4]), 1) if found else None


def _week(typed: str, text: str, today: date, past: bool) -> date | None:
    """The Monday of a numbered week (ISO 8601), or a weekday of it: ``week 48``, ``vko 2/2027``, ``ti vko 49``.

    For the current week it is today, unless ``past``.
    """
    weekday, rest = _split_weekday(typed)
    found = re.fullmatch(_WEEK_NUMBER, rest)
    if found is None or found[1] not in WEEK:
        return None
    number = int(found[2])
    for year in [int(found[3])] if found[3] else _years(today.isocalendar().year, past):
        try:
            day = date.fromisocalendar(year, number, (weekday or 0) + 1)
            last = day if weekday is not None else day + timedelta(days=6)
        except (ValueError, OverflowError):
            continue
        if found[3] or (day <= today if past else last >= today):
            # The Monday of the current week may have passed.
            return today if not past and day < today <= last else day
    raise WordError(f"There is no week {number}; weeks go from 1 to 52 or 53. {EXAMPLES}", text)


def _date_of_parts(parts: DateParts, text: str, today: date, past: bool) -> date:
    """The day that the parts of a calendar date mean; parts that are missing are chosen by ``today`` and ``past``.

    Raises:
        WordError: There is no such day, or it is another weekday.
    """
    if parts.month is None:
        months = [_day(year, month, parts.day) for year, month in _months(today, past)]
        candidates: list[date | None] = [each for each in months if each and (each <= today if past else each >= today)]
    elif parts.year:
        candidates = [_day(_full_year(parts.year, today), parts.month, parts.day)]
    else:
        candidates = [_day(year, parts.month, parts.day) for year in _years(today.year, past)]
    real = [day for day in candidates if day is not None]
    if not real:
        raise _no_such_day(parts, text, today)
    if parts.weekday is None:
        fitting = real if parts.year else [day for day in real if (day <= today if past else day >= today)]
    else:
        # A weekday decides between this year and an adjacent one; for days far away that would be a guess.
        fitting = [day for day in real if day.weekday() == parts.weekday and (parts.year or is_near(day, today))]
    if not fitting:
        shown = f"{real[0].isoformat()} is a {WEEKDAY_NAMES[real[0].weekday()]}"
        raise WordError(f"Can't read {quoted(text)} as a date: {shown}. {EXAMPLES}", text)
    return fitting[0]


def _years(year: int, past: bool) -> list[int]:
    """Candidate years, the likeliest first; the next 29 February may be eight years away."""
    step = -1 if past else 1
    return list(range(year, year + 9 * step, step))


def _months(today: date, past: bool) -> list[tuple[int, int]]:
    """Candidate (year, month) pairs for a day of the month, the likeliest first."""
    first = today.year * 12 + today.month - 1
    step = -1 if past else 1
    return [(place // 12, place % 12 + 1) for place in range(first, first + 4 * step, step)]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_year(year: str, today: date) -> int:
    """Four digits unchanged; two digits as the year in the range from 69 before to 30 after this year."""
    if len(year) == 4:
        return int(year)
    first = today.year - 69
    return first + (int(year) - first) % 100


def _no_such_day(parts: DateParts, text: str, today: date) -> WordError:
    """The error for a day that doesn't exist, with the reason."""
    month = parts.month or 0
    if month > 12 and parts.day <= 12 and not text.strip()[:4].isdigit():
        swapped = f"{month}.{parts.day}.{parts.year}"
        return WordError(f"There is no month {month} in {quoted(text)}; the day comes first: {swapped}", text)
    if not 1 <= month <= 12:
        return WordError(f"There is no such day as {quoted(text)}. {EXAMPLES}", text)
    year = _full_year(parts.year, today) if parts.year else today.year
    days = days_in_month(max(1, year), month)
    return WordError(f"There is no such day as {quoted(text)}: {MONTH_NAMES[month - 1]} {year} has {days} days.", text)
