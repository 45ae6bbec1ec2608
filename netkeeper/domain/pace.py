"""The pace finds its own way between a floor and a ceiling: up when it was easy, down when it was not."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netkeeper.domain.diary import Answer, DiaryDay
from netkeeper.domain.member import Member

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
        why: Why, in a few words.
    """

    pace: int
    why: str


def adapted(member: Member, diary: Sequence[DiaryDay], today: date) -> PaceChange | None:
    """Whether the pace should change, judged by the last two weeks.

    Args:
        member: Whose pace, floor and ceiling count, and when the pace changed last.
        diary: The days on which the review was opened.
        today: The day.

    Returns:
        The change, by one; None where the pace fits.
    """
    if member.pace_changed_on is not None and (today - member.pace_changed_on).days < REST_DAYS:
        return None
    since = max(today - timedelta(days=LOOKED_AT_DAYS), member.pace_changed_on or date.min)
    days = [day for day in diary if since <= day.on < today]
    answers = [day.answer for day in days if day.answer is not None]
    easy, hard = answers.count(Answer.EASY), answers.count(Answer.TOO_MUCH)
    offered = sum(len(day.offered) for day in days)
    done = sum(len(day.done) for day in days)
    tells = len(days) >= LEAST_DAYS and offered >= LEAST_OFFERED
    if hard > easy or (tells and easy <= hard and done <= _HARD * offered):
        pace, why = member.pace - 1, "the last two weeks were full enough"
    elif easy > hard or (tells and done >= _EASY * offered):
        pace, why = member.pace + 1, "the last two weeks went easily"
    else:
        return None
    pace = min(max(pace, member.pace_floor), member.pace_ceiling)
    return PaceChange(pace, why) if pace != member.pace else None
