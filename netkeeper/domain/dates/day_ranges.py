"""Parsing and formatting of several days: ``24.12. to 2.1., 1.5.``, ``30.11.-2.12.``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta

from netkeeper.domain.dates.date_parts import read_parts
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.dates.spans import typed_words
from netkeeper.domain.dates.typed_day import try_day
from netkeeper.domain.dates.vocabulary import MONTHS, WEEKDAYS
from netkeeper.domain.errors import WordError
from netkeeper.domain.text.display import quoted

MOST_DAYS = 400
"""The most days in one text; more are taken for a typing error."""

_LONGEST_BREAK = 120
"""The longest range, in days, that may have begun before today where its first day is typed without a year."""

_TO = re.compile(r"\s+(?:to|until|till|-|\u2013|\u2014)\s+|\s*\u2013\s*|\s*\.\.\s*", re.IGNORECASE)
_HYPHEN = re.compile(r"(.*[0-9]\.?|[^\W\d]+)\s*-\s*(\S.*)")
_DAY_ALONE = re.compile(r"([0-9]{1,2})\.?")
_DAY_AND_MORE = re.compile(r"[0-9]{1,2}(\D.*)")
_MORE_AND_DAY = re.compile(r"(\D+ )[0-9]{1,2}\.?")


def days_of(text: str, today: date, parse_day: Callable[..., date]) -> tuple[date, ...]:
    """Parse days and ranges of days, separated by commas.

    Args:
        text: Such as ``24.12. to 2.1., 1.5.`` or ``1.-5.12.``; may be empty.
        today: The reference date.
        parse_day: :func:`netkeeper.domain.dates.parse_day.parse_day`, which imports this module only when needed.

    Returns:
        The days, sorted, without duplicates.

    Raises:
        WordError: A day can't be parsed, a range goes backwards, or there are more than ``MOST_DAYS`` days.
    """
    days: set[date] = set()
    for part in filter(None, (part.strip() for part in text.split(","))):
        ends = split_span(part, today)
        if len(ends) > 2:
            raise WordError(f"{quoted(part)} has more than two ends; write 24.12. to 2.1.", part)
        days.update(_range(part, _bounds(ends, today, parse_day), today))
        if len(days) > MOST_DAYS:
            raise WordError(f"{quoted(part)} makes more than {MOST_DAYS} days; days of the week are above.", part)
    return tuple(sorted(days))


def split_span(part: str, today: date) -> list[str]:
    """The ends of a range, each as it would be typed alone; one item where the text is no range.

    A month or year that only one end has is added to the other: ``1.-5.12.`` is ``1.12.`` and ``5.12.``.
    """
    ends = [end for end in _TO.split(part) if end] or [part]
    if len(ends) == 1 and "-" in part and try_day(part, today) is None:
        # A hyphen may belong to a date (24-12-2026), so each one is tried, the last first.
        found = _HYPHEN.fullmatch(part.strip())
        while found is not None:
            ends = _with_shared_parts([found[1], found[2]])
            if all(_is_end(end, today) for end in ends):
                return ends
            found = _HYPHEN.fullmatch(found[1])
        return [part]
    return _with_shared_parts(ends) if len(ends) == 2 else ends


def _is_end(text: str, today: date) -> bool:
    """Whether the text on one side of a hyphen is a complete calendar date or a weekday."""
    typed = typed_words(text)
    return typed in WEEKDAYS or (read_parts(typed) is not None and try_day(text, today) is not None)


def _with_shared_parts(ends: list[str]) -> list[str]:
    """The ends of a range, each with the month and year that only the other one has."""
    first, last = (end.strip() for end in ends)
    if (alone := _DAY_ALONE.fullmatch(first)) and (more := _DAY_AND_MORE.fullmatch(last)) and more[1] != ".":
        return [alone[1] + more[1], last]
    more = _MORE_AND_DAY.fullmatch(first)
    if more and _DAY_ALONE.fullmatch(last) and typed_words(more[1]) in MONTHS:
        return [first, more[1] + last]
    return [first, last]


def _bounds(ends: list[str], today: date, parse_day: Callable[..., date]) -> list[date]:
    """The first and last day. A year at one end applies to both; without years a range that can contain today does."""
    if len(ends) == 1:
        return [parse_day(ends[0], today)]
    has_year = [bool(parts and parts.year) for parts in (read_parts(typed_words(end)) for end in ends)]
    first, last = (parse_day(end, today) for end in ends)
    if has_year == [True, False] or (last < first and typed_words(ends[1]) in WEEKDAYS):
        return [first, parse_day(ends[1], first)]
    if not has_year[0] and last < first:
        begun = parse_day(ends[0], last, past=True)
        if begun <= today <= last and (last - begun).days <= _LONGEST_BREAK:
            return [begun, last]
    return [first, last]


def _range(part: str, ends: list[date], today: date) -> Iterator[date]:
    first, last = ends[0], ends[-1]
    if last < first:
        raise WordError(
            f"{quoted(part)} goes from {describe_day(first, today)} back to {describe_day(last, today)}; "
            "turn it round, or add the year.",
            part,
        )
    length = min((last - first).days, MOST_DAYS)
    return (first + timedelta(days=each) for each in range(length + 1))


def typed_days(days: Iterable[date]) -> str:
    """Days in the format of :func:`netkeeper.domain.dates.parse_day.parse_days`, with their years: ``24.12.2026 to 2.1.2027``."""
    return ", ".join(
        _typed(first) if first == last else f"{_typed(first)} to {_typed(last)}" for first, last in runs(days)
    )


def describe_days(days: Iterable[date], today: date) -> str:
    """Days as they are shown: ``Thu 24 Dec to Sat 2 Jan 2027``."""
    return ", ".join(
        describe_day(first, today) if first == last else f"{describe_day(first, today)} to {describe_day(last, today)}"
        for first, last in runs(days)
    )


def runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """The first and last day of each run of consecutive days; ``days`` has to be sorted."""
    found: list[tuple[date, date]] = []
    for day in days:
        if found and day.toordinal() - found[-1][1].toordinal() == 1:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _typed(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
