"""Helpers of the codecs: documents without empty values, and dates as ISO 8601 strings."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

_T = TypeVar("_T")

Fields = dict[str, Any]
"""A document: JSON values by property name."""

day_of: Callable[[str], date] = lru_cache(maxsize=4096)(date.fromisoformat)
"""The date of an ISO 8601 string; cached, because few thousand different days occur."""


def optional_day(text: str | None) -> date | None:
    """The date of an ISO string, or None where there is none."""
    return day_of(text) if text else None


def filled(**properties: Any) -> Fields:
    """A document of the properties that aren't empty; the number 0 is a value, False is empty."""
    return {name: value for name, value in properties.items() if value or (value == 0 and value is not False)}


def iso(day: date | None) -> str:
    """The ISO string of a date; empty where there is none."""
    return day.isoformat() if day else ""


def each(items: tuple[_T, ...], encode: Callable[[_T], Any]) -> list[Any]:
    """A list of the encoded items."""
    return [encode(item) for item in items]
