"""The review: the plan for one day, and why each person is in it, as values that ``phrases.review`` words.

Promises come first and are always shown. Then come the people whose turn it is, as many as the day's
pace leaves room for; the rest is a number, not a wall. One stretch beyond the comfortable, and the
occasions of the week, close it. On a day off only what is promised and the occasions are there.
What a day offered when it was first looked at stays until it is over (``day_list``).
Pure: every function takes ``today``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from netkeeper.domain.member.member import Member
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.day_list import Day, done_elsewhere, offer, promise_lines, stays
from netkeeper.domain.review.diary import DiaryDay
from netkeeper.domain.review.items import Dealt, DuePromise, Nudge, Occasion, Why, nudge
from netkeeper.domain.review.scan import Turn, is_under, scan
from netkeeper.domain.review.selection import days_away
from netkeeper.domain.review.shared_values import is_shared_by_many
from netkeeper.domain.review.sorting import can_be_offered, is_left_to_turns, reserved, waiting_to_be_sorted
from netkeeper.domain.review.sorting_list import sorting_list

__all__ = ["Dealt", "DuePromise", "Nudge", "Occasion", "Review", "Why", "nudge", "plan"]


@dataclass(frozen=True, slots=True)
class Review:
    """The plan for one day.

    Attributes:
        day: The day.
        promises: What is due, oldest first; all of it.
        keep_in_touch: Whose turn it is, longest overdue (for their cadence) first; within the pace.
        stretch: At most one, from the edge of comfort.
        occasions: Of this week, the soonest few.
        turns: Everybody whose turn it is, in no order; there may be thousands, and few are looked at.
        sort: A few of those who wait to be sorted.
        unsorted: How many wait to be sorted in all.
        dealt: What was dealt with today: of the plan, and elsewhere.
        is_day_off: Whether the member has the day off: nobody is nudged, no stretch is offered.
        holiday: What the public holiday on that day is called; empty where it is none.
        is_lighter: Whether the member asked for a lighter day: likewise.
        away_days: For how many days nothing was done before today, where that is a week or more; else 0.
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
        """How many people were dealt with today."""
        return len({each.item.contact_id for each in self.dealt})

    @property
    def waiting(self) -> int:
        """How many can wait."""
        shown = {nudge.contact_id for nudge in self.keep_in_touch}
        return len(self.turns) - sum(contact_id in shown for _, _, contact_id, _, _ in self.turns)

    @property
    def later(self) -> tuple[ContactSummary, ...]:
        """Whose turn it is too, beyond the pace, in their order; :func:`nudge` says why."""
        shown = {nudge.contact_id for nudge in self.keep_in_touch}
        return tuple(standing for _, _, contact_id, standing, _ in sorted(self.turns) if contact_id not in shown)

    @property
    def is_done(self) -> bool:
        """Whether something was done, and neither a promise nor anybody to be in touch with is left."""
        return bool(self.dealt) and not (self.promises or self.keep_in_touch or self.stretch)

    @property
    def count(self) -> int:
        """How many lines of the plan are open."""
        lists = (self.promises, self.keep_in_touch, self.stretch, self.occasions, self.sort)
        return sum(len(each) for each in lists)


def plan(
    standings: Sequence[ContactSummary],
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
        followups: Those that are due and those closed on the day; others make no difference but that
            an open one counts as a promise.
        promised: When the first open promise to somebody is due, by the contact's id; one that is near stands for
            their turn.
        diary: The days on which the review was opened, the oldest first: whoever was offered and left
            rests. What this day offered when it was first looked at stays.
        seen_on: The day on which the plan is looked at, where that is another one.

    Returns:
        The plan.
    """
    promised = _earliest(promised or {}, followups)
    note = next((day for day in diary if day.on == today), DiaryDay(today))
    known = _known(standings, followups, note, today)
    seen = scan(standings, promised, member, today, _looked_ahead_to(member, today))
    # What was let go reached nobody.
    closed = {each.contact_id for each in followups if each.closed_on == today and each.status is Status.DONE}
    greeted_ids = {standing.id for standing in seen.met_today} | (closed & known.keys())
    promises, kept = promise_lines(followups, known, today)
    past = [day for day in diary if day.on < today]
    is_day_off = member.days_off.is_day_off(today)
    day = Day(
        on=today,
        seen_on=seen_on or today,
        member=member,
        seen=seen,
        dealt_ids=greeted_ids | {standing.id for standing in seen.tried_today},
        greeted_ids=greeted_ids,
        promised=promised,
        note=note,
        past=past,
        # Of the days until a later one nobody knows yet what will be done on them.
        away_days=days_away(seen.latest_on, past, today) if seen_on is None or today <= seen_on else 0,
        is_free=is_day_off or note.is_lighter,
    )
    unsorted = waiting_to_be_sorted(standings)
    sortable = _sortable(day, unsorted, len(promises))
    day = day._replace(sort_places=reserved(sortable))
    found = stays(day, known) if note.is_pinned else offer(day, len(promises))
    sort, sorted_today = sorting_list(day, sortable, known, found)
    shown = {each.item.contact_id for each in (*kept, *found.dealt, *sorted_today)}
    spoken_for = {*day.dealt_ids, *(standing.id for standing in found.stretch)}
    return Review(
        day=today,
        promises=tuple(promises),
        keep_in_touch=tuple(nudge(standing, today) for standing in found.keep_in_touch),
        stretch=tuple(_stretch_nudge(standing, standings, member) for standing in found.stretch),
        occasions=tuple(found.occasions),
        turns=tuple([turn for turn in seen.turns if turn[2] not in spoken_for] if spoken_for else seen.turns),
        sort=tuple(sort),
        unsorted=len(unsorted),
        dealt=(*kept, *found.dealt, *sorted_today, *done_elsewhere(day, known, shown)),
        is_day_off=is_day_off,
        is_lighter=note.is_lighter,
        away_days=day.away_days,
        holiday=member.days_off.holiday(today),
    )


def _sortable(day: Day, unsorted: Sequence[ContactSummary], promises: int) -> Sequence[ContactSummary]:
    """Those whom a day may have sorted, beside so many promises; nobody where the day is left to turns."""
    if day.is_free:
        return ()
    candidates = can_be_offered(unsorted, day.dealt_ids, day.on)
    has_room = promises + len(day.dealt_ids) < day.member.pace
    turn_waits = has_room and any(each[2] not in day.dealt_ids for each in day.seen.turns)
    ceiling, places = day.member.pace_ceiling, reserved(candidates)
    return () if is_left_to_turns(day.note, day.past, ceiling, places, turn_waits=turn_waits) else candidates


def _earliest(promised: Mapping[str, date], followups: Iterable[FollowUp]) -> Mapping[str, date]:
    """When the first open promise to somebody is due."""
    earliest = dict(promised)
    for followup in followups:
        if followup.is_open and followup.due_on < earliest.get(followup.contact_id, date.max):
            earliest[followup.contact_id] = followup.due_on
    return earliest


def _looked_ahead_to(member: Member, today: date) -> date:
    """What falls on the days off that follow is offered before them, where there is room; today on a day off."""
    if member.days_off.is_day_off(today):
        return today
    return member.days_off.next_working_after(today) - timedelta(days=1)


def _known(
    standings: Iterable[ContactSummary], followups: Iterable[FollowUp], note: DiaryDay, today: date
) -> dict[str, ContactSummary]:
    """Those of whom a promise or the day's note tells, by their ids; whoever is not here any more is left out."""
    wanted = {each.contact_id for each in followups if (each.due_on <= today if each.is_open else True)}
    wanted.update(note.offered, note.occasions, note.sort)
    return {standing.id: standing for standing in standings if standing.id in wanted} if wanted else {}


def _stretch_nudge(standing: ContactSummary, standings: Sequence[ContactSummary], member: Member) -> Nudge:
    own = [field for field in standing.fields if is_under(field, member)]
    why = Why("new")
    for each in own[:1] or standing.fields[:1]:
        shared = sum(each in other.fields for other in standings)
        if not is_shared_by_many(shared, len(standings)):
            why = Why("new", (each,))
    return Nudge(standing.id, standing.name, None, standing.cadence_days, why)
