"""Parses typed recurrence: ``2w``, ``monthly on the 31st``, ``every Mon and Thu``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netkeeper.domain.dates.describe import WEEKDAY_NAMES
from netkeeper.domain.dates.spans import parse_cadence, typed_words
from netkeeper.domain.dates.vocabulary import HALVES, LAST, NUMBERS, UNITS, WEEKDAYS
from netkeeper.domain.errors import InvalidValueError, WordError, in_app
from netkeeper.domain.promises.follow_up import check_rrule, every_days, every_months, last_of, rule_parts
from netkeeper.domain.text.display import quoted

_NAMED_MONTHS = {
    "monthly": 1,
    "quarterly": 3,
    "yearly": 12,
    "annually": 12,
    "kuukausittain": 1,
    "vuosittain": 12,
}
_MONTHS = {"month": 1, "year": 12}
_MOST_MONTHS = 120
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = CODES[:5]
_EVERY_WORKDAY = frozenset({"weekday", "weekdays", "workday", "workdays", "arkisin", "arkipaiva"})
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_EVERY_NTH = {"other": 2, "toinen": 2, "second": 2, "third": 3, "kolmas": 3, "fourth": 4}
"""The interval by the word after ``every``: ``every other week``."""

EXAMPLES = "write 2w, monthly, every Mon, or monthly on the 31st."


def parse_recurrence(text: str) -> str:
    """Read how often a promise recurs.

    Days and weeks are counted; months and years go by the calendar, so that the 15th stays the 15th.
    Understood: ``2w``, ``10``, ``monthly``, ``every 3 months``, ``mondays``, ``every 2 weeks on mon and thu``,
    ``weekdays``, ``monthly on the 31st`` (the last day of shorter months), ``monthly on the last day``,
    ``every month on the first mon``, ``yearly on 24 dec``; and a rule as calendars write it.

    Returns:
        The rule (RFC 5545, section 3.3.10); empty for ``none``.

    Raises:
        WordError: It can't be read.
    """
    if "=" in text:
        return _written_out(text)
    typed = typed_words(text).removeprefix("every ").removeprefix("joka ")
    typed = _counted(typed.removeprefix("on "), text)
    rule = _on_days(typed)
    if rule is not None:
        return rule
    months = _months(typed)
    if months is not None:
        if not 1 <= months <= _MOST_MONTHS:
            raise WordError(f"Can't repeat every {quoted(text)}; write 2w, 1m or 1y, up to ten years.", text)
        return every_months(months)
    try:
        days = parse_cadence(typed)
    except WordError:
        days = None
    if days is None:
        raise WordError(f"Can't read {quoted(text)} as how often; {EXAMPLES}", text)
    return every_days(days) if days else ""


def has_own_days(rrule: str) -> bool:
    """Whether a rule has its own days (a ``BY`` part), independent of its anchor."""
    return any(name.startswith("BY") for name in rule_parts(rrule))


def _written_out(text: str) -> str:
    """Parse a rule in the notation of calendars (RFC 5545)."""
    rule = text.strip().upper().removeprefix("RRULE:")
    try:
        check_rrule(rule)
    except InvalidValueError as error:
        raise WordError(str(error), text, brief=in_app(error)) from error
    return rule


def _counted(typed: str, text: str) -> str:
    """``other week`` as ``2 week``.

    Raises:
        WordError: It may mean two things: every second Monday.
    """
    first, _, rest = typed.partition(" ")
    if first not in _EVERY_NTH or not rest:
        return typed
    count, noun = _EVERY_NTH[first], rest.split(" ")[0]
    codes = _weekdays([rest])
    if codes and first not in ("other", "toinen"):
        name = WEEKDAY_NAMES[CODES.index(codes[0])]
        raise WordError(
            f"{quoted(text)} may mean every {count} weeks on {name}, or every month on the {first} {name}; "
            "write one of them.",
            text,
        )
    if codes:
        return f"{count} weeks on {rest}"
    return f"{count} {rest}" if noun in UNITS else typed


def _on_days(typed: str) -> str | None:
    """The rule of a text with days; None for a text with an interval only."""
    often, _, days = typed.partition(" on ")
    if not days:
        # Without "on", all words are days: mondays, the 31st, first mon.
        often, days = "", typed
    words = [word for word in days.split(" ") if word not in ("the", "and", "&", "ja")]
    if words[-2:] == ["of", "month"]:
        often, words = often or "month", words[:-2]
    if codes := _weekdays(words):
        weeks = _weeks(often)
        return None if weeks is None else f"FREQ=WEEKLY;INTERVAL={weeks};BYDAY={','.join(codes)}"
    months = _months(often) if often else 1
    # A number alone is a count of days: every 10.
    in_month = None if typed.isdigit() else _in_month(words)
    if in_month is None or months is None or not 1 <= months <= _MOST_MONTHS:
        return _in_year(often, days) if often else None
    return f"{every_months(months)};{in_month}"


def _weekdays(words: Sequence[str]) -> list[str]:
    """The weekdays (RFC 5545 codes) in words, sorted; empty where there is another word."""
    if len(words) == 1 and words[0] in _EVERY_WORKDAY:
        return list(_WORKDAYS)
    found = {WEEKDAYS.get(word, WEEKDAYS.get(word.removesuffix("sin"), -1)) for word in map(_singular, words)}
    return [CODES[day] for day in sorted(found)] if found and -1 not in found else []


def _singular(word: str) -> str:
    """``mondays`` as ``monday``."""
    return word[:-1] if word.endswith("days") else word


def _weeks(often: str) -> int | None:
    """The interval in weeks; None where it is no number of weeks."""
    if not often:
        return 1
    try:
        days = parse_cadence(often)
    except WordError:
        return None
    return days // 7 if days and days % 7 == 0 and not often.isdigit() else None


def _in_month(words: Sequence[str]) -> str | None:
    """The part of a monthly rule for the day of the month; None for another text."""
    if len(words) == 2 and (codes := _weekdays(words[1:])) and len(codes) == 1:
        place = -1 if words[0] in LAST else _ORDINALS.get(words[0])
        return f"BYDAY={place}{codes[0]}" if place else None
    if len(words) == 2 and words[0] in LAST and words[1] == "day":
        return "BYMONTHDAY=-1"
    if len(words) != 1:
        return None
    found = re.fullmatch(r"([0-9]{1,2})(?:st|nd|rd|th|\.)?", words[0])
    day = int(found[1]) if found else 0
    return _month_day(day) if 1 <= day <= 31 else None


def _month_day(day: int) -> str:
    if day <= 28:
        return f"BYMONTHDAY={day}"
    return ";".join(f"{name}={value}" for name, value in last_of(day).items())


def _in_year(often: str, days: str) -> str | None:
    """The rule for a day of the year: ``yearly on 24 dec``."""
    from netkeeper.domain.dates.date_parts import read_parts

    months = _months(often)
    found = read_parts(days)
    if months is None or months % 12 or found is None or found.month is None or found.year or found.weekday is not None:
        return None
    longest = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not 1 <= found.month <= 12 or not 1 <= found.day <= longest[found.month - 1] or months > _MOST_MONTHS:
        return None
    day = _month_day(found.day) if (found.month, found.day) == (2, 29) else f"BYMONTHDAY={found.day}"
    return f"FREQ=YEARLY;INTERVAL={months // 12};BYMONTH={found.month};{day}"


def _months(typed: str) -> int | None:
    """The months in ``3m`` or ``a year``; None for another text."""
    if typed in _NAMED_MONTHS:
        return _NAMED_MONTHS[typed]
    if typed in HALVES:
        return HALVES[typed]
    count = typed.rstrip("abcdefghijklmnopqrstuvwxyz").strip()
    noun = typed.removeprefix(count).strip()
    if not count and " " in noun:
        count, noun = noun.split(" ", 1)
    months = _MONTHS.get(UNITS.get(noun, ""))
    if months is None or (len(noun) < 3 and not count):
        return None
    if count in NUMBERS:
        return NUMBERS[count] * months
    if not count:
        return months
    return int(count) * months if count.isascii() and count.isdigit() and len(count) < 5 else None
