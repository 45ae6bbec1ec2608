"""Whose turn it is to be in touch with, and how little each can wait."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.domain.ladder import Step
from netkeeper.domain.member import Member
from netkeeper.domain.standing import Standing

STEP_WEIGHT = {Step.POTENTIAL: 1.0, Step.CUSTOMER: 1.15, Step.REGULAR: 1.3}
"""How much more a higher step weighs where two people have waited equally long for their turn."""
HOPE_WEIGHT = 1.1
FIELD_WEIGHT = 1.1

Turn = tuple[float, str, str, Standing]
"""How little somebody's turn can wait (less is sooner), the name and id to tell equals apart, and who."""


def whose_turn(standings: Sequence[Standing], spoken_for: set[str], member: Member, today: date) -> list[Turn]:
    """Those whose turn it is, with how overdue they are for their cadence, weighted."""
    own_fields = fields_under(standings, member)
    latest_start = _Starts(today)
    turns: list[Turn] = []
    for standing in standings:
        cadence_days, last_on = standing.cadence_days, standing.last_on
        if cadence_days is None or (standing.nudge_from is not None and standing.nudge_from > today):
            continue
        since = last_on or standing.created_on
        if last_on is None and standing.first_turn_on is not None:
            if standing.first_turn_on > today:
                continue
        elif since > latest_start[cadence_days]:
            continue
        if standing.id in spoken_for:
            continue
        weight = (today - since).days / cadence_days * STEP_WEIGHT[standing.step]
        if standing.hoped_for:
            weight *= HOPE_WEIGHT
        if own_fields and not own_fields.isdisjoint(standing.fields):
            weight *= FIELD_WEIGHT
        turns.append((-weight, standing.name, standing.id, standing))
    return turns


class _Starts(dict[int, date]):
    """For each cadence, the latest day of a last contact that makes it somebody's turn today."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today

    def __missing__(self, cadence_days: int) -> date:
        ordinal = self._today.toordinal() - cadence_days
        self[cadence_days] = start = date.fromordinal(max(1, ordinal))
        return start


def fields_under(standings: Sequence[Standing], member: Member) -> set[str]:
    """The member's own fields and all that lie under them (``food`` has ``food/cold-chain`` under it)."""
    own = tuple(member.fields)
    if not own:
        return set()
    under = tuple(f"{field}/" for field in own)
    in_use = {field for standing in standings for field in standing.fields}
    return {*own, *(field for field in in_use if field.startswith(under))}
