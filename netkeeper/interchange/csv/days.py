"""Parsing dates in tables, and detecting whether a file writes the day or the month first.

``6/3/2005`` is ambiguous. The other dates of the file may settle the order (there is no month 13), else the
language of the headers if it writes the day first, else the user is asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.errors import InvalidValueError

Order = Literal["day-first", "month-first"]
"""Values of ``--dates``."""

ORDERS: tuple[Order, ...] = ("day-first", "month-first")

_TIME = re.compile(r"[T ,]+[0-9]{1,2}(?::[0-9]{2}|\.[0-9]{2}\.[0-9]{2})\b.*", re.DOTALL)
_YEAR_FIRST = re.compile(r"([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})\.?")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_NO_YEAR = re.compile(r"--([0-9]{2})-?([0-9]{2})")
_DOTTED = re.compile(r"([0-9]{1,2})\. ?([0-9]{1,2})\.? ?([0-9]{4}|[0-9]{2})?")
_AMBIGUOUS = re.compile(r"([0-9]{1,2})([/-])([0-9]{1,2})(?:\2([0-9]{4}|[0-9]{2}))?")
_WITH_WORD = re.compile(r"([0-9]{1,2})[-/ .]+([^\W\d_]{3,12})\.?[-/ ,.]+'?([0-9]{4}|[0-9]{2})")
_LONGEST = 60

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MORE_MONTHS = {"maj": 5, "mai": 5, "okt": 10, "dez": 12, "mrz": 3, "mär": 3, "okto": 10}
_NO_YEARS = (0, 1604, 4501, 1601)
"""Placeholders of programs for a missing year: Apple's 1604, Outlook's 4501, Windows' 1601."""


class WrittenDate(NamedTuple):
    """A parsed date whose day and month may still be swapped.

    Attributes:
        first: The day, or the month if the file writes the month first.
        second: The other of the two.
        year: The year as written; None if there is none.
        is_ambiguous: Whether the notation leaves open which is the day.
        is_short: Whether the year has two digits, so that its century is unknown.
    """

    first: int
    second: int
    year: int | None
    is_ambiguous: bool = False
    is_short: bool = False


@lru_cache(2048)
def parse_written_date(text: str) -> WrittenDate | None:
    """Parse a date in any supported notation, a time behind it ignored; None if it is not a date."""
    text = _TIME.sub("", text.strip()) if len(text) < _LONGEST else ""
    if found := _YEAR_FIRST.fullmatch(text):
        return _written_date(found[4], found[3], found[1])
    if found := _COMPACT.fullmatch(text):
        return _written_date(found[3], found[2], found[1])
    if found := _NO_YEAR.fullmatch(text):
        return _written_date(found[2], found[1], "")
    if found := _DOTTED.fullmatch(text):
        return _written_date(found[1], found[2], found[3] or "")
    if found := _AMBIGUOUS.fullmatch(text):
        return _written_date(found[1], found[3], found[4] or "")._replace(is_ambiguous=found[1] != found[3])
    return _parse_with_month_name(text) if text and not text.isdigit() else None


def _parse_with_month_name(text: str) -> WrittenDate | None:
    """Parse a date with a month name: ``7-Feb-22``, ``12 Mar 2024``, ``29. helmikuuta 1980``, ``Feb 29, 1980``."""
    if found := _WITH_WORD.fullmatch(text):
        word = found[2].lower()
        month = (
            _MONTHS.index(word[:3]) + 1
            if word[:3] in _MONTHS
            else _MORE_MONTHS.get(word[:4], _MORE_MONTHS.get(word[:3], 0))
        )
        if month:
            return _written_date(found[1], str(month), found[3])
    from netkeeper.domain.dates.date_parts import read_parts
    from netkeeper.domain.dates.spans import typed_words

    parts = read_parts(typed_words(text))
    if parts is None or parts.month is None:
        return None
    return _written_date(str(parts.day), str(parts.month), parts.year)


def _written_date(day: str, month: str, year: str) -> WrittenDate:
    return WrittenDate(int(day), int(month), int(year) if year else None, is_short=len(year) == 2)


def means_no_date(text: str) -> bool:
    """Whether a cell stands for a missing date: empty, zeros only (``0/0/00``), or Outlook's year 4501."""
    return not text.strip("0./- :T") or (parse_written_date(text) or _NO_DATE).year == 4501


_NO_DATE = WrittenDate(0, 0, None)


def find_order(texts: Iterable[str]) -> tuple[Order | None, str]:
    """Detect the order of day and month from the dates of a file.

    Returns:
        The order, None if no date or contradictory dates settle it; and the first ambiguous date, empty for none.
    """
    seen: set[Order] = set()
    doubtful = ""
    for text in texts:
        written = parse_written_date(text)
        if written is None or not written.is_ambiguous:
            continue
        if 12 < written.first <= 31:
            seen.add("day-first")
        elif 12 < written.second <= 31:
            seen.add("month-first")
        elif not doubtful:
            doubtful = text
    return (seen.pop() if len(seen) == 1 else None), doubtful


class Days:
    """Parses the dates of one file, all in the same order."""

    __slots__ = ("_find", "_is_found", "_order")

    def __init__(self, order: Order | None, find: Callable[[], Order | None]) -> None:
        """Parse with an order, or one that is detected when it is needed.

        Args:
            order: The order that the user chose; None to detect it.
            find: Detects the order; called at most once, at the first ambiguous date. If it returns None,
                ambiguous dates are not parsed.
        """
        self._order = order
        self._find = find
        self._is_found = order is not None

    def read(self, text: str) -> tuple[Birthday | None, bool]:
        """Parse a cell.

        Returns:
            The day, None if it is not a date; and whether its year has two digits, which are then dropped.
        """
        written = parse_written_date(text)
        if written is None:
            return None, False
        day, month = written.first, written.second
        if written.is_ambiguous:
            order = self._order_of(written)
            if order is None:
                return None, False
            if order == "month-first":
                day, month = month, day
        year = None if written.is_short or written.year in _NO_YEARS else written.year
        try:
            return Birthday(month, day, year), written.is_short
        except InvalidValueError:
            return None, False

    def _order_of(self, written: WrittenDate) -> Order | None:
        if written.first > 12 or written.second > 12:
            return "month-first" if written.second > 12 else "day-first"
        if not self._is_found:
            self._order = self._find()
            self._is_found = True
        return self._order


def year_after_2000(text: str) -> int | None:
    """The year of a date, with two digits taken as 20xx; for dates that can't be older (``7-Feb-22``)."""
    written = parse_written_date(text)
    if written is None or written.year is None:
        return None
    return written.year + 2000 if written.is_short else written.year


def day_text(month: int, day: int, year: int | None) -> str:
    """A day in text form: ``12 Mar 2024``."""
    return f"{day} {_MONTHS[month - 1].title()}{'' if year is None else f' {year}'}"
