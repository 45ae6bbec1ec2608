"""The review: the plan for one day, and why each person is in it.

Promises come first and are always shown. Then come the people whose turn it is, as many as the day's
pace leaves room for; the rest is a number, not a wall. One stretch beyond the comfortable, and the
occasions of the week, close it. On a day off only what is promised and the occasions are there.
Pure: every function takes ``today``.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from heapq import nsmallest
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.describe import describe_cadence, describe_day, describe_span
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.member import Member
from netkeeper.domain.standing import Standing
from netkeeper.domain.turns import Turn, fields_under, whose_turn

if TYPE_CHECKING:
    from netkeeper.domain.birthday import Birthday

OCCASION_DAYS = 7
"""How many days ahead an occasion is shown."""
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
    """

    day: date
    promises: tuple[Promise, ...]
    keep_in_touch: tuple[Nudge, ...]
    stretch: tuple[Nudge, ...]
    occasions: tuple[Occasion, ...]
    turns: tuple[Turn, ...] = field(compare=False)
    done_today: int
    is_day_off: bool = False

    @property
    def waiting(self) -> int:
        """How many can wait."""
        return len(self.turns) - len(self.keep_in_touch)

    @property
    def later(self) -> tuple[Standing, ...]:
        """Whose turn it is too, beyond the pace, in their order; :func:`nudge` says why."""
        return tuple(standing for _, _, _, standing in sorted(self.turns)[len(self.keep_in_touch) :])

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
) -> Review:
    """Plan a day.

    Args:
        standings: Everybody who is not archived.
        followups: Those that are due and those closed on the day; others make no difference but that
            an open one counts as a promise.
        member: Whose pace, fields and days off count.
        today: The day.
        promised_ids: Contacts to whom something is promised for later, who are not nudged as well.

    Returns:
        The plan.
    """
    promised = promised_ids | {followup.contact_id for followup in followups if followup.is_open}
    dealt_with = {standing.id for standing in standings if standing.last_on == today}
    dealt_with.update(followup.contact_id for followup in followups if followup.closed_on == today)
    due = [followup for followup in followups if followup.is_open and followup.due_on <= today]
    names = {standing.id: standing.name for standing in standings}
    dealt_with &= names.keys()
    promises = [
        Promise(followup.contact_id, names[followup.contact_id], followup, (today - followup.due_on).days)
        for followup in due
        if followup.contact_id in names
    ]
    promises.sort(key=lambda promise: (promise.followup.due_on, promise.name, promise.followup.id))

    spoken_for = {*promised, *dealt_with}
    is_day_off = member.days_off.is_day_off(today)
    stretch = [] if is_day_off else _stretch(standings, spoken_for, member, today)
    spoken_for.update(standing.id for standing in stretch)
    turns = whose_turn(standings, spoken_for, member, today)
    room = 0 if is_day_off else max(0, member.pace - len(promises) - len(dealt_with))
    return Review(
        day=today,
        promises=tuple(promises),
        keep_in_touch=tuple(nudge(standing, today) for _, _, _, standing in nsmallest(room, turns)),
        stretch=tuple(_stretch_nudge(standing, member) for standing in stretch),
        occasions=_occasions(standings, dealt_with, today),
        turns=tuple(turns),
        done_today=len(dealt_with),
        is_day_off=is_day_off,
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


def _stretch(standings: Sequence[Standing], spoken_for: set[str], member: Member, today: date) -> list[Standing]:
    """At most one person never met: in an own field or hoped for, another one from day to day."""
    if any(standing.first_on == today for standing in standings):
        return []  # Somebody new was met today: that was the stretch.
    own_fields = fields_under(standings, member)
    turned = today.toordinal() * _TURN
    candidates: list[tuple[int, int, str, Standing]] = []
    for standing in standings:
        if standing.last_on is not None or (standing.nudge_from is not None and standing.nudge_from > today):
            continue
        appeal = 2 * (not own_fields.isdisjoint(standing.fields)) + standing.hoped_for
        if appeal and standing.id not in spoken_for:
            candidates.append((-appeal, (int(standing.id) + turned) % _WHEEL, standing.id, standing))
    return [min(candidates)[3]] if candidates else []


_WHEEL = 1_000_003
_TURN = 611_953
"""A wheel of prime size turned by a large prime a day: the same all day, another tomorrow."""


def _stretch_nudge(standing: Standing, member: Member) -> Nudge:
    own = [field for field in standing.fields if field in fields_under([standing], member)]
    why = " · ".join(["never met", *(own[:1] or standing.fields[:1])])
    return Nudge(standing.id, standing.name, None, standing.cadence_days, why)


def _occasions(standings: Sequence[Standing], dealt_with: set[str], today: date) -> tuple[Occasion, ...]:
    """Birthdays from today to a week ahead, and whom you met a year ago today."""
    days = [
        date.fromordinal(number)
        for number in range(today.toordinal(), min(today.toordinal() + OCCASION_DAYS + 1, date.max.toordinal()))
    ]
    soon = {f"{day:%m-%d}" for day in days}
    if "02-28" in soon:
        soon.add("02-29")
    a_year_ago = _a_year_before(today)
    found: list[Occasion] = []
    for standing in standings:
        has_birthday = standing.birthday[-5:] in soon
        if (not has_birthday and standing.first_on != a_year_ago) or standing.id in dealt_with:
            continue
        if standing.nudge_from is not None and standing.nudge_from > today:
            continue
        if has_birthday and (on := _birthday(standing).next_on(today)) in days:
            found.append(Occasion(standing.id, standing.name, on, f"birthday {describe_day(on, today)}"))
        elif standing.first_on is not None and standing.first_on == a_year_ago:
            found.append(Occasion(standing.id, standing.name, today, "a year since you met"))
    found.sort(key=lambda occasion: (occasion.on, occasion.name, occasion.contact_id))
    return tuple(found[:OCCASION_LIMIT])


def _birthday(standing: Standing) -> Birthday:
    from netkeeper.domain.birthday import Birthday

    return Birthday.from_iso(standing.birthday)


def _a_year_before(day: date) -> date | None:
    return None if (day.month, day.day) == (2, 29) or day.year == 1 else day.replace(year=day.year - 1)
