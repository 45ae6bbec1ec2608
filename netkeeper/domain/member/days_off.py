"""Days off, on which the review has promises and occasions only."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

YEARS_KEPT = 3
"""Number of years for which public holidays are kept, from the current one."""

_LONGEST_REST = 366
"""The most days in a row that are searched for a working day."""


class Holidays(NamedTuple):
    """The public holidays of a country that are kept with a network.

    Attributes:
        country: ISO 3166-1, two letters; empty where none are kept yet.
        years: The years that they are kept for.
        names: The name by day (ISO 8601); empty where none are known for the country.
    """

    country: str = ""
    years: tuple[int, ...] = ()
    names: Mapping[str, str] = {}

    def is_kept(self, country: str, today: date) -> bool:
        """Whether those of a country are kept for all years from today's on."""
        return self.country == country and set(self.years).issuperset(holiday_years(today))


NO_HOLIDAYS = Holidays()


def holiday_years(today: date) -> tuple[int, ...]:
    """The years that public holidays are kept for."""
    return tuple(range(today.year, today.year + YEARS_KEPT))


class DaysOff(NamedTuple):
    """The member's days off; a tuple, which a cold start makes faster than a dataclass.

    Attributes:
        weekdays: Days of the week, Monday 0, in order.
        dates: Single days, in order.
        works_on_holidays: Whether public holidays are days like any other.
        holidays: The public holidays of the member's country that are kept with the network.
    """

    weekdays: tuple[int, ...] = ()
    dates: tuple[date, ...] = ()
    works_on_holidays: bool = False
    holidays: Holidays = NO_HOLIDAYS

    @classmethod
    def of(
        cls,
        weekdays: Iterable[int] = (),
        dates: Iterable[date] = (),
        works_on_holidays: bool = False,
        holidays: Holidays = NO_HOLIDAYS,
    ) -> DaysOff:
        """Days off, sorted and without duplicates."""
        return cls(tuple(sorted(set(weekdays))), tuple(sorted(set(dates))), works_on_holidays, holidays)

    def is_day_off(self, day: date) -> bool:
        """Whether a day is a day off."""
        return day.weekday() in self.weekdays or day in self.dates or bool(self.holiday(day))

    def holiday(self, day: date) -> str:
        """The name of the public holiday on a day; empty for none, or where the member works on holidays."""
        return "" if self.works_on_holidays else self.holidays.names.get(day.isoformat(), "")

    @property
    def without_holidays(self) -> DaysOff:
        """The member's own setting, without the country's holidays."""
        return self._replace(holidays=NO_HOLIDAYS)

    def next_working(self, day: date) -> date:
        """The first working day from ``day`` on; ``day`` itself where there is none within a year."""
        for away in range(_LONGEST_REST):
            try:
                later = day + timedelta(days=away)
            except OverflowError:
                break
            if not self.is_day_off(later):
                return later
        return day

    def next_working_after(self, day: date) -> date:
        """The first day after ``day`` that is no day off; the next day where none of the year after it is.

        ``date.max`` has no day after it and is returned as it is.
        """
        return self.next_working(min(day, date.max - timedelta(days=1)) + timedelta(days=1))


NO_DAYS_OFF = DaysOff()
