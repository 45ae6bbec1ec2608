"""An interaction as far as counting needs it: ten thousands of them are looked through at once."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class InteractionSummary(NamedTuple):
    """Something that happened on a day with one or more contacts.

    Attributes:
        on: The day.
        contact_ids: With whom.
        feeling: How it felt, 1 to 5; None where it wasn't said.
    """

    on: date
    contact_ids: tuple[str, ...]
    feeling: int | None = None
