"""Parsing of calendar dates as typed, day first: ``24.12.``, ``2026-12-24``, ``24 dec``, ``joulukuun 24.``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.dates.spans import typed_words
from netkeeper.domain.dates.vocabulary import DATE_FILLERS, MONTHS, WEEKDAYS
from netkeeper.domain.errors import InvalidValueError, WordError
from netkeeper.domain.text.display import quoted

if TYPE_CHECKING:
    from netkeeper.domain.dates.birthday import Birthday

_YEAR_FIRST = r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})"
_DAY_FIRST = r"([0-9]{1,2}) ?([./]) ?([0-9]{1,2})(?: ?\2 ?([0-9]{4}|[0-9]{2})| (20[2-9][0-9])|\.)?"
_DASHED = r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})"
_DAY = r"([0-9]{1,2})(\.|st|nd|rd|th)?"
_YEAR = r"[0-9]{4}|'[0-9]{2}"
_ANY_YEAR = r"[0-9]{4}|'?[0-9]{2}"


class DateParts(NamedTuple):
    """The parts of a calendar date as typed; not checked for being an existing day.

    Attributes:
        day: The day of the month.
        month: None where only the day was typed (``24.``).
        year: Two or four digits as typed; empty: no year.
        weekday: The weekday typed before the date, Monday 0; None: no weekday.
    """

    day: int
    month: int | None = None
    year: str = ""
    weekday: int | None = None


def read_parts(typed: str) -> DateParts | None:
    """The parts of a calendar date that ``typed_words`` returned; None where it is no calendar date."""
    weekday = None
    typed = typed.removesuffix(" mennessa").removeprefix("by ")
    first, _, rest = typed.partition(" ")
    if rest and first.rstrip(".") in WEEKDAYS:
        weekday, typed = WEEKDAYS[first.rstrip(".")], rest
    if found := re.fullmatch(_YEAR_FIRST, typed):
        return DateParts(int(found[4]), int(found[3]), found[1], weekday)
    if found := re.fullmatch(_DAY_FIRST, typed):
        return DateParts(int(found[1]), int(found[3]), found[4] or found[5] or "", weekday)
    if found := re.fullmatch(_DASHED, typed):
        return DateParts(int(found[1]), int(found[2]), found[3], weekday)
    return _with_words(typed, weekday)


def parse_birthday(text: str) -> Birthday:
    """Parse a birthday: ``29.2.1980``, ``29.2.``, ``29 feb 1980``, ``1980-02-29``, ``--02-29``.

    Raises:
        WordError: It can't be read, or there is no such day; a year of two digits is not guessed.
    """
    # Imported here because few lines hold a birthday, and start-up time counts.
    from netkeeper.domain.dates.birthday import Birthday

    how = "write 29.2.1980, or 29.2. where you don't know the year."
    typed = typed_words(text)
    try:
        if typed.startswith("--"):
            return Birthday.from_iso(typed)
        parts = read_parts(typed)
        if parts is None or parts.month is None or parts.weekday is not None:
            raise WordError(f"Can't read {quoted(text)} as a birthday; {how}", text)
        if parts.year and not 1800 <= int(parts.year) <= 2200:
            raise WordError(f"Can't read the year in {quoted(text)}; {how}", text)
        return Birthday(parts.month, parts.day, int(parts.year) if parts.year else None)
    except InvalidValueError as error:
        raise WordError(f"There is no such birthday as {quoted(text)}; {how}", text) from error


def _with_words(typed: str, weekday: int | None) -> DateParts | None:
    """A date with the name of the month, or a day of the month alone (``24.``, ``24th``)."""
    day = month = None
    year = ""
    ordinal = False
    for token in typed.split():
        if token in DATE_FILLERS:
            continue
        if month is None and token in MONTHS:
            month = MONTHS[token]
        elif day is None and (found := re.fullmatch(_DAY, token)):
            day, ordinal = int(found[1]), bool(found[2])
        elif not year and month is not None and re.fullmatch(_YEAR if day is None else _ANY_YEAR, token):
            year = token.lstrip("'")
        else:
            return None
    if day is None or (month is None and not ordinal):
        return None
    return DateParts(day, month, year, weekday)
