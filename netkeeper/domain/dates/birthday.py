"""Birthdays, with or without the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from netkeeper.domain.errors import InvalidValueError
from netkeeper.override import override

_LEAP_YEAR = 2000
_ISO = r"(?:(\d{4})|-)-(\d\d)-(\d\d)"


@dataclass(frozen=True, slots=True, order=True)
class Birthday:
    """A day of birth.

    Attributes:
        month: 1 to 12.
        day: 1 to the last day of the month; 29 February is allowed without a year.
        year: None where it isn't known.

    Raises:
        InvalidValueError: There is no such day.
    """

    month: int
    day: int
    year: int | None = None

    def __post_init__(self) -> None:
        try:
            date(2000 if self.year is None else self.year, self.month, self.day)
        except (ValueError, OverflowError):
            raise InvalidValueError(
                f"There is no such birthday: {self}; write 1980-02-29, or --02-29 without a year."
            ) from None

    @override
    def __str__(self) -> str:
        """The ISO form: ``1980-02-29``, or ``--02-29`` without a year (RFC 6350, section 4.3.1)."""
        return f"{'-' if self.year is None else f'{self.year:04}'}-{self.month:02}-{self.day:02}"

    @classmethod
    def from_iso(cls, text: str) -> Birthday:
        """Parse ``1980-02-29`` or ``--02-29``.

        Raises:
            InvalidValueError: It is neither, or there is no such day.
        """
        found = re.fullmatch(_ISO, text)
        if found is None:
            raise InvalidValueError(f"{text!r} is no birthday; write 1980-02-29, or --02-29 without a year.")
        year, month, day = found.groups()
        return cls(int(month), int(day), int(year) if year else None)

    def in_year(self, year: int) -> date:
        """The day it is celebrated in ``year``; 29 February falls on the 28th in common years."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return date(year, 2, 28)

    def next_on(self, today: date) -> date:
        """The first celebration on or after ``today`` (the last one where the calendar ends)."""
        this_year = self.in_year(today.year)
        if this_year >= today or today.year == date.max.year:
            return this_year
        return self.in_year(today.year + 1)
