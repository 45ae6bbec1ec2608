"""The pace finds its own way, slowly, between the floor and the ceiling."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.member.member import Member
from netkeeper.domain.review.diary import Answer, DiaryDay
from netkeeper.domain.review.pace import LOOKED_AT_DAYS, REST_DAYS, adapted
from netkeeper.phrases.pace import pace_sentence

TODAY = date(2026, 11, 23)
MEMBER = Member(pace=5, pace_floor=2, pace_ceiling=8)


def fortnight(done: int, selected: int = 5, days: int = 8, answer: Answer | None = None) -> list[DiaryDay]:
    ids = tuple(str(number) for number in range(selected))
    return [
        DiaryDay(TODAY - timedelta(days=number), ids, ids[:done], answer, MEMBER.pace) for number in range(days, 0, -1)
    ]


def pace(diary: list[DiaryDay], member: Member = MEMBER) -> int:
    change = adapted(member, diary, TODAY)
    return change.pace if change else member.pace


def test_up_when_it_was_easy_down_when_it_was_not() -> None:
    assert pace(fortnight(5)) == 6
    assert pace(fortnight(1)) == 4
    assert pace(fortnight(3)) == 5


def test_what_the_person_says_counts_more() -> None:
    assert pace(fortnight(5, answer=Answer.TOO_MUCH)) == 4
    assert pace(fortnight(1, answer=Answer.EASY)) == 6
    assert pace(fortnight(3, answer=Answer.GOOD)) == 5
    assert pace(fortnight(3, days=1, answer=Answer.TOO_MUCH)) == 4


def test_a_few_days_tell_nothing() -> None:
    assert pace(fortnight(5, days=3)) == 5
    assert pace(fortnight(1, selected=1)) == 6
    assert pace([]) == 5


@pytest.mark.parametrize(("changed", "planned"), [(1, 5), (0, 4), (-1, 4)])
def test_a_change_rests_whoever_made_it_and_even_if_it_was_taken_back(changed: int, planned: int) -> None:
    diary = fortnight(5, days=14)
    rests = diary[-REST_DAYS + 1]._replace(changed=changed, pace=planned)
    assert pace([*diary[: -REST_DAYS + 1], rests, *diary[-REST_DAYS + 2 :]]) == 5
    settled = diary[-REST_DAYS - 1]._replace(changed=changed, pace=planned)
    assert pace([*diary[: -REST_DAYS - 1], settled, *diary[-REST_DAYS:]]) == 6


def test_a_pace_that_was_just_set_by_hand_stays() -> None:
    assert pace(fortnight(5), replace(MEMBER, pace=3)) == 3


def test_what_was_long_ago_or_is_today_does_not_count() -> None:
    old = [day._replace(on=day.on - timedelta(days=LOOKED_AT_DAYS)) for day in fortnight(5)]
    assert pace(old) == 5


@given(
    st.integers(0, 12),
    st.lists(st.tuples(st.integers(1, 30), st.integers(0, 6), st.sampled_from([None, *Answer])), max_size=20),
)
def test_it_moves_by_one_and_stays_between_floor_and_ceiling(
    now: int, days: list[tuple[int, int, Answer | None]]
) -> None:
    ids = tuple("abcdef")
    diary = [
        DiaryDay(TODAY - timedelta(days=count), ids, ids[:done], answer, now)
        for count, done, answer in sorted(days, key=lambda day: -day[0])
    ]
    member = replace(MEMBER, pace=now)
    change = adapted(member, diary, TODAY)
    if change:
        assert change.pace != now
        assert MEMBER.pace_floor <= change.pace <= MEMBER.pace_ceiling
        assert abs(change.pace - now) == 1 or not MEMBER.pace_floor <= now <= MEMBER.pace_ceiling
        assert str(change.pace) in pace_sentence(change)
