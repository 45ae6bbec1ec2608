"""Placing somebody whom an import brought in: how often to be in touch, on which step, or put away.

Whoever is placed is sorted. Their first turn comes on a day of its own within one cadence, so that a hundred
people who are sorted in one sitting never come due on one day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.member.cadence import effective_cadence, spread
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.review.tie_order import mixed

MONTH_DAYS, QUARTER_DAYS, HALF_YEAR_DAYS, YEAR_DAYS = 30, 90, 180, 365
"""The cadences that one key each sets."""


class Placing(NamedTuple):
    """Where somebody is placed.

    Attributes:
        cadence: Days between contacts; 0 for no reminders, None for the step's own. Of no account where ``step``
            or ``is_away`` says more.
        step: The step of the ladder; the cadence stays as it is then.
        is_away: Whether they are put into the archive.
    """

    cadence: int | None = None
    step: Step | None = None
    is_away: bool = False


AWAY = Placing(is_away=True)
NO_REMINDERS = Placing(0)
STEPS_OWN = Placing()


def placed(contact: Contact, placing: Placing, cadences: Mapping[Step, int], today: date) -> Contact:
    """The contact where it is placed; the very same one where it stands there already."""
    if placing.is_away:
        return contact if contact.archived and not contact.unsorted else replace(contact, archived=True, unsorted=False)
    if placing.step is None:
        after = replace(contact, cadence=placing.cadence, archived=False)
    elif placing.step is contact.step:
        after = replace(contact, archived=False)
    else:
        change = StepChange(today, placing.step)
        after = replace(contact, step=placing.step, ladder=(*contact.ladder, change), archived=False)
    if contact.first_turn_on is not None and contact.last_on is None and (after != contact or contact.unsorted):
        # Their first turn was set when they were placed otherwise.
        after = replace(after, first_turn_on=None, unsorted=True)
    after = settled(after, cadences, today)
    return contact if after == contact else after


def settled(contact: Contact, cadences: Mapping[Step, int], today: date) -> Contact:
    """The contact sorted as it is, with a first turn of its own; the very same one where it is sorted already.

    Args:
        contact: Whom something was said of that places them: a step, a cadence, a promise.
        today: The day from which the first turn counts.
    """
    if not contact.unsorted:
        return contact
    days = effective_cadence(contact.cadence, contact.step, cadences)
    if days is None or contact.last_on is not None or contact.first_turn_on is not None:
        return replace(contact, unsorted=False)
    return replace(contact, unsorted=False, first_turn_on=_after(today, 1 + mixed(contact.id, today) % days))


def spread_out(people: Sequence[Contact], cadences: Mapping[Step, int], today: date) -> list[Contact]:
    """People who are placed together, with their first turns spread evenly over each cadence.

    Args:
        people: Those who were placed; whoever one was in touch with stays as they are.

    Returns:
        The same people in the same order.
    """
    waiting: dict[int, list[int]] = {}
    spread_people = list(people)
    for place, contact in enumerate(people):
        days = effective_cadence(contact.cadence, contact.step, cadences)
        if days is not None and contact.last_on is None and not contact.archived:
            waiting.setdefault(days, []).append(place)
    for days, places in waiting.items():
        for place, turn in zip(places, spread(len(places), days, today), strict=True):
            spread_people[place] = replace(people[place], first_turn_on=turn)
    return spread_people


def _after(day: date, days: int) -> date:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max
