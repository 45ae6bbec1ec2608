"""Whom a key is about."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from netkeeper.phrases.counted import plural


class Subject(NamedTuple):
    """The person under the cursor, and the promise that the line stands for.

    Attributes:
        contact_id: Whom it is about.
        name: The contact's name, as it came.
        followup_id: The promise meant; None where the line stands for the person.
    """

    contact_id: str
    name: str
    followup_id: str | None = None


def whom(subjects: Sequence[Subject]) -> str:
    """Whom something is about, in as few words as a title has room for: a name, or how many people."""
    return plural(len(subjects), "{name}", "{count} people", name=subjects[0].name)
