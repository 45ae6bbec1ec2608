"""Completing a half-typed word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netkeeper.domain.contact import Hope
from netkeeper.domain.fold import fold
from netkeeper.domain.interaction import Kind, Signal
from netkeeper.domain.keys import KEYS
from netkeeper.domain.ladder import Step

HAS = ("email", "phone", "birthday", "field", "notes", "via", "url", "address")
"""What ``has:`` can ask for."""

IS = ("archived",)
"""What ``is:`` can ask for."""

_VALUES: dict[str, Sequence[str]] = {
    "step": tuple(Step),
    "hope": tuple(Hope),
    "kind": tuple(Kind),
    "signal": tuple(Signal),
    "is": IS,
    "has": HAS,
    "feel": ("1", "2", "3", "4", "5"),
    "every": ("2w", "4w", "6w", "3m", "none", "default"),
    "next": ("tomorrow", "fri", "1w", "2w", "1m"),
    "when": ("today", "yesterday", "mon", "1w"),
    "due": ("today", "tomorrow", "<7d", ">2w", "late", "none"),
    "last": ("<7d", ">30d", ">60d", ">90d", "today", "never"),
}


def complete_word(prefix: str, fields: Iterable[str]) -> list[str]:
    """Whole words that begin with ``prefix``: keys, then the values of the key.

    Args:
        prefix: What is typed of the word, with its ``-`` if it has one.
        fields: The fields in use.

    Returns:
        The words, with the ``-`` where there was one, in the order in which to show them.
    """
    minus = "-" if prefix.startswith("-") else ""
    key, colon, value = prefix.removeprefix("-").partition(":")
    if not colon:
        return [f"{minus}{known}:" for known in KEYS if known.startswith(key)]
    values = sorted(set(fields)) if key == "field" else _VALUES.get(key, ())
    typed = fold(value)
    return [f"{minus}{key}:{each}" for each in values if fold(each).startswith(typed)]
