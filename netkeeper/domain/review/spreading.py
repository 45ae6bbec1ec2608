"""Spreading what can wait over the coming days, so that it never stands there as a wall."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netkeeper.domain.member.member import Member
from netkeeper.domain.review.plan import Review

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


def spread_rest(
    review: Review, promised: Sequence[date], member: Member, turns_ahead: Mapping[date, int] | None = None
) -> Spread:
    """Spread what is more than one pace over the coming days: promises beyond it, then those who wait.

    Today keeps the oldest promises, as many as the pace. What falls due on the coming days by itself is counted first:
    a turn is only put where the pace leaves room beside that, and waits where it does not. A promise has to come on
    some day: where the pace leaves room beside the other promises.

    Args:
        turns_ahead: How many people's turn comes by itself on each day to come.
    """
    days = _Days(review.day, promised, member, turns_ahead or {})
    promises = {
        each.followup.id: days.take() or days.take_beside_promises() for each in review.promises[max(1, member.pace) :]
    }
    shown = {nudge.contact_id for nudge in review.keep_in_touch}
    turns: dict[str, date] = {}
    for standing in review.later:
        if standing.id in shown or (day := days.take()) is None:
            break
        turns[standing.id] = day
    return Spread(promises, turns)


def lighter(
    review: Review, promised: Sequence[date], member: Member, turns_ahead: Mapping[date, int] | None = None
) -> Spread:
    """A lighter day: those whose turn it is, and the stretch, go to the coming days; what was promised stays.

    Args:
        turns_ahead: As in :func:`spread_rest`. Where they leave no room at all, whoever is moved waits with the others.
    """
    days = _Days(review.day, promised, member, turns_ahead or {})
    movable = (*review.keep_in_touch, *review.stretch)
    tomorrow = member.days_off.next_working_after(review.day)
    return Spread({}, {nudge.contact_id: days.take() or tomorrow for nudge in movable})


class _Days:
    """The coming working days with the room that each still has."""

    def __init__(self, today: date, promised: Sequence[date], member: Member, turns_ahead: Mapping[date, int]) -> None:
        self._pace = max(1, member.pace)
        self._days: list[date] = []
        self._tomorrow = day = member.days_off.next_working_after(today)
        last = date.fromordinal(min(today.toordinal() + MOST_DAYS, date.max.toordinal()))
        while (self._days[-1] if self._days else today) < day <= last:
            self._days.append(day)
            day = member.days_off.next_working_after(day)
        self._promised = Counter(promised)
        self._room = self._room_beside(turns_ahead)

    def _room_beside(self, turns_ahead: Mapping[date, int]) -> dict[date, int]:
        """How many places each day has left once what falls due by itself had its own; what is too much goes on."""
        room: dict[date, int] = {}
        waits = 0
        for day in self._days:
            waits += self._promised[day] + turns_ahead.get(day, 0)
            room[day] = max(0, self._pace - waits)
            waits = max(0, waits - self._pace)
        return room

    def take(self) -> date | None:
        """The next day that has room, of which a place is taken; None for none within reach."""
        for day in self._days:
            if self._room[day] > 0:
                self._room[day] -= 1
                return day
        return None

    def take_beside_promises(self) -> date:
        """The next day on which fewer than a pace is promised, where the turns leave no room at all."""
        day = next((day for day in self._days if self._promised[day] < self._pace), self._tomorrow)
        self._promised[day] += 1
        return day
