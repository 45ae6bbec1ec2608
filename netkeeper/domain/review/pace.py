"""The pace finds its own way between a floor and a ceiling: up when it was easy, down when it was not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.member.member import Member
from netkeeper.domain.review.diary import Answer, DiaryDay

LOOKED_AT_DAYS = 14
"""How far back what was offered and done is looked at."""

LEAST_DAYS = 5
"""On how few days nothing can be told yet."""

LEAST_OFFERED = 8
"""With how few offers nothing can be told yet."""

REST_DAYS = 7
"""How long a change of the pace stays before the next one."""

_EASY, _HARD = 0.85, 0.4
"""From which share of what was offered being done on it is easy, and up to which it is not."""


class PaceChange(NamedTuple):
    """A change of the pace, with the reason for it.

    Attributes:
        pace: The new pace.
        by: How much more that is than before.
        days: Of how many days that can be said.
    """

    pace: int
    by: int
    days: int = LOOKED_AT_DAYS

    @property
    def is_whole(self) -> bool:
        """Whether it can be said of the whole two weeks."""
        return self.days >= LOOKED_AT_DAYS


def adapted(member: Member, diary: Sequence[DiaryDay], today: date) -> PaceChange | None:
    """Whether the pace should change, judged by the last two weeks.

    Args:
        diary: The days on which the review was opened, the oldest first. A pace that was set by hand, or
            brought back, rests as one that changed by itself does.

    Returns:
        The change, by one; None where the pace fits.
    """
    past = [day for day in diary if day.on < today and day.pace is not None]
    if past and past[-1].pace != member.pace:
        return None  # It was set by hand since; that is news enough.
    changed_on = _changed_on(past)
    if (today - changed_on).days < REST_DAYS:
        return None
    since = max(today - timedelta(days=LOOKED_AT_DAYS), changed_on)
    days = [day for day in past if since <= day.on]
    answers = [day.answer for day in days if day.answer is not None]
    easy, hard = answers.count(Answer.EASY), answers.count(Answer.TOO_MUCH)
    offered = sum(len(day.offered) for day in days)
    done = sum(len(day.done) for day in days)
    tells = len(days) >= LEAST_DAYS and offered >= LEAST_OFFERED
    if hard > easy or (tells and easy <= hard and done <= _HARD * offered):
        by = -1
    elif easy > hard or (tells and done >= _EASY * offered):
        by = 1
    else:
        return None
    pace = min(max(member.pace + by, member.pace_floor), member.pace_ceiling)
    return PaceChange(pace, pace - member.pace, looked_at(past, today)) if pace != member.pace else None


def looked_at(past: Sequence[DiaryDay], today: date) -> int:
    """Over how many days before a day the diary tells of what became of a review, two weeks at most.

    Args:
        past: The days that it tells of, the oldest first.
    """
    noted = [day.on for day in past if day.on < today and day.pace is not None]
    return min(LOOKED_AT_DAYS, (today - noted[0]).days) if noted else 0


def _changed_on(past: Sequence[DiaryDay]) -> date:
    """The day since which the pace is what it is; the first of all days where it never changed."""
    for before, after in zip(reversed(past[:-1]), reversed(past[1:]), strict=True):
        if after.changed or after.pace != before.pace:
            return after.on
    return past[0].on if past and past[0].changed else date.min
