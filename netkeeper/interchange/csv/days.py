"""Dates as programs and people write them, and which of day and month comes first in a file.

``6/3/2005`` is a day in March in one program and in June in another. The other rows of the file tell
(there is no month 13); where they don't, headers in a language that writes the day first do; else it
has to be asked.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.errors import InvalidValueError

Order = Literal["day-first", "month-first"]
"""What ``--dates`` says."""

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
"""The years that programs write where there is none: Apple's 1604, Outlook's 4501, Windows' 1601."""


class WrittenDate(NamedTuple):
    """A date as it is written.

    Attributes:
        first: The day, or the month where that comes first.
        second: The other of the two.
        year: None where there is none.
        is_ambiguous: Whether either may be the day.
        is_short: Whether the year has two digits, and its century has to be guessed.
    """

    first: int
    second: int
    year: int | None
    is_ambiguous: bool = False
    is_short: bool = False


@lru_cache(2048)
def parse_written_date(text: str) -> WrittenDate | None:
    """The date that a cell holds; None where it holds none."""
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
    """A date with the month's name in it: ``7-Feb-22``, ``12 Mar 2024``, ``29. helmikuuta 1980``, ``Feb 29, 1980``."""
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
    """Whether a cell says that there is no date: empty, or nothing but zeros (``0/0/00``)."""
    return not text.strip("0./- :T") or (parse_written_date(text) or _NO_DATE).year == 4501


_NO_DATE = WrittenDate(0, 0, None)


def find_order(texts: Iterable[str]) -> tuple[Order | None, str]:
    """Which comes first in the dates of a file.

    Returns:
        The order; None where nothing tells it. And the first date that is in doubt without it.
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
    """Reads the dates of one file."""

    __slots__ = ("_find", "_is_found", "_order")

    def __init__(self, order: Order | None, find: Callable[[], Order | None]) -> None:
        """Take a file.

        Args:
            order: What comes first, where the person said so.
            find: Finds it out; called once, at the first date that is in doubt. None leaves those
                dates unread.
        """
        self._order = order
        self._find = find
        self._is_found = order is not None

    def read(self, text: str) -> tuple[Birthday | None, bool]:
        """The day that a cell holds.

        Returns:
            The day, None where it is none; and whether the century of its year is a guess, which it
            then comes without.
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
    """The year of a date whose century is known to be this one (``7-Feb-22``)."""
    written = parse_written_date(text)
    if written is None or written.year is None:
        return None
    return written.year + 2000 if written.is_short else written.year


def day_text(month: int, day: int, year: int | None) -> str:
    """A day as it is written into a text: ``12 Mar 2024``."""
    return f"{day} {_MONTHS[month - 1].title()}{'' if year is None else f' {year}'}"
