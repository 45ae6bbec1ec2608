"""The projection of a contact that the review reads: few properties, cheap for 10,000 people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from netkeeper.domain.people.ladder import Step


class ContactSummary(NamedTuple):
    """The properties of a contact that the review reads.

    A named tuple: ten thousand are made before the first line is shown, in the order in which ``scan`` unpacks them.
    ``birthday`` is ISO 8601, with or without the year; empty where it isn't known.
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
