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
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.describe import describe_cadence, describe_day, describe_span
from netkeeper.domain.diary import DiaryDay
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.member import Member
from netkeeper.domain.offering import days_away, offered, stretch_of
from netkeeper.domain.standing import Standing
from netkeeper.domain.survey import (
    OCCASION_DAYS,
    Turn,
    a_year_before,
    days_of_the_week,
    fields_under,
    next_working_day,
    survey,
)

if TYPE_CHECKING:
    from netkeeper.domain.birthday import Birthday

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
        is_lighter: Whether the member asked for a lighter day: likewise.
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
    is_lighter: bool = False
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
    def is_done(self) -> bool:
        """Whether something was done, and neither a promise nor anybody to be in touch with is left."""
        return bool(self.done_today) and not (self.promises or self.keep_in_touch or self.stretch)

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
        diary: The days on which the review was opened, the oldest first: whoever was offered and left
            rests. Whom this day offered already keeps the place.

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

    past = [day for day in diary if day.on < today]
    here = next((day for day in diary if day.on == today), DiaryDay(today))
    away_days = days_away(seen.latest_on, past, today)
    room = max(0, member.pace - len(promises) - len(dealt_with))
    # After a time away there is one pace of all, and no stretch, so that coming back is easy.
    is_free = is_day_off or here.is_lighter
    stretch = [] if is_free or away_days else stretch_of(seen, dealt_with, here.offered)
    spoken_for = {*dealt_with, *(standing.id for standing in stretch)}
    turns = [turn for turn in seen.turns if turn[2] not in spoken_for] if spoken_for else seen.turns
    # The stretch counts too: a day is never longer than the ceiling, promises aside.
    places = min(room, member.pace_ceiling - len(stretch))
    keep_in_touch = [] if is_free else offered(turns, seen.soon, past, here.offered, places, today)
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
        is_lighter=here.is_lighter,
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
