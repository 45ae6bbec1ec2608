"""The clock, and the text form of audit times."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """The current time in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """The text form of a UTC time: ISO 8601 with seconds and ``Z``."""
    return moment.isoformat()[:19] + "Z"
