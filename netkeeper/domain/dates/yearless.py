"""Dates without their year, whose year may be ambiguous."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netkeeper.domain.dates.typed_day import TypedDay, try_day
from netkeeper.domain.dates.vocabulary import MONTHS

UNSURE_DAYS = 60
"""Within this many days on the other side of today, a date without its year is ambiguous."""

_MOST_OF_A_YEAR = 300

_NEAR_YEARS = 3
"""The most years from today for two digits after a date to be its year: ``24 dec 27``."""

_BEFORE_A_NUMBER = frozenset({"at", "klo", "kello", "vko", "vk", "week", "viikko"})
"""Words that a bare number after them belongs to."""


def other_year(text: str, typed: TypedDay, today: date, *, past: bool = False) -> date | None:
    """The same date on the other side of today, where the text is a date or week without its year; else None.

    Only for text with digits (``20.11.``, ``week 47``): a month or feast in words always means the next one.
    """
    if typed.is_span or not any(character.isdigit() for character in text):
        return None
    other = try_day(text, today, past=not past)
    if other is None or abs((other.day - typed.day).days) < _MOST_OF_A_YEAR:
        return None
    return other.day


def counts_what_follows(words: Sequence[str]) -> bool:
    """Whether the last of some folded words is a number that counts what follows, not part of the day: ``3.11. 10 kpl``.

    After a date in digits a year has four digits or no blank before it (``3.11.26``); after the name of a month a number
    belongs to the date (``dec 24``).
    """
    *before, last = words
    if not (last.isdigit() and len(last) < 3 and before) or before[-1] in _BEFORE_A_NUMBER:
        return False
    return before[-1].endswith("kuussa") or any(character.isdigit() for word in before for character in word)


class ShortYear(NamedTuple):
    """Two digits after a date without its year, which may be its year.

    Attributes:
        is_near: Whether that year is within three years, in the direction that ``past`` gives.
        is_named: Whether the month is a word: ``24 dec 27``.
    """

    is_near: bool
    is_named: bool


def short_year(words: Sequence[str], today: date, *, past: bool = False) -> ShortYear | None:
    """The last of some folded words as a year of two digits; None where the others are no date without its year.

    Args:
        words: Folded words.
        today: The reference date.
        past: Whether the date is up to today.
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
