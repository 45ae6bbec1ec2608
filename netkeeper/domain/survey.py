"""One look at everybody, for a day's review: whose turn it is, who could be a stretch, whose day it is.

One pass, because ten thousand people are looked at before the first line can be shown.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
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

_WHEEL = 1_000_003
_TURN = 611_953
"""A wheel of prime size turned by a large prime a day: the same all day, another tomorrow."""


class Survey(NamedTuple):
    """What one look at everybody finds.

    Attributes:
        turns: Whose turn it is.
        soon: Whose turn comes by the day looked ahead to; empty where it is today.
        stretches: Those never met who are in an own field or hoped for: how little each appeals, and who.
        occasions: Those with a birthday within the week, or met a year ago today.
        met_today: Those one was in touch with today.
        is_new_met: Whether somebody was met for the first time today.
        latest_on: The latest day of contact before today with anybody; None where there was none.
    """

    turns: list[Turn]
    soon: list[Turn]
    stretches: list[tuple[int, int, str, Standing]]
    occasions: list[Standing]
    met_today: list[Standing]
    is_new_met: bool
    latest_on: date | None


def survey(standings: Sequence[Standing], promised_ids: Set[str], member: Member, today: date, until: date) -> Survey:
    """Look at everybody once.

    Args:
        standings: Everybody who is not archived.
        promised_ids: Those to whom something is promised, who have no turn as well.
        member: Whose fields count.
        today: The day.
        until: The day up to which turns to come are found too; today for none.
    """
    own_fields = fields_under(standings, member)
    starts, soon_starts = _Starts(today), _Starts(until)
    looks_ahead = until > today
    tried_before, tried_until = (date.fromordinal(max(1, day.toordinal() - TRIED_DAYS)) for day in (today, until))
    turned = today.toordinal() * _TURN
    a_year_ago = a_year_before(today)
    week = days_of_the_week(today)
    turns: list[Turn] = []
    soon: list[Turn] = []
    stretches: list[tuple[int, int, str, Standing]] = []
    occasions: list[Standing] = []
    met_today: list[Standing] = []
    is_new_met = False
    latest_on: date | None = None
    for standing in standings:
        (
            contact_id,
            name,
            step,
            fields,
            hoped_for,
            cadence_days,
            unsorted,
            last_on,
            first_on,
            tried_on,
            nudge_from,
            first_turn_on,
            created_on,
            birthday,
        ) = standing
        if last_on is not None:
            if last_on >= today:
                if last_on == today:
                    met_today.append(standing)
                    is_new_met = is_new_met or first_on == today
                continue
            if latest_on is None or last_on > latest_on:
                latest_on = last_on
        if nudge_from is not None and nudge_from > today:
            continue
        if (birthday and birthday[-5:] in week) or (first_on == a_year_ago and first_on is not None):
            occasions.append(standing)
        if unsorted:
            continue  # Not asked about until placed.
        # Whoever was tried and not reached waits for some days, not for a whole cadence.
        tried = tried_on is not None and tried_on > tried_before and (last_on is None or tried_on > last_on)
        if last_on is None and not tried:
            appeal = (2 if own_fields and not own_fields.isdisjoint(fields) else 0) + hoped_for
            if appeal and contact_id not in promised_ids:
                stretches.append((-appeal, (int(contact_id) + turned) % _WHEEL, contact_id, standing))
        if cadence_days is None:
            continue
        since = last_on or created_on
        if last_on is None and first_turn_on is not None:
            is_turn = first_turn_on <= today
            is_soon = looks_ahead and not is_turn and first_turn_on <= until
        else:
            is_turn = since <= starts[cadence_days]
            is_soon = looks_ahead and not is_turn and since <= soon_starts[cadence_days]
        if tried and tried_on is not None:
            is_soon = (is_turn or is_soon) and looks_ahead and tried_on <= tried_until
            is_turn = False
        if not (is_turn or is_soon) or contact_id in promised_ids:
            continue
        weight = (today - since).days / cadence_days * STEP_WEIGHT[step]
        if hoped_for:
            weight *= HOPE_WEIGHT
        if own_fields and not own_fields.isdisjoint(fields):
            weight *= FIELD_WEIGHT
        (turns if is_turn else soon).append((-weight, name, contact_id, standing, since))
    return Survey(turns, soon, stretches, occasions, met_today, is_new_met, latest_on)


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
