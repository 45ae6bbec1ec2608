"""Automatic changes of the pace between its floor and ceiling: up by one when it was easy, down when it was not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.member.member import Member
from netkeeper.domain.review.diary import Answer, DiaryDay

LOOKED_AT_DAYS = 14
"""Days of the diary that count."""

LEAST_DAYS = 5
"""The fewest days in the diary from which a change follows without an answer."""

LEAST_SELECTED = 8
"""The fewest selected contacts from which a change follows without an answer."""

REST_DAYS = 7
"""Days between two changes."""

_EASY, _HARD = 0.85, 0.4
"""Share of the selection that was done: at least the first is easy, at most the second is hard."""


class PaceChange(NamedTuple):
    """A change of the pace, with the reason for it.

    Attributes:
        pace: The new pace.
        by: The difference to the old one.
        days: Number of days it was judged by.
    """

    pace: int
    by: int
    days: int = LOOKED_AT_DAYS

    @property
    def is_whole(self) -> bool:
        """Whether it was judged by the whole two weeks."""
        return self.days >= LOOKED_AT_DAYS


def adapted(member: Member, diary: Sequence[DiaryDay], today: date) -> PaceChange | None:
    """The change of the pace that follows from the last two weeks; by one, None where the pace fits.

    Args:
        diary: The days on which the review was opened, the oldest first. A pace that was set by hand is left alone
            for :data:`REST_DAYS`, like one that changed automatically.
    """
    past = [day for day in diary if day.on < today and day.pace is not None]
    if past and past[-1].pace != member.pace:
        return None  # It was set by hand since.
    changed_on = _changed_on(past)
    if (today - changed_on).days < REST_DAYS:
        return None
    since = max(today - timedelta(days=LOOKED_AT_DAYS), changed_on)
    days = [day for day in past if since <= day.on]
    answers = [day.answer for day in days if day.answer is not None]
    easy, hard = answers.count(Answer.EASY), answers.count(Answer.TOO_MUCH)
    selected = sum(len(day.selected) for day in days)
    done = sum(len(day.done) for day in days)
    tells = len(days) >= LEAST_DAYS and selected >= LEAST_SELECTED
    if hard > easy or (tells and easy <= hard and done <= _HARD * selected):
        by = -1
    elif easy > hard or (tells and done >= _EASY * selected):
        by = 1
    else:
        return None
    pace = min(max(member.pace + by, member.pace_floor), member.pace_ceiling)
    return PaceChange(pace, pace - member.pace, looked_at(past, today)) if pace != member.pace else None


def looked_at(past: Sequence[DiaryDay], today: date) -> int:
    """The number of days before today that the diary covers, at most :data:`LOOKED_AT_DAYS`.

    Args:
        past: The diary's entries, the oldest first.
    """
    noted = [day.on for day in past if day.on < today and day.pace is not None]
    return min(LOOKED_AT_DAYS, (today - noted[0]).days) if noted else 0


def _changed_on(past: Sequence[DiaryDay]) -> date:
    """The day of the latest change of the pace; ``date.min`` for none."""
    for before, after in zip(reversed(past[:-1]), reversed(past[1:]), strict=True):
        if after.changed or after.pace != before.pace:
            return after.on
    return past[0].on if past and past[0].changed else date.min
