"""Spreading promises and turns beyond the pace over the coming days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from netkeeper.domain.member.member import Member
from netkeeper.domain.review.plan import Review

MOST_DAYS = 60
"""The most days over which turns are spread; the others are left as they are."""


class Spread(NamedTuple):
    """The proposed moves.

    Attributes:
        promises: The new due day by the promise's id.
        turns: The new day of the turn by the contact's id.
    """

    promises: Mapping[str, date]
    turns: Mapping[str, date]

    @property
    def days(self) -> list[tuple[date, int]]:
        """The number of moves to each day, in order."""
        counts: dict[date, int] = {}
        for day in (*self.promises.values(), *self.turns.values()):
            counts[day] = counts.get(day, 0) + 1
        return sorted(counts.items())


def spread_rest(
    review: Review, promised: Sequence[date], member: Member, turns_ahead: Mapping[date, int] | None = None
) -> Spread:
    """Spread promises beyond one pace, then open turns, over the coming days.

    Today keeps the oldest promises, as many as the pace. A turn moves only to a day on which the pace has room beside
    the promises and turns of that day. A promise always moves: without such room, to a day with room beside its
    promises alone.

    Args:
        promised: The due days of promises to come.
        turns_ahead: Number of turns by day to come.
    """
    days = _Days(review.day, promised, member, turns_ahead or {})
    promises = {
        each.followup.id: days.take() or days.take_beside_promises() for each in review.promises[max(1, member.pace) :]
    }
    shown = {nudge.contact_id for nudge in review.keep_in_touch}
    turns: dict[str, date] = {}
    for summary in review.later:
        if summary.id in shown or (day := days.take()) is None:
            break
        turns[summary.id] = day
    return Spread(promises, turns)


def lighter(
    review: Review, promised: Sequence[date], member: Member, turns_ahead: Mapping[date, int] | None = None
) -> Spread:
    """Move today's selected turns and the stretch to the coming days; promises stay.

    Args:
        promised: The due days of promises to come.
        turns_ahead: As in :func:`spread_rest`; without any room, everything moves to the next working day.
    """
    days = _Days(review.day, promised, member, turns_ahead or {})
    movable = (*review.keep_in_touch, *review.stretch)
    tomorrow = member.days_off.next_working_after(review.day)
    return Spread({}, {nudge.contact_id: days.take() or tomorrow for nudge in movable})


class _Days:
    """The coming working days with the places that each has left."""

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
        """Number of free places by day beside its promises and turns; what exceeds the pace carries over."""
        room: dict[date, int] = {}
        waits = 0
        for day in self._days:
            waits += self._promised[day] + turns_ahead.get(day, 0)
            room[day] = max(0, self._pace - waits)
            waits = max(0, waits - self._pace)
        return room

    def take(self) -> date | None:
        """Take a place on the first day that has one; None where no day has."""
        for day in self._days:
            if self._room[day] > 0:
                self._room[day] -= 1
                return day
        return None

    def take_beside_promises(self) -> date:
        """Take a place on the first day with fewer promises than the pace, whatever its turns."""
        day = next((day for day in self._days if self._promised[day] < self._pace), self._tomorrow)
        self._promised[day] += 1
        return day
