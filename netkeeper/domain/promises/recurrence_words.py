"""Describes rules of recurrence in words: ``every 2 weeks``, ``every month on the 31st``."""

from __future__ import annotations

import re

from netkeeper.domain.dates.describe import MONTH_NAMES, WEEKDAY_NAMES
from netkeeper.domain.errors import InvalidValueError, WordError
from netkeeper.domain.promises.follow_up import last_of, rule_parts
from netkeeper.domain.promises.recurrence import CODES, parse_recurrence
from netkeeper.domain.text.counted import plural

_ORDINAL_NAMES = {1: "first", 2: "second", 3: "third", 4: "fourth", -1: "last"}


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


def _in_words(parts: dict[str, str]) -> str:
    """The parts of a rule in words that ``parse_recurrence`` parses; empty for a rule without words."""
    every = int(parts.get("INTERVAL", "1"))
    rule_parts = {name: value for name, value in parts.items() if name not in ("FREQ", "INTERVAL", "WKST")}
    if parts.get("WKST", "MO") != "MO" and every > 1:
        return ""
    if parts["FREQ"] == "DAILY" and not rule_parts:
        return f"every {_every(every, 'day')}" if every % 7 else f"every {_every(every // 7, 'week')}"
    if parts["FREQ"] == "WEEKLY":
        return _weekly_in_words(every, rule_parts)
    months = every * (12 if parts["FREQ"] == "YEARLY" else 1)
    if parts["FREQ"] == "DAILY":
        return ""
    unit = f"{months // 12} years" if months % 12 == 0 else f"{months} months"
    often = {1: "every month", 12: "every year"}.get(months, f"every {unit}")
    if not rule_parts:
        return often
    in_year = parts["FREQ"] == "YEARLY"
    day = _day_of_year(rule_parts) if in_year else _day_of_month(rule_parts)
    return f"{often} on {day}" if day else ""


def _every(count: int, unit: str) -> str:
    return plural(count, "{unit}", "{count} {unit}s", unit=unit)


def _weekly_in_words(every: int, rule_parts: dict[str, str]) -> str:
    codes = rule_parts.pop("BYDAY", "").split(",")
    if rule_parts:
        return ""
    if codes == [""]:
        return f"every {_every(every, 'week')}"
    if not set(codes) <= set(CODES):
        return ""
    days = [WEEKDAY_NAMES[place] for place, code in enumerate(CODES) if code in codes]
    named = " and ".join([", ".join(days[:-1]), days[-1]]) if len(days) > 1 else days[0]
    if every == 1:
        return "every weekday" if days == list(WEEKDAY_NAMES[:5]) else f"every {named}"
    return f"every {every} weeks on {named}"


def _day_of_month(rule_parts: dict[str, str]) -> str:
    """Which day of the month a monthly rule falls on, in words."""
    if rule_parts.keys() == {"BYDAY"} and (found := re.fullmatch(r"\+?(-1|[1-4])([A-Z]{2})", rule_parts["BYDAY"])):
        return f"the {_ORDINAL_NAMES[int(found[1])]} {WEEKDAY_NAMES[CODES.index(found[2])]}"
    if rule_parts.keys() == {"BYMONTHDAY"} and rule_parts["BYMONTHDAY"] == "-1":
        return "the last day"
    if rule_parts.keys() == {"BYMONTHDAY"} and (
        found := re.fullmatch(r"\+?0*([1-9]|1\d|2[0-8])", rule_parts["BYMONTHDAY"])
    ):
        return f"the {_ordinal(int(found[1]))}"
    return next((f"the {_ordinal(day)}" for day in (29, 30, 31) if rule_parts == last_of(day)), "")


def _day_of_year(rule_parts: dict[str, str]) -> str:
    """Which day of the year a yearly rule falls on, in words."""
    month = rule_parts.pop("BYMONTH", "")
    if not re.fullmatch(r"\+?0*([1-9]|1[0-2])", month):
        return ""
    place = int(month)
    leap_day = place == 2 and rule_parts == last_of(29)
    found = re.fullmatch(r"\+?0*([1-9]\d?)", rule_parts["BYMONTHDAY"]) if rule_parts.keys() == {"BYMONTHDAY"} else None
    if not leap_day and found is None:
        return ""
    return f"{29 if found is None else found[1]} {MONTH_NAMES[place - 1]}"


def _ordinal(number: int) -> str:
    """``1st``, ``22nd``, ``31st``."""
    ending = "th" if number in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"
