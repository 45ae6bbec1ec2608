"""Contacts, steps and follow-ups as of an earlier day, from the dates that are kept.

Properties without a date, such as an address, have today's value.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.interactions.interaction_summary import InteractionSummary
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.retention.risks import is_lasting

MONTH_DAYS = 30
"""Days between the two counts of a movement."""


class Movement(NamedTuple):
    """The number of contacts that last past graduation, now and before.

    Attributes:
        lasting: Number of contacts that last today.
        people: Number of all contacts that are not archived.
        before: Number that lasted a month ago; None where there were no contacts then.
    """

    lasting: int
    people: int
    before: int | None


def movement(
    contacts: Sequence[Contact],
    interactions: Iterable[InteractionSummary],
    followups: Iterable[FollowUp],
    member: Member,
    today: date,
    days: int = MONTH_DAYS,
) -> Movement:
    """Count the contacts that last today, and those that did some days ago."""
    then = today - timedelta(days=days)
    promised: dict[str, list[FollowUp]] = {}
    for followup in followups:
        promised.setdefault(followup.contact_id, []).append(followup)
    people = [contact for contact in contacts if not contact.archived]
    met = days_met(interactions)
    now = sum(is_lasting(each, promised.get(each.id, ()), member, today) for each in people)
    here = [stood for each in people if (stood := as_of(each, met.get(each.id, ()), then)) is not None]
    before = sum(is_lasting(each, followups_as_of(promised.get(each.id, ()), then), member, then) for each in here)
    return Movement(now, len(people), before if here else None)


def days_met(interactions: Iterable[InteractionSummary]) -> Mapping[str, Sequence[date]]:
    """The days on which each contact was met, each once, in order."""
    met: dict[str, set[date]] = {}
    for interaction in interactions:
        for contact_id in interaction.contact_ids:
            met.setdefault(contact_id, set()).add(interaction.on)
    return {contact_id: sorted(days) for contact_id, days in met.items()}


def as_of(contact: Contact, met: Sequence[date], day: date) -> Contact | None:
    """A contact as of the end of a day; None where it didn't exist yet.

    Args:
        contact: As it is now.
        met: The days on which it was met, in order.
    """
    if contact.created[:10] > day.isoformat():
        return None
    count = bisect_right(met, day)
    first_on, last_on = (met[0], met[count - 1]) if count else (None, None)
    return replace(contact, first_on=first_on, last_on=last_on, step=step_on(contact, day))


def step_on(contact: Contact, day: date) -> Step:
    """The step that a contact was on at the end of a day."""
    if not contact.ladder:
        return contact.step
    moves = [move for move in contact.ladder if move.on <= day]
    return moves[-1].step if moves else Step.POTENTIAL


def followups_as_of(followups: Iterable[FollowUp], day: date) -> list[FollowUp]:
    """The follow-ups that were open at the end of a day; snoozed ones have their due day of now."""
    on = day.isoformat()
    return [
        each if each.is_open else replace(each, status=Status.OPEN, closed_on=None)
        for each in followups
        if each.created[:10] <= on and (each.is_open or (each.closed_on is not None and each.closed_on > day))
    ]
