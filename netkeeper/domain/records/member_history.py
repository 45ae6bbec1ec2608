"""How History describes the member's settings."""

from __future__ import annotations

from netkeeper.domain.member.settings import SETTINGS
from netkeeper.domain.records.tables import Description

DESCRIPTION = Description(
    "You and your review",
    {name: label for name, setting in SETTINGS.items() if (label := setting.label) is not None},
    kinds={name: setting.stored for name, setting in SETTINGS.items()},
)
