"""The day's list: what a day offers when it is first looked at, and what became of it until the day is over.

What was offered stays, in its order, whoever is dealt with too; so neither the people nor their number change under
one's hands. Only promises and what was done elsewhere join.
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
from netkeeper.domain.review.scan import Survey
from netkeeper.domain.review.selection import offered, stretch_of

OCCASION_LIMIT = 5
"""How many occasions are shown at most, the nearest: a wall of birthdays is one too."""


class DayList(NamedTuple):
    """Whom a day offers, promises aside.

    Attributes:
        keep_in_touch: Those still to be in touch with, in their order.
        stretch: At most one.
        occasions: In their order.
        dealt: Those of them who were dealt with.
    """

    keep_in_touch: Sequence[ContactSummary]
    stretch: Sequence[ContactSummary]
    occasions: Sequence[Occasion]
    dealt: Sequence[Dealt] = ()


class Day(NamedTuple):
    """What a day's list follows from.

    Attributes:
        on: The day.
        seen_on: The day on which it is looked at.
        member: Whose pace and ceiling count.
        seen: What one look at everybody found.
        dealt_ids: Those dealt with on the day.
        greeted_ids: Those among them who were reached; whoever was only tried still has an occasion.
        promised: When the first open promise to somebody is due.
        note: What the diary says of the day.
        past: The days of the diary before it.
        away_days: For how many days nothing was done before it; 0 for less than a week.
        is_free: Whether nobody is asked for: a day off, or a lighter one.
        sort_places: How many places of the ceiling are kept for those who wait to be sorted.
    """

    on: date
    seen_on: date
    member: Member
    seen: Survey
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
        """How many the day may ask for at most, promises and sorting aside."""
        return max(0, self.member.pace_ceiling - self.sort_places)


def offer(day: Day, promises: int) -> DayList:
    """What a day offers that nobody has looked at yet.

    Args:
        promises: How many promises are due, which take their part of the pace.
    """
    seen, member, dealt_ids = day.seen, day.member, day.dealt_ids
    room = max(0, member.pace - promises - len(dealt_ids))
    keep_in_touch: list[ContactSummary] = []
    stretch: list[ContactSummary] = []
    if not day.is_free:
        # After a time away there is one pace of all, and no stretch, so that coming back is easy.
        if not day.away_days:
            stretch = stretch_of(seen, seen.stretches, dealt_ids, day.note.offered)
        keep_in_touch = _turns(day, {each.id for each in stretch}, room)
        if stretch and len(keep_in_touch) >= day.ceiling:
            # The ceiling leaves no place beside the turns: the stretch is one of those who have theirs, or nobody.
            keep_in_touch = _turns(day, set(), room)
            ids = {each.id for each in keep_in_touch}
            among = [each for each in seen.stretches if each[2] in ids]
            stretch = stretch_of(seen, among, dealt_ids, day.note.offered)
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
    return offered(turns, soon, day.past, day.note.offered, min(room, day.ceiling), day.on)


def _by_day(occasion: Occasion) -> tuple[date, str, str]:
    return occasion.on, occasion.name, occasion.contact_id


def stays(day: Day, known: Mapping[str, ContactSummary]) -> DayList:
    """What a day still asks of those whom it offered when it was first looked at, and who was dealt with.

    Args:
        day: What it follows from; its note says whom it offered.
        known: Everybody whom it offered and who is still here.
    """
    here = [known[each] for each in day.note.offered if each in known]
    turn_ids = {turn[2] for turn in (*day.seen.turns, *day.seen.soon)} if here else set()
    stretch_ids = {each[2] for each in day.seen.stretches} if day.note.stretch else set()
    turns = [each for each in here if each.id not in day.note.stretch]
    keep_in_touch, turns_dealt = _still_open(turns, turn_ids, day, "keep_in_touch")
    stretch, stretch_dealt = _still_open([each for each in here if each not in turns], stretch_ids, day, "stretch")
    occasions, greeted = _occasions_that_stay(day, known)
    return DayList(keep_in_touch, stretch, occasions, (*turns_dealt, *stretch_dealt, *greeted))


def _still_open(
    standings: Iterable[ContactSummary], asked_for: Set[str], day: Day, group: Group
) -> tuple[list[ContactSummary], list[Dealt]]:
    """Of those whom a day offered: who is still asked for, and who was dealt with; the others have left."""
    still: list[ContactSummary] = []
    dealt: list[Dealt] = []
    for standing in standings:
        if standing.id in asked_for and standing.id not in day.dealt_ids:
            if not day.is_free:
                still.append(standing)
        elif said := how_dealt_with(standing, day):
            dealt.append(Dealt(nudge(standing, day.on)._replace(why=said), group, len(still) + len(dealt)))
    return still, dealt


def _occasions_that_stay(day: Day, known: Mapping[str, ContactSummary]) -> tuple[list[Occasion], list[Dealt]]:
    """The same of the occasions."""
    still: list[Occasion] = []
    dealt: list[Dealt] = []
    for standing in (known[each] for each in day.note.occasions if each in known):
        occasion = occasion_of(standing, day.on, day.seen_on)
        if occasion is None:
            continue
        if standing.id in day.greeted_ids:
            dealt.append(Dealt(occasion, "occasions", len(still) + len(dealt)))
        elif standing.nudge_from is None or standing.nudge_from <= day.on:
            still.append(occasion)
    return still, dealt


def how_dealt_with(standing: ContactSummary, day: Day) -> Why | None:
    """What was done on a day with somebody whom it offered; None where they were not dealt with.

    Whoever was put off, or asked to be left without reminders or on a longer cadence, was not: they leave the list.
    """
    last_on, promised_on = standing.last_on, day.promised.get(standing.id)
    if last_on == day.on:
        return Why("in_touch")
    if standing.tried_on == day.on:
        return Why("tried")
    if standing.id in day.dealt_ids:
        return Why("closed")
    if standing.cadence_days is None or (standing.nudge_from is not None and standing.nudge_from > day.on):
        return None
    if promised_on is not None and promised_on > day.on and replaces_turn(promised_on, day.on, standing.cadence_days):
        return Why("promised", on=promised_on, seen_on=day.seen_on)
    if last_on is not None and day.note.is_touched(standing.id, last_on):
        return Why("in_touch", on=last_on, seen_on=day.seen_on)
    return None


def done_elsewhere(day: Day, known: Mapping[str, ContactSummary], shown: Collection[str]) -> list[Dealt]:
    """Those dealt with on a day whom it had not offered, by name."""
    everybody = {each.id: each for each in (*day.seen.met_today, *day.seen.tried_today)}
    everybody |= {each: known[each] for each in day.dealt_ids if each in known}
    others = sorted((each.name, each.id) for each in everybody.values() if each.id not in shown)
    dealt: list[Dealt] = []
    for standing in (everybody[contact_id] for _, contact_id in others):
        if said := how_dealt_with(standing, day):
            dealt.append(Dealt(nudge(standing, day.on)._replace(why=said), "elsewhere", len(dealt)))
    return dealt


def promise_lines(
    followups: Iterable[FollowUp], known: Mapping[str, ContactSummary], today: date
) -> tuple[list[DuePromise], list[Dealt]]:
    """The promises that are due, oldest first, and those that were closed today."""
    lines = [
        DuePromise(each.contact_id, known[each.contact_id].name, each, max(0, (today - each.due_on).days))
        for each in followups
        if each.contact_id in known and (each.due_on <= today if each.is_open else each.closed_on == today)
    ]
    lines.sort(key=lambda line: (line.followup.due_on, line.name, line.followup.id))
    closed = [Dealt(line, "promises", place) for place, line in enumerate(lines) if not line.followup.is_open]
    return [line for line in lines if line.followup.is_open], closed
