"""Sorting: imported contacts are unsorted, and have no turns, until placed; a day selects a few of them.

Those not selected for the longest time come first, then ids round-robin from the last selected one: all are selected
in the end, even where the diary has forgotten them. Where a day's ceiling is too low for sorting and turns, days
alternate between the two.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date

from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.diary import DiaryDay

LEAST, MOST = 3, 5
"""The fewest and the most contacts that a day selects for sorting."""

LEAST_TURNS = 2
"""Places for turns that a day with sorting needs; with fewer, days alternate."""

_WEEK_DAYS = 7


def waiting_to_be_sorted(summaries: Sequence[ContactSummary]) -> list[ContactSummary]:
    """The unsorted contacts, in order."""
    return [summary for summary in summaries if summary.unsorted]


def sortable_contacts(
    unsorted: Sequence[ContactSummary], dealt_with: Collection[str], today: date
) -> list[ContactSummary]:
    """The unsorted contacts that a day may select: neither snoozed nor dealt with."""
    return [
        each for each in unsorted if each.id not in dealt_with and (each.nudge_from is None or each.nudge_from <= today)
    ]


def reserved(candidates: Sequence[ContactSummary]) -> int:
    """Number of places of a day's ceiling that are reserved for sorting."""
    return min(LEAST, len(candidates))


def is_left_to_turns(note: DiaryDay, past: Sequence[DiaryDay], ceiling: int, places: int, *, turn_waits: bool) -> bool:
    """Whether a day selects nobody for sorting, because the last one did and the ceiling is too low for both.

    Args:
        note: The diary's entry of the day; a pinned one stays as it is.
        past: The entries before it, the oldest first.
        ceiling: The most lines of a day, without promises.
        places: Number of lines that sorting would take.
        turn_waits: Whether a turn is open that the day has room for.
    """
    last = next((day for day in reversed(past) if day.sort or day.selected), None)
    if last is None or not last.sort:
        return False
    if note.is_pinned:
        return ceiling < LEAST + LEAST_TURNS and bool(note.selected) and not note.sort
    return ceiling < places + LEAST_TURNS and turn_waits


def select_for_sorting(
    candidates: Sequence[ContactSummary], diary: Sequence[DiaryDay], already: Sequence[str], room: int, today: date
) -> list[ContactSummary]:
    """Select contacts for sorting.

    Args:
        candidates: See :func:`sortable_contacts`.
        diary: The days before this one, in any order.
        already: The ids that this day selected before, which stay selected while they are candidates.
        room: Number of places.
    """
    by_id = {each.id: each for each in candidates}
    if already:
        return [by_id[contact_id] for contact_id in already if contact_id in by_id]
    # As many as let nobody be selected twice within a week, where possible.
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

    def order(summary: ContactSummary) -> tuple[date, bool, int]:
        number = int(summary.id)
        return last_on.get(summary.id, date.min), number <= pivot, number

    return sorted(candidates, key=order)[:wanted]
