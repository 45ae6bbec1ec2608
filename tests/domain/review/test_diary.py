"""The diary: whoever was selected and left gives way for a while."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.review.diary import DiaryDay, resting

TODAY = date(2026, 11, 23)


def ago(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("selected", "rests"),
    [
        ([], False),
        ([0], False),
        ([1], True),
        ([2], False),
        ([4, 3], True),
        ([5, 4], False),
        ([9, 8, 7], True),
        ([10, 9, 8], False),
        ([20, 19, 18, 14], True),
        ([20, 19, 18, 15], False),
        ([40, 30, 20, 16, 14], True),
    ],
)
def test_the_more_often_somebody_is_left_the_longer_they_rest(selected: list[int], rests: bool) -> None:
    diary = [DiaryDay(ago(days), ("1", "2")) for days in selected]
    assert ("1" in resting(diary, {"1": None}, TODAY)) is rests


def test_being_in_touch_ends_it() -> None:
    diary = [DiaryDay(ago(days), ("1",)) for days in (3, 2, 1)]
    assert resting(diary, {"1": ago(1)}, TODAY) == frozenset()
    assert resting(diary, {"1": ago(2)}, TODAY) == {"1"}
    assert resting([DiaryDay(ago(1), ("1",), ("1",))], {"1": ago(1)}, TODAY) == frozenset()


@given(st.lists(st.tuples(st.integers(0, 40), st.lists(st.sampled_from("abc"), max_size=3)), max_size=20))
def test_nobody_rests_who_was_not_selected_and_nobody_for_more_than_two_weeks(
    days: list[tuple[int, list[str]]],
) -> None:
    diary = [DiaryDay(ago(count), tuple(selected)) for count, selected in days]
    rests = resting(diary, {}, TODAY)
    for contact_id in rests:
        assert any(contact_id in day.selected and 0 < (TODAY - day.on).days <= 14 for day in diary)
