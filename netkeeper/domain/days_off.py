"""Days off: when the review asks for nothing that wasn't promised."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple


class DaysOff(NamedTuple):
    """The member's days off; a tuple, which a cold start makes faster than a dataclass.

    Attributes:
        weekdays: Days of the week, Monday 0, in order.
        dates: Single days, in order.
    """

    weekdays: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()

    @classmethod
    def of(cls, weekdays: Iterable[int] = (), dates: Iterable[date] = ()) -> DaysOff:
        """Days off in order, each once."""
        return cls(tuple(sorted(set(weekdays))), tuple(sorted(set(dates))))

    def is_day_off(self, day: date) -> bool:
        """Whether a day is one."""
        return day.weekday() in self.weekdays or day in self.dates


NO_DAYS_OFF = DaysOff()
