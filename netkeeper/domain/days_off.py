"""Days off: when the review asks for nothing that wasn't promised."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import NamedTuple

_LONGEST_REST = 366
"""How many days in a row may be off before they no longer move anything, in days."""


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

    def next_working(self, day: date) -> date:
        """The first day from ``day`` on that is no day off; ``day`` itself where none of the next year is."""
        for away in range(_LONGEST_REST):
            try:
                later = day + timedelta(days=away)
            except OverflowError:
                break
            if not self.is_day_off(later):
                return later
        return day


NO_DAYS_OFF = DaysOff()
