"""How long ago one was in touch, beside how often one means to be: in one unit, so that the two can be compared."""

from __future__ import annotations

NOTHING_LOGGED = "nothing logged yet"
"""What is said of those with whom nothing was logged: one may well have met them."""

_MONTH_FROM_DAYS = 60
"""From which cadence on months are said, where it is whole ones of 30 days; shorter ones are told apart by days."""
_YEAR_DAYS = 365


def turn_words(days_since: int | None, cadence_days: int | None, *, brief: bool = False) -> str:
    """Why it is somebody's turn: ``11 weeks, every 6 weeks``.

    Args:
        days_since: Days since the latest interaction; None where nothing was logged.
        cadence_days: How often to be in touch; None for no reminders.
        brief: Whether the unit is said once only, where it is said at all: ``11 weeks, every 6``.
    """
    if cadence_days is None:
        return f"{NOTHING_LOGGED if days_since is None else counted(days_since, 'day')}, no reminders"
    days, count, unit = _unit(cadence_days)
    since = NOTHING_LOGGED if days_since is None else counted(int(days_since / days), unit)
    every = unit if count == 1 else f"{count}" if brief and days_since is not None else counted(count, unit)
    return f"{since}, every {every}"


def _unit(cadence_days: int) -> tuple[float, int, str]:
    """How many days a unit has in which a cadence can be said, how many it is of them, and what it is called."""
    if cadence_days == _YEAR_DAYS:
        return _YEAR_DAYS / 12, 12, "month"
    if cadence_days % 7 == 0:
        return 7, cadence_days // 7, "week"
    if cadence_days % 30 == 0 and cadence_days >= _MONTH_FROM_DAYS:
        return 30, cadence_days // 30, "month"
    return 1, cadence_days, "day"


def counted(count: int, unit: str) -> str:
    """``1 week``, ``2 weeks``."""
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
