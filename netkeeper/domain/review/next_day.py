"""The next day on which it is somebody's turn."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta

from netkeeper.domain.member.cadence import next_contact_on, replaces_turn
from netkeeper.domain.member.member import Member
from netkeeper.domain.review.contact_summary import ContactSummary


def turns_ahead(
    standings: Iterable[ContactSummary], promised: Mapping[str, date], member: Member, today: date, last: date
) -> dict[date, int]:
    """How many people's turn comes round by itself on each working day after today, up to a day.

    A turn on a day off is counted on the working day before it, where the review offers it; one that a promise stands
    for, or that has come already, is not counted.

    Args:
        promised: When the first open promise to somebody is due.
        last: The last day that is looked at.
    """
    counts: dict[date, int] = {}
    for standing in standings:
        cadence_days = standing.cadence_days
        if cadence_days is None or standing.unsorted:
            continue
        days = (standing.last_on, standing.nudge_from, standing.created_on, standing.first_turn_on, standing.tried_on)
        turn = next_contact_on(cadence_days, *days)
        if turn is None or not today < turn <= last:
            continue
        due_on = promised.get(standing.id)
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
    standings: Iterable[ContactSummary], promised: Mapping[str, date], member: Member, today: date, *, waits: bool
) -> date | None:
    """The next working day after today on which the review has somebody to offer; None for none within a year.

    Args:
        promised: When the first open promise to somebody is due.
    """
    if waits:
        return member.days_off.next_working_after(today)
    last = date.fromordinal(min(today.toordinal() + 365, date.max.toordinal() - 1))
    return min(turns_ahead(standings, promised, member, today, last), default=None)
