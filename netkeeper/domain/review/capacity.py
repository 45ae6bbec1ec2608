"""Demand (contacts a day by all cadences) against supply (the pace), and cadences that would balance the two."""

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
    """Demand and supply of contacts a day.

    Attributes:
        people: Number of contacts with a cadence; unsorted ones are not counted.
        demand: Contacts a day that their cadences need: the sum of 1/cadence.
        supply: Contacts a day that the pace allows, averaged over weekdays off.
        keeps: Number of contacts whose cadence the pace can keep; all where it is enough.
        cadences: Cadences by step (days) with which demand fits supply; None where it fits already, or where no
            change of them is enough.
        follow: Number of contacts with the cadence of their step, which such a change affects.
    """

    people: int
    demand: float
    supply: float
    keeps: int
    cadences: Mapping[Step, int] | None
    follow: int = 0

    @property
    def is_enough(self) -> bool:
        """Whether supply covers demand."""
        return self.demand <= self.supply


def capacity(summaries: Iterable[ContactSummary], member: Member) -> Capacity:
    """The demand of those who are not archived, and the supply of the member's pace."""
    own: dict[int, int] = {}
    by_step: dict[Step, int] = {}
    for summary in summaries:
        days = summary.cadence_days
        if days is None or summary.unsorted:
            continue
        if days == member.cadences.get(summary.step):
            # An own cadence that equals the step's changes with it, like none at all.
            by_step[summary.step] = by_step.get(summary.step, 0) + 1
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
    """Cadences by step, in whole weeks, whose demand is at most ``room`` contacts a day; None for no such cadences.

    All are multiplied by the same factor, which keeps their order; none is longer than a year.
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
