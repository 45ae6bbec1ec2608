"""The diary of reviews: whom each day offered, and how it felt. What was offered and left rests a while."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

KEPT_DAYS = 365
"""How long a day stays in the diary."""

_RESTS = (0, 1, 3, 7, 14)
"""For how many days somebody rests who was offered and left once, twice, …; the last for all beyond."""


class Answer(StrEnum):
    """How a day's review was, in one key."""

    EASY = "easy"
    GOOD = "good"
    TOO_MUCH = "too much"


class DiaryDay(NamedTuple):
    """A day on which the review was opened.

    Attributes:
        on: The day.
        offered: The ids of those it asked to be in touch with, promises aside, in their order.
        done: The ids of those among them that one was in touch with.
        answer: How it was, if that was said.
        pace: The pace that the day was planned with; None where nothing was noted of the day.
        changed: By how much the pace changed by itself that day.
        is_lighter: Whether a lighter day was asked for.
        sort: The ids of those it offered to be sorted, in its order.
        stretch: The ids of those among them who were the stretch.
        occasions: The ids of those whose occasions it showed, in their order.
        since: The latest contact (ISO; empty for none) with each of ``offered`` when the day offered them.
    """

    on: date
    offered: tuple[str, ...] = ()
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
        """Whether the day was looked at as a whole: what it offered then stays until it is over."""
        return self.pace is not None

    def is_touched(self, contact_id: str, last_on: date | None) -> bool:
        """Whether somebody whom the day offered was in touch since, going by their latest contact now."""
        before = dict(zip(self.offered, self.since, strict=False)).get(contact_id)
        return before is not None and last_on is not None and last_on.isoformat() > before


def resting(diary: Iterable[DiaryDay], last_on: Mapping[str, date | None], today: date) -> frozenset[str]:
    """Who was offered and left lately, and rests, so that the same few never stand before all others.

    Args:
        last_on: The latest contact of everybody who was offered.
        today: The day; what it offered itself doesn't count.

    Returns:
        The ids of those who rest today.
    """
    left: dict[str, list[date]] = {}
    for day in diary:
        if day.on >= today:
            continue
        for contact_id in day.offered:
            met_on = last_on.get(contact_id)
            if contact_id not in day.done and (met_on is None or met_on < day.on):
                left.setdefault(contact_id, []).append(day.on)
    return frozenset(
        contact_id
        for contact_id, days in left.items()
        if (today - max(days)).days <= _RESTS[min(len(days), len(_RESTS) - 1)]
    )
