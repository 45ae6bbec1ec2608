"""Moments are kept in universal time, and shown on the clock of this place."""

from __future__ import annotations

from datetime import date, datetime

from netkeeper.domain.dates.describe import describe_day


def local(at: str) -> datetime:
    """A moment on the clock of this place; in UTC where that can't be told.

    Args:
        at: The moment as it is kept: UTC, ISO 8601.
    """
    moment = datetime.fromisoformat(at)
    try:
        return moment.astimezone()
    except (OverflowError, OSError):
        return moment


def local_day(at: str) -> date:
    """The calendar day, here, of a moment as it is kept; a bare day stands for itself."""
    return local(at).date() if "T" in at else date.fromisoformat(at[:10])


def moment_text(at: str, today: date) -> str:
    """When something was done: ``today 14:05``, ``Mon 16 Nov 14:05``."""
    moment = local(at)
    return f"{describe_day(moment.date(), today)} {moment:%H:%M}"
