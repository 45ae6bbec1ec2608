"""Moments as audit times are kept."""

from __future__ import annotations

from datetime import UTC, datetime


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def stamp(moment: datetime) -> str:
    """A UTC moment as audit times are kept: ISO 8601 with seconds and ``Z``."""
    return moment.isoformat()[:19] + "Z"
