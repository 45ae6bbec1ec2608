"""Several days as people type and read them: ``24.12. to 2.1., 1.5.``, ``30.11.-2.12.``."""

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
"""How many days may be meant at once: more than a year of them is a slip."""

_LONGEST_BREAK = 120
"""How long a row of days may be, in days, whose beginning is typed without its year and has passed."""

_TO = re.compile(r"\s+(?:to|until|till|-|\u2013|\u2014)\s+|\s*\u2013\s*|\s*\.\.\s*", re.IGNORECASE)
_HYPHEN = re.compile(r"(.*[0-9]\.?|[^\W\d]+)\s*-\s*(\S.*)")
_DAY_ALONE = re.compile(r"([0-9]{1,2})\.?")
_DAY_AND_MORE = re.compile(r"[0-9]{1,2}(\D.*)")
_MORE_AND_DAY = re.compile(r"(\D+ )[0-9]{1,2}\.?")


def days_of(text: str, today: date, parse_day: Callable[..., date]) -> tuple[date, ...]:
    """Read days with commas between, and spans from one day to another.

    Args:
        text: What was typed, such as ``24.12. to 2.1., 1.5.`` or ``1.-5.12.``; nothing of it is no day.
        today: The day it was typed on.
        parse_day: Reads one day, as :func:`netkeeper.domain.dates.parse_day.parse_day`.

    Returns:
        The days in order, each once.

    Raises:
        WordError: A day can't be read, a span goes backwards, or there are more than 400 days.
    """
    days: set[date] = set()
    for part in filter(None, (part.strip() for part in text.split(","))):
        ends = split_span(part, today)
        if len(ends) > 2:
            raise WordError(f"{quoted(part)} has more than two ends; write 24.12. to 2.1.", part)
        days.update(_span(part, _bounds(ends, today, parse_day), today))
        if len(days) > MOST_DAYS:
            raise WordError(f"{quoted(part)} makes more than {MOST_DAYS} days; days of the week are above.", part)
    return tuple(sorted(days))


def split_span(part: str, today: date) -> list[str]:
    """The ends of a row of days as they would be typed alone; all of it where it has no two.

    ``1.-5.12.`` is from ``1.12.`` to ``5.12.``: what only one end says holds for both.
    """
    ends = [end for end in _TO.split(part) if end] or [part]
    if len(ends) == 1 and "-" in part and try_day(part, today) is None:
        # The hyphen of 24-12-2026 is none between two days, so each place is tried, the last first.
        found = _HYPHEN.fullmatch(part.strip())
        while found is not None:
            ends = _completed([found[1], found[2]])
            if all(_is_end(end, today) for end in ends):
                return ends
            found = _HYPHEN.fullmatch(found[1])
        return [part]
    return _completed(ends) if len(ends) == 2 else ends


def _is_end(text: str, today: date) -> bool:
    """Whether a text next to a hyphen is a day of the calendar or a weekday, rather than half of something else."""
    typed = typed_words(text)
    return typed in WEEKDAYS or (read_parts(typed) is not None and try_day(text, today) is not None)


def _completed(ends: list[str]) -> list[str]:
    """The ends with the month and the year that only the other one says."""
    first, last = (end.strip() for end in ends)
    if (alone := _DAY_ALONE.fullmatch(first)) and (more := _DAY_AND_MORE.fullmatch(last)) and more[1] != ".":
        return [alone[1] + more[1], last]
    more = _MORE_AND_DAY.fullmatch(first)
    if more and _DAY_ALONE.fullmatch(last) and typed_words(more[1]) in MONTHS:
        return [first, more[1] + last]
    return [first, last]


def _bounds(ends: list[str], today: date, parse_day: Callable[..., date]) -> list[date]:
    """The first and the last day; a year that only one end has holds for both, and today lies within where it can."""
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


def _span(part: str, ends: list[date], today: date) -> Iterator[date]:
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
    """Days as :func:`netkeeper.domain.dates.parse_day.parse_days` reads them, whatever the day it is read on: ``24.12.2026 to 2.1.2027, 1.5.2027``."""
    return ", ".join(
        _typed(first) if first == last else f"{_typed(first)} to {_typed(last)}" for first, last in runs(days)
    )


def describe_days(days: Iterable[date], today: date) -> str:
    """Days as one reads them: ``Thu 24 Dec to Sat 2 Jan 2027``."""
    return ", ".join(
        describe_day(first, today) if first == last else f"{describe_day(first, today)} to {describe_day(last, today)}"
        for first, last in runs(days)
    )


def runs(days: Iterable[date]) -> list[tuple[date, date]]:
    """Days in order as spans: the first and last day of each row of days with none left out."""
    found: list[tuple[date, date]] = []
    for day in days:
        if found and day.toordinal() - found[-1][1].toordinal() == 1:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _typed(day: date) -> str:
    return f"{day.day}.{day.month}.{day.year}"
