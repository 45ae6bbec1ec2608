"""How History describes contacts."""

from __future__ import annotations

from netkeeper.domain.people.properties import PROPERTIES
from netkeeper.domain.records.tables import Description

DESCRIPTION = Description(
    "{name}",
    {name: row.history for name, row in PROPERTIES.items() if row.history},
    ("name",),
    {**{name: row.kind for name, row in PROPERTIES.items()}, "of_team": "team's"},
)
