"""Converting recurring follow-ups to calendar recurrences."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.promises.follow_up import FollowUp, check_rrule, next_occurrence

_SHORTEST_MONTH = 28


@dataclass(frozen=True, slots=True)
class Series:
    """One calendar entry of a follow-up.

    Attributes:
        key: Suffix of the UID, which distinguishes the two entries of one follow-up.
        on: Its day, or the first of its days.
        rrule: Recurrence rule (RFC 5545, section 3.3.10); empty for none.
    """

    key: str
    on: date
    rrule: str = ""


def series_of(followup: FollowUp) -> list[Series]:
    """The calendar entries of a follow-up.

    A recurring follow-up that was put off has two: the day it was put off to, and the series from the rule's next
    day, which a single entry would move. An invalid or finished rule gives a single day.
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
    """The follow-up's rule, rewritten so that it does not depend on the entry's first day.

    ``COUNT``, which calendars count from the entry's first day, becomes ``UNTIL``. The 29th to 31st of a month,
    which RFC 5545 skips in shorter months, becomes the last existing day from the 28th on.
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
        # A rule may also end before the count is reached.
        last = max(rrulestr(text, dtstart=datetime.combine(anchor, time.min)), default=None)
        del parts["COUNT"]
        parts["UNTIL"] = f"{last or anchor:%Y%m%d}"
    return ";".join(f"{name}={value}" for name, value in parts.items())
