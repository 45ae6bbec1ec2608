"""Spreading what can wait over the coming days, so that it never stands there as a wall."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.member import Member
from netkeeper.domain.review import Review
from netkeeper.domain.survey import next_working_day

MOST_DAYS = 60
"""Over how many days at most anything is spread; what is more comes by its turn."""


class Spread(NamedTuple):
    """What moves where.

    Attributes:
        promises: The new day of each promise that moves, by its id.
        turns: The day from which each person whose turn it is may be nudged, by the contact's id.
    """

    promises: Mapping[str, date]
    turns: Mapping[str, date]

    @property
    def days(self) -> list[tuple[date, int]]:
        """How many come on each day, in order: the preview."""
        counts: dict[date, int] = {}
        for day in (*self.promises.values(), *self.turns.values()):
            counts[day] = counts.get(day, 0) + 1
        return sorted(counts.items())


def spread_rest(review: Review, promised: Sequence[date], member: Member) -> Spread:
    """Spread what is more than one pace over the coming days: promises beyond it, then those who wait.

    Today keeps the oldest promises, as many as the pace; nothing is put on a day on which a pace of
    promises is due already.

    Args:
        review: The plan for today.
        promised: The days of the promises to come.
        member: Whose pace and days off count.
    """
    days = _Days(review.day, promised, member)
    promises = {each.followup.id: days.take() for each in review.promises[max(1, member.pace) :]}
    shown = {nudge.contact_id for nudge in review.keep_in_touch}
    turns: dict[str, date] = {}
    for standing in review.later:
        if standing.id in shown or days.is_full:
            break
        turns[standing.id] = days.take()
    return Spread(promises, turns)


def lighter(review: Review, promised: Sequence[date], member: Member) -> Spread:
    """A lighter day: those whose turn it is, and the stretch, go to the coming days; what was promised stays.

    Args:
        review: The plan for today.
        promised: The days of the promises to come.
        member: Whose pace and days off count.
    """
    days = _Days(review.day, promised, member)
    movable = (*review.keep_in_touch, *review.stretch)
    return Spread({}, {nudge.contact_id: days.take() for nudge in movable})


class _Days:
    """The coming working days with the room that each still has."""

    def __init__(self, today: date, promised: Sequence[date], member: Member) -> None:
        self._member = member
        self._last = today + timedelta(days=MOST_DAYS)
        self._taken: dict[date, int] = {}
        for day in promised:
            self._taken[day] = self._taken.get(day, 0) + 1
        self._day = next_working_day(member, today)

    @property
    def is_full(self) -> bool:
        """Whether no day is left within reach."""
        return self._day > self._last

    def take(self) -> date:
        """The next day that has room, of which a place is taken."""
        while self._taken.get(self._day, 0) >= max(1, self._member.pace) and not self.is_full:
            self._day = next_working_day(self._member, self._day)
        self._taken[self._day] = self._taken.get(self._day, 0) + 1
        return self._day
