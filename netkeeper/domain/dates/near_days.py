"""Parsing of days relative to today in words: weekdays, weekends, and whole weeks, months and years."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from netkeeper.domain.dates.spans import last_day, moved
from netkeeper.domain.dates.vocabulary import (
    COMING,
    DAYS_AWAY,
    END,
    FEASTS,
    FILLERS,
    JOINED_WORDS,
    LAST,
    MIDDLE,
    MONTHS,
    NEXT,
    PERIODS,
    RELATIONS,
    SEASONS,
    START,
    THIS,
    WEEKDAYS,
    WEEKEND,
)

DayWords = Mapping[str, str]
"""The words of a phrase by role: ``{"which": "next", "weekday": "fri"}``; the roles are those of ``_ROLES``, and ``year``."""

_SATURDAY = 5

_ROLES = (
    ("which", NEXT | LAST | THIS),
    ("weekday", WEEKDAYS),
    ("weekend", WEEKEND),
    ("feast", FEASTS),
    ("season", SEASONS),
    ("month", MONTHS),
    ("period", PERIODS),
    ("edge", START | MIDDLE | END),
    ("relation", RELATIONS),
    ("in", {"in", "at"}),
)


def read_near(typed: str, text: str, today: date, *, past: bool) -> date | None:
    """The day that words without digits (other than a year) name; None where they name none.

    Args:
        typed: The result of ``typed_words``.
        text: The text as typed, for errors.
        today: The reference date.
        past: Take the latest such day up to today instead of the next.

    Raises:
        WordError: It is ambiguous: a month or a season that has begun.
    """
    if typed in DAYS_AWAY:
        return moved(today, DAYS_AWAY[typed], "day")
    by_role = _words_by_role(typed)
    if by_role is None:
        return None
    places = by_role.keys() - {"which"}
    which = _which(by_role)
    if places == {"weekday"}:
        return _weekday(WEEKDAYS[by_role["weekday"]], which, today, past)
    if places == {"weekday", "period"}:
        return _weekday_of_week(by_role, which, today)
    if places - {"in"} == {"weekend"}:
        return _weekend(which, today, past)
    if places & {"month", "season", "feast"}:
        from netkeeper.domain.dates.seasons import read_season

        return read_season(by_role, which, text, today, past=past)
    return _period(by_role, which, today, past) if places <= {"period", "edge", "year"} else None


def _words_by_role(typed: str) -> DayWords | None:
    """The words by role; None where a word has no role, or two have the same."""
    for apart, joined in JOINED_WORDS:
        typed = typed.replace(apart, joined)
    by_role: dict[str, str] = {}
    for word in typed.split(" "):
        bare = word.rstrip(".")
        word = bare if bare.isalpha() else word
        if word in FILLERS:
            continue
        place = next((name for name, words in _ROLES if word in words), "")
        if not place and len(word) == 4 and word.isdigit():
            place = "year"
        if not place or place in by_role:
            return None
        by_role[place] = word
    return by_role


def _which(by_role: DayWords) -> str:
    """``next``, ``last``, ``this`` or ``coming``; empty where there is no such word."""
    word = by_role.get("which", "")
    kinds = (("next", NEXT), ("last", LAST), ("coming", COMING), ("this", THIS))
    return next((kind for kind, words in kinds if word in words), "")


def _weekday(weekday: int, which: str, today: date, past: bool) -> date:
    """The day that a weekday means with ``which`` before it."""
    ahead = (weekday - today.weekday()) % 7
    if which == "next":
        return moved(today, 7 - today.weekday() + weekday, "day")
    if which == "last":
        return moved(today, ahead - 7, "day")
    if past:
        return moved(today, -((7 - ahead) % 7), "day")
    return moved(today, ahead or (0 if which == "this" else 7), "day")


def _weekday_of_week(by_role: DayWords, which: str, today: date) -> date | None:
    """A weekday of next, this or last week: ``fri next week``, ``ensi viikon perjantaina``."""
    weeks = {"next": 1, "coming": 1, "this": 0, "last": -1}
    if PERIODS[by_role["period"]] != "week" or which not in weeks:
        return None
    return moved(today, weeks[which] * 7 + WEEKDAYS[by_role["weekday"]] - today.weekday(), "day")


def _weekend(which: str, today: date, past: bool) -> date:
    """The Saturday of a weekend; for this weekend, today where it is Sunday."""
    if which == "this":
        return moved(today, max(0, _SATURDAY - today.weekday()), "day")
    if which == "last":
        return moved(today, _SATURDAY - 7 - today.weekday(), "day")
    return _weekday(_SATURDAY, "" if which == "coming" else which, today, past)


def _period(by_role: DayWords, which: str, today: date, past: bool) -> date | None:
    """The beginning, middle or end of a week, month or year; None where the words name none of them.

    Without one of these, ``next`` is the first day of the period, and ``last`` is one period before today.
    """
    edge = by_role.get("edge", "")
    unit = PERIODS[by_role["period"]] if "period" in by_role else ""
    if "year" in by_role:
        year = int(by_role["year"])
        if which or not edge or unit not in ("", "year") or not year:
            return None
        return edge_of(date(year, 1, 1), "year", edge)
    if not unit:
        return None
    if not edge:
        if which in ("next", "coming"):
            return moved(last_day(unit, today), 1, "day")
        return moved(today, -1, unit) if which == "last" else None
    away = {"next": 1, "coming": 1, "last": -1}.get(which, 0)
    meant = edge_of(moved(today, away, unit), unit, edge)
    if which or (meant <= today if past else meant >= today):
        return meant
    return edge_of(moved(today, -1 if past else 1, unit), unit, edge)


def edge_of(day: date, unit: str, edge: str) -> date:
    """The first, middle or last day of the week, month or year that ``day`` is in.

    The middle of a week is its Wednesday, of a month the 15th, of a year 1 July.
    """
    if edge in END:
        return last_day(unit, day)
    if unit == "week":
        return moved(day, (2 if edge in MIDDLE else 0) - day.weekday(), "day")
    if unit == "month":
        return day.replace(day=15 if edge in MIDDLE else 1)
    return date(day.year, 7 if edge in MIDDLE else 1, 1)
