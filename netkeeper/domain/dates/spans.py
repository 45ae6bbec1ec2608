"""Parsing of spans of time (``2w``, ``in 10 days``, ``viikon päästä``), and calendar arithmetic."""

from __future__ import annotations

import re
from datetime import date, timedelta

from netkeeper.domain.dates.number_words import number_of
from netkeeper.domain.dates.vocabulary import (
    ABOUT,
    BACKWARD,
    DEFAULT_CADENCE,
    FORWARD,
    FORWARD_FIRST,
    HALVES,
    NO_CADENCE,
    SPAN_WORDS,
    UNITS,
)
from netkeeper.domain.errors import WordError
from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import fold

MAX_CADENCE = 3650
"""The longest cadence, in days."""

_LONGEST = 60
_DAYS = {"day": 1, "week": 7, "fortnight": 14}
_CADENCE_DAYS = {**_DAYS, "month": 30, "year": 365}
_COUNTED = r"([0-9]{1,6}) ?([a-z]+)"


def typed_words(text: str) -> str:
    """``text`` folded, with single blanks, for parsing it as a date or span.

    Empty where it can't be either: it is longer than 60 characters, or has digits other than 0 to 9.
    """
    if len(text) > _LONGEST or any(not character.isascii() and character.isnumeric() for character in text):
        return ""
    return " ".join(fold(text).replace(",", " ").split())


def parse_cadence(text: str) -> int | None:
    """Parse a cadence: ``6w``, ``45`` or ``45d``, ``2m``, ``1y``, ``monthly``, ``none``.

    Returns:
        Days from 1 to 3650, where a month has 30 and a year 365; 0 for ``none`` or ``never``;
        None for ``default`` (the step's cadence).

    Raises:
        WordError: It can't be parsed.
    """
    typed = typed_words(text).removeprefix("every ").removeprefix("joka ")
    if typed in NO_CADENCE:
        return 0
    if typed in DEFAULT_CADENCE:
        return None
    days = SPAN_WORDS.get(typed)
    if days is None:
        count, unit = _count_and_unit(f"{typed}d" if typed.isdigit() else typed)
        days = count * _CADENCE_DAYS.get(unit, 0)
    if not 1 <= days <= MAX_CADENCE:
        raise WordError(
            f"Can't read {quoted(text)} as how often; write 6w, 45d, 2m, monthly, none or default (1 to 3650 days).",
            text,
        )
    return days


def read_span(typed: str, today: date, *, past: bool) -> date | None:
    """The day at the end of a span that starts today; None where ``typed`` is no span.

    Clamped to the first or last day of the calendar.

    Args:
        typed: The result of ``typed_words``.
        today: The start of the span.
        past: A span without a direction of its own goes back.
    """
    whole = typed
    sign, typed = _direction(typed, -1 if past else 1)
    for words in ABOUT:
        typed = typed.removeprefix(words)
    count, unit = _count_and_unit(typed)
    # A unit alone ("week") has neither number nor direction, so it is no day.
    return moved(today, sign * count, unit) if unit and whole not in UNITS else None


def _direction(typed: str, sign: int) -> tuple[int, str]:
    """The direction of a span (1 ahead, -1 back) from the words around it, and the span without them."""
    bare = typed
    for words in FORWARD_FIRST:
        if typed.startswith(f"{words} "):
            # In two weeks' time.
            bare = typed.removeprefix(f"{words} ").removesuffix(" time").removesuffix("'s").rstrip("'")
            break
    for words in FORWARD:
        if bare.endswith(f" {words}"):
            bare = bare.removesuffix(f" {words}")
            break
    if bare != typed:
        return 1, bare
    for words in BACKWARD:
        if typed.endswith(f" {words}"):
            return -1, typed.removesuffix(f" {words}")
    if typed.startswith(("+", "-")):
        return 1 if typed[0] == "+" else -1, typed[1:].lstrip()
    return sign, typed


def moved(day: date, count: int, unit: str) -> date:
    """``day`` moved by ``count`` units: ``day``, ``week``, ``fortnight``, ``month`` or ``year``.

    Months and years are added on the calendar, the day clamped to the last of a shorter month. The result
    is clamped to the first or last day of the calendar.
    """
    try:
        if unit in ("month", "year"):
            return add_months(day, count * (12 if unit == "year" else 1))
        return day + timedelta(days=count * _DAYS[unit])
    except OverflowError:
        return date.max if count > 0 else date.min


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later (or earlier), clamped to the last day of a shorter month.

    Raises:
        OverflowError: The year is outside 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError("the calendar has no such year")
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def days_in_month(year: int, month: int) -> int:
    """The number of days of a month; ``calendar.monthrange`` would be slow to import."""
    return 31 if month == 12 else (date(year, month + 1, 1) - timedelta(days=1)).day


def _count_and_unit(typed: str) -> tuple[int, str]:
    """The count and unit of a span; an empty unit where it is no span."""
    if typed in HALVES:
        return HALVES[typed], "month"
    if found := re.fullmatch(_COUNTED, typed):
        return int(found[1]), UNITS.get(found[2], "")
    number, _, noun = typed.rpartition(" ")
    number = number.removesuffix(" of").removeprefix("a ") if " " in number else number
    if (count := number_of(number)) is not None:
        return count, UNITS.get(noun, "")
    # A bare "week" or "viikon" means one of them; a bare letter is no span.
    return 1, "" if number or len(noun) < 3 else UNITS.get(noun, "")


def last_day(unit: str, day: date) -> date:
    """The last day of the week (Sunday), month or year that ``day`` is in."""
    if unit == "week":
        try:
            return day + timedelta(days=6 - day.weekday())
        except OverflowError:
            return date.max
    if unit == "month":
        return day.replace(day=days_in_month(day.year, day.month))
    return date(day.year, 12, 31)
