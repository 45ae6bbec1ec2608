"""The time since the last contact beside the cadence, in the cadence's unit so that the two can be compared."""

from __future__ import annotations

from netkeeper.domain.dates.describe import cadence_unit, describe_cadence
from netkeeper.domain.text.counted import plural

NOTHING_LOGGED = "nothing logged yet"
"""For contacts without an interaction, which one may have met all the same."""

_MONTH_DAYS = 365 / 12


def last_in_touch(days_since: int, cadence_days: int | None) -> str:
    """The time since the last contact at length: ``last in touch 11 weeks ago, every 6 weeks``."""
    if cadence_days is None:
        return plural(days_since, *_LAST_NO_REMINDERS)
    days, _, unit = cadence_unit(cadence_days)
    count, unit = (days_since / _MONTH_DAYS, "month") if unit == "year" else (days_since / days, unit)
    return plural(int(count), *_LAST_IN_UNITS[unit], every=describe_cadence(cadence_days))


def turn_words(days_since: int | None, cadence_days: int | None, *, brief: bool = False) -> str:
    """Why it is a contact's turn: ``11 weeks, every 6 weeks``.

    Args:
        days_since: Days since the latest interaction; None where nothing was logged.
        cadence_days: How often to be in touch; None for no reminders.
        brief: Whether the unit is said once only, where it is said at all: ``11 weeks, every 6``.
    """
    if cadence_days is None:
        return f"{NOTHING_LOGGED}, no reminders" if days_since is None else plural(days_since, *_NO_REMINDERS)
    days, count, unit = cadence_unit(cadence_days)
    every = describe_cadence(cadence_days)
    if days_since is None:
        return f"{NOTHING_LOGGED}, every {every}"
    if unit == "year":
        # In whole years it would be 0 until the turn has come.
        return plural(int(days_since / _MONTH_DAYS), *_IN_UNITS["month"], every=every)
    brief_every = str(count) if count > 1 else every
    return plural(int(days_since / days), *_IN_UNITS[unit], every=brief_every if brief else every)


_NO_REMINDERS = ("1 day, no reminders", "{count} days, no reminders")
_IN_UNITS = {
    "day": ("1 day, every {every}", "{count} days, every {every}"),
    "week": ("1 week, every {every}", "{count} weeks, every {every}"),
    "month": ("1 month, every {every}", "{count} months, every {every}"),
}
"""By the unit of the cadence."""
_LAST_NO_REMINDERS = ("last in touch 1 day ago, no reminders", "last in touch {count} days ago, no reminders")
_LAST_IN_UNITS = {
    "day": ("last in touch 1 day ago, every {every}", "last in touch {count} days ago, every {every}"),
    "week": ("last in touch 1 week ago, every {every}", "last in touch {count} weeks ago, every {every}"),
    "month": ("last in touch 1 month ago, every {every}", "last in touch {count} months ago, every {every}"),
}
