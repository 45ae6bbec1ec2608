"""Detection of unquoted days that were parsed only in part: ``next:fri after christmas``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from netkeeper.domain.dates.typed_day import try_day
from netkeeper.domain.dates.vocabulary import FEASTS, MONTHS, SEASONS, WEEKDAYS
from netkeeper.domain.dates.yearless import short_year
from netkeeper.domain.errors import WordError
from netkeeper.domain.language.joined import Word
from netkeeper.domain.text.display import fit, plain
from netkeeper.domain.text.fold import fold

DAY_KEYS = frozenset({"when", "next", "due"})
"""Keys whose value is a day."""

_BELONGS = frozenset(
    {
        "after",
        "before",
        "ennen",
        "jalkeen",
        "week",
        "fortnight",
        "ago",
        "sitten",
        "paasta",
        "kuluttua",
        "asti",
        "saakka",
    }
)
"""Words that belong to the day before them."""

_HOUR = frozenset({"klo", "kello", "kl", "at"})
_AND = frozenset({"or", "tai"})
NO_WEEKDAY = frozenset({"to", "sun", "la", "su", "ma", "ke"})
"""Abbreviated weekdays that are also ordinary words."""

_DATE = r"[0-9]{1,2}(?:\.|st|nd|rd|th)|[0-9]{1,2}\.[0-9]{1,2}\.?(?:[0-9]{2}|[0-9]{4})?|(?:19|20)[0-9]{2}(?:-[0-9]{2}-[0-9]{2})?"
_SHOWN = 28


def refuse_partial_days(words: Sequence[Word], today: date) -> None:
    """Raise an error where the free text after a day continues it with words that would not count.

    Args:
        words: The words of a line, after ``with_whole_days`` in ``promise_words``.
        today: The reference date.

    Raises:
        WordError: A day was parsed in part.
    """
    for day, text in pairwise(words):
        if day.key not in DAY_KEYS or day.quoted or day.negated or text.key or text.quoted or text.negated:
            continue
        if day.value.endswith((",", ";", "!", "?")) or try_day(day.value, today, past=day.key == "when") is None:
            continue
        count = _continuing_words(day.value, text.value, today, past=day.key == "when")
        if count:
            more = " ".join(text.value.split()[:count])
            raise WordError(
                f"Can't tell whether “{fit(plain(more), _SHOWN)}” belongs to {day.key}:{plain(day.value)}; put the whole"
                f' day in quotation marks, {day.key}:"{plain(day.value)} …", or the note before {day.key}:.',
                f"{day.key}:{day.value}",
            )


def is_date(word: str) -> bool:
    """Whether a word is a date in digits (``27.11.``), or the day or year of one (``13.``, ``2027``)."""
    return re.fullmatch(_DATE, word) is not None


def _continuing_words(day: str, text: str, today: date, *, past: bool) -> int:
    """How many words of the text after a day continue it; 0 where the text is independent of it."""
    raw = text.split()
    bare = [fold(piece).strip(".,;:!?") for piece in raw[:2]]
    first, second = bare[0], bare[1] if len(bare) > 1 else ""
    if first in _BELONGS or first.startswith("jalkeis") or is_date(fold(raw[0]).strip(",;:!?")):
        return len(bare)
    if _is_named_date(first, second, is_end=len(raw) == 2):
        return 2
    year = short_year([*fold(day).split(), first], today, past=past) if first.isdecimal() else None
    is_end = len(raw) == 1 or not raw[0][-1].isdecimal()
    if year is not None and (is_end or (year.is_near and year.is_named)):
        return 1
    if first in _HOUR:
        return len(bare) if second[:1].isdigit() or (not second and first != "at") else 0
    if first == "from" or first in _AND:
        is_day_word = second in {"now", "today"} or (first == "tai" and second in WEEKDAYS)
        return len(bare) if is_day_word or _is_day(second, today) else 0
    names = fold(day).split()
    is_feast = any(name in FEASTS or name in SEASONS or name in MONTHS for name in names)
    return 1 if is_feast and _is_day(first, today) and first in WEEKDAYS else 0


def _is_named_date(first: str, second: str, *, is_end: bool) -> bool:
    """Whether two words are a day and the name of a month, in either order: ``4 jan``."""
    number, month = (first, second) if first[:1].isdigit() else (second, first)
    # May and Mar can be other words (4 may come), and a number after a month may be a count (Jan 4 coffees).
    is_sure = is_end or (month == second and month not in ("may", "mar"))
    return number.isdecimal() and len(number) < 3 and month in MONTHS and is_sure


def _is_day(word: str, today: date) -> bool:
    return bool(word) and word not in NO_WEEKDAY and not word.isdigit() and try_day(word, today) is not None
