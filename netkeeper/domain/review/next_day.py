"""The next day on which it is somebody's turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from netkeeper.domain.member.cadence import next_contact_on, replaces_turn
from netkeeper.domain.member.member import Member
from netkeeper.domain.review.contact_summary import ContactSummary


def turns_ahead(
    summaries: Iterable[ContactSummary], promised: Mapping[str, date], member: Member, today: date, last: date
) -> dict[date, int]:
    """The number of turns on each working day after today, up to ``last``.

    A turn on a day off counts for the working day before it, on which the review selects it. Turns that a promise
    replaces, and those that have come already, are not counted.

    Args:
        promised: The due day of the first open promise, by the contact's id.
        last: The last day that counts.
    """
    counts: dict[date, int] = {}
    for summary in summaries:
        cadence_days = summary.cadence_days
        if cadence_days is None or summary.unsorted:
            continue
        days = (summary.last_on, summary.nudge_from, summary.created_on, summary.first_turn_on, summary.tried_on)
        turn = next_contact_on(cadence_days, *days)
        if turn is None or not today < turn <= last:
            continue
        due_on = promised.get(summary.id)
        if due_on is not None and replaces_turn(due_on, turn, cadence_days):
            continue
        counts[turn] = counts.get(turn, 0) + 1
    return _on_working_days(counts, member, today)


def _on_working_days(counts: Mapping[date, int], member: Member, today: date) -> dict[date, int]:
    moved: dict[date, int] = {}
    for day, count in counts.items():
        on = day
        while member.days_off.is_day_off(on) and on > today:
            on -= timedelta(days=1)
        if on <= today:
            on = member.days_off.next_working_after(day)
        moved[on] = moved.get(on, 0) + count
    return moved


def next_turn_day(
    summaries: Iterable[ContactSummary], promised: Mapping[str, date], member: Member, today: date, *, waits: bool
) -> date | None:
    """The next working day after today with a turn; None for none within a year.

    Args:
        promised: The due day of the first open promise, by the contact's id.
        waits: Whether turns are open that were not selected today.
    """
    if waits:
        return member.days_off.next_working_after(today)
    last = date.fromordinal(min(today.toordinal() + 365, date.max.toordinal() - 1))
    return min(turns_ahead(summaries, promised, member, today, last), default=None)
