"""Findings of ``netkeeper doctor``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["Diagnosis", "Level", "bad", "good", "note"]

Level = Literal["good", "note", "bad"]
"""``good`` needs nothing, ``note`` is information, ``bad`` needs action."""


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A finding.

    Attributes:
        level: Its severity.
        text: Finding and remedy in one line; may contain user data.
    """

    level: Level
    text: str


def good(text: str) -> Diagnosis:
    """A finding that needs nothing."""
    return Diagnosis("good", text)


def note(text: str) -> Diagnosis:
    """A finding for information."""
    return Diagnosis("note", text)


def bad(text: str) -> Diagnosis:
    """A finding that needs action."""
    return Diagnosis("bad", text)
