"""The projection of an interaction that counts read: cheap for tens of thousands."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class InteractionSummary(NamedTuple):
    """The day, contacts and feeling of an interaction.

    Attributes:
        on: The day.
        contact_ids: The contacts' ids.
        feeling: 1 to 5; None for none.
    """

    on: date
    contact_ids: tuple[str, ...]
    feeling: int | None = None
