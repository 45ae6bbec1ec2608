"""The scan of all contacts for a day's review: turns, candidates for a stretch, occasions.

One pass over up to ten thousand summaries before the first line is shown: cheap checks come first.
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
from netkeeper.domain.review.tie_order import tie_order

STEP_WEIGHT = {Step.POTENTIAL: 1.0, Step.CUSTOMER: 1.15, Step.REGULAR: 1.3}
"""Factor of a turn's weight by step: among equal waits, higher steps come first."""
IMPORTANCE_WEIGHT = {"c": 1.05, "b": 1.15, "a": 1.3}
"""Factor by importance; not more than a step's, so that unimportant contacts still get a turn."""
HOPE_WEIGHT = 1.1
FIELD_WEIGHT = 1.1

OCCASION_DAYS = 7
"""Days ahead of a birthday from which it is shown."""

Turn = tuple[float, str, str, ContactSummary, date]
"""A turn: minus its weight (sorts the most urgent first), name, id, summary, and the day since which it counts."""

Stretch = tuple[int, int, str, ContactSummary]
"""A candidate for the stretch: minus its score (sorts the best first), a random tie order, id and summary."""


class ScanResult(NamedTuple):
    """The result of a scan.

    Attributes:
        turns: Turns that have come.
        soon: Turns that come by ``until``, after today.
        stretches: Contacts without an interaction that are hoped for, or in a field of the member's.
        occasions: Contacts with a birthday within the week, or first met a year ago today.
        met_today: Contacts with an interaction today.
        tried_today: Contacts with an attempt today.
        is_new_met: Whether a first interaction was today.
        latest_on: The day of the latest interaction before today; None for none.
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
    summaries: Sequence[ContactSummary], promised: Mapping[str, date], member: Member, today: date, until: date
) -> ScanResult:
    """Scan all summaries once.

    Args:
        promised: The due day of the first open promise, by the contact's id; see :func:`replaces_turn`.
        until: The last day of turns to come; today for none.
    """
    turns: list[Turn] = []
    soon: list[Turn] = []
    new: list[tuple[int, ContactSummary]] = []
    occasions, met_today, tried_today = list[ContactSummary](), list[ContactSummary](), list[ContactSummary]()
    now, last = today.toordinal(), until.toordinal()
    week, a_year_ago, latest_on = days_of_the_week(today), a_year_before(today), date.min
    own: dict[int, bool] = {}  # Many contacts share one list of fields, which is checked once.
    for each in summaries:
        # Each tuple is unpacked once: fetching ten thousand from memory takes most of the time.
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
        # Unsorted contacts have no turn.
        if cadence is None or unsorted:
            continue
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
            # After an attempt, sooner or later than by the cadence.
            turn = again_on.toordinal()
        if turn > last or (id_ in promised and replaces_turn(promised[id_], today, cadence)):
            continue
        weight = _weight((now - began) / cadence, step, importance, hoped, is_own)
        (turns if turn <= now else soon).append((-weight, each.name, id_, each, since))
    return ScanResult(
        turns,
        soon,
        _stretches(new, promised, today),
        _without_imports_dates(occasions, summaries, week),
        met_today,
        tried_today,
        is_new_met=any(each.first_on == today for each in met_today),
        latest_on=None if latest_on == date.min else latest_on,
    )


def _weight(waited: float, step: Step, importance: str, hoped: bool, is_own: bool) -> float:
    """How urgent a turn is: the wait in cadences, times the weights of what the contact is to the member."""
    weight = waited * STEP_WEIGHT[step]
    if importance:
        weight *= IMPORTANCE_WEIGHT.get(importance, 1.0)
    if hoped:
        weight *= HOPE_WEIGHT
    return weight * FIELD_WEIGHT if is_own else weight


def _without_imports_dates(
    occasions: list[ContactSummary], summaries: Sequence[ContactSummary], week: Set[str]
) -> list[ContactSummary]:
    """Occasions without first meetings that are only the first interaction logged after an import."""
    doubtful = {
        each.id: each.created_on
        for each in occasions
        if each.first_on is not None and each.first_on >= each.created_on and each.birthday[-5:] not in week
    }
    if not doubtful:
        return occasions
    # Loaded here for a light cold start: seldom needed.
    from netkeeper.domain.review.shared_values import days_many_came

    imports = days_many_came(summaries, set(doubtful.values()))
    return [each for each in occasions if doubtful.get(each.id) not in imports]


def _stretches(new: Iterable[tuple[int, ContactSummary]], promised: Mapping[str, date], today: date) -> list[Stretch]:
    """The candidates of a scan, without those with a near promise or a recent attempt."""
    stretches: list[Stretch] = []
    for appeal, summary in new:
        contact_id = summary.id
        if contact_id in promised and replaces_turn(promised[contact_id], today, summary.cadence_days or 0):
            continue
        if (tried_again_on(summary.last_on, summary.tried_on) or today) <= today:
            stretches.append((-appeal, tie_order(contact_id, today), contact_id, summary))
    return stretches


def is_under(field: str, member: Member) -> bool:
    """Whether a field is one of the member's own, or lies under one (``food`` has ``food/cold-chain`` under it)."""
    return any(field == own or field.startswith(f"{own}/") for own in member.fields)


@lru_cache(maxsize=4)
def days_of_the_week(today: date) -> Set[str]:
    """The days of the coming week as ``MM-DD``; with 28 February, ``02-29`` too."""
    last = min(today.toordinal() + OCCASION_DAYS, date.max.toordinal() - 1)
    soon = {f"{date.fromordinal(number):%m-%d}" for number in range(today.toordinal(), last + 1)}
    return soon | {"02-29"} if "02-28" in soon else soon


def a_year_before(day: date) -> date | None:
    """The same day a year before; None for 29 February."""
    return None if (day.month, day.day) == (2, 29) or day.year == 1 else day.replace(year=day.year - 1)
