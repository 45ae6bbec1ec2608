"""One look at everybody, for a day's review: whose turn it is, who could be a stretch, whose day it is.

Ten thousand people are looked at before the first line can be shown, so each question is asked only of those whom
the one before it left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from netkeeper.domain.member.cadence import replaces_turn, tried_again_on
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.tie_order import mixed

STEP_WEIGHT = {Step.POTENTIAL: 1.0, Step.CUSTOMER: 1.15, Step.REGULAR: 1.3}
"""How much more a higher step weighs where two people have waited equally long for their turn."""
IMPORTANCE_WEIGHT = {"c": 1.05, "b": 1.15, "a": 1.3}
"""How much more who matters more weighs, likewise: as much as a step of the ladder, so that nobody waits for ever."""
HOPE_WEIGHT = 1.1
FIELD_WEIGHT = 1.1

OCCASION_DAYS = 7
"""How many days ahead an occasion is shown."""

Turn = tuple[float, str, str, ContactSummary, date]
"""How little somebody's turn can wait (less is sooner), the name and id to tell equals apart, who, and since when."""

Stretch = tuple[int, int, str, ContactSummary]
"""How little somebody never met appeals (less is more), a number that mixes equals, the id, and who."""


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
    occasions: list[ContactSummary]
    met_today: list[ContactSummary]
    tried_today: list[ContactSummary]
    is_new_met: bool
    latest_on: date | None


def scan(
    standings: Sequence[ContactSummary], promised: Mapping[str, date], member: Member, today: date, until: date
) -> Survey:
    """Look at everybody once.

    Args:
        promised: When the first open promise to somebody is due, by the contact's id; see :func:`replaces_turn`.
        until: The day up to which turns to come are found too; today for none.
    """
    turns: list[Turn] = []
    soon: list[Turn] = []
    new: list[tuple[int, ContactSummary]] = []
    occasions: list[ContactSummary] = []
    met_today: list[ContactSummary] = []
    tried_today: list[ContactSummary] = []
    now, last = today.toordinal(), until.toordinal()
    week, a_year_ago, latest_on = days_of_the_week(today), a_year_before(today), date.min
    own: dict[int, bool] = {}
    for each in standings:
        # One loop, each tuple taken apart once: of ten thousand, most time goes by fetching them from memory.
        (
            id_, _, step, fields, hoped, cadence, unsorted, last_on, first_on, tried_on, rests, begin_on, made_on, born,
            importance,
        ) = each  # fmt: skip
        if last_on is not None:
            if last_on >= today:
                if last_on == today:
                    met_today.append(each)
                continue
            if last_on > latest_on:
                latest_on = last_on
        if tried_on is not None and tried_on == today:
            tried_today.append(each)
        if rests is not None and rests > today:
            continue
        if (born and born[-5:] in week) or (first_on is not None and first_on == a_year_ago):
            occasions.append(each)
        # Whoever waits to be sorted is not asked about until placed.
        if cadence is None or unsorted:
            continue
        # Lists of fields are few, and each is shared by many: each is looked at once.
        if (is_own := own.get(id(fields))) is None:
            is_own = own[id(fields)] = any(is_under(field, member) for field in fields)
        since = last_on or made_on
        began = since.toordinal()
        turn = began + cadence
        if last_on is None:
            if hoped or is_own:
                new.append((hoped + 2 * is_own, each))
            if begin_on is not None:
                turn = begin_on.toordinal()
        if tried_on is not None and (again_on := tried_again_on(last_on, tried_on)) is not None:
            # Sooner or later than by the cadence: who was tried is to be reached.
            turn = again_on.toordinal()
        if turn > last or (id_ in promised and replaces_turn(promised[id_], today, cadence)):
            continue
        weight = _weight((now - began) / cadence, step, importance, hoped, is_own)
        (turns if turn <= now else soon).append((-weight, each.name, id_, each, since))
    occasions = _without_imports_dates(occasions, standings, week)
    stretches = _stretches(new, promised, today)
    is_new_met = any(each.first_on == today for each in met_today)
    latest = None if latest_on == date.min else latest_on
    return Survey(turns, soon, stretches, occasions, met_today, tried_today, is_new_met, latest)


def _weight(waited: float, step: Step, importance: str, hoped: bool, is_own: bool) -> float:
    """How urgent a turn is: the wait in cadences, times the weights of what the contact is to the member."""
    weight = waited * STEP_WEIGHT[step]
    if importance:
        weight *= IMPORTANCE_WEIGHT.get(importance, 1.0)
    if hoped:
        weight *= HOPE_WEIGHT
    return weight * FIELD_WEIGHT if is_own else weight


def _without_imports_dates(
    occasions: list[ContactSummary], standings: Sequence[ContactSummary], week: Set[str]
) -> list[ContactSummary]:
    """Without those whose first meeting is only the first that was logged since an import brought them in."""
    doubtful = {
        each.id: each.created_on
        for each in occasions
        if each.first_on is not None and each.first_on >= each.created_on and each.birthday[-5:] not in week
    }
    if not doubtful:
        return occasions
    # Seldom needed; a cold start stays light.
    from netkeeper.domain.review.shared_values import days_many_came

    imports = days_many_came(standings, set(doubtful.values()))
    return [each for each in occasions if doubtful.get(each.id) not in imports]


def _stretches(new: Iterable[tuple[int, ContactSummary]], promised: Mapping[str, date], today: date) -> list[Stretch]:
    """Those with whom nothing was logged and who appeal; whoever is silenced, or was tried lately, is left out."""
    stretches: list[Stretch] = []
    for appeal, standing in new:
        contact_id = standing.id
        if contact_id in promised and replaces_turn(promised[contact_id], today, standing.cadence_days or 0):
            continue
        if (tried_again_on(standing.last_on, standing.tried_on) or today) <= today:
            stretches.append((-appeal, mixed(contact_id, today), contact_id, standing))
    return stretches


def is_under(field: str, member: Member) -> bool:
    """Whether a field is one of the member's own, or lies under one (``food`` has ``food/cold-chain`` under it)."""
    return any(field == own or field.startswith(f"{own}/") for own in member.fields)


@lru_cache(maxsize=4)
def days_of_the_week(today: date) -> Set[str]:
    """The days from today to a week ahead as birthdays are written (``11-30``); 29 February's too where it falls."""
    last = min(today.toordinal() + OCCASION_DAYS, date.max.toordinal() - 1)
    soon = {f"{date.fromordinal(number):%m-%d}" for number in range(today.toordinal(), last + 1)}
    return soon | {"02-29"} if "02-28" in soon else soon


def a_year_before(day: date) -> date | None:
    """The same day a year before; None for 29 February."""
    return None if (day.month, day.day) == (2, 29) or day.year == 1 else day.replace(year=day.year - 1)
