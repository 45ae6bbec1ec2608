"""One look at everybody, for a day's review: whose turn it is, who could be a stretch, whose day it is.

Ten thousand people are looked at before the first line can be shown, so each question is asked only of those whom
the one before it left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.cadence import TRIED_DAYS
from netkeeper.domain.ladder import Step
from netkeeper.domain.member import Member
from netkeeper.domain.standing import Standing

STEP_WEIGHT = {Step.POTENTIAL: 1.0, Step.CUSTOMER: 1.15, Step.REGULAR: 1.3}
"""How much more a higher step weighs where two people have waited equally long for their turn."""
HOPE_WEIGHT = 1.1
FIELD_WEIGHT = 1.1

OCCASION_DAYS = 7
"""How many days ahead an occasion is shown."""

Turn = tuple[float, str, str, Standing, date]
"""How little somebody's turn can wait (less is sooner), the name and id to tell equals apart, who, and since when."""

Stretch = tuple[int, int, str, Standing]
"""How little somebody never met appeals (less is more), a number that mixes equals, the id, and who."""

_WHEEL = 1_000_003
_TURN = 611_953
"""Multiplicative hash of id and day: equals come in another order each day, and in the same order all day."""


class Survey(NamedTuple):
    """What one look at everybody finds.

    Attributes:
        turns: Whose turn it is.
        soon: Whose turn comes by the day looked ahead to; empty where it is today.
        stretches: Those never met who are in an own field or hoped for: how little each appeals, and who.
        occasions: Those with a birthday within the week, or met a year ago today.
        met_today: Those one was in touch with today.
        tried_today: Those one tried to reach today, in vain.
        is_new_met: Whether somebody was met for the first time today.
        latest_on: The latest day of contact before today with anybody; None where there was none.
    """

    turns: list[Turn]
    soon: list[Turn]
    stretches: list[Stretch]
    occasions: list[Standing]
    met_today: list[Standing]
    tried_today: list[Standing]
    is_new_met: bool
    latest_on: date | None


def survey(
    standings: Sequence[Standing], promised: Mapping[str, date], member: Member, today: date, until: date
) -> Survey:
    """Look at everybody once.

    Args:
        standings: Everybody who is not archived.
        promised: When the first open promise to somebody is due; see :func:`is_silenced`.
        member: Whose fields count.
        today: The day.
        until: The day up to which turns to come are found too; today for none.
    """
    met_today, free, latest_on = _those_to_ask_about(standings, today)
    week, a_year_ago = days_of_the_week(today), a_year_before(today)
    occasions = [
        each
        for each in free
        if (each.birthday and each.birthday[-5:] in week) or (each.first_on == a_year_ago and a_year_ago is not None)
    ]
    occasions = _without_imports_dates(occasions, standings, week)
    own_fields = fields_under(standings, member)
    # Whoever waits to be sorted is not asked about until placed.
    placed = [each for each in free if not each.unsorted]
    turns, soon = _turns(placed, promised, own_fields, today, until)
    return Survey(
        turns,
        soon,
        _stretches(placed, promised, own_fields, today),
        occasions,
        met_today,
        [each for each in free if each.tried_on == today],
        any(each.first_on == today for each in met_today),
        latest_on,
    )


def _without_imports_dates(occasions: list[Standing], standings: Sequence[Standing], week: Set[str]) -> list[Standing]:
    """Without those whose first meeting is only the first that was logged since an import brought them in."""
    doubtful = {
        each.id: each.created_on
        for each in occasions
        if each.first_on is not None and each.first_on >= each.created_on and each.birthday[-5:] not in week
    }
    if not doubtful:
        return occasions
    # Seldom needed; a cold start stays light.
    from netkeeper.domain.sharing import days_many_came

    imports = days_many_came(standings, set(doubtful.values()))
    return [each for each in occasions if doubtful.get(each.id) not in imports]


MANY_SHARE, MANY_LEAST = 0.1, 8
"""A field that more than this share of all have, and more than so many, tells nothing of one of them."""


def is_shared_by_many(count: int, people: int) -> bool:
    """Whether something that so many of all people have in common tells nothing of one of them."""
    return count > max(MANY_LEAST, MANY_SHARE * people)


def is_silenced(contact_id: str, cadence_days: int, promised: Mapping[str, date], today: date) -> bool:
    """Whether a promise stands for somebody's turn: it is due, or comes due within their cadence.

    A promise that is further away than that says nothing of the time until then.
    """
    due_on = promised.get(contact_id)
    return due_on is not None and (due_on - today).days <= cadence_days


def _those_to_ask_about(
    standings: Iterable[Standing], today: date
) -> tuple[list[Standing], list[Standing], date | None]:
    """Those met today; those not met today or later, nor put off; and the latest contact before today."""
    met_today: list[Standing] = []
    free: list[Standing] = []
    latest_on = date.min
    for standing in standings:
        last_on, nudge_from = standing.last_on, standing.nudge_from
        if last_on is not None:
            if last_on >= today:
                if last_on == today:
                    met_today.append(standing)
                continue
            if last_on > latest_on:
                latest_on = last_on
        if nudge_from is None or nudge_from <= today:
            free.append(standing)
    return met_today, free, None if latest_on == date.min else latest_on


def _turns(
    free: Iterable[Standing], promised: Mapping[str, date], own_fields: Set[str], today: date, until: date
) -> tuple[list[Turn], list[Turn]]:
    """Whose turn it is today, and whose turn comes up to another day."""
    starts, soon_starts = _Starts(today), _Starts(until)
    looks_ahead = until > today
    turns: list[Turn] = []
    soon: list[Turn] = []
    for standing in free:
        cadence_days, last_on, first_turn_on = standing.cadence_days, standing.last_on, standing.first_turn_on
        if cadence_days is None:
            continue
        since = last_on or standing.created_on
        if last_on is None and first_turn_on is not None:
            is_turn = first_turn_on <= today
            if not is_turn and not (looks_ahead and first_turn_on <= until):
                continue
        else:
            is_turn = since <= starts[cadence_days]
            if not is_turn and not (looks_ahead and since <= soon_starts[cadence_days]):
                continue
        contact_id = standing.id
        if contact_id in promised and is_silenced(contact_id, cadence_days, promised, today):
            continue
        if standing.tried_on is not None and (rests_until := _rests_until(standing)) > today:
            if rests_until > until:
                continue
            is_turn = False
        weight = (today - since).days / cadence_days * STEP_WEIGHT[standing.step]
        if standing.hoped_for:
            weight *= HOPE_WEIGHT
        if own_fields and not own_fields.isdisjoint(standing.fields):
            weight *= FIELD_WEIGHT
        (turns if is_turn else soon).append((-weight, standing.name, contact_id, standing, since))
    return turns, soon


def _rests_until(standing: Standing) -> date:
    """The day from which somebody who was tried and not reached is asked about again; some days, not a cadence."""
    last_on, tried_on = standing.last_on, standing.tried_on
    if tried_on is None or (last_on is not None and last_on >= tried_on):
        return date.min
    return date.fromordinal(min(tried_on.toordinal() + TRIED_DAYS, date.max.toordinal()))


def _stretches(
    free: Iterable[Standing], promised: Mapping[str, date], own_fields: Set[str], today: date
) -> list[Stretch]:
    """Those with whom nothing was logged and who are in an own field or hoped for; whoever wants no reminders is left out."""
    turned = today.toordinal() * _TURN
    stretches: list[Stretch] = []
    for standing in free:
        if standing.last_on is not None or standing.cadence_days is None:
            continue
        appeal = standing.hoped_for + (2 if own_fields and not own_fields.isdisjoint(standing.fields) else 0)
        contact_id = standing.id
        if (
            appeal
            and not (contact_id in promised and is_silenced(contact_id, standing.cadence_days, promised, today))
            and (standing.tried_on is None or _rests_until(standing) <= today)
        ):
            stretches.append((-appeal, (int(contact_id) + turned) % _WHEEL, contact_id, standing))
    return stretches


class _Starts(dict[int, date]):
    """For each cadence, the latest day of a last contact that makes it somebody's turn on a day."""

    def __init__(self, day: date) -> None:
        super().__init__()
        self._day = day

    def __missing__(self, cadence_days: int) -> date:
        ordinal = self._day.toordinal() - cadence_days
        self[cadence_days] = start = date.fromordinal(max(1, ordinal))
        return start


def fields_under(standings: Sequence[Standing], member: Member) -> set[str]:
    """The member's own fields and all that lie under them (``food`` has ``food/cold-chain`` under it)."""
    own = tuple(member.fields)
    if not own:
        return set()
    under = tuple(f"{field}/" for field in own)
    # Lists of fields are few, and each is shared by many: looking at each once is quicker.
    lists = {id(standing.fields): standing.fields for standing in standings}
    in_use = {field for fields in lists.values() for field in fields}
    return {*own, *(field for field in in_use if field.startswith(under))}


def days_of_the_week(today: date) -> Set[str]:
    """The days from today to a week ahead as birthdays are written (``11-30``); 29 February's too where it falls."""
    last = min(today.toordinal() + OCCASION_DAYS, date.max.toordinal() - 1)
    soon = {f"{date.fromordinal(number):%m-%d}" for number in range(today.toordinal(), last + 1)}
    return soon | {"02-29"} if "02-28" in soon else soon


def a_year_before(day: date) -> date | None:
    """The same day a year before; None for 29 February."""
    return None if (day.month, day.day) == (2, 29) or day.year == 1 else day.replace(year=day.year - 1)


def next_working_day(member: Member, today: date) -> date:
    """The next day after today that is no day off; tomorrow where all days are."""
    for days in range(1, 60):
        try:
            day = today + timedelta(days=days)
        except OverflowError:
            return today
        if not member.days_off.is_day_off(day):
            return day
    return today + timedelta(days=1)
