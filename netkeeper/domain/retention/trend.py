"""The trend: contacts, warmth and feeling by week, and contacts by step and field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.interactions.interaction_summary import InteractionSummary
from netkeeper.domain.member.cadence import effective_cadence
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.retention.as_of import Movement, days_met, step_on
from netkeeper.domain.retention.risks import WARM_CADENCES, WARM_DAYS

WEEKS = 26
"""Number of weeks in the trend."""

FEELINGS = 5

NO_FIELD = ""
"""The key of contacts without a field."""


class Week(NamedTuple):
    """A week from Monday to Sunday; the last one until today.

    Attributes:
        start: Its Monday.
        contacts: Number of pairs of a person and a day with an interaction.
        pace: Number of contacts that the pace allows on its working days.
        warm: Number of people who were warm at its end.
        people: Number of people at its end.
        feeling: The average feeling, 1 to 5; None for none.
        felt: Number of interactions with a feeling.
    """

    start: date
    contacts: int
    pace: int
    warm: int
    people: int
    feeling: float | None
    felt: int


@dataclass(frozen=True, slots=True)
class Trend:
    """The weeks and the sums over them.

    Attributes:
        weeks: The oldest first.
        steps: Number of contacts by the person's step on that day.
        fields: Number of contacts by the person's fields, the most first; ``NO_FIELD`` for those without.
        feelings: Number of interactions by feeling, 1 to 5.
        movement: Number of contacts that last past graduation.
    """

    weeks: tuple[Week, ...]
    steps: Mapping[Step, int]
    fields: tuple[tuple[str, int], ...]
    feelings: tuple[int, ...]
    movement: Movement

    @property
    def weeks_begun(self) -> tuple[Week, ...]:
        """The weeks from the first one with people or contacts on; the last at least."""
        first = next(
            (place for place, week in enumerate(self.weeks) if week.people or week.contacts), len(self.weeks) - 1
        )
        return self.weeks[first:]

    @property
    def weeks_known(self) -> tuple[Week, ...]:
        """The whole weeks at whose beginning there were people."""
        return tuple(week for before, week in zip(self.weeks, self.weeks[1:-1], strict=False) if before.people)

    @property
    def contacts(self) -> int:
        """Number of contacts in all weeks."""
        return sum(week.contacts for week in self.weeks)


def trend(
    contacts: Sequence[Contact],
    interactions: Sequence[InteractionSummary],
    member: Member,
    today: date,
    movement: Movement,
    weeks: int = WEEKS,
) -> Trend:
    """Compute the trend of the last weeks.

    Args:
        today: The day; what is dated later isn't looked at.
        weeks: How many weeks to look back on, this one among them.
    """
    monday = today - timedelta(days=today.weekday())
    starts = [monday - timedelta(weeks=back) for back in range(weeks - 1, -1, -1)]
    seen = [each for each in interactions if starts[0] <= each.on <= today]
    people = {contact.id: contact for contact in contacts}
    met = {(contact_id, each.on) for each in seen for contact_id in each.contact_ids}
    met_in = Counter((on - starts[0]).days // 7 for _, on in met)
    felt = _feelings(seen, starts)
    warm, there = _warmth(contacts, days_met(interactions), member, [_end(start, today) for start in starts])
    steps, fields = _with_whom(met, people)
    return Trend(
        tuple(
            Week(
                start,
                met_in[place],
                _room(member, start, today),
                warm[place],
                there[place],
                sum(felt[place]) / len(felt[place]) if felt[place] else None,
                len(felt[place]),
            )
            for place, start in enumerate(starts)
        ),
        {step: steps[step] for step in Step},
        tuple(sorted(fields.items(), key=lambda each: (-each[1], each[0]))),
        tuple(sum(week.count(feeling) for week in felt) for feeling in range(1, FEELINGS + 1)),
        movement,
    )


def _end(start: date, today: date) -> date:
    return min(start + timedelta(days=6), today)


def _room(member: Member, start: date, today: date) -> int:
    """Number of contacts that the pace allows in a week until today."""
    days = [start + timedelta(days=each) for each in range((_end(start, today) - start).days + 1)]
    return member.pace * sum(not member.days_off.is_day_off(day) for day in days)


def _feelings(seen: Iterable[InteractionSummary], starts: Sequence[date]) -> list[list[int]]:
    """The feelings by week."""
    felt: list[list[int]] = [[] for _ in starts]
    for each in seen:
        if each.feeling is not None:
            felt[(each.on - starts[0]).days // 7].append(each.feeling)
    return felt


def _warmth(
    contacts: Iterable[Contact], met: Mapping[str, Sequence[date]], member: Member, ends: Sequence[date]
) -> tuple[list[int], list[int]]:
    """Number of people who were warm, and of all, on some days in order.

    Each meeting makes a person warm for some days: +1 where that span begins and -1 after its end, then summed.
    """
    ordinals = [end.toordinal() for end in ends]
    first, last = ordinals[0], ordinals[-1]
    warm, there = [0] * (len(ends) + 1), [0] * (len(ends) + 1)

    def place(ordinal: int) -> int:
        """The index of the first day at or after an ordinal; the days are a week apart, except for the last."""
        if ordinal > last:
            return len(ends)
        return min(max(0, -(-(ordinal - first) // 7)), len(ends) - 1)

    for contact in contacts:
        if contact.archived:
            continue
        came = date.fromisoformat(contact.created[:10]).toordinal() if contact.created else 1
        there[place(came)] += 1
        there[-1] -= 1
        cadence = effective_cadence(contact.cadence, contact.step, member.cadences)
        lasts = cadence * WARM_CADENCES if cadence else WARM_DAYS
        begins = ends_after = 0
        for day in met.get(contact.id, ()):
            ordinal = max(day.toordinal(), came)
            if ordinal > last:
                break
            until = day.toordinal() + lasts
            if until < ordinal:
                continue
            if begins and ordinal <= ends_after + 1:
                ends_after = max(ends_after, until)
                continue
            if begins:
                warm[place(begins)] += 1
                warm[place(ends_after + 1)] -= 1
            begins, ends_after = ordinal, until
        if begins:
            warm[place(begins)] += 1
            warm[place(ends_after + 1)] -= 1
    return _summed(warm), _summed(there)


def _summed(changes: Sequence[int]) -> list[int]:
    total, sums = 0, []
    for change in changes[:-1]:
        total += change
        sums.append(total)
    return sums


def _with_whom(met: Iterable[tuple[str, date]], people: Mapping[str, Contact]) -> tuple[Counter[Step], Counter[str]]:
    """Number of contacts by the person's step on that day, and by fields."""
    steps: Counter[Step] = Counter()
    fields: Counter[str] = Counter()
    for contact_id, on in met:
        contact = people.get(contact_id)
        if contact is not None:
            steps[step_on(contact, on)] += 1
            fields.update(contact.fields or (NO_FIELD,))
    return steps, fields
