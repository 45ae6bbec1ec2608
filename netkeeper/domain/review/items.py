"""The lines of a review: a promise, a turn, an occasion, and what was dealt with today."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.scan import OCCASION_DAYS, a_year_before, days_of_the_week

if TYPE_CHECKING:
    from netkeeper.domain.dates.birthday import Birthday

Group = Literal["promises", "keep_in_touch", "stretch", "occasions", "sort", "elsewhere"]
"""Where a line stands; ``elsewhere`` for those dealt with today whom the day had not offered."""


WhyKind = Literal["turn", "new", "sort", "sorted", "in_touch", "tried", "closed", "promised", "birthday", "met"]
"""Why somebody is in the review: their turn, nothing logged yet, to be sorted; what was done on the day (sorted, in
touch, tried, a promise closed, one made for later); their birthday, or the day on which they were met a year before."""


class Why(NamedTuple):
    """Why somebody is in the review.

    Attributes:
        kind: Of which kind.
        fields: Fields that tell who it is; empty where none does.
        on: The day it is about; None for the plan's own.
        seen_on: The day on which the plan is looked at, by which ``on`` is named.
    """

    kind: WhyKind
    fields: tuple[str, ...] = ()
    on: date | None = None
    seen_on: date | None = None


class DuePromise(NamedTuple):
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


class Nudge(NamedTuple):
    """Somebody to be in touch with.

    Attributes:
        contact_id: Whom.
        name: The contact's name.
        days_since: Days since the last interaction; None where there was none.
        cadence_days: How often to be in touch; None for no reminders.
        why: Why this person.
    """

    contact_id: str
    name: str
    days_since: int | None
    cadence_days: int | None
    why: Why = Why("turn")


class Occasion(NamedTuple):
    """A day worth a greeting.

    Attributes:
        contact_id: Whose.
        name: The contact's name.
        on: The day, today or within the week.
        why: What day it is.
    """

    contact_id: str
    name: str
    on: date
    why: Why


Item = DuePromise | Nudge | Occasion


class Dealt(NamedTuple):
    """A line that was dealt with today, and stays in its place, ticked, until the day is over.

    Attributes:
        item: What it said; a turn says what was done instead.
        group: Where it stands.
        place: Which line it is of all in its group, those still open counted too; from 0.
    """

    item: Item
    group: Group
    place: int


def in_place(still_open: Sequence[Item], dealt: Iterable[Dealt], group: Group) -> list[tuple[Item, bool]]:
    """All lines of a group in their order, each with whether it was dealt with."""
    lines: list[tuple[Item, bool]] = [(item, False) for item in still_open]
    for each in sorted((each for each in dealt if each.group == group), key=lambda each: each.place):
        lines.insert(each.place, (each.item, True))
    return lines


def nudge(standing: ContactSummary, today: date) -> Nudge:
    """Why it is somebody's turn."""
    last_on = standing.last_on
    days_since = None if last_on is None else max(0, (today - last_on).days)
    return Nudge(standing.id, standing.name, days_since, standing.cadence_days)


def sort_line(standing: ContactSummary, today: date) -> Nudge:
    """Somebody who waits to be sorted, with what little tells who it is."""
    return nudge(standing, today)._replace(why=Why("sort", tuple(standing.fields[:2])))


def occasion_of(standing: ContactSummary, day: date, seen_on: date) -> Occasion | None:
    """A birthday from a day to a week ahead, or that you met a year before it.

    Args:
        day: The day of the plan.
        seen_on: The day on which it is looked at, by which other days are named.
    """
    if standing.birthday[-5:] in days_of_the_week(day):
        on = _birthday(standing).next_on(day)
        if on.toordinal() <= min(day.toordinal() + OCCASION_DAYS, date.max.toordinal() - 1):
            return Occasion(standing.id, standing.name, on, Why("birthday", on=on, seen_on=seen_on))
    if standing.first_on is not None and standing.first_on == a_year_before(day):
        return Occasion(standing.id, standing.name, day, Why("met"))
    return None


def _birthday(standing: ContactSummary) -> Birthday:
    from netkeeper.domain.dates.birthday import Birthday

    return Birthday.from_iso(standing.birthday)
