"""A follow-up: a promise to a contact with a due date, which may recur."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time
from enum import StrEnum

from netkeeper.domain.errors import InvalidValueError


class Status(StrEnum):
    """Where a promise stands."""

    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A promise.

    Attributes:
        id: Fifteen digits.
        contact_id: To whom.
        due_on: The calendar day it is due.
        what: What was promised; may be empty (then: be in touch).
        status: Open, done or dropped.
        closed_on: The day it was done or dropped; None while open.
        rrule: How it recurs (RFC 5545, section 3.3.10, without ``RRULE:``); empty where it doesn't.
        anchor_on: The day the recurrence counts from, so that the 31st stays the 31st after a
            shorter month and a snooze moves one occurrence only; None where it doesn't recur.
        snoozes: How often it has been put off.
        created: When it was made: UTC, ISO 8601 with seconds and ``Z``.
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
    """The follow-up put off to ``until``; counted, and its recurrence unmoved."""
    return replace(followup, due_on=until, snoozes=followup.snoozes + 1)


def closed(followup: FollowUp, today: date, status: Status = Status.DONE) -> FollowUp:
    """The follow-up done or dropped on ``today``."""
    return replace(followup, status=status, closed_on=today)


def next_occurrence(followup: FollowUp, today: date) -> date | None:
    """When a recurring follow-up that is now being closed is due again.

    Args:
        followup: The one being closed.
        today: The day it is closed on.

    Returns:
        The first day of its rule after both its own due date and ``today``, counted from its
        anchor (so nothing drifts and nothing missed piles up); None where it doesn't recur or
        the rule has run out.

    Raises:
        InvalidValueError: The rule can't be read.
    """
    if not followup.rrule:
        return None
    anchor = followup.anchor_on or followup.due_on
    after = max(followup.due_on, today)
    for occurrence in _occurrences(followup.rrule, anchor, after):
        return occurrence
    return None


def check_rrule(rrule: str) -> None:
    """Make sure that a recurrence rule can be read.

    Raises:
        InvalidValueError: It can't; the message says why.
    """
    _occurrences(rrule, date(2000, 1, 1), date(2000, 1, 1))


def every_days(days: int) -> str:
    """The rule that recurs every ``days`` days."""
    return f"FREQ=DAILY;INTERVAL={days}"


def every_months(months: int) -> str:
    """The rule that recurs every ``months`` months on the anchor's day, or the month's last day.

    RFC 5545 skips months that lack the day; the last of the days up to it is what people mean.
    """
    return f"FREQ=MONTHLY;INTERVAL={months}"


def _occurrences(rrule: str, anchor: date, after: date) -> list[date]:
    """The first occurrence after a day, as a list of at most one."""
    # Loaded only for what recurs: most of the time nothing does.
    from dateutil.rrule import rrulestr

    if not rrule.isascii() or "\n" in rrule or "\r" in rrule:
        raise InvalidValueError(f"{rrule!r} is no recurrence rule; write one like FREQ=WEEKLY;INTERVAL=2.")
    text = rrule
    if _is_plain_monthly(rrule) and anchor.day > 28:
        days = ",".join(str(day) for day in range(28, anchor.day + 1))
        text = f"{rrule};BYMONTHDAY={days};BYSETPOS=-1"
    try:
        rule = rrulestr(text, dtstart=datetime.combine(anchor, time.min), forceset=False)
        found = rule.after(datetime.combine(after, time.max))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InvalidValueError(
            f"{rrule!r} is no recurrence rule ({error}); write one like FREQ=WEEKLY;INTERVAL=2."
        ) from error
    return [] if found is None else [found.date()]


def _is_plain_monthly(rrule: str) -> bool:
    """Whether a rule says only 'every so many months', leaving the day to the anchor."""
    upper = rrule.upper()
    return "FREQ=MONTHLY" in upper and "BY" not in upper
