"""How a promise that recurs is written for a calendar."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.promises.follow_up import FollowUp, check_rrule, next_occurrence

_SHORTEST_MONTH = 28


@dataclass(frozen=True, slots=True)
class Series:
    """One entry of a calendar.

    Attributes:
        key: What tells it from the promise's other entry.
        on: Its day, or the first of its days.
        rrule: How it recurs (RFC 5545, section 3.3.10); empty where it doesn't.
    """

    key: str
    on: date
    rrule: str = ""


def series_of(followup: FollowUp) -> list[Series]:
    """The entries that a promise takes.

    A promise that was put off stands on the day it was put off to, while its rule goes on from its
    next own day: those are two entries, since one would move the rule. A rule that can't be read, or
    has run out, leaves the one day.
    """
    try:
        if not followup.rrule:
            return [Series("", followup.due_on)]
        check_rrule(followup.rrule)
        if _is_on_its_rule(followup):
            return [Series("", followup.due_on, _calendar_rule(followup))]
        following = next_occurrence(followup, followup.due_on)
        moved = Series("", followup.due_on)
        return [moved] if following is None else [moved, Series("-next", following, _calendar_rule(followup))]
    except InvalidValueError:
        return [Series("", followup.due_on)]


def _is_on_its_rule(followup: FollowUp) -> bool:
    if followup.due_on == (followup.anchor_on or followup.due_on):
        return True
    day_before = followup.due_on - timedelta(days=1)
    return next_occurrence(replace(followup, due_on=day_before), day_before) == followup.due_on


def _calendar_rule(followup: FollowUp) -> str:
    """The rule by itself, wherever in it the entry begins.

    A calendar counts from the entry's first day: so ``COUNT``, which counts from the anchor, becomes
    the day it ends on; and the 29th to 31st of each month, which RFC 5545 skips where a month is
    shorter, is said as the last of the days up to it.
    """
    parts = dict(part.split("=", 1) for part in followup.rrule.upper().split(";"))
    anchor = followup.anchor_on or followup.due_on
    if parts["FREQ"] == "MONTHLY" and anchor.day > _SHORTEST_MONTH and not any(name.startswith("BY") for name in parts):
        parts["BYMONTHDAY"] = ",".join(str(day) for day in range(_SHORTEST_MONTH, anchor.day + 1))
        parts["BYSETPOS"] = "-1"
    if "UNTIL" in parts:
        parts["UNTIL"] = parts["UNTIL"][: len("20261231")]
    if "COUNT" in parts:
        text = ";".join(f"{name}={value}" for name, value in parts.items())
        # The last of so many days; a rule that ends before has no more.
        last = max(rrulestr(text, dtstart=datetime.combine(anchor, time.min)), default=None)
        del parts["COUNT"]
        parts["UNTIL"] = f"{last or anchor:%Y%m%d}"
    return ";".join(f"{name}={value}" for name, value in parts.items())
