"""Codecs of the member and the public holidays."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from netkeeper.domain.member.cadence import DEFAULT_CADENCES
from netkeeper.domain.member.days_off import NO_HOLIDAYS, DaysOff, Holidays
from netkeeper.domain.member.member import DEFAULT_CEILING, DEFAULT_PACE, Member
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.records.values import Fields, day_of, each, filled, iso, optional_day


def member_document(member: Member) -> Fields:
    """The member as a document, in the order of the attributes; usual values are left out, except ``_ALWAYS_WRITTEN``."""
    document: Fields = {}
    for name, usual in _usual(member.pace).items():
        encode = _codec(name)[0]
        value = encode(getattr(member, name))
        if name in _ALWAYS_WRITTEN or value != encode(usual):
            document[name] = value
    return document


def _days_off(days_off: DaysOff) -> Fields:
    return filled(
        weekdays=list(days_off.weekdays),
        dates=each(days_off.dates, iso),
        works_on_holidays=days_off.works_on_holidays,
    )


def holidays_document(holidays: Holidays) -> Fields:
    """Public holidays as a document."""
    return {"country": holidays.country, "years": list(holidays.years), "names": dict(holidays.names)}


def holidays_from_document(_: str, document: Fields) -> Holidays:
    """As :func:`holidays_from`; the table has one document."""
    return holidays_from(document)


def member_from_document(_: str, document: Fields) -> Member:
    """As :func:`member_from`, without holidays; the table has one document."""
    return member_from(document)


def holidays_from(document: Fields) -> Holidays:
    """A document as public holidays; an empty one as none."""
    if not document:
        return NO_HOLIDAYS
    return Holidays(document["country"], tuple(document["years"]), document["names"])


def member_from(document: Fields, holidays: Holidays = NO_HOLIDAYS) -> Member:
    """A document as the member; missing properties have their usual values.

    Args:
        holidays: Ignored where they are of another country than the member's.
    """
    values = _usual(document.get("pace", DEFAULT_PACE))
    for name in values:
        if name in document:
            values[name] = _codec(name)[1](document[name])
    if holidays.country == values["region"]:
        values["days_off"] = values["days_off"]._replace(holidays=holidays)
    return Member(**values)


def _usual(pace: int) -> Fields:
    """The usual value of each attribute, in order; the ceiling is at least the pace."""
    usual = Member()
    values = {name: getattr(usual, name) for name in Member.__dataclass_fields__}
    return {**values, "pace_ceiling": max(DEFAULT_CEILING, pace)}


def _itself(value: Any) -> Any:
    return value


def _days_off_from(document: Fields) -> DaysOff:
    return DaysOff.of(
        document.get("weekdays", ()),
        map(day_of, document.get("dates", ())),
        document.get("works_on_holidays", False),
    )


_ALWAYS_WRITTEN = frozenset({"pace", "cadences"})

_CODECS: Mapping[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "date | None": (iso, optional_day),
    "tuple[str, ...]": (list, tuple),
    "Mapping[str, str]": (dict, dict),
    "Mapping[Step, int]": (
        lambda cadences: {str(step): days for step, days in cadences.items()},
        lambda document: {**DEFAULT_CADENCES, **{Step(step): days for step, days in document.items()}},
    ),
    "DaysOff": (_days_off, _days_off_from),
    "frozenset[tuple[str, str]]": (
        lambda pairs: sorted(map(list, pairs)),
        lambda pairs: frozenset((one, other) for one, other in pairs),
    ),
}
"""The encoder and decoder by an attribute's annotation, where the value isn't JSON.

Taken from the class, because a cold start doesn't load the table of settings.
"""


def _codec(name: str) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
    return _CODECS.get(str(Member.__dataclass_fields__[name].type), (_itself, _itself))
