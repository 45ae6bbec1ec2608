"""Converting audit times, which are in UTC, to local time."""

from __future__ import annotations

from datetime import date, datetime

from netkeeper.domain.dates.describe import describe_day


def local(at: str) -> datetime:
    """A UTC time in ISO 8601 as local time; as UTC if the platform can't convert it."""
    moment = datetime.fromisoformat(at)
    try:
        return moment.astimezone()
    except (OverflowError, OSError):
        return moment


def local_day(at: str) -> date:
    """The local date of a UTC time in ISO 8601; a bare date is returned unchanged."""
    return local(at).date() if "T" in at else date.fromisoformat(at[:10])


def moment_text(at: str, today: date) -> str:
    """A UTC time as local time for display: ``today 14:05``, ``Mon 16 Nov 14:05``."""
    moment = local(at)
    return f"{describe_day(moment.date(), today)} {moment:%H:%M}"
