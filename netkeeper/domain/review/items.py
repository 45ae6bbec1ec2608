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
"""The group of a line; ``elsewhere`` for contacts dealt with outside of the day's selection."""


WhyKind = Literal["turn", "new", "sort", "sorted", "in_touch", "tried", "closed", "promised", "birthday", "met"]
"""Why somebody is in the review: their turn, nothing logged yet, to be sorted; what was done on the day (sorted, in
touch, tried, a promise closed, one made for later); their birthday, or the day on which they were met a year before."""


class Why(NamedTuple):
    """Why somebody is in the review.

    Attributes:
        kind: The reason.
        fields: Fields that help to recognise the contact; may be empty.
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
        contact_id: The contact.
        name: The contact's name.
        days_since: Days since the last interaction; None where there was none.
        cadence_days: The effective cadence; None for no reminders.
        why: The reason.
    """

    contact_id: str
    name: str
    days_since: int | None
    cadence_days: int | None
    why: Why = Why("turn")


class Occasion(NamedTuple):
    """A day worth a greeting.

    Attributes:
        contact_id: The contact.
        name: The contact's name.
        on: The day, today or within the week.
        why: The kind of day.
    """

    contact_id: str
    name: str
    on: date
    why: Why


Item = DuePromise | Nudge | Occasion


class Dealt(NamedTuple):
    """A line that was dealt with today; it keeps its place, ticked, until the day is over.

    Attributes:
        item: The line; the reason of a turn is what was done.
        group: The group it is in.
        place: Its index in the group, open lines counted too.
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


def nudge(summary: ContactSummary, today: date) -> Nudge:
    """The line of a turn."""
    last_on = summary.last_on
    days_since = None if last_on is None else max(0, (today - last_on).days)
    return Nudge(summary.id, summary.name, days_since, summary.cadence_days)


def sort_line(summary: ContactSummary, today: date) -> Nudge:
    """The line of a contact to be sorted, with up to two fields."""
    return nudge(summary, today)._replace(why=Why("sort", tuple(summary.fields[:2])))


def occasion_of(summary: ContactSummary, day: date, seen_on: date) -> Occasion | None:
    """The birthday within a week of a day, or that the first meeting was a year before it; None for neither.

    Args:
        day: The day of the plan.
        seen_on: The day on which the plan is read; days are described relative to it.
    """
    if summary.birthday[-5:] in days_of_the_week(day):
        on = _birthday(summary).next_on(day)
        if on.toordinal() <= min(day.toordinal() + OCCASION_DAYS, date.max.toordinal() - 1):
            return Occasion(summary.id, summary.name, on, Why("birthday", on=on, seen_on=seen_on))
    if summary.first_on is not None and summary.first_on == a_year_before(day):
        return Occasion(summary.id, summary.name, day, Why("met"))
    return None


def _birthday(summary: ContactSummary) -> Birthday:
    from netkeeper.domain.dates.birthday import Birthday

    return Birthday.from_iso(summary.birthday)
