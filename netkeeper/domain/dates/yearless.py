"""Dates without their year, and those near today of which it is unsure which year is meant."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netkeeper.domain.dates.typed_day import TypedDay, try_day
from netkeeper.domain.dates.vocabulary import MONTHS

UNSURE_DAYS = 60
"""Days on the other side of today within which a date without its year is not taken for one a year off."""

_MOST_OF_A_YEAR = 300

_NEAR_YEARS = 3
"""As many years away two digits behind a date are taken for its year: ``24 dec 27``."""

_BEFORE_A_NUMBER = frozenset({"at", "klo", "kello", "vko", "vk", "week", "viikko"})
"""What a bare number belongs to, whatever stands before."""


def other_year(text: str, typed: TypedDay, today: date, *, past: bool = False) -> date | None:
    """The same date on the other side of today, where the text names one without its year; None elsewhere.

    Dates and weeks by their numbers count (``20.11.``, ``week 47``), for a month or a feast by its name is the next.
    """
    if typed.is_span or not any(character.isdigit() for character in text):
        return None
    other = try_day(text, today, past=not past)
    if other is None or abs((other.day - typed.day).days) < _MOST_OF_A_YEAR:
        return None
    return other.day


def counts_what_follows(words: Sequence[str]) -> bool:
    """Whether the last of some words is a bare number that says nothing of the day before it: ``3.11. 10`` (``kpl``).

    A year is written in four digits there, or joined: ``3.11.26``. Only the name of a month needs a number, ``dec 24``.

    Args:
        words: The words so far, folded.
    """
    *before, last = words
    if not (last.isdigit() and len(last) < 3 and before) or before[-1] in _BEFORE_A_NUMBER:
        return False
    return before[-1].endswith("kuussa") or any(character.isdigit() for word in before for character in word)


class ShortYear(NamedTuple):
    """Two digits behind a date without its year, which may be its year.

    Attributes:
        is_near: Whether that year is near, on the side of today that is meant.
        is_named: Whether the month is written as a word: ``24 dec 27``.
    """

    is_near: bool
    is_named: bool


def short_year(words: Sequence[str], today: date, *, past: bool = False) -> ShortYear | None:
    """What the last of some words is, where it has two digits and the others are a date without its year; else None.

    Args:
        words: The words, folded.
        today: The day they were typed on.
        past: Whether a day up to today is meant.
    """
    *before, last = words
    if not (len(last) == 2 and last.isdecimal() and before):
        return None
    alone, whole = (try_day(" ".join(each), today, past=past) for each in (before, words))
    if alone is None or whole is None or alone.hour != whole.hour or whole.day.year % 100 != int(last):
        return None
    if (alone.day.month, alone.day.day) != (whole.day.month, whole.day.day):
        return None
    away = whole.day.year - today.year
    return ShortYear(0 <= (-away if past else away) <= _NEAR_YEARS, any(word.strip(".") in MONTHS for word in before))
