"""Parses typed recurrence (``2w``, ``monthly on the 31st``, ``every Mon and Thu``), and describes rules in words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from netkeeper.domain.dates.describe import MONTH_NAMES, WEEKDAY_NAMES
from netkeeper.domain.dates.spans import parse_cadence, typed_words
from netkeeper.domain.dates.vocabulary import HALVES, LAST, NUMBERS, UNITS, WEEKDAYS
from netkeeper.domain.errors import InvalidValueError, WordError, in_app
from netkeeper.domain.promises.follow_up import check_rrule, every_days, every_months, last_of, rule_parts
from netkeeper.domain.text.counted import plural
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
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_WORKDAYS = _CODES[:5]
_EVERY_WORKDAY = frozenset({"weekday", "weekdays", "workday", "workdays", "arkisin", "arkipaiva"})
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4}
_ORDINAL_NAMES = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}
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


def describe_recurrence(rrule: str) -> str:
    """A rule in words: ``every 2 weeks``, ``every month on the 31st``; the rule itself where there are none.

    Args:
        rrule: The rule; empty for what doesn't recur.
    """
    if not rrule:
        return ""
    try:
        parts = rule_parts(rrule)
    except InvalidValueError:
        return f"by the rule {rrule}"
    ends = ""
    if count := parts.pop("COUNT", ""):
        ends += ", once in all" if count == "1" else f", {count} times in all"
    if until := parts.pop("UNTIL", ""):
        ends += f", until {int(until[6:8])} {MONTH_NAMES[(int(until[4:6]) - 1) % 12]} {until[:4]}"
    words = _in_words(parts)
    return f"{words}{ends}" if words else f"by the rule {rrule}"


def typed_recurrence(rrule: str) -> str:
    """The text to type for a rule: its words where they parse, else the rule itself."""
    words = describe_recurrence(rrule)
    try:
        parse_recurrence(words)
    except WordError:
        return rrule
    return words


def has_own_days(rrule: str) -> bool:
    """Whether a rule has its own days (a ``BY`` part), independent of its anchor."""
    return any(name.startswith("BY") for name in rule_parts(rrule))


# Parsing


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
        name = WEEKDAY_NAMES[_CODES.index(codes[0])]
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
    return [_CODES[day] for day in sorted(found)] if found and -1 not in found else []


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


# Describing


def _in_words(parts: dict[str, str]) -> str:
    """The parts of a rule in words that ``parse_recurrence`` parses; empty for a rule without words."""
    every = int(parts.get("INTERVAL", "1"))
    said = {name: value for name, value in parts.items() if name not in ("FREQ", "INTERVAL", "WKST")}
    if parts.get("WKST", "MO") != "MO" and every > 1:
        return ""
    if parts["FREQ"] == "DAILY" and not said:
        return f"every {_every(every, 'day')}" if every % 7 else f"every {_every(every // 7, 'week')}"
    if parts["FREQ"] == "WEEKLY":
        return _weekly_in_words(every, said)
    months = every * (12 if parts["FREQ"] == "YEARLY" else 1)
    if parts["FREQ"] == "DAILY":
        return ""
    unit = f"{months // 12} years" if months % 12 == 0 else f"{months} months"
    often = {1: "every month", 12: "every year"}.get(months, f"every {unit}")
    if not said:
        return often
    in_year = parts["FREQ"] == "YEARLY"
    day = _day_of_year(said) if in_year else _day_of_month(said)
    return f"{often} on {day}" if day else ""


def _every(count: int, unit: str) -> str:
    return plural(count, "{unit}", "{count} {unit}s", unit=unit)


def _weekly_in_words(every: int, said: dict[str, str]) -> str:
    codes = said.pop("BYDAY", "").split(",")
    if said:
        return ""
    if codes == [""]:
        return f"every {_every(every, 'week')}"
    if not set(codes) <= set(_CODES):
        return ""
    days = [WEEKDAY_NAMES[place] for place, code in enumerate(_CODES) if code in codes]
    named = " and ".join([", ".join(days[:-1]), days[-1]]) if len(days) > 1 else days[0]
    if every == 1:
        return "every weekday" if days == list(WEEKDAY_NAMES[:5]) else f"every {named}"
    return f"every {every} weeks on {named}"


def _day_of_month(said: dict[str, str]) -> str:
    """Which day of the month a monthly rule falls on, in words."""
    if said.keys() == {"BYDAY"} and (found := re.fullmatch(r"\+?(-1|[1-4])([A-Z]{2})", said["BYDAY"])):
        return f"the {_ORDINAL_NAMES[int(found[1])]} {WEEKDAY_NAMES[_CODES.index(found[2])]}"
    if said.keys() == {"BYMONTHDAY"} and said["BYMONTHDAY"] == "-1":
        return "the last day"
    if said.keys() == {"BYMONTHDAY"} and (found := re.fullmatch(r"\+?0*([1-9]|1\d|2[0-8])", said["BYMONTHDAY"])):
        return f"the {_ordinal(int(found[1]))}"
    return next((f"the {_ordinal(day)}" for day in (29, 30, 31) if said == last_of(day)), "")


def _day_of_year(said: dict[str, str]) -> str:
    """Which day of the year a yearly rule falls on, in words."""
    month = said.pop("BYMONTH", "")
    if not re.fullmatch(r"\+?0*([1-9]|1[0-2])", month):
        return ""
    place = int(month)
    leap_day = place == 2 and said == last_of(29)
    found = re.fullmatch(r"\+?0*([1-9]\d?)", said["BYMONTHDAY"]) if said.keys() == {"BYMONTHDAY"} else None
    if not leap_day and found is None:
        return ""
    return f"{29 if found is None else found[1]} {MONTH_NAMES[place - 1]}"


def _ordinal(number: int) -> str:
    """``1st``, ``22nd``, ``31st``."""
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
