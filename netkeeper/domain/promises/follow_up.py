"""A follow-up: a promise to a contact with a due date, which may recur."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum
from itertools import islice, takewhile

from netkeeper.domain.errors import InvalidValueError

_DAYS = "(?:MO|TU|WE|TH|FR|SA|SU)"
_NUMBERS = r"[+-]?[0-9]{1,3}(?:,[+-]?[0-9]{1,3}){0,99}"
_PARTS = {
    "FREQ": "DAILY|WEEKLY|MONTHLY|YEARLY",
    "INTERVAL": "[1-9][0-9]{0,3}",
    "COUNT": "[1-9][0-9]{0,3}",
    "UNTIL": "[0-9]{8}(?:T[0-9]{6}Z?)?",
    "WKST": _DAYS,
    "BYDAY": rf"[+-]?[0-9]{{0,2}}{_DAYS}(?:,[+-]?[0-9]{{0,2}}{_DAYS}){{0,99}}",
    "BYMONTHDAY": _NUMBERS,
    "BYYEARDAY": _NUMBERS,
    "BYWEEKNO": _NUMBERS,
    "BYMONTH": _NUMBERS,
    "BYSETPOS": _NUMBERS,
}
"""The valid values of a recurrence rule's parts, as regular expressions."""


_CYCLE_YEARS = 400
"""Years after which the Gregorian calendar repeats, weekdays included."""

FARTHEST_YEARS = 60
"""Years that are searched for an occurrence at least."""


class Status(StrEnum):
    """The status of a promise."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A promise.

    Attributes:
        id: Fifteen digits.
        contact_id: The contact's id.
        due_on: The day it is due.
        what: The text; empty means to be in touch.
        status: Open, done or dropped.
        closed_on: The day it was done or dropped; None while open.
        rrule: How it recurs (RFC 5545, section 3.3.10, without ``RRULE:``); empty where it doesn't.
        anchor_on: The day the recurrence counts from, so that the 31st stays the 31st after a
            shorter month and a snooze moves one occurrence only; None where it doesn't recur.
        snoozes: Number of times it was snoozed.
        created: UTC, ISO 8601 with seconds and ``Z``.
    """

    id: str
    contact_id: str
    due_on: date
    what: str = ""
    status: Status = Status.OPEN
    closed_on: date | None = None
    rrule: str = ""
    anchor_on: date | None = None
    snoozes: int = 0
    created: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it is still to be done."""
        return self.status is Status.OPEN


def snoozed(followup: FollowUp, until: date) -> FollowUp:
    """The follow-up snoozed until a day: counted, without moving its recurrence."""
    return replace(followup, due_on=until, snoozes=followup.snoozes + 1)


def closed(followup: FollowUp, today: date, status: Status = Status.DONE) -> FollowUp:
    """The follow-up done or dropped on ``today``."""
    return replace(followup, status=status, closed_on=today)


def reopened(followup: FollowUp) -> FollowUp:
    """A closed follow-up that is open again.

    One that was done and recurs has its next occurrence already, and comes once more only by itself.
    """
    again = replace(followup, status=Status.OPEN, closed_on=None)
    return replace(again, rrule="", anchor_on=None) if followup.status is Status.DONE else again


def rewritten(followup: FollowUp, what: str, due_on: date, rrule: str, *, this_time_only: bool = False) -> FollowUp:
    """The follow-up with other words, another day, or another rule.

    Args:
        rrule: How it recurs; empty where it doesn't.
        this_time_only: Whether another day leaves the rule to count from where it did; else it counts from
            the new day. Another rule always does.
    """
    anchor_on = followup.anchor_on or followup.due_on
    if rrule != followup.rrule or (due_on != followup.due_on and not this_time_only):
        anchor_on = due_on
    return replace(followup, what=what, due_on=due_on, rrule=rrule, anchor_on=anchor_on if rrule else None)


def next_occurrence(followup: FollowUp, today: date) -> date | None:
    """When a recurring follow-up that is now being closed is due again.

    Args:
        today: The day it is closed on.

    Returns:
        The first day of its rule after both its own due date and ``today``, counted from its
        anchor (so nothing drifts and nothing missed piles up); None where it doesn't recur, or
        the rule has run out or never comes.

    Raises:
        InvalidValueError: The rule can't be read.
    """
    if not followup.rrule:
        return None
    anchor = followup.anchor_on or followup.due_on
    return next(iter(rule_days(followup.rrule, anchor, max(followup.due_on, today))), None)


def check_rrule(rrule: str) -> None:
    """Check a recurrence rule.

    Raises:
        InvalidValueError: It can't; the message says why.
    """
    rule_days(rrule, date(2000, 1, 1), date(2000, 1, 1))


def every_days(days: int) -> str:
    """The rule that recurs every ``days`` days."""
    return f"FREQ=DAILY;INTERVAL={days}"


def every_months(months: int) -> str:
    """The rule that recurs every ``months`` months on the anchor's day, or the month's last day.

    RFC 5545 skips months that lack the day; the last of the days up to it is what people mean.
    """
    return f"FREQ=MONTHLY;INTERVAL={months}"


def rule_days(rrule: str, anchor: date, after: date, count: int = 1) -> list[date]:
    """The first days of a rule after a day; fewer than asked for where it has no more.

    Args:
        anchor: The day it counts from.
        after: The day to look beyond.
        count: How many are wanted.

    Raises:
        InvalidValueError: The rule can't be read.
    """
    # Loaded here for a light start: few promises recur.
    from dateutil.rrule import rrulestr

    parts = rule_parts(rrule)
    has_days = any(name.startswith("BY") for name in parts)
    if parts["FREQ"] == "YEARLY" and (anchor.month, anchor.day) == (2, 29) and not has_days:
        parts |= {"FREQ": "MONTHLY", "INTERVAL": str(12 * int(parts.get("INTERVAL", "1")))}
    if parts["FREQ"] == "MONTHLY" and anchor.day > 28 and not has_days:
        parts |= last_of(anchor.day)
    most = int(parts.pop("COUNT")) if "COUNT" in parts else None
    # A day, whatever time and zone it was written with.
    until = parts.pop("UNTIL", "99991231")[: len("20261231")]
    # dateutil searches for impossible days (30 February) until the year 9999: shift the years to limit that.
    latest = max(anchor, after).year
    years = max(0, (date.max.year - FARTHEST_YEARS - latest) // _CYCLE_YEARS) * _CYCLE_YEARS
    text = ";".join(f"{name}={value}" for name, value in parts.items())
    try:
        rule = rrulestr(text, dtstart=datetime.combine(anchor.replace(year=anchor.year + years), time.min))
        days = (moment.date().replace(year=moment.year - years) for moment in islice(rule, most))
        last = date.fromisoformat(until)
        return list(islice((day for day in takewhile(lambda day: day <= last, days) if day > after), count))
    except (ValueError, TypeError, LookupError, AttributeError, OverflowError) as error:
        raise _no_rule(rrule) from error


def last_of(day: int) -> dict[str, str]:
    """The parts of a monthly rule for a day that some months lack: there it is the last day they have."""
    return {"BYMONTHDAY": ",".join(str(each) for each in range(28, day + 1)), "BYSETPOS": "-1"}


def rule_parts(rrule: str) -> dict[str, str]:
    """The parts of a rule by name; only what says days (RFC 5545, section 3.3.10), each once.

    Raises:
        InvalidValueError: It is no such rule.
    """
    parts: dict[str, str] = {}
    for part in rrule.upper().split(";"):
        name, _, value = part.partition("=")
        if name in parts or not re.fullmatch(_PARTS.get(name, "(?!)"), value):
            raise _no_rule(rrule)
        parts[name] = value
    if "FREQ" not in parts:
        raise _no_rule(rrule)
    return parts


def _no_rule(rrule: str) -> InvalidValueError:
    from netkeeper.domain.text.display import quoted

    return InvalidValueError(f"{quoted(rrule)} is no recurrence rule; write one like FREQ=WEEKLY;INTERVAL=2.")
