"""The diary of reviews: the selection of each day and how it felt; contacts that were selected and left rest a while."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

KEPT_DAYS = 365
"""Days for which an entry is kept."""

_RESTS = (0, 1, 3, 7, 14)
"""Days of rest after a contact was selected and left 0, 1, 2, … times; the last value for all higher counts."""


class Answer(StrEnum):
    """The member's answer on how a day's review was."""

    EASY = "easy"
    GOOD = "good"
    TOO_MUCH = "too much"


class DiaryDay(NamedTuple):
    """A day on which the review was opened.

    Attributes:
        on: The day.
        selected: The ids of the selected contacts (turns and the stretch), in order.
        done: The ids of those of them that the member was in touch with.
        answer: The member's answer; None for none.
        pace: The pace that the day was planned with; None where the selection was not noted.
        changed: The automatic change of the pace on that day.
        is_lighter: Whether the member asked for a lighter day.
        sort: The ids of the contacts selected for sorting, in order.
        stretch: The ids in ``selected`` that are the stretch.
        occasions: The ids of the contacts whose occasions were shown, in order.
        since: For each id in ``selected``, the day of the latest interaction at selection (ISO 8601; empty for none).
    """

    on: date
    selected: tuple[str, ...] = ()
    done: tuple[str, ...] = ()
    answer: Answer | None = None
    pace: int | None = None
    changed: int = 0
    is_lighter: bool = False
    sort: tuple[str, ...] = ()
    stretch: tuple[str, ...] = ()
    occasions: tuple[str, ...] = ()
    since: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The id of its documents: ``20261123``."""
        return f"{self.on:%Y%m%d}"

    @property
    def is_pinned(self) -> bool:
        """Whether the selection was noted, and is fixed until the day is over."""
        return self.pace is not None

    def is_touched(self, contact_id: str, last_on: date | None) -> bool:
        """Whether a selected contact has a later interaction (``last_on``) than at selection."""
        before = dict(zip(self.selected, self.since, strict=False)).get(contact_id)
        return before is not None and last_on is not None and last_on.isoformat() > before


def resting(diary: Iterable[DiaryDay], last_on: Mapping[str, date | None], today: date) -> frozenset[str]:
    """The ids of contacts that were selected and left lately, and rest today, so that others are selected.

    Args:
        last_on: The day of the latest interaction, by id of the selected contacts.
        today: Its own selection doesn't count.
    """
    left: dict[str, list[date]] = {}
    for day in diary:
        if day.on >= today:
            continue
        for contact_id in day.selected:
            met_on = last_on.get(contact_id)
            if contact_id not in day.done and (met_on is None or met_on < day.on):
                left.setdefault(contact_id, []).append(day.on)
    return frozenset(
        contact_id
        for contact_id, days in left.items()
        if (today - max(days)).days <= _RESTS[min(len(days), len(_RESTS) - 1)]
    )
