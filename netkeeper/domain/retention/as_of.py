"""How the network stood on an earlier day, as far as what is kept tells.

Of what has no date, such as an address, today's stands for then.
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
"""How far back it is looked to say how the number moves."""


class Movement(NamedTuple):
    """How many last past graduation, and how that number moves.

    Attributes:
        lasting: How many last today.
        people: How many there are, the archive left out.
        before: How many lasted a month ago; None where nobody was here then.
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
    """How many last, and how many did some days ago."""
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
    """A contact as it stood at the end of a day; None where it wasn't here yet.

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
    """What was promised at the end of a day; what was put off since stands where it stands now."""
    on = day.isoformat()
    return [
        each if each.is_open else replace(each, status=Status.OPEN, closed_on=None)
        for each in followups
        if each.created[:10] <= on and (each.is_open or (each.closed_on is not None and each.closed_on > day))
    ]
