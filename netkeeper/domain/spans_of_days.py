"""Several days as people type and read them: ``24.12. to 2.1., 1.5.``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from netkeeper.domain.dates import describe_day, parse_day
from netkeeper.domain.display import quoted
from netkeeper.domain.errors import WordError

MOST_DAYS = 400
"""How many days may be meant at once: more than a year of them is a slip."""

_TO = re.compile(r"\s+(?:to|until|till|-|\u2013|\u2014)\s+|\s*\u2013\s*|\s*\.\.\s*", re.IGNORECASE)


def parse_days(text: str, today: date) -> tuple[date, ...]:
    """Read days with commas between, and spans from one day to another.

    Args:
        text: What was typed, such as ``24.12. to 2.1., 1.5.``; nothing of it is no day.
        today: The day it was typed on.

    Returns:
        The days in order, each once.

    Raises:
        WordError: A day can't be read, a span goes backwards, or there are more than 400 days.
    """
    days: set[date] = set()
    for part in filter(None, (part.strip() for part in text.split(","))):
        ends = [end for end in _TO.split(part) if end] or [part]
        if len(ends) > 2:
            raise WordError(f"{quoted(part)} has more than two ends; write 24.12. to 2.1.", part)
        days.update(_span(part, [parse_day(end, today) for end in ends], today))
        if len(days) > MOST_DAYS:
            raise WordError(f"{quoted(part)} makes more than {MOST_DAYS} days; days of the week are above.", part)
    return tuple(sorted(days))


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
    """Days as :func:`parse_days` reads them, whatever the day it is read on: ``24.12.2026 to 2.1.2027, 1.5.2027``."""
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
