"""What was done, as a key and its values, from which it can be told in any language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

MOST_NAMED = 3
"""How many names, fields or promises a message holds of one kind."""

_NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Message(NamedTuple):
    """What was done. It is kept in the journal, so keys and the names of values stay as they are.

    Attributes:
        key: Which template of ``phrases.history`` tells it.
        values: What the template names, as JSON keeps it: texts as they came, numbers, days (ISO 8601), lists as
            :func:`some` makes them.
    """

    key: str
    values: Mapping[str, object] = _NO_VALUES

    @classmethod
    def read(cls, kept: Any) -> Message | None:
        """A message as the journal keeps it; None where it is none."""
        match kept:
            case {"key": str(key), "values": dict(values)}:
                return cls(key, values)
        return None

    def kept(self) -> dict[str, object]:
        """The message as the journal keeps it."""
        return {"key": self.key, "values": dict(self.values)}


def some(words: Sequence[str]) -> list[str | int]:
    """The first few of some words, and how many more there are where there are more: ``["A", "B", "C", 7]``."""
    return [*words[:MOST_NAMED], *([len(words) - MOST_NAMED] if len(words) > MOST_NAMED else [])]
