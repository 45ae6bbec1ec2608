"""Short texts of the app: days, spans, promises, who can wait."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netkeeper.domain.dates.describe import MONTH_NAMES, WEEKDAY_NAMES, describe_day, span_of
from netkeeper.domain.text.display import plain
from netkeeper.phrases.counted import plural
from netkeeper.system.local_time import local_day

if TYPE_CHECKING:
    from netkeeper.domain.member.member import Member
    from netkeeper.domain.promises.follow_up import FollowUp


def graduation(member: Member, today: date, *, is_short: bool = False) -> str:
    """The days to graduation; empty where the date is unknown or past."""
    if member.graduates_on is None or member.graduates_on < today:
        return ""
    days = (member.graduates_on - today).days
    if days == 0:
        return "graduation is today"
    if is_short:
        return plural(days, "{count} day left", "{count} days left")
    return plural(days, "{count} day to graduation", "{count} days to graduation")


def weekday_day(day: date, today: date) -> str:
    """A day with its weekday, never ``today``: ``Mon 23 Nov``; with the year where another one than this."""
    near = abs((day - today).days) <= 1
    return f"{WEEKDAY_NAMES[day.weekday()]} {short_day(day)}" if near else describe_day(day, today)


def short_day(day: date) -> str:
    """``2 Nov``."""
    return f"{day.day} {MONTH_NAMES[day.month - 1]}"


def short_span(days: int) -> str:
    """A span, abbreviated: ``3d``, ``5w``, ``4mo``, ``2y``."""
    count, unit = span_of(days)
    return f"{count}{_SHORT_UNITS[unit]}"


_SHORT_UNITS = {"day": "d", "week": "w", "month": "mo", "year": "y"}


def made_on(followup: FollowUp, today: date) -> str:
    """The day a follow-up was created; empty where unknown."""
    if not followup.created:
        return ""
    return describe_day(min(local_day(followup.created), today), today)


def promised(followup: FollowUp) -> str:
    """What was promised; sanitized."""
    return plain(followup.what) or "be in touch"


def can_wait(count: int, key: str, *, shown: bool = False) -> str:
    """How many people can wait, and the key that shows or hides them."""
    return f"{count} more can wait · {key} {'hides' if shown else 'shows'} them"


def put_off_so_often(snoozes: int) -> str:
    """How often a follow-up was snoozed, in words."""
    return f"put off {({1: 'once', 2: 'twice'}).get(snoozes, f'{snoozes} times')}"
