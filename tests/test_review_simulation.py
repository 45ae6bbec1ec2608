"""Living with the review: on random networks nobody is forgotten and nobody is flooded."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.coming_back import BREAKS, come_back, missed_on_return
from benchmarks.living import SORTS, START, FixedReminders, Netkeeper, OneList, live
from benchmarks.review_simulation import missed_marks
from netkeeper.actions.network.holidays import holidays_of
from netkeeper.domain.member.days_off import NO_HOLIDAYS, DaysOff
from netkeeper.domain.member.member import Member


@settings(max_examples=6, deadline=None)
@given(
    size=st.integers(5, 120),
    seed=st.integers(0, 10_000),
    imported=st.sampled_from([0, 60]),
    weekends=st.booleans(),
)
@example(size=91, seed=1859, imported=0, weekends=False)  # One was left so often by chance that they rested too long.
def test_the_marks_hold_on_random_networks(size: int, seed: int, imported: int, weekends: bool) -> None:
    member = Member(days_off=DaysOff.of([5, 6] if weekends else []))
    outcome = live(size, Netkeeper, seed=seed, days=400, imported=imported, member=member)
    assert outcome.never == 0
    assert outcome.late == 0
    assert outcome.largest <= member.pace_ceiling
    if outcome.load > 1:
        assert all(longest <= 3 * median for longest, median in outcome.by_step.values())


def test_the_marks_tell_the_plain_rules_from_netkeepers() -> None:
    ours = live(150, Netkeeper, days=400)
    assert missed_marks(ours) == []
    assert any("over the ceiling" in each for each in missed_marks(live(150, OneList, days=400)))
    assert any("over the ceiling" in each for each in missed_marks(live(150, FixedReminders, days=400)))


@pytest.mark.parametrize("size", [50, 150])
def test_two_years_with_three_hundred_imported_people(size: int) -> None:
    assert missed_marks(live(size, Netkeeper)) == []


@settings(max_examples=8, deadline=None)
@given(
    size=st.integers(5, 120),
    seed=st.integers(0, 10**6),
    ceiling=st.integers(3, 9),
    imported=st.sampled_from([0, 40, 150]),
    off=st.sampled_from([(), (6,), (5, 6)]),
    country=st.sampled_from(["", "FI", "SE"]),
)
@example(size=5, seed=0, ceiling=3, imported=40, off=(), country="FI")  # The stretch came on top of a full day.
def test_nobody_is_forgotten_nor_flooded_whatever_the_ceiling(
    size: int, seed: int, ceiling: int, imported: int, off: tuple[int, ...], country: str
) -> None:
    holidays = holidays_of(country, START) if country else NO_HOLIDAYS
    member = Member(pace=3, pace_ceiling=ceiling, days_off=DaysOff.of(off, holidays=holidays))
    outcome = live(size, Netkeeper, seed=seed, days=400, imported=imported, member=member)
    assert (outcome.never, outcome.late) == (0, 0)
    assert outcome.largest <= outcome.most_lines <= ceiling


@settings(max_examples=3, deadline=None)
@given(
    size=st.integers(5, 40),
    seed=st.integers(0, 10**6),
    ceiling=st.integers(3, 9),
    sorts=st.sampled_from([0.0, SORTS, 1.0]),
)
@example(size=20, seed=1, ceiling=3, sorts=0.0)  # Sorting and turns have no room on one day.
@example(size=20, seed=1, ceiling=5, sorts=1.0)  # Eight with a long cadence were left for months for the others.
def test_an_import_that_waits_to_be_sorted_floods_nobody_and_all_of_it_is_offered(
    size: int, seed: int, ceiling: int, sorts: float
) -> None:
    member = Member(pace=3, pace_ceiling=ceiling)
    outcome = live(size, Netkeeper, seed=seed, days=200, imported=100, member=member, sorts=sorts)
    assert (outcome.never, outcome.late, outcome.unseen) == (0, 0, 0)
    assert outcome.largest <= ceiling
    assert outcome.most_lines <= ceiling


@pytest.mark.parametrize("away", BREAKS)
@pytest.mark.parametrize(("size", "pace"), [(40, 3), (60, 5), (100, 5)])
def test_after_a_break_and_o_two_weeks_stay_within_the_pace_and_nobody_waits_longer_for_it(
    size: int, pace: int, away: int
) -> None:
    member = Member(pace=pace)
    for seed in range(3):
        assert missed_on_return(size, away, seed=seed, member=member) == []
    plain = come_back(size, away, spreads=False, member=member)
    assert max(plain.waiting) > 3 * pace, "without it there is a wall behind each day"


def test_only_what_falls_due_by_itself_can_be_more_than_the_pace() -> None:
    assert missed_on_return(80, 21, seed=5) == []
    assert max(come_back(80, 21, spreads=True, seed=5).waiting[:15]) == 1, "six turns come on one day by themselves"


def test_o_is_bearable_with_weekends_off_too() -> None:
    for seed in range(3):
        assert missed_on_return(60, 21, seed=seed, member=Member(days_off=DaysOff.of([5, 6]))) == []
