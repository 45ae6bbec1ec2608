"""The review: the plan for one day, and why each person is in it.

Promises come first and are always shown. Then come the people whose turn it is, as many as the day's
pace leaves room for; the rest is a number, not a wall. One stretch beyond the comfortable, and the
occasions of the week, close it. On a day off only what is promised and the occasions are there.
Pure: every function takes ``today``.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from heapq import nsmallest
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.describe import describe_cadence, describe_day, describe_span
from netkeeper.domain.diary import DiaryDay, resting
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.member import Member
from netkeeper.domain.standing import Standing
from netkeeper.domain.survey import (
    OCCASION_DAYS,
    Survey,
    Turn,
    a_year_before,
    days_of_the_week,
    fields_under,
    next_working_day,
    survey,
)

if TYPE_CHECKING:
    from netkeeper.domain.birthday import Birthday

AWAY_DAYS = 7
"""After so many days without anything done, the review starts gently."""
BY_DAYS_FROM = 80
"""Where so many people wait for each place, every other place goes to whoever waits longest in days."""
_SINCE = itemgetter(4)
OCCASION_LIMIT = 5
"""How many occasions are shown at most, the nearest: a wall of birthdays is one too."""


class Promise(NamedTuple):
    """A follow-up that is due.

    Attributes:
        contact_id: To whom.
        name: The contact's name.
        followup: The promise.
        days_late: 0 on the day it is due.
    """

    contact_id: str
    name: str
    followup: FollowUp
    days_late: int

    @property
    def why(self) -> str:
        """Why it is in the review."""
        return self.followup.what or "be in touch"


class Nudge(NamedTuple):
    """Somebody to be in touch with.

    Attributes:
        contact_id: Whom.
        name: The contact's name.
        days_since: Days since the last interaction; None where there was none.
        cadence_days: How often to be in touch; None in a stretch towards somebody without a cadence.
        why: Why this person, in a few words.
    """

    contact_id: str
    name: str
    days_since: int | None
    cadence_days: int | None
    why: str


class Occasion(NamedTuple):
    """A day worth a greeting.

    Attributes:
        contact_id: Whose.
        name: The contact's name.
        on: The day, today or within the week.
        why: What day it is, in a few words.
    """

    contact_id: str
    name: str
    on: date
    why: str


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
        done_today: How many people were dealt with today already.
        is_day_off: Whether the member has the day off: nobody is nudged, no stretch is offered.
        away_days: For how many days nothing was done before today, where that is a week or more; else 0.
    """

    day: date
    promises: tuple[Promise, ...]
    keep_in_touch: tuple[Nudge, ...]
    stretch: tuple[Nudge, ...]
    occasions: tuple[Occasion, ...]
    turns: tuple[Turn, ...] = field(compare=False)
    done_today: int
    is_day_off: bool = False
    away_days: int = 0

    @property
    def waiting(self) -> int:
        """How many can wait."""
        shown = {nudge.contact_id for nudge in self.keep_in_touch}
        return len(self.turns) - sum(contact_id in shown for _, _, contact_id, _, _ in self.turns)

    @property
    def later(self) -> tuple[Standing, ...]:
        """Whose turn it is too, beyond the pace, in their order; :func:`nudge` says why."""
        shown = {nudge.contact_id for nudge in self.keep_in_touch}
        return tuple(standing for _, _, contact_id, standing, _ in sorted(self.turns) if contact_id not in shown)

    @property
    def count(self) -> int:
        """How many lines the plan has."""
        return len(self.promises) + len(self.keep_in_touch) + len(self.stretch) + len(self.occasions)


def plan(
    standings: Sequence[Standing],
    followups: Sequence[FollowUp],
    member: Member,
    today: date,
    *,
    promised_ids: Set[str] = frozenset(),
    diary: Sequence[DiaryDay] = (),
) -> Review:
    """Plan a day.

    Args:
        standings: Everybody who is not archived.
        followups: Those that are due and those closed on the day; others make no difference but that
            an open one counts as a promise.
        member: Whose pace, fields and days off count.
        today: The day.
        promised_ids: Contacts to whom something is promised for later, who are not nudged as well.
        diary: The days on which the review was opened lately: whoever was offered and left rests.

    Returns:
        The plan.
    """
    promised = promised_ids | {followup.contact_id for followup in followups if followup.is_open}
    is_day_off = member.days_off.is_day_off(today)
    back_on = next_working_day(member, today)
    # What falls on the days off that follow is offered before them, where there is room.
    until = back_on - timedelta(days=1) if not is_day_off else today
    seen = survey(standings, promised, member, today, until)
    closed = {followup.contact_id for followup in followups if followup.closed_on == today}
    due = [followup for followup in followups if followup.is_open and followup.due_on <= today]
    names = _names(standings, closed | {followup.contact_id for followup in due})
    dealt_with = {standing.id for standing in seen.met_today} | (closed & names.keys())
    promises = [
        Promise(followup.contact_id, names[followup.contact_id], followup, (today - followup.due_on).days)
        for followup in due
        if followup.contact_id in names
    ]
    promises.sort(key=lambda promise: (promise.followup.due_on, promise.name, promise.followup.id))

    away_days = _days_away(seen.latest_on, diary, today)
    room = max(0, member.pace - len(promises) - len(dealt_with))
    # After a time away there is one pace of all, and no stretch, so that coming back is easy.
    stretch = [] if is_day_off or away_days else _stretch(seen, dealt_with)
    spoken_for = {*dealt_with, *(standing.id for standing in stretch)}
    turns = [turn for turn in seen.turns if turn[2] not in spoken_for] if spoken_for else seen.turns
    keep_in_touch = [] if is_day_off else _offered(turns, seen.soon, diary, room, today)
    most = room if away_days else member.pace_ceiling - len(stretch)
    occasions = _occasions(seen.occasions, dealt_with, today)[: max(0, min(OCCASION_LIMIT, most - len(keep_in_touch)))]
    return Review(
        day=today,
        promises=tuple(promises),
        keep_in_touch=tuple(nudge(standing, today) for standing in keep_in_touch),
        stretch=tuple(_stretch_nudge(standing, member) for standing in stretch),
        occasions=occasions,
        turns=tuple(turns),
        done_today=len(dealt_with),
        is_day_off=is_day_off,
        away_days=away_days,
    )


def nudge(standing: Standing, today: date) -> Nudge:
    """Why it is somebody's turn."""
    every = f"every {describe_cadence(standing.cadence_days)}" if standing.cadence_days else "no cadence"
    if standing.last_on is None:
        days_since = None
        why = f"not met yet, {every}"
    else:
        days_since = max(0, (today - standing.last_on).days)
        why = f"{describe_span(days_since)}, {every}"
    return Nudge(standing.id, standing.name, days_since, standing.cadence_days, why)


def _names(standings: Sequence[Standing], wanted: Set[str]) -> dict[str, str]:
    """The names of some people; those who are not among the standings are left out."""
    if not wanted:
        return {}
    return {standing.id: standing.name for standing in standings if standing.id in wanted}


def _stretch(seen: Survey, dealt_with: Set[str]) -> list[Standing]:
    """At most one person never met: in an own field or hoped for, another one from day to day."""
    if seen.is_new_met:
        return []  # Somebody new was met today: that was the stretch.
    candidates = [each for each in seen.stretches if each[2] not in dealt_with]
    return [min(candidates)[3]] if candidates else []


def _offered(
    turns: Sequence[Turn], soon: Sequence[Turn], diary: Sequence[DiaryDay], room: int, today: date
) -> list[Standing]:
    """Whom to be in touch with: those who waited longest; then, where there is room, whose turn would come on days off.

    Where more wait than there is room for, places go by the wait as a multiple of the cadence; and the more
    people wait, the more of them by the days alone: else those with a long cadence would never be seen in a
    network that asks for too much. Whoever was offered lately and left gives way to the others.
    """
    if room <= 0:
        return []
    lately = {contact_id for day in diary for contact_id in day.offered}
    rested: Sequence[Turn] = ()
    if lately:
        last_on = {turn[2]: turn[3].last_on for turn in (*turns, *soon) if turn[2] in lately}
        rests = resting(diary, last_on, today)
        rested = [turn for turn in turns if turn[2] in rests]
        turns = [turn for turn in turns if turn[2] not in rests]
        soon = [turn for turn in soon if turn[2] not in rests]
    chosen = nsmallest(room, turns)
    if len(turns) > room:
        by_days = round(room * len(turns) / (len(turns) + BY_DAYS_FROM * room))
        chosen = chosen[: room - by_days]
        first = {turn[2] for turn in chosen}
        # Those who were offered lately have been seen; as many as those chosen already may be among the longest waiting.
        unseen = [turn for turn in turns if turn[2] not in lately] if lately else turns
        longest = nsmallest(room, unseen, key=_SINCE)
        chosen += [turn for turn in longest if turn[2] not in first][:by_days]
        chosen.sort()
    chosen += nsmallest(room - len(chosen), rested)
    chosen += nsmallest(room - len(chosen), soon)
    return [turn[3] for turn in chosen]


def _days_away(latest_on: date | None, diary: Sequence[DiaryDay], today: date) -> int:
    """For how many days nothing was done before today; 0 where that is less than a week, or the diary is new."""
    days = [day.on for day in diary if day.on < today]
    if not days:
        return 0
    away = (today - max([*days, latest_on or date.min])).days
    return away if away >= AWAY_DAYS else 0


def _stretch_nudge(standing: Standing, member: Member) -> Nudge:
    own = [field for field in standing.fields if field in fields_under([standing], member)]
    why = " · ".join(["never met", *(own[:1] or standing.fields[:1])])
    return Nudge(standing.id, standing.name, None, standing.cadence_days, why)


def _occasions(found: Sequence[Standing], dealt_with: Set[str], today: date) -> tuple[Occasion, ...]:
    """Birthdays from today to a week ahead, and whom you met a year ago today; the nearest first."""
    last = min(today.toordinal() + OCCASION_DAYS, date.max.toordinal() - 1)
    week = days_of_the_week(today)
    occasions: list[Occasion] = []
    for standing in found:
        if standing.id in dealt_with:
            continue
        has_birthday = standing.birthday[-5:] in week
        if has_birthday and (on := _birthday(standing).next_on(today)).toordinal() <= last:
            occasions.append(Occasion(standing.id, standing.name, on, f"birthday {describe_day(on, today)}"))
        elif standing.first_on is not None and standing.first_on == a_year_before(today):
            occasions.append(Occasion(standing.id, standing.name, today, "a year since you met"))
    occasions.sort(key=lambda occasion: (occasion.on, occasion.name, occasion.contact_id))
    return tuple(occasions)


def _birthday(standing: Standing) -> Birthday:
    from netkeeper.domain.birthday import Birthday

    return Birthday.from_iso(standing.birthday)
