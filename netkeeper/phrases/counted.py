"""Numbers with their nouns; ``domain.text.counted`` alone chooses between singular and plural."""

from __future__ import annotations

from netkeeper.domain.text.counted import counted, plural

__all__ = ["counted", "people", "plural"]


def people(count: int) -> str:
    """``1 person``, ``1,200 people``."""
    return counted(count, "person", "people")
