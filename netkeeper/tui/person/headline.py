"""The first line about a person: the reason why the room lists them."""

from __future__ import annotations

from typing import NamedTuple


class Headline(NamedTuple):
    """The reason why a room lists a person.

    Attributes:
        mark: One character for the kind of reason.
        text: The reason, unsanitized.
    """

    mark: str
    text: str

    @property
    def says_what_is_next(self) -> bool:
        """Whether the reason is an open follow-up or that contact is due."""
        return self.mark in ("●", "○")
