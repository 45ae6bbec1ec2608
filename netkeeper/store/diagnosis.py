"""What the doctor finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Finding", "Level", "bad", "good", "note"]

Level = Literal["good", "note", "bad"]
"""``good`` is well, ``note`` is worth knowing, ``bad`` wants something done."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found.

    Attributes:
        level: How it is.
        text: What is found and the way out, in a line; it may hold a person's data.
    """

    level: Level
    text: str


def good(text: str) -> Finding:
    """Something that is well."""
    return Finding("good", text)


def note(text: str) -> Finding:
    """Something worth knowing."""
    return Finding("note", text)


def bad(text: str) -> Finding:
    """Something that wants something done."""
    return Finding("bad", text)
