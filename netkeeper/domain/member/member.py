"""The member: the owner of the network, with their settings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from netkeeper.domain.member.cadence import DEFAULT_CADENCES
from netkeeper.domain.member.days_off import NO_DAYS_OFF, DaysOff
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.phones import DEFAULT_REGION

DEFAULT_PACE = 5
"""The default pace, in people a day."""

DEFAULT_FLOOR, DEFAULT_CEILING = 2, 8
"""The default bounds of automatic changes of the pace."""


@dataclass(frozen=True, slots=True)
class Member:
    """The owner of the network; one for each data folder.

    Attributes:
        name: May be empty until it is asked for.
        team: The team or cooperative; may be empty.
        graduates_on: The day of graduation, if known.
        fields: The member's own fields.
        pace: People a day that the review leaves room for.
        pace_floor: How low the pace may go by itself.
        pace_ceiling: How high; the review never asks for more in a day, promises aside.
        cadences: Days between contacts for each step; 0 for no reminders.
        days_off: When nobody is nudged and no stretch is selected.
        searches: Saved searches: what is typed, by name.
        columns: What columns of imported tables are, as the member said: ``--map`` targets by header.
        region: Where phone numbers are that don't say (ISO 3166-1, two letters).
        shared_domains: Domains of email addresses that end with the time at the academy, its own and the team's.
        apart: Pairs of contacts' ids, the lower first, that are known to be two people.
        welcomed: Whether the questions of the first run were answered or skipped.
    """

    name: str = ""
    team: str = ""
    graduates_on: date | None = None
    fields: tuple[str, ...] = ()
    pace: int = DEFAULT_PACE
    pace_floor: int = DEFAULT_FLOOR
    pace_ceiling: int = DEFAULT_CEILING
    cadences: Mapping[Step, int] = field(default_factory=lambda: dict(DEFAULT_CADENCES))
    days_off: DaysOff = NO_DAYS_OFF
    searches: Mapping[str, str] = field(default_factory=dict)
    region: str = DEFAULT_REGION
    shared_domains: tuple[str, ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
    welcomed: bool = False
    columns: Mapping[str, str] = field(default_factory=dict)
