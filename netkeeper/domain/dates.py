"""Dates as people type them, day first, in English and Finnish; and dates as they are shown.

Nothing is guessed: what can't be read is an error that shows what could have been meant.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, timedelta

from netkeeper.domain.date_parts import DateParts, parse_birthday, read_parts
from netkeeper.domain.day_words import (
    DAYS_AWAY,
    END,
    LAST,
    NEXT,
    PERIODS,
    THIS,
    VOCABULARY,
    WEEK,
    WEEKDAYS,
)
from netkeeper.domain.describe import MONTH_NAMES, WEEKDAY_NAMES, describe_day, describe_span, is_near
from netkeeper.domain.display import quoted
from netkeeper.domain.errors import WordError
from netkeeper.domain.spans import moved, parse_cadence, read_span, typed_words

__all__ = ["describe_day", "describe_span", "parse_birthday", "parse_cadence", "parse_day"]

FIRST_YEAR, LAST_YEAR = 1900, 2200
"""Days outside these years are refused: they are slips, not plans."""

EXAMPLES = "Dates look like fri, 2w, tomorrow, 24.12. or 2026-12-24."
_WEEK_NUMBER = r"([a-z]+) ?([0-9]{1,2})(?:[ /]([0-9]{4}))?"


def parse_day(text: str, today: date, *, past: bool = False) -> date:
    """Read a date as people type it.

    Understood: ``today tomorrow yesterday huomenna eilen``; ``fri``, ``perjantaina``, ``next fri``
    (next week's), ``last fri`` (the latest before today),
    ``fri next week``; ``2w``, ``in 10 days``, ``2 weeks ago``,
    ``-3d``, ``viikon päästä``; ``24.12.``, ``24.12.2026``, ``24.12.26``, ``24/12/2026``,
    ``2026-12-24``; ``24 dec``, ``joulukuun 24.``; ``24th``; ``week 48`` (its Monday, ISO 8601);
    ``next week`` (Monday), ``next month`` (the 1st), ``last week`` (seven days ago), ``end of
    month``. Months and years are added on the calendar: 31 January and a month is the last of
    February.

    Args:
        text: What was typed.
        today: The day it was typed on.
        past: Whether what is ambiguous means the latest such day up to today (``when:``), instead
            of the next one. The next ``24.12.`` may be today; the next ``fri`` never is.

    Returns:
        A day from 1900 to 2200.

    Raises:
        WordError: It can't be read, or there is no such day.
    """
    typed = typed_words(text)
    found = _read(typed, text, today, past) if typed else None
    if found is None:
        raise WordError(f"Can't read {quoted(text)} as a date{_meant(typed, today, past)} {EXAMPLES}", text)
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise WordError(f"{quoted(text)} is too far away: dates go from {FIRST_YEAR} to {LAST_YEAR}.", text)
    return found


def _read(typed: str, text: str, today: date, past: bool) -> date | None:
    """The day that is meant; None where ``typed`` can't be read."""
    found = _near(typed, today, past) or read_span(typed, today, past=past) or _week(typed, text, today, past)
    if found is None and (parts := read_parts(typed)) is not None:
        found = _placed(parts, text, today, past)
    return found


def _near(typed: str, today: date, past: bool) -> date | None:
    """Words for days near today; weekdays; weeks, months and years taken whole."""
    if typed in DAYS_AWAY:
        return moved(today, DAYS_AWAY[typed], "day")
    words = [word for word in typed.split(" ") if word not in ("of", "the", "on")]
    if len(words) == 3:
        return _weekday_of_week(words, today)
    if not 1 <= len(words) <= 2:
        return None
    said, noun = words[0] if len(words) == 2 else "", words[-1]
    if noun in END:
        said, noun = noun, said
    if noun in WEEKDAYS:
        return _weekday(WEEKDAYS[noun], said, today, past)
    period = PERIODS.get(noun, "")
    if period and said in NEXT:
        return moved(_last_day(period, today), 1, "day")
    if period and said in END:
        return _last_day(period, today)
    return moved(today, -1, period) if period and said in LAST else None


def _weekday_of_week(words: Sequence[str], today: date) -> date | None:
    """A weekday of the next, this or the last week: ``fri next week``, ``ensi viikon perjantaina``."""
    weekdays = [WEEKDAYS[word] for word in words if word in WEEKDAYS]
    weeks = [away for away, said in ((1, NEXT), (0, THIS), (-1, LAST)) if not said.isdisjoint(words)]
    if len(weekdays) != 1 or len(weeks) != 1 or not any(PERIODS.get(word) == "week" for word in words):
        return None
    return moved(today, weeks[0] * 7 + weekdays[0] - today.weekday(), "day")


def _weekday(weekday: int, said: str, today: date, past: bool) -> date | None:
    """The weekday that is meant, going by the word before it; None where that says nothing."""
    ahead = (weekday - today.weekday()) % 7
    if said in NEXT:
        return moved(today, 7 - today.weekday() + weekday, "day")
    if said in LAST:
        return moved(today, ahead - 7, "day")
    if said and said not in THIS:
        return None
    if past:
        return moved(today, -((7 - ahead) % 7), "day")
    return moved(today, ahead or (0 if said else 7), "day")


def _last_day(period: str, today: date) -> date:
    """The last day of this week (Sunday), month or year."""
    if period == "week":
        return moved(today, 6 - today.weekday(), "day")
    if period == "month":
        return today.replace(day=monthrange(today.year, today.month)[1])
    return date(today.year, 12, 31)


def _week(typed: str, text: str, today: date, past: bool) -> date | None:
    """The Monday of a numbered week (ISO 8601): ``week 48``, ``vko 2/2027``."""
    found = re.fullmatch(_WEEK_NUMBER, typed)
    if found is None or found[1] not in WEEK:
        return None
    number = int(found[2])
    for year in [int(found[3])] if found[3] else _years(today.isocalendar().year, past):
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if found[3] or (monday <= today if past else monday + timedelta(days=6) >= today):
            return monday
    raise WordError(f"There is no week {number}; weeks go from 1 to 52 or 53. {EXAMPLES}", text)


def _placed(parts: DateParts, text: str, today: date, past: bool) -> date:
    """The day that a calendar date means.

    Raises:
        WordError: There is no such day, or it is another weekday.
    """
    if parts.month is None:
        candidates = [_day(year, month, parts.day) for year, month in _months(today, past)]
    elif parts.year:
        candidates = [_day(_full_year(parts.year, today), parts.month, parts.day)]
    else:
        candidates = [_day(year, parts.month, parts.day) for year in _years(today.year, past)]
    real = [day for day in candidates if day is not None]
    if not real:
        raise _no_such_day(parts, text, today)
    if parts.weekday is None:
        fitting = real if parts.year else [day for day in real if (day <= today if past else day >= today)]
    else:
        # A weekday tells this year from the one next to it; of what is far off it would be a guess.
        fitting = [day for day in real if day.weekday() == parts.weekday and (parts.year or is_near(day, today))]
    if not fitting:
        shown = f"{real[0].isoformat()} is a {WEEKDAY_NAMES[real[0].weekday()]}"
        raise WordError(f"Can't read {quoted(text)} as a date: {shown}. {EXAMPLES}", text)
    return fitting[0]


def _years(year: int, past: bool) -> list[int]:
    """The years to look for a day in, the likeliest first; 29 February may be eight years off."""
    step = -1 if past else 1
    return list(range(year, year + 9 * step, step))


def _months(today: date, past: bool) -> list[tuple[int, int]]:
    """The months to look for a day of the month in, the likeliest first."""
    first = today.year * 12 + today.month - 1
    step = -1 if past else 1
    return [(place // 12, place % 12 + 1) for place in range(first, first + 4 * step, step)]


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _full_year(year: str, today: date) -> int:
    """Four digits as they are; two digits as the year from 69 before ``today``'s to 30 after it."""
    if len(year) == 4:
        return int(year)
    first = today.year - 69
    return first + (int(year) - first) % 100


def _no_such_day(parts: DateParts, text: str, today: date) -> WordError:
    """The error for a day that the calendar does not have; it says why."""
    month = parts.month or 0
    if month > 12 and parts.day <= 12 and not text.strip()[:4].isdigit():
        swapped = f"{month}.{parts.day}.{parts.year}"
        return WordError(f"There is no month {month} in {quoted(text)}; the day comes first: {swapped}", text)
    if not 1 <= month <= 12:
        return WordError(f"There is no such day as {quoted(text)}. {EXAMPLES}", text)
    year = _full_year(parts.year, today) if parts.year else today.year
    days = monthrange(max(1, year), month)[1]
    return WordError(f"There is no such day as {quoted(text)}: {MONTH_NAMES[month - 1]} {year} has {days} days.", text)


def _meant(typed: str, today: date, past: bool) -> str:
    """What could have been meant by a date that can't be read, as the end of a sentence."""
    from difflib import get_close_matches

    words = []
    for word in typed.split():
        if word.isalpha() and word not in VOCABULARY:
            close = get_close_matches(word, VOCABULARY, 1, 0.6)
            if not close:
                return "."
            word = close[0]
        words.append(word)
    corrected = " ".join(words)
    try:
        readable = corrected != typed and _read(corrected, corrected, today, past) is not None
    except WordError:
        return "."
    return f"; did you mean {quoted(corrected)}?" if readable else "."
