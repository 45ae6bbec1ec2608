"""The key that resolves each kind of risk."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from netkeeper.domain.retention.risks import Risk


class Remedy(NamedTuple):
    """How a kind of risk is resolved.

    Attributes:
        binding: The id of the key's binding.
        action: The name of the Textual action.
        does: What the key does, in a few words.
    """

    binding: str
    action: str
    does: str


REMEDIES: Mapping[Risk, Remedy] = {
    Risk.UNREACHABLE: Remedy("person.edit", "edit", "adds one"),
    Risk.SHARED_ADDRESS: Remedy("person.edit", "edit", "adds another"),
    Risk.OF_TEAM: Remedy("people.whose", "whose", "makes them yours"),
    Risk.LOOKALIKE: Remedy("people.merge", "merge", "side by side"),
    Risk.MET_ONCE: Remedy("person.log", "log", "logs a meeting"),
    Risk.COLD: Remedy("person.log", "log", "logs a word"),
    Risk.UNPLANNED: Remedy("leaving.after", "after", "promises a word"),
}
"""By the kind of risk; exactly one key each."""
