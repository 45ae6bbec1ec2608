"""How long ago one was in touch, beside how often one means to be: in one unit, so that the two can be compared."""

from __future__ import annotations

from netkeeper.domain.describe import cadence_unit, describe_cadence

NOTHING_LOGGED = "nothing logged yet"
"""What is said of those with whom nothing was logged: one may well have met them."""

_MONTH_DAYS = 365 / 12


def turn_words(days_since: int | None, cadence_days: int | None, *, brief: bool = False) -> str:
    """Why it is somebody's turn: ``11 weeks, every 6 weeks``.

    Args:
        days_since: Days since the latest interaction; None where nothing was logged.
        cadence_days: How often to be in touch; None for no reminders.
        brief: Whether the unit is said once only, where it is said at all: ``11 weeks, every 6``.
    """
    if cadence_days is None:
        return f"{NOTHING_LOGGED if days_since is None else counted(days_since, 'day')}, no reminders"
    days, _, unit = cadence_unit(cadence_days)
    every = describe_cadence(cadence_days)
    if days_since is None:
        return f"{NOTHING_LOGGED}, every {every}"
    if unit == "year":
        # In whole years, nothing would be told before the turn has come.
        return f"{counted(int(days_since / _MONTH_DAYS), 'month')}, every {every}"
    return f"{counted(int(days_since / days), unit)}, every {every.partition(' ')[0] if brief else every}"


def counted(count: int, unit: str) -> str:
    """``1 week``, ``2 weeks``."""
    return f"{count} {unit}" if count == 1 else f"{count} {unit}s"
