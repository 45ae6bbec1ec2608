"""The review: the plan for one day, and why each contact is in it, as values that ``phrases.review`` words.

Promises come first, all of them; then turns, as many as the pace has room for; then at most one stretch, and the
occasions of the week. A day off has promises and occasions only. The selection is fixed from the first time that a
day is opened until it is over (``day_list``).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from netkeeper.domain.member.member import Member
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.day_list import Day, done_elsewhere, pinned_list, promise_lines, selected_list
from netkeeper.domain.review.diary import DiaryDay
from netkeeper.domain.review.items import Dealt, DuePromise, Nudge, Occasion, Why, nudge
from netkeeper.domain.review.scan import Turn, is_under, scan
from netkeeper.domain.review.selection import days_away
from netkeeper.domain.review.shared_values import is_shared_by_many
from netkeeper.domain.review.sorting import is_left_to_turns, reserved, sortable_contacts, waiting_to_be_sorted
from netkeeper.domain.review.sorting_list import sorting_list

__all__ = ["Dealt", "DuePromise", "Nudge", "Occasion", "Review", "Why", "nudge", "plan"]


@dataclass(frozen=True, slots=True)
class Review:
    """The plan for one day.

    Attributes:
        day: The day.
        promises: All that are due, oldest first.
        keep_in_touch: The selected turns, the most overdue (in cadences) first.
        stretch: At most one contact with whom nothing was logged yet.
        occasions: The nearest ones of the week.
        turns: All open turns, unordered; there may be thousands.
        sort: The contacts selected for sorting.
        unsorted: Number of all unsorted contacts.
        dealt: What was dealt with today, in the selection and outside of it.
        is_day_off: Whether the member has the day off: no turns, no stretch.
        holiday: The name of the public holiday on that day; empty for none.
        is_lighter: Whether the member asked for a lighter day: no turns, no stretch.
        away_days: Number of days before today without any activity; 0 for less than a week.
    """

    day: date
    promises: tuple[DuePromise, ...]
    keep_in_touch: tuple[Nudge, ...]
    stretch: tuple[Nudge, ...]
    occasions: tuple[Occasion, ...]
    turns: tuple[Turn, ...] = field(compare=False)
    sort: tuple[Nudge, ...] = ()
    unsorted: int = 0
    dealt: tuple[Dealt, ...] = ()
    is_day_off: bool = False
    is_lighter: bool = False
    away_days: int = 0
    holiday: str = ""

    @property
    def done_today(self) -> int:
        """Number of people dealt with today."""
        return len({each.item.contact_id for each in self.dealt})

    @property
    def waiting(self) -> int:
        """Number of turns that were not selected."""
        shown = {nudge.contact_id for nudge in self.keep_in_touch}
        return len(self.turns) - sum(contact_id in shown for _, _, contact_id, _, _ in self.turns)

    @property
    def later(self) -> tuple[ContactSummary, ...]:
        """The turns that were not selected, the most overdue first."""
        shown = {nudge.contact_id for nudge in self.keep_in_touch}
        return tuple(summary for _, _, contact_id, summary, _ in sorted(self.turns) if contact_id not in shown)

    @property
    def is_done(self) -> bool:
        """Whether something was dealt with, and no promise, turn or stretch is open."""
        return bool(self.dealt) and not (self.promises or self.keep_in_touch or self.stretch)

    @property
    def count(self) -> int:
        """Number of open lines."""
        lists = (self.promises, self.keep_in_touch, self.stretch, self.occasions, self.sort)
        return sum(len(each) for each in lists)


def plan(
    summaries: Sequence[ContactSummary],
    followups: Sequence[FollowUp],
    member: Member,
    today: date,
    *,
    promised: Mapping[str, date] | None = None,
    diary: Sequence[DiaryDay] = (),
    seen_on: date | None = None,
) -> Review:
    """Plan a day.

    Args:
        summaries: All contacts that are not archived.
        followups: At least those that are due and those closed on the day.
        promised: The due day of the first open promise, by the contact's id, for all that are not in ``followups``;
            see :func:`replaces_turn`.
        diary: The days on which the review was opened, the oldest first; this day's entry fixes its selection.
        seen_on: The day on which the plan is read, where that is another one.
    """
    note = next((day for day in diary if day.on == today), DiaryDay(today))
    known = _known(summaries, followups, note, today)
    promises, kept = promise_lines(followups, known, today)
    promised = _earliest(promised or {}, followups)
    past = [day for day in diary if day.on < today]
    day = _scanned(summaries, followups, known, member, promised, note, past, seen_on or today)
    unsorted = waiting_to_be_sorted(summaries)
    sortable = _sortable(day, unsorted, len(promises))
    day = day._replace(sort_places=reserved(sortable))
    found = pinned_list(day, known) if note.is_pinned else selected_list(day, len(promises))
    sort, sorted_today = sorting_list(day, sortable, known, found)
    shown = {each.item.contact_id for each in (*kept, *found.dealt, *sorted_today)}
    taken = {*day.dealt_ids, *(summary.id for summary in found.stretch)}
    return Review(
        day=today,
        promises=tuple(promises),
        keep_in_touch=tuple(nudge(summary, today) for summary in found.keep_in_touch),
        stretch=tuple(_stretch_nudge(summary, summaries, member) for summary in found.stretch),
        occasions=tuple(found.occasions),
        turns=tuple([turn for turn in day.seen.turns if turn[2] not in taken] if taken else day.seen.turns),
        sort=tuple(sort),
        unsorted=len(unsorted),
        dealt=(*kept, *found.dealt, *sorted_today, *done_elsewhere(day, known, shown)),
        is_day_off=member.days_off.is_day_off(today),
        is_lighter=note.is_lighter,
        away_days=day.away_days,
        holiday=member.days_off.holiday(today),
    )


def _scanned(
    summaries: Sequence[ContactSummary],
    followups: Sequence[FollowUp],
    known: Mapping[str, ContactSummary],
    member: Member,
    promised: Mapping[str, date],
    note: DiaryDay,
    past: Sequence[DiaryDay],
    seen_on: date,
) -> Day:
    """The day of a note with the result of the scan, before places are reserved for sorting."""
    today = note.on
    seen = scan(summaries, promised, member, today, _looked_ahead_to(member, today))
    # A dropped promise reached nobody.
    closed = {each.contact_id for each in followups if each.closed_on == today and each.status is Status.DONE}
    greeted_ids = {summary.id for summary in seen.met_today} | (closed & known.keys())
    return Day(
        on=today,
        seen_on=seen_on,
        member=member,
        seen=seen,
        dealt_ids=greeted_ids | {summary.id for summary in seen.tried_today},
        greeted_ids=greeted_ids,
        promised=promised,
        note=note,
        past=past,
        # What will be done until a day to come isn't known.
        away_days=days_away(seen.latest_on, past, today) if today <= seen_on else 0,
        is_free=member.days_off.is_day_off(today) or note.is_lighter,
    )


def _sortable(day: Day, unsorted: Sequence[ContactSummary], promises: int) -> Sequence[ContactSummary]:
    """The contacts that a day with so many promises may select for sorting; none where the day is left to turns."""
    if day.is_free:
        return ()
    candidates = sortable_contacts(unsorted, day.dealt_ids, day.on)
    has_room = promises + len(day.dealt_ids) < day.member.pace
    turn_waits = has_room and any(each[2] not in day.dealt_ids for each in day.seen.turns)
    ceiling, places = day.member.pace_ceiling, reserved(candidates)
    return () if is_left_to_turns(day.note, day.past, ceiling, places, turn_waits=turn_waits) else candidates


def _earliest(promised: Mapping[str, date], followups: Iterable[FollowUp]) -> Mapping[str, date]:
    """The due day of the first open promise, by the contact's id."""
    earliest = dict(promised)
    for followup in followups:
        if followup.is_open and followup.due_on < earliest.get(followup.contact_id, date.max):
            earliest[followup.contact_id] = followup.due_on
    return earliest


def _looked_ahead_to(member: Member, today: date) -> date:
    """The last of the days off that follow, whose turns are selected before them where there is room; today on a day off."""
    if member.days_off.is_day_off(today):
        return today
    return member.days_off.next_working_after(today) - timedelta(days=1)


def _known(
    summaries: Iterable[ContactSummary], followups: Iterable[FollowUp], note: DiaryDay, today: date
) -> dict[str, ContactSummary]:
    """The contacts that promises and the day's note name, by their ids; deleted ones are left out."""
    wanted = {each.contact_id for each in followups if (each.due_on <= today if each.is_open else True)}
    wanted.update(note.selected, note.occasions, note.sort)
    return {summary.id: summary for summary in summaries if summary.id in wanted} if wanted else {}


def _stretch_nudge(summary: ContactSummary, summaries: Sequence[ContactSummary], member: Member) -> Nudge:
    own = [field for field in summary.fields if is_under(field, member)]
    why = Why("new")
    for each in own[:1] or summary.fields[:1]:
        shared = sum(each in other.fields for other in summaries)
        if not is_shared_by_many(shared, len(summaries)):
            why = Why("new", (each,))
    return Nudge(summary.id, summary.name, None, summary.cadence_days, why)
