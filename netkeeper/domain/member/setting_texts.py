"""The member's settings as text: read, written and explained, for the form and for ``netkeeper me`` alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from netkeeper.domain.dates.day_ranges import describe_days, typed_days
from netkeeper.domain.dates.describe import WEEKDAY_NAMES, describe_cadence, describe_day, describe_span
from netkeeper.domain.dates.parse_day import parse_day, parse_days
from netkeeper.domain.language.values import one_line
from netkeeper.domain.member.cadence import DEFAULT_CADENCES
from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.settings import HOLIDAYS, LIKE_ANY, OFF, PARTS, WEEKENDS, Part, Setting, Typed
from netkeeper.domain.member.typed_values import (
    holidays_option,
    member_name,
    own_fields,
    parse_number,
    parse_weekdays,
    phone_region,
    shared_domains,
    step_cadence,
)
from netkeeper.domain.people.ladder import Step

NO_REMINDERS = "none"
_WEEKEND = (5, 6)
_DAYS_OFF_PARTS = {"weekdays": "weekdays", "dates": "dates", "holidays": "works_on_holidays"}
"""The attribute of :class:`DaysOff` that each word of them is about."""


def text_of(word: str, member: Member) -> str:
    """The text of a part of a member's settings, which :func:`with_text` reads back; unsanitized."""
    setting, part = PARTS[word]
    return _SHOW[part.typed](value_of(setting, part, member))


def with_text(word: str, text: str, member: Member, today: date) -> Member:
    """The member with a part set from typed text.

    Raises:
        NetkeeperError: It can't be read; the message says how to write it.
    """
    setting, part = PARTS[word]
    return with_value(setting, part, member, _READ[part.typed](text, part, today))


def value_of(setting: Setting, part: Part, member: Member) -> Any:
    """The value of a part: the whole setting, one step's cadence, or one attribute of the days off."""
    value = getattr(member, setting.name)
    if part.typed == "cadence":
        return value[Step(part.word)]
    if part.word in _DAYS_OFF_PARTS:
        return getattr(value, _DAYS_OFF_PARTS[part.word])
    return value


def with_value(setting: Setting, part: Part, member: Member, value: Any) -> Member:
    """The member with another value of a part, as :func:`value_of` gives it."""
    whole = getattr(member, setting.name)
    if part.typed == "cadence":
        value = {**whole, Step(part.word): value}
    elif part.typed == "rest":
        value = _with_rest(whole, value)
    elif part.word in _DAYS_OFF_PARTS:
        value = DaysOff.of(**{**whole._asdict(), _DAYS_OFF_PARTS[part.word]: value})
    member = replace(member, **{setting.name: value})
    keep = _KEEP_BETWEEN.get(setting.name)
    return keep(member, value) if keep else member


def hint(word: str, member: Member, today: date) -> str:
    """An explanation of a part's value in words; empty where its text is enough."""
    setting, part = PARTS[word]
    value = value_of(setting, part, member)
    return _HINTS[part.typed](value, member, today) if part.typed in _HINTS else ""


def _day_text(day: date | None) -> str:
    return f"{day.day}.{day.month}.{day.year}" if day else ""


def _rest_text(days_off: DaysOff) -> str:
    """The options of the welcome screen that the days off fulfil."""
    weekends = [WEEKENDS] if set(days_off.weekdays).issuperset(_WEEKEND) else []
    return ",".join(weekends if days_off.works_on_holidays else [*weekends, HOLIDAYS])


def _with_rest(days_off: DaysOff, words: Iterable[str]) -> DaysOff:
    """Days off with weekends and public holidays added or removed."""
    weekdays = set(days_off.weekdays).difference(_WEEKEND) | (set(_WEEKEND) if WEEKENDS in words else set())
    return DaysOff.of(weekdays, days_off.dates, HOLIDAYS not in words, days_off.holidays)


def _from_pace(member: Member, pace: int) -> Member:
    """The member with room for a pace between the floor and the ceiling."""
    return replace(member, pace_floor=min(member.pace_floor, pace), pace_ceiling=max(member.pace_ceiling, pace))


def _from_floor(member: Member, floor: int) -> Member:
    return replace(member, pace=max(member.pace, floor), pace_ceiling=max(member.pace_ceiling, floor))


def _from_ceiling(member: Member, ceiling: int) -> Member:
    return replace(member, pace=min(member.pace, ceiling), pace_floor=min(member.pace_floor, ceiling))


_KEEP_BETWEEN: Mapping[str, Callable[[Member, int], Member]] = {
    "pace": _from_pace,
    "pace_floor": _from_floor,
    "pace_ceiling": _from_ceiling,
}
"""Keeps floor ≤ pace ≤ ceiling: the value that was set moves the other two."""


def _day_hint(day: date | None, _: Member, today: date) -> str:
    if day is None:
        return ""
    away = (day - today).days
    span = f"in {describe_span(away)}" if away > 0 else f"{describe_span(away)} ago" if away < 0 else ""
    return " · ".join(filter(None, (describe_day(day, today), span)))


def _next_holiday(_: bool, member: Member, today: date) -> str:
    """The next public holiday of the member's country; empty where none is known, or they are like any other day."""
    days_off = member.days_off
    coming = next((day for day in sorted(days_off.holidays.names) if day >= today.isoformat()), "")
    if days_off.works_on_holidays or not coming:
        return ""
    day = date.fromisoformat(coming)
    return f"next in {member.region}: {describe_day(day, today)}, {days_off.holiday(day)}"


_READ: Mapping[Typed, Callable[[str, Part, date], Any]] = {
    "name": lambda text, _part, _today: member_name(text),
    "line": lambda text, part, _today: one_line(part.word, text),
    "day": lambda text, _part, today: parse_day(text, today) if text.strip() else None,
    "fields": lambda text, _part, _today: own_fields(text),
    "domains": lambda text, _part, _today: shared_domains(text),
    "country": lambda text, _part, _today: phone_region(text),
    "number": lambda text, part, _today: parse_number(text, part.of, part.most),
    "cadence": lambda text, part, _today: step_cadence(text, DEFAULT_CADENCES[Step(part.word)]),
    "weekdays": lambda text, _part, _today: parse_weekdays(text),
    "days": lambda text, _part, today: parse_days(text, today),
    "holidays": lambda text, _part, _today: holidays_option(text) == LIKE_ANY,
    "rest": lambda text, _part, _today: text.split(","),
}

_SHOW: Mapping[Typed, Callable[[Any], str]] = {
    "name": str,
    "line": str,
    "day": _day_text,
    "fields": ", ".join,
    "domains": ", ".join,
    "country": str,
    "number": str,
    "cadence": lambda days: describe_cadence(days) if days else NO_REMINDERS,
    "weekdays": lambda weekdays: ",".join(WEEKDAY_NAMES[each] for each in weekdays),
    "days": typed_days,
    "holidays": lambda works: LIKE_ANY if works else OFF,
    "rest": _rest_text,
}

_HINTS: Mapping[Typed, Callable[[Any, Member, date], str]] = {
    "day": _day_hint,
    "days": lambda days, _member, today: describe_days(days, today),
    "holidays": _next_holiday,
    "domains": lambda domains, _member, _today: (
        "" if domains else "addresses there end when you graduate; nobody is lost who has another"
    ),
    "cadence": lambda days, _member, _today: "" if days else "nobody on this step comes up by themselves",
}
