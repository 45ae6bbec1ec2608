"""Why somebody is looked at, as the first line about them."""

from __future__ import annotations

from typing import NamedTuple


class Headline(NamedTuple):
    """Why somebody is looked at.

    Attributes:
        mark: A character that tells of what kind it is.
        text: The reason, as it came.
    """

    mark: str
    text: str

    @property
    def says_what_is_next(self) -> bool:
        """Whether it tells of a promise or of their turn, which is what comes next with them."""
        return self.mark in ("●", "○")
