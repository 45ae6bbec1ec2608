"""The member: the person whose network it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from netkeeper.domain.cadence import DEFAULT_CADENCES
from netkeeper.domain.ladder import Step

DEFAULT_PACE = 5
"""People a day that the review leaves room for, until the member says otherwise."""


@dataclass(frozen=True, slots=True)
class Member:
    """The person whose network it is; one for each data folder.

    Attributes:
        name: May be empty until it is asked for.
        team: The team or cooperative; may be empty.
        graduates_on: The day of graduation, if known.
        fields: The member's own fields.
        pace: People a day that the review leaves room for.
        cadences: Days between contacts for each step.
    """

    name: str = ""
    team: str = ""
    graduates_on: date | None = None
    fields: tuple[str, ...] = ()
    pace: int = DEFAULT_PACE
    cadences: Mapping[Step, int] = field(default_factory=lambda: dict(DEFAULT_CADENCES))
