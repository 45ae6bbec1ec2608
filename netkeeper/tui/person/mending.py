"""The title of each kind of risk, and the key that resolves it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from netkeeper.domain.retention.risks import Risk


class Mending(NamedTuple):
    """How a kind of risk is resolved.

    Attributes:
        title: The heading of the kind.
        binding: The id of the key's binding.
        action: The name of the Textual action.
        does: What the key does, in a few words.
    """

    title: str
    binding: str
    action: str
    does: str


MENDING: Mapping[Risk, Mending] = {
    Risk.UNREACHABLE: Mending("No way to reach them", "person.edit", "edit", "adds one"),
    Risk.SHARED_ADDRESS: Mending("Only the team's email", "person.edit", "edit", "adds another"),
    Risk.OF_TEAM: Mending("The team's", "people.whose", "whose", "makes them yours"),
    Risk.LOOKALIKE: Mending("Here twice?", "people.merge", "merge", "side by side"),
    Risk.MET_ONCE: Mending("Met once, or nothing logged", "person.log", "log", "logs a meeting"),
    Risk.COLD: Mending("Out of touch", "person.log", "log", "logs a word"),
    Risk.UNPLANNED: Mending("Nothing planned after graduation", "leaving.after", "after", "promises a word"),
}
"""By the kind of risk; exactly one key each."""
