"""Sentences about leaving."""

from __future__ import annotations

from collections.abc import Sequence


def left_words(names: Sequence[str]) -> str:
    """What stays in a folder beside a pack.

    Args:
        names: The files that are none of an earlier pack.
    """
    return f"Also there, and of no earlier pack, so it stays: {', '.join(names)}. Is it still wanted?"
