"""Parsing of months, seasons and feasts as days: ``tammikuussa``, ``summer 2027``, ``joulun jälkeen``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from netkeeper.domain.dates.describe import MONTH_NAMES
from netkeeper.domain.dates.spans import last_day, moved
from netkeeper.domain.dates.vocabulary import END, FEASTS, MIDDLE, MONTHS, RELATIONS, SEASONS
from netkeeper.domain.errors import WordError
from netkeeper.domain.text.display import quoted

_SEASON = 3
"""Length of a season, in months."""

_WINTER = 12


def read_season(by_role: Mapping[str, str], which: str, text: str, today: date, *, past: bool) -> date | None:
    """The day that a month, a season or a feast means; None where the words don't combine.

    A month or season means its first day, as ``next month`` does; with ``end`` its last, with ``mid`` the 15th of its
    middle month; ``after`` means the first day after it, ``before`` the last one before it.

    Args:
        by_role: The words by role, with at least one of ``month``, ``season`` and ``feast``.
        which: ``next``, ``last``, ``this``, ``coming`` or empty.
        text: The text as typed, for errors.
        today: The reference date.
        past: Take the latest such day up to today instead of the next.

    Raises:
        WordError: The month or season has begun, so that this one or the next may be meant; or a winter has one
            year, where it lies in two.
    """
    named = by_role.keys() & {"month", "season", "feast"}
    if len(named) != 1 or not by_role.keys() <= {*named, "which", "year", "edge", "relation", "in"}:
        return None
    if ("year" in by_role and which) or ("edge" in by_role and ("feast" in named or "relation" in by_role)):
        return None
    if "feast" in named:
        return _feast(by_role, which, today, past)
    month = MONTHS[by_role["month"]] if "month" in by_role else SEASONS[by_role["season"]]
    length = 1 if "month" in by_role else _SEASON
    if "year" in by_role:
        if month == _WINTER and length == _SEASON:
            raise WordError(
                f"{quoted(text)} may begin in either of two years; write december {by_role['year']}, or january.", text
            )
        return _day_in_year(int(by_role["year"]), month, length, by_role)
    return _without_year(month, length, by_role, which, text, today, past)


def _without_year(
    month: int, length: int, by_role: Mapping[str, str], which: str, text: str, today: date, past: bool
) -> date | None:
    years = _years(today)
    bounds = [(year, *bounds) for year in years if (bounds := _bounds(year, month, length))]
    if which in ("next", "coming"):
        year = next((year for year, first, _ in bounds if first > today), None)
    elif which == "last":
        year = next((year for year, _, last in reversed(bounds) if last < today), None)
    elif past:
        year = next(
            (year for year, *_ in reversed(bounds) if _is_past(_day_in_year(year, month, length, by_role), today)), None
        )
    else:
        year = next(
            (year for year, *_ in bounds if not _is_past(_day_in_year(year, month, length, by_role), today, 1)), None
        )
        current = [(first, last) for _, first, last in bounds if first < today <= last]
        if current and not by_role.keys() & {"edge", "relation"}:
            raise _has_begun(*current[0], text)
    return None if year is None else _day_in_year(year, month, length, by_role)


def _is_past(day: date | None, today: date, margin: int = 0) -> bool:
    """Whether a day is at least ``margin`` days before today; False for None."""
    return day is not None and (today - day).days >= margin


def _has_begun(first: date, last: date, text: str) -> WordError:
    """The error for a month or season that has begun."""
    again = f"{MONTH_NAMES[first.month - 1].lower()} {first.year + 1}"
    ends = MONTH_NAMES[last.month - 1].lower()
    return WordError(
        f"{quoted(text)} has begun already; write a day of it, end of {ends}, or {again} for the next.", text
    )


def _bounds(year: int, month: int, length: int) -> tuple[date, date] | None:
    """The first and last day of a month or season; None outside the calendar."""
    if not date.min.year <= year < date.max.year:
        return None
    first = date(year, month, 1)
    return first, last_day("month", moved(first, length - 1, "month"))


def _day_in_year(year: int, month: int, length: int, by_role: Mapping[str, str]) -> date | None:
    """The day that the words mean for the month or season of that year; None outside the calendar."""
    bounds = _bounds(year, month, length)
    if bounds is None:
        return None
    first, last = bounds
    edge = by_role.get("edge", "")
    relation = RELATIONS.get(by_role.get("relation", ""), "")
    if relation:
        return moved(last, 1, "day") if relation == "after" else moved(first, -1, "day")
    if edge in END:
        return last
    return moved(first, length // 2, "month").replace(day=15) if edge in MIDDLE else first


def _years(today: date) -> range:
    """The candidate years, in order."""
    return range(max(1, today.year - 2), today.year + 3)


# Feasts


def _feast(by_role: Mapping[str, str], which: str, today: date, past: bool) -> date | None:
    """The day of a feast, the first one after its public holidays, or the last one before it."""
    day_of, rest = _FEAST_DAYS[FEASTS[by_role["feast"]]]
    relation = RELATIONS.get(by_role.get("relation", ""), "")
    away = {"after": rest, "before": -1}.get(relation, 0)
    years = [int(by_role["year"])] if "year" in by_role else _years(today)
    days = [moved(day_of(year), away, "day") for year in years if date.min.year <= year < date.max.year]
    if "year" in by_role:
        return days[0] if days else None
    if which == "this":
        return next((day for day in days if day.year == today.year), None)
    if past or which == "last":
        return next((day for day in reversed(days) if day <= today and (day < today or not which)), None)
    return next((day for day in days if day >= today and (day > today or not which)), None)


def _fixed(month: int, day: int) -> Callable[[int], date]:
    return lambda year: date(year, month, day)


def easter(year: int) -> date:
    """Easter Sunday (the anonymous Gregorian computus, Meeus, Astronomical Algorithms, chapter 8)."""
    century, in_century = divmod(year, 100)
    epact = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    late = (year % 19 + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


def _good_friday(year: int) -> date:
    return easter(year) - timedelta(days=2)


def _midsummer(year: int) -> date:
    """Midsummer's day: the Saturday from 20 to 26 June (Finnish law 388/1973)."""
    earliest = date(year, 6, 20)
    return earliest + timedelta(days=(5 - earliest.weekday()) % 7)


_FEAST_DAYS: Mapping[str, tuple[Callable[[int], date], int]] = {
    "christmas": (_fixed(12, 24), 3),
    "christmas day": (_fixed(12, 25), 2),
    "new year": (_fixed(1, 1), 1),
    "new year's eve": (_fixed(12, 31), 2),
    "epiphany": (_fixed(1, 6), 1),
    "may day": (_fixed(5, 1), 1),
    "good friday": (_good_friday, 4),
    "easter": (easter, 2),
    "midsummer": (_midsummer, 2),
    "independence day": (_fixed(12, 6), 1),
}
"""Each feast: its day, and the number of days to the first one after it. Christmas is celebrated on its eve in Finland."""
