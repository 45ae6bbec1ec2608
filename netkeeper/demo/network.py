"""The made-up network of ``netkeeper demo``, told in days before and after today."""

from __future__ import annotations

import itertools
from calendar import isleap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from netkeeper.demo.cast import CAST
from netkeeper.demo.cast.story import Born, Story, StoryEntry, StoryPromise
from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.interactions.interaction import Interaction, Kind
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.people.names import name_parts_from
from netkeeper.domain.promises.follow_up import FollowUp, Status, every_months

_FIRST_ID = 10**14
_ID_COUNT = 9 * 10**14
_ID_STRIDE = 556_230_589_874_909

_GRADUATES_IN = 191
_MONTHLY_IN = 12
_MONTHLY_TIMES = 7
_FRIDAY = 5
"""The last weekday, from 1 for Monday, on which people meet or something is due."""

_ANY_DAY = frozenset({Kind.MESSAGE, Kind.OTHER})


@dataclass(frozen=True, slots=True)
class DemoNetwork:
    """A whole network, in memory.

    Attributes:
        member: Whose network it is.
        contacts: In no special order.
        interactions: Oldest first.
        followups: Earliest due first.
    """

    member: Member
    contacts: tuple[Contact, ...]
    interactions: tuple[Interaction, ...]
    followups: tuple[FollowUp, ...]


def demo_network(today: date) -> DemoNetwork:
    """Make the demo's network as it stands on a day.

    Args:
        today: The day to show; the same day gives the same network.

    Returns:
        Some 40 people and two years with them. Every interaction is on a day before ``today``.
    """
    ids = _ids()
    contact_ids = {story.contact.id: next(ids) for story in CAST}
    interactions = tuple(sorted(_interactions(today, contact_ids, ids), key=lambda each: (each.on, each.created)))
    days: dict[str, list[date]] = {contact_id: [] for contact_id in contact_ids.values()}
    for interaction in interactions:
        for contact_id in interaction.contact_ids:
            days[contact_id].append(interaction.on)
    followups = sorted(_followups(today, contact_ids, ids), key=lambda each: (each.due_on, each.created))
    return DemoNetwork(
        member=_member(today),
        contacts=tuple(_contact(story, today, contact_ids, days[contact_ids[story.contact.id]]) for story in CAST),
        interactions=interactions,
        followups=tuple(followups),
    )


def _member(today: date) -> Member:
    """The person whose network it is."""
    return Member(
        name="Iida Koskela",
        team="Osk. Kuutamokone",
        graduates_on=_day(today, _GRADUATES_IN),
        fields=("design", "food", "events"),
    )


def _ids() -> Iterator[str]:
    """Ids of fifteen digits that look random and are the same every time.

    The stride shares no factor with the number of ids there are, so that none comes twice.
    """
    for count in itertools.count(1):
        yield str(_FIRST_ID + count * _ID_STRIDE % _ID_COUNT)


def _day(today: date, ahead: int) -> date:
    """The day so many days ahead (below zero: ago), kept inside the calendar."""
    return date.fromordinal(min(max(today.toordinal() + ahead, 1), date.max.toordinal()))


def _met_on(today: date, entry: StoryEntry) -> date:
    """The day of an interaction; at the weekend there are messages only, the rest moves to Friday."""
    day = _day(today, -entry.ago)
    if entry.kind in _ANY_DAY:
        return day
    return _day(day, min(_FRIDAY - day.isoweekday(), 0))


def _due_on(today: date, promise: StoryPromise) -> date:
    """The day a promise is due: Monday instead of the weekend, but what is due by now stays."""
    due_on = _day(today, promise.due)
    is_due_by_now = promise.closed is None and promise.due <= 0
    if is_due_by_now or due_on.isoweekday() <= _FRIDAY:
        return due_on
    return _day(due_on, 8 - due_on.isoweekday())


def _at(day: date, place: int) -> str:
    """A time of writing on a day, in the afternoon (UTC); the lines of a diary go back in time."""
    return f"{day.isoformat()}T{18 - place % 7:02}:{place * 17 % 60:02}:{place * 29 % 60:02}Z"


def _interactions(today: date, contact_ids: dict[str, str], ids: Iterator[str]) -> Iterator[Interaction]:
    """Everything in the diaries."""
    for story in CAST:
        for place, entry in enumerate(story.entries()):
            on = _met_on(today, entry)
            yield Interaction(
                id=next(ids),
                on=on,
                contact_ids=(contact_ids[story.contact.id], *(contact_ids[other] for other in entry.others)),
                kind=entry.kind,
                note=entry.note,
                feeling=entry.feeling,
                signals=entry.signals,
                created=_at(on, place),
            )


def _followups(today: date, contact_ids: dict[str, str], ids: Iterator[str]) -> Iterator[FollowUp]:
    """Every promise, the monthly ones included."""
    for story in CAST:
        contact_id = contact_ids[story.contact.id]
        for place, promise in enumerate(story.promises):
            yield FollowUp(
                id=next(ids),
                contact_id=contact_id,
                due_on=_due_on(today, promise),
                what=promise.what,
                status=Status.OPEN if promise.closed is None else promise.status,
                closed_on=None if promise.closed is None else _day(today, -promise.closed),
                snoozes=promise.snoozes,
                created=_at(_day(today, -promise.made), place),
            )
        if story.monthly:
            yield from _monthly(story, today, contact_id, ids)


def _monthly(story: Story, today: date, contact_id: str, ids: Iterator[str]) -> Iterator[FollowUp]:
    """A promise of every month: those that were kept, and the open one."""
    days = _month_days(_day(today, _MONTHLY_IN))
    for earlier, due_on in itertools.pairwise(days):
        is_open = due_on == days[-1]
        yield FollowUp(
            id=next(ids),
            contact_id=contact_id,
            due_on=due_on,
            what=story.monthly,
            status=Status.OPEN if is_open else Status.DONE,
            closed_on=None if is_open else due_on,
            rrule=every_months(1),
            anchor_on=days[0],
            created=_at(earlier, 0),
        )


def _month_days(last: date) -> list[date]:
    """The same day of the last months, oldest first; a day that every month has."""
    month = last.year * 12 + last.month - 1
    months = range(max(month - _MONTHLY_TIMES, 12), month + 1)
    return [date(month // 12, month % 12 + 1, min(last.day, 28)) for month in months]


def _contact(story: Story, today: date, contact_ids: dict[str, str], days: Sequence[date]) -> Contact:
    """A person as they stand today, given the days on which one was in touch."""
    first_on, last_on = (days[0], days[-1]) if days else (None, None)
    created_on = min(day for day in (_added_on(story, today), first_on) if day is not None)
    moves = [StepChange(_day(today, -move.ago), move.step, move.reason) for move in story.moves]
    ladder = (StepChange(created_on, Step.POTENTIAL), *moves)
    contact = story.contact
    return replace(
        contact,
        id=contact_ids[contact.id],
        name_parts=contact.name_parts if contact.name_parts.formatted() else name_parts_from(contact.name),
        birthday=None if story.born is None else _birthday(story.born, today),
        step=ladder[-1].step,
        ladder=ladder,
        met=contact.met.replace("{year}", str(created_on.year)),
        via=contact_ids.get(contact.via, contact.via),
        nudge_from=None if story.nudge_in is None else _day(today, story.nudge_in),
        first_on=first_on,
        last_on=last_on,
        created=f"{created_on.isoformat()}T07:05:00Z",
        updated=f"{max(created_on, last_on or created_on, ladder[-1].on).isoformat()}T20:15:00Z",
    )


def _added_on(story: Story, today: date) -> date | None:
    """The day a person was added, where that isn't the day of the first interaction."""
    return None if story.added is None else _day(today, -story.added)


def _birthday(born: Born, today: date) -> Birthday:
    """The day of birth that makes the age right."""
    if isinstance(born.on, str):
        year, month, day = today.year, int(born.on[:2]), int(born.on[3:])
    else:
        celebrated_on = _day(today, born.on)
        year, month, day = celebrated_on.year, celebrated_on.month, celebrated_on.day
    if born.age is None:
        return Birthday(month, day)
    year = max(year - born.age, 4)
    # Whoever was born on a leap day was born in a leap year.
    while (month, day) == (2, 29) and not isleap(year):
        year -= 1
    return Birthday(month, day, year)
