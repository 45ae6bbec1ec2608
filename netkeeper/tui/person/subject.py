"""The person, and perhaps follow-up, that a key acts on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from netkeeper.phrases.counted import plural


class Subject(NamedTuple):
    """The person under the cursor, and the follow-up that the line shows.

    Attributes:
        name: Unsanitized.
        followup_id: None where the line shows the person and no follow-up.
    """

    contact_id: str
    name: str
    followup_id: str | None = None


def whom(subjects: Sequence[Subject]) -> str:
    """A short text for titles: the one person's name, unsanitized, or the number of people."""
    return plural(len(subjects), "{name}", "{count} people", name=subjects[0].name)
