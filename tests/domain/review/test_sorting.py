"""Whom a day offers to be sorted: a few, and in the end everybody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.review.capacity import capacity
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.diary import DiaryDay
from netkeeper.domain.review.plan import Review, plan
from netkeeper.phrases.review import why_words

TODAY = date(2026, 11, 23)
TOMORROW = TODAY + timedelta(days=1)
MEMBER = Member(fields=("design",))


def person(number: int, *, waits: bool = True, days: int = 400) -> ContactSummary:
    """Somebody who came in long ago, and waits to be sorted or not."""
    return ContactSummary(
        str(10**14 + number * 7_919_317 % 10**9), f"Person {number:04}", Step.POTENTIAL, ("design",), True, 30, waits,
        None, None, None, None, None, TODAY - timedelta(days=days), "",
    )  # fmt: skip


def ids(review: Review) -> list[str]:
    return [each.contact_id for each in review.sort]


def noted(review: Review) -> DiaryDay:
    selected = tuple(each.contact_id for each in (*review.keep_in_touch, *review.stretch))
    stretch = tuple(each.contact_id for each in review.stretch)
    return DiaryDay(review.day, selected, pace=MEMBER.pace, sort=tuple(ids(review)), stretch=stretch)


def lines(review: Review) -> int:
    return len(review.keep_in_touch) + len(review.stretch) + len(review.occasions) + len(review.sort)


def test_nobody_who_waits_is_asked_about_and_a_few_are_offered_to_be_sorted() -> None:
    review = plan([person(number) for number in range(200)], [], MEMBER, TODAY)
    assert not (review.keep_in_touch or review.stretch or review.turns)
    assert (len(review.sort), review.unsorted, review.waiting) == (5, 200, 0)
    assert why_words(review.sort[0]) == "to be sorted · design"


@settings(max_examples=60, deadline=None)
@given(
    waits=st.integers(0, 60),
    others=st.integers(0, 40),
    ceiling=st.integers(3, 12),
    pace=st.integers(1, 12),
)
def test_three_to_five_within_the_days_ceiling(waits: int, others: int, ceiling: int, pace: int) -> None:
    people = [person(number, waits=number < waits) for number in range(waits + others)]
    review = plan(people, [], Member(pace=min(pace, ceiling), pace_ceiling=ceiling), TODAY)
    assert min(3, waits) <= len(review.sort) <= min(5, waits)
    assert lines(review) <= ceiling
    if ceiling > 3 or waits < 3:
        assert bool(review.keep_in_touch or review.stretch) is bool(others)
    # Where sorting leaves less than two places, the day after is the others'.
    after = plan(people, [], Member(pace=min(pace, ceiling), pace_ceiling=ceiling), TOMORROW, diary=[noted(review)])
    is_theirs = bool(others) and ceiling - min(3, waits) < 2
    assert len(after.sort) == 0 if is_theirs else min(3, waits) <= len(after.sort) <= min(5, waits)
    assert lines(after) <= ceiling
    assert bool(after.keep_in_touch or after.stretch) is bool(others)


def test_under_a_low_ceiling_the_two_have_their_days_by_turns_and_a_day_stays_what_it_is() -> None:
    people = [person(number, waits=number < 20) for number in range(40)]
    member = Member(pace=3, pace_ceiling=3)
    diary: list[DiaryDay] = []
    for number in range(6):
        day = TODAY + timedelta(days=2 * number)
        review = plan(people, [], member, day, diary=diary)
        assert (len(review.sort), len(review.keep_in_touch) + len(review.stretch)) == ((0, 3) if number % 2 else (3, 0))
        diary.append(noted(review))
        met = {each.contact_id for each in (*review.keep_in_touch, *review.stretch)}
        done = [each._replace(last_on=day) if each.id in met else each for each in people]
        assert plan(done, [], member, day, diary=diary).count == len(review.sort), "nobody joins for those dealt with"
        # A day off that is looked at in between makes no difference.
        diary.append(DiaryDay(day + timedelta(days=1), pace=3))


def test_a_day_without_a_turn_is_for_sorting_whatever_the_one_before_was() -> None:
    people = [person(number) for number in range(40)]
    member = Member(pace=3, pace_ceiling=3)
    first = plan(people, [], member, TODAY)
    assert len(plan(people, [], member, TOMORROW, diary=[noted(first)]).sort) == 3


@settings(max_examples=30, deadline=None)
@given(count=st.integers(1, 160), start=st.integers(0, 60), every=st.integers(1, 3))
def test_with_no_sorting_at_all_all_have_been_offered_in_the_end(count: int, start: int, every: int) -> None:
    people = [person(number + start) for number in range(count)]
    diary: list[DiaryDay] = []
    seen: list[str] = []
    for number in range(count // 3 + 2):
        review = plan(people, [], MEMBER, TODAY + timedelta(days=number * every), diary=diary)
        seen += ids(review)
        diary.append(noted(review))
    assert set(seen) == {each.id for each in people}
    assert len(set(seen[:count])) == count, "whoever was not offered for longest comes first"


def test_whoever_is_forgotten_by_the_diary_comes_behind_those_never_offered() -> None:
    people = [person(number) for number in range(600)]
    diary: list[DiaryDay] = []
    seen: set[str] = set()
    for number in range(130):
        review = plan(people, [], MEMBER, TODAY + timedelta(days=number), diary=diary[-20:])
        seen.update(ids(review))
        diary.append(noted(review))
    assert len(seen) == 600


def test_nobody_comes_twice_within_a_week_where_there_are_enough() -> None:
    for count in (21, 27, 34, 60):
        people = [person(number) for number in range(count)]
        diary: list[DiaryDay] = []
        for number in range(30):
            review = plan(people, [], MEMBER, TODAY + timedelta(days=number), diary=diary)
            lately = {contact_id for day in diary[-6:] for contact_id in day.sort}
            assert lately.isdisjoint(ids(review))
            diary.append(noted(review))


def test_the_days_few_stand_still_and_those_sorted_stay_ticked() -> None:
    people = [person(number) for number in range(40)]
    first = plan(people, [], MEMBER, TODAY)
    placed = [each._replace(unsorted=False, cadence_days=90) if each.id == ids(first)[1] else each for each in people]
    again = plan([*placed, person(999)], [], MEMBER, TODAY, diary=[noted(first)])
    assert ids(again) == [each for each in ids(first) if each != ids(first)[1]]
    assert [(each.item.contact_id, each.group, each.place) for each in again.dealt] == [(ids(first)[1], "sort", 1)]
    assert ids(plan(people, [], MEMBER, TODAY, diary=[noted(first)])) == ids(first)


def test_whoever_came_in_after_the_first_look_takes_what_the_ceiling_leaves() -> None:
    busy = [person(number, waits=False) for number in range(30)]
    first = plan(busy, [], MEMBER, TODAY)
    later = plan([*busy, *(person(number) for number in range(100, 160))], [], MEMBER, TODAY, diary=[noted(first)])
    assert [each.contact_id for each in later.keep_in_touch] == [each.contact_id for each in first.keep_in_touch]
    assert later.sort and lines(later) <= MEMBER.pace_ceiling


def test_on_days_off_and_lighter_ones_nobody_is_to_be_sorted() -> None:
    people = [person(number) for number in range(10)]
    off = plan(people, [], replace(MEMBER, days_off=DaysOff.of([TODAY.weekday()])), TODAY)
    lighter = plan(people, [], MEMBER, TODAY, diary=[DiaryDay(TODAY, is_lighter=True)])
    assert not off.sort and not lighter.sort
    assert off.unsorted == lighter.unsorted == 10


def test_whoever_is_put_off_is_not_offered_before_the_day() -> None:
    people = [person(1)._replace(nudge_from=TODAY + timedelta(days=3)), person(2)]
    assert ids(plan(people, [], MEMBER, TODAY)) == [people[1].id]
    assert sorted(ids(plan(people, [], MEMBER, TODAY + timedelta(days=3)))) == sorted(each.id for each in people)


def test_capacity_counts_only_the_sorted() -> None:
    people = [person(number, waits=number < 50) for number in range(60)]
    assert capacity(people, MEMBER).people == 10
