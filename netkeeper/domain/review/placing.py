"""Placing an unsorted contact: its cadence, its step, or the archive.

Placing sorts a contact. Its first turn is set to a day within one cadence, so that a hundred contacts sorted at once
don't come due on the same day.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.member.cadence import effective_cadence, spread
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.review.tie_order import tie_order

MONTH_DAYS, QUARTER_DAYS, HALF_YEAR_DAYS, YEAR_DAYS = 30, 90, 180, 365
"""The cadences that one key each sets."""


class Placing(NamedTuple):
    """How a contact is placed.

    Attributes:
        cadence: Days between contacts; 0 for no reminders, None for the step's own. Ignored where ``step`` or
            ``is_away`` is set.
        step: The step of the ladder; the cadence is unchanged then.
        is_away: Whether the contact is archived.
    """

    cadence: int | None = None
    step: Step | None = None
    is_away: bool = False


AWAY = Placing(is_away=True)
NO_REMINDERS = Placing(0)
STEPS_OWN = Placing()


def placed(contact: Contact, placing: Placing, cadences: Mapping[Step, int], today: date) -> Contact:
    """The contact as placed; the identical object where nothing changes."""
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
        # The first turn was computed for the earlier placing.
        after = replace(after, first_turn_on=None, unsorted=True)
    after = settled(after, cadences, today)
    return contact if after == contact else after


def settled(contact: Contact, cadences: Mapping[Step, int], today: date) -> Contact:
    """The contact without its mark as unsorted, with a first turn; the identical object where it is sorted already.

    Args:
        contact: Whose step, cadence or promises changed.
        today: The day from which the first turn counts.
    """
    if not contact.unsorted:
        return contact
    days = effective_cadence(contact.cadence, contact.step, cadences)
    if days is None or contact.last_on is not None or contact.first_turn_on is not None:
        return replace(contact, unsorted=False)
    return replace(contact, unsorted=False, first_turn_on=_after(today, 1 + tie_order(contact.id, today) % days))


def spread_out(people: Sequence[Contact], cadences: Mapping[Step, int], today: date) -> list[Contact]:
    """Contacts that are placed together, in their order, with first turns spread evenly over each cadence.

    Contacts with an interaction, without reminders or in the archive are unchanged.
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
