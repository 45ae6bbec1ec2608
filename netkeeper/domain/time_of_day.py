"""A time of day as it is typed: ``9``, ``9:00``, ``21.30``."""

from __future__ import annotations

import re
from typing import NamedTuple

from netkeeper.domain.display import quoted
from netkeeper.domain.errors import InvalidValueError


class TimeOfDay(NamedTuple):
    """An hour, 0 to 23, and a minute."""

    hour: int
    minute: int

    def __str__(self) -> str:
        """As one reads it: ``9:00``."""
        return f"{self.hour}:{self.minute:02}"


def parse_time(text: str) -> TimeOfDay:
    """What a typed time says.

    Args:
        text: An hour, and minutes after a colon or, as in Finland, a full stop.

    Raises:
        InvalidValueError: It is no time of day.
    """
    found = re.fullmatch(r"\s*([0-9]{1,2})(?:[:.]([0-9]{2}))?\s*", text)
    hour, minute = (int(found[1]), int(found[2] or 0)) if found else (24, 0)
    if hour > 23 or minute > 59:
        raise InvalidValueError(f"Can't read {quoted(text)} as a time of day; write it like 9:00 or 21:30.")
    return TimeOfDay(hour, minute)
