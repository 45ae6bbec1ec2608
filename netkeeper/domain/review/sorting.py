"""Sorting: whoever an import brought in waits, unasked about, until placed; a day offers a few of them for that.

Nobody is forgotten: those longest not offered come first, and those never offered by turns of the ids, so that
in the end all have been offered, however many there are and whatever the diary still knows. Nor is anybody whose
turn it is: where a day's ceiling is too low for both, the days go to the two by turns.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.diary import DiaryDay

LEAST, MOST = 3, 5
"""How many a day offers for sorting, where so many wait."""

LEAST_TURNS = 2
"""For how many turns a day that offers some for sorting has room beside them; with less, every other day is theirs."""

_WEEK_DAYS = 7


def waiting_to_be_sorted(standings: Sequence[ContactSummary]) -> list[ContactSummary]:
    """Those who wait to be sorted, in the order of the standings."""
    return [standing for standing in standings if standing.unsorted]


def can_be_offered(
    unsorted: Sequence[ContactSummary], dealt_with: Collection[str], today: date
) -> list[ContactSummary]:
    """Those among the unsorted whom a day may offer: nobody who was put off, and nobody dealt with."""
    return [
        each for each in unsorted if each.id not in dealt_with and (each.nudge_from is None or each.nudge_from <= today)
    ]


def reserved(candidates: Sequence[ContactSummary]) -> int:
    """How many places of a day's ceiling are kept for sorting."""
    return min(LEAST, len(candidates))


def is_left_to_turns(note: DiaryDay, past: Sequence[DiaryDay], ceiling: int, places: int, *, turn_waits: bool) -> bool:
    """Whether a day offers nobody for sorting, because the one before did and the ceiling is too low for both.

    Args:
        note: What the diary says of the day: one whose list stands remains what it is.
        past: The days before it, the oldest first.
        ceiling: How many lines a day may have, promises aside.
        places: How many of them sorting would take.
        turn_waits: Whether it is somebody's turn for whom the day has room.
    """
    last = next((day for day in reversed(past) if day.sort or day.offered), None)
    if last is None or not last.sort:
        return False
    if note.is_pinned:
        return ceiling < LEAST + LEAST_TURNS and bool(note.offered) and not note.sort
    return ceiling < places + LEAST_TURNS and turn_waits


def offered_for_sorting(
    candidates: Sequence[ContactSummary], diary: Sequence[DiaryDay], already: Sequence[str], room: int, today: date
) -> list[ContactSummary]:
    """Whom a day offers for sorting.

    Args:
        candidates: Those who may be offered (see :func:`can_be_offered`).
        diary: The days before this one, in any order.
        already: Whom this day offered before: the list stays as it was, without those who are sorted.
        room: How many places the day has.
    """
    by_id = {each.id: each for each in candidates}
    if already:
        return [by_id[contact_id] for contact_id in already if contact_id in by_id]
    # As many as let nobody come twice within a week, where that can be.
    wanted = min(max(LEAST, len(candidates) // _WEEK_DAYS), room, MOST)
    last_on: dict[str, date] = {}
    pivot, pivot_on = 0, date.min
    for day in diary:
        if day.on >= today or not day.sort:
            continue
        for contact_id in day.sort:
            last_on[contact_id] = max(day.on, last_on.get(contact_id, date.min))
        if day.on > pivot_on:
            pivot, pivot_on = int(day.sort[-1]), day.on

    def order(standing: ContactSummary) -> tuple[date, bool, int]:
        number = int(standing.id)
        return last_on.get(standing.id, date.min), number <= pivot, number

    return sorted(candidates, key=order)[:wanted]
