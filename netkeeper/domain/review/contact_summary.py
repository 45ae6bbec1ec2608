"""Where a contact stands on a day: the little that a review needs to know of everybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netkeeper.domain.people.ladder import Step


class ContactSummary(NamedTuple):
    """Where a contact stands: the little that a review needs to know of everybody.

    A named tuple, because ten thousand of them are made before the first line can be shown.
    """

    id: str
    name: str
    step: Step
    fields: Sequence[str]
    hoped_for: bool
    cadence_days: int | None
    unsorted: bool
    last_on: date | None
    first_on: date | None
    tried_on: date | None
    nudge_from: date | None
    first_turn_on: date | None
    created_on: date
    birthday: str
    importance: str = ""
