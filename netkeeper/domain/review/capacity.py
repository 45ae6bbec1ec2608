"""What a network asks for, beside what a pace can give, and what would bring the two together."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from netkeeper.domain.member.member import Member
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.review.contact_summary import ContactSummary

_WEEK = 7
LONGEST_DAYS = 365
"""The longest cadence that is proposed."""


class Capacity(NamedTuple):
    """What a network asks for and what the pace gives.

    Attributes:
        people: How many have a cadence; whoever waits to be sorted asks for nothing yet.
        demand: Contacts a day that they ask for: the sum of 1/cadence.
        supply: Contacts a day that the pace gives, days off counted in.
        keeps: How many of them the pace can keep; all where it is enough.
        cadences: The cadences by step that would balance the two; None where they are balanced, or where no
            change of them would be enough.
        follow: How many of them have the cadence of their step, which such a change moves.
    """

    people: int
    demand: float
    supply: float
    keeps: int
    cadences: Mapping[Step, int] | None
    follow: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether the pace gives what the network asks for."""
        return self.demand <= self.supply


def capacity(standings: Iterable[ContactSummary], member: Member) -> Capacity:
    """What a network asks for, and what the member's pace gives."""
    own: dict[int, int] = {}
    by_step: dict[Step, int] = {}
    for standing in standings:
        days = standing.cadence_days
        if days is None or standing.unsorted:
            continue
        if days == member.cadences.get(standing.step):
            # Somebody whose own cadence is that of the step moves with it as well as one who has none.
            by_step[standing.step] = by_step.get(standing.step, 0) + 1
        else:
            own[days] = own.get(days, 0) + 1
    fixed = sum(count / days for days, count in own.items())
    people = sum(own.values()) + sum(by_step.values())
    demand = fixed + sum(count / member.cadences[step] for step, count in by_step.items())
    supply = member.pace * (_WEEK - len(member.days_off.weekdays)) / _WEEK
    keeps = people if demand <= supply else int(people * supply / demand)
    cadences = None if demand <= supply else _balanced(by_step, member.cadences, supply - fixed)
    return Capacity(people, demand, supply, keeps, cadences, sum(by_step.values()))


def _balanced(by_step: Mapping[Step, int], cadences: Mapping[Step, int], room: float) -> Mapping[Step, int] | None:
    """Cadences, in whole weeks, with which the people of the steps ask for no more than there is room for.

    All are stretched alike, so that what comes more often still does; none beyond a year.
    """
    asked = sum(count / cadences[step] for step, count in by_step.items())
    if room <= 0 or not asked:
        return None
    stretch = asked / room
    found = {
        step: min(max(days, math.ceil(days * stretch / _WEEK) * _WEEK), max(days, LONGEST_DAYS)) if days else 0
        for step, days in cadences.items()
    }
    if sum(count / found[step] for step, count in by_step.items()) > room:
        return None
    return found
