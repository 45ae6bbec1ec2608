"""What the doctor finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Diagnosis", "Level", "bad", "good", "note"]

Level = Literal["good", "note", "bad"]
"""``good`` is well, ``note`` is worth knowing, ``bad`` wants something done."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing found.

    Attributes:
        level: How it is.
        text: What is found and the way out, in a line; it may hold a person's data.
    """

    level: Level
    text: str


def good(text: str) -> Diagnosis:
    """Something that is well."""
    return Diagnosis("good", text)


def note(text: str) -> Diagnosis:
    """Something worth knowing."""
    return Diagnosis("note", text)


def bad(text: str) -> Diagnosis:
    """Something that wants something done."""
    return Diagnosis("bad", text)
