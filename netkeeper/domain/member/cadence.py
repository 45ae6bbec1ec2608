"""Cadences (days between contacts), and the day of a contact's next turn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from netkeeper.domain.people.ladder import Step

DEFAULT_CADENCES: Mapping[Step, int] = {Step.POTENTIAL: 30, Step.CUSTOMER: 45, Step.REGULAR: 90}
"""Days between contacts by step, where neither the contact nor the member has another value."""

TRIED_DAYS = 3
"""Days from an attempt that reached nobody to the next turn."""


def effective_cadence(cadence: int | None, step: Step, defaults: Mapping[Step, int] = DEFAULT_CADENCES) -> int | None:
    """A contact's own cadence, or its step's: days, at least 1; None for no reminders.

    Args:
        cadence: The contact's own: days, 0 for no reminders, None for the step's.
        defaults: The member's days by step.
    """
    days = defaults.get(step, DEFAULT_CADENCES[step]) if cadence is None else cadence
    return days if days > 0 else None


def next_contact_on(
    cadence_days: int | None,
    last_on: date | None,
    nudge_from: date | None,
    created_on: date,
    first_turn_on: date | None = None,
    tried_on: date | None = None,
) -> date | None:
    """The day of a contact's next turn; None for no reminders.

    Args:
        cadence_days: The effective cadence; None for no reminders.
        last_on: The day of the latest interaction, if any.
        nudge_from: The day before which the person does not want to be reminded, if any.
        created_on: The day the contact was added: the clock of those never contacted, so that
            nobody is forgotten for want of a first meeting.
        first_turn_on: The day set for the first contact, if one is.
        tried_on: The day of the latest attempt that reached nobody, if any; where it is after the latest
            interaction, the turn comes :data:`TRIED_DAYS` later, sooner or later than it would have.

    Returns:
        The day, or None where no reminders are wanted.
    """
    if cadence_days is None:
        return None
    again_on = tried_again_on(last_on, tried_on)
    if again_on is not None:
        turn = again_on
    elif last_on is None and first_turn_on is not None:
        turn = first_turn_on
    else:
        try:
            turn = (last_on or created_on) + timedelta(days=cadence_days)
        except OverflowError:
            return date.max
    return max(filter(None, (turn, nudge_from)))


def tried_again_on(last_on: date | None, tried_on: date | None) -> date | None:
    """The day of the turn after an attempt; None for no attempt since the latest interaction."""
    if tried_on is None or (last_on is not None and last_on >= tried_on):
        return None
    try:
        return tried_on + timedelta(days=TRIED_DAYS)
    except OverflowError:
        return date.max


def replaces_turn(due_on: date, turn: date, cadence_days: int) -> bool:
    """Whether a promise takes the place of a turn: it is due before it, or at most one cadence after it.

    A promise due later leaves the turn as it is.

    Args:
        due_on: The day on which the first open promise is due.
        turn: The day of the turn; today for one that has come.
        cadence_days: The effective cadence; 0 where no reminders are wanted.
    """
    return (due_on - turn).days <= cadence_days


def spread(count: int, cadence_days: int, today: date) -> list[date]:
    """``count`` days after today, earliest first, spread evenly over one cadence: the first turns of an import."""
    return [today + timedelta(days=-(-(place + 1) * cadence_days // count)) for place in range(count)]
