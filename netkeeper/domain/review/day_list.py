"""The list of a day: selected when the day is first opened, then fixed until the day is over.

Contacts that were dealt with stay in the list, in their place. Only promises, and contacts dealt with outside of the
list, are added later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from datetime import date
from typing import NamedTuple

from netkeeper.domain.member.cadence import replaces_turn
from netkeeper.domain.member.member import Member
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.diary import DiaryDay
from netkeeper.domain.review.items import Dealt, DuePromise, Group, Occasion, Why, nudge, occasion_of
from netkeeper.domain.review.scan import ScanResult
from netkeeper.domain.review.selection import select_turns, stretch_of

OCCASION_LIMIT = 5
"""The most occasions that are shown; the nearest ones are."""


class DayList(NamedTuple):
    """The selection of a day, without promises.

    Attributes:
        keep_in_touch: Turns that are still open, in order.
        stretch: At most one.
        occasions: In order.
        dealt: Lines of the selection that were dealt with.
    """

    keep_in_touch: Sequence[ContactSummary]
    stretch: Sequence[ContactSummary]
    occasions: Sequence[Occasion]
    dealt: Sequence[Dealt] = ()


class Day(NamedTuple):
    """The input from which the list of a day is computed.

    Attributes:
        on: The day.
        seen_on: The day on which it is looked at.
        member: The member with pace and ceiling.
        seen: The result of the scan.
        dealt_ids: Contacts dealt with on the day.
        greeted_ids: Those of them who were reached; an attempt alone leaves an occasion open.
        promised: The due day of the first open promise, by the contact's id.
        note: The diary's entry of the day.
        past: The diary's entries before it, the oldest first.
        away_days: Number of days before it without any activity; 0 for less than a week.
        is_free: Whether no turns are selected: a day off, or a lighter day.
        sort_places: Places of the ceiling that are reserved for sorting.
    """

    on: date
    seen_on: date
    member: Member
    seen: ScanResult
    dealt_ids: Set[str]
    greeted_ids: Set[str]
    promised: Mapping[str, date]
    note: DiaryDay
    past: Sequence[DiaryDay]
    away_days: int
    is_free: bool
    sort_places: int = 0

    @property
    def ceiling(self) -> int:
        """The most turns, stretches and occasions of the day."""
        return max(0, self.member.pace_ceiling - self.sort_places)


def selected_list(day: Day, promises: int) -> DayList:
    """Select the list of a day that was not opened yet.

    Args:
        promises: Number of promises that are due; they use up pace.
    """
    seen, member, dealt_ids = day.seen, day.member, day.dealt_ids
    room = max(0, member.pace - promises - len(dealt_ids))
    keep_in_touch: list[ContactSummary] = []
    stretch: list[ContactSummary] = []
    if not day.is_free:
        # After days away, everything together fits one pace, without a stretch.
        if not day.away_days:
            stretch = stretch_of(seen, seen.stretches, dealt_ids, day.note.selected)
        keep_in_touch = _turns(day, {each.id for each in stretch}, room)
        if stretch and len(keep_in_touch) >= day.ceiling:
            # No place is left beside the turns: the stretch is one of the selected turns, or none.
            keep_in_touch = _turns(day, set(), room)
            ids = {each.id for each in keep_in_touch}
            among = [each for each in seen.stretches if each[2] in ids]
            stretch = stretch_of(seen, among, dealt_ids, day.note.selected)
            keep_in_touch = [each for each in keep_in_touch if each not in stretch]
    most = min(room, day.ceiling) if day.away_days else day.ceiling - len(stretch)
    limit = max(0, min(OCCASION_LIMIT, most - len(keep_in_touch)))
    free = (each for each in seen.occasions if each.id not in day.greeted_ids)
    found = [each for each in (occasion_of(each, day.on, day.seen_on) for each in free) if each is not None]
    return DayList(keep_in_touch, stretch, sorted(found, key=_by_day)[:limit])


def _turns(day: Day, spoken_for: Set[str], room: int) -> list[ContactSummary]:
    taken = day.dealt_ids | spoken_for
    turns = [turn for turn in day.seen.turns if turn[2] not in taken] if taken else day.seen.turns
    soon = [turn for turn in day.seen.soon if turn[2] not in taken]
    return select_turns(turns, soon, day.past, day.note.selected, min(room, day.ceiling), day.on)


def _by_day(occasion: Occasion) -> tuple[date, str, str]:
    return occasion.on, occasion.name, occasion.contact_id


def pinned_list(day: Day, known: Mapping[str, ContactSummary]) -> DayList:
    """The list of a day that was opened before: what is still open of its selection, and what was dealt with.

    Args:
        day: With the selection in its note.
        known: The selected contacts that still exist, by their ids.
    """
    here = [known[each] for each in day.note.selected if each in known]
    turn_ids = {turn[2] for turn in (*day.seen.turns, *day.seen.soon)} if here else set()
    stretch_ids = {each[2] for each in day.seen.stretches} if day.note.stretch else set()
    turns = [each for each in here if each.id not in day.note.stretch]
    keep_in_touch, turns_dealt = _still_open(turns, turn_ids, day, "keep_in_touch")
    stretch, stretch_dealt = _still_open([each for each in here if each not in turns], stretch_ids, day, "stretch")
    occasions, greeted = _occasions_that_stay(day, known)
    return DayList(keep_in_touch, stretch, occasions, (*turns_dealt, *stretch_dealt, *greeted))


def _still_open(
    summaries: Iterable[ContactSummary], asked_for: Set[str], day: Day, group: Group
) -> tuple[list[ContactSummary], list[Dealt]]:
    """Split selected contacts into those still open and those dealt with; contacts that are neither are left out."""
    still: list[ContactSummary] = []
    dealt: list[Dealt] = []
    for summary in summaries:
        if summary.id in asked_for and summary.id not in day.dealt_ids:
            if not day.is_free:
                still.append(summary)
        elif why := how_dealt_with(summary, day):
            dealt.append(Dealt(nudge(summary, day.on)._replace(why=why), group, len(still) + len(dealt)))
    return still, dealt


def _occasions_that_stay(day: Day, known: Mapping[str, ContactSummary]) -> tuple[list[Occasion], list[Dealt]]:
    """Split the occasions of the day's note likewise."""
    still: list[Occasion] = []
    dealt: list[Dealt] = []
    for summary in (known[each] for each in day.note.occasions if each in known):
        occasion = occasion_of(summary, day.on, day.seen_on)
        if occasion is None:
            continue
        if summary.id in day.greeted_ids:
            dealt.append(Dealt(occasion, "occasions", len(still) + len(dealt)))
        elif summary.nudge_from is None or summary.nudge_from <= day.on:
            still.append(occasion)
    return still, dealt


def how_dealt_with(summary: ContactSummary, day: Day) -> Why | None:
    """How a selected contact was dealt with on a day; None where it was not.

    To snooze, to remove the reminders or to lengthen the cadence is not dealing with it: the contact leaves the list.
    """
    last_on, promised_on = summary.last_on, day.promised.get(summary.id)
    if last_on == day.on:
        return Why("in_touch")
    if summary.tried_on == day.on:
        return Why("tried")
    if summary.id in day.dealt_ids:
        return Why("closed")
    if summary.cadence_days is None or (summary.nudge_from is not None and summary.nudge_from > day.on):
        return None
    if promised_on is not None and promised_on > day.on and replaces_turn(promised_on, day.on, summary.cadence_days):
        return Why("promised", on=promised_on, seen_on=day.seen_on)
    if last_on is not None and day.note.is_touched(summary.id, last_on):
        return Why("in_touch", on=last_on, seen_on=day.seen_on)
    return None


def done_elsewhere(day: Day, known: Mapping[str, ContactSummary], shown: Collection[str]) -> list[Dealt]:
    """Lines for contacts dealt with on a day outside of its selection (``shown``), by name."""
    everybody = {each.id: each for each in (*day.seen.met_today, *day.seen.tried_today)}
    everybody |= {each: known[each] for each in day.dealt_ids if each in known}
    others = sorted((each.name, each.id) for each in everybody.values() if each.id not in shown)
    dealt: list[Dealt] = []
    for summary in (everybody[contact_id] for _, contact_id in others):
        if why := how_dealt_with(summary, day):
            dealt.append(Dealt(nudge(summary, day.on)._replace(why=why), "elsewhere", len(dealt)))
    return dealt


def promise_lines(
    followups: Iterable[FollowUp], known: Mapping[str, ContactSummary], today: date
) -> tuple[list[DuePromise], list[Dealt]]:
    """The promises that are due, oldest first, and those that were closed today, each with its place among both."""
    lines = [
        DuePromise(each.contact_id, known[each.contact_id].name, each, max(0, (today - each.due_on).days))
        for each in followups
        if each.contact_id in known and (each.due_on <= today if each.is_open else each.closed_on == today)
    ]
    lines.sort(key=lambda line: (line.followup.due_on, line.name, line.followup.id))
    closed = [Dealt(line, "promises", place) for place, line in enumerate(lines) if not line.followup.is_open]
    return [line for line in lines if line.followup.is_open], closed
