"""The message of a transaction: a key and its values, worded when it is shown, in any language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

MOST_NAMED = 3
"""How many names, fields or promises a message holds of one kind."""

_NO_VALUES: Mapping[str, object] = MappingProxyType({})


class Message(NamedTuple):
    """The message of a transaction. The journal stores it, so keys and names of values must not change.

    Attributes:
        key: The template in ``phrases.history``.
        values: The template's values as JSON: unsanitized texts, numbers, days (ISO 8601), lists made by :func:`some`.
    """

    key: str
    values: Mapping[str, object] = _NO_VALUES

    @classmethod
    def read(cls, kept: Any) -> Message | None:
        """A message from the journal; None where the value isn't one."""
        match kept:
            case {"key": str(key), "values": dict(values)}:
                return cls(key, values)
        return None

    def kept(self) -> dict[str, object]:
        """The message as the journal stores it."""
        return {"key": self.key, "values": dict(self.values)}


def some(words: Sequence[str]) -> list[str | int]:
    """The first :data:`MOST_NAMED` words, then the number of the others, if any: ``["A", "B", "C", 7]``."""
    return [*words[:MOST_NAMED], *([len(words) - MOST_NAMED] if len(words) > MOST_NAMED else [])]
