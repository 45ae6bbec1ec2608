"""The plan for a day: who is in it, who can wait, and that nobody is forgotten."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netkeeper.domain.member.cadence import next_contact_on
from netkeeper.domain.member.days_off import NO_DAYS_OFF, DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.diary import DiaryDay
from netkeeper.domain.review.plan import Review, nudge, plan
from netkeeper.phrases.review import why_words

TODAY = date(2026, 11, 23)
MEMBER = Member()
BLANK = ContactSummary(
    "100000000000001", "Anna", Step.POTENTIAL, (), False, 30, False, None, None, None, None, None, TODAY, ""
)


def ago(count: int) -> date:
    return TODAY - timedelta(days=count)


def ahead(count: int) -> date:
    return TODAY + timedelta(days=count)


def standing(number: int = 1, **changes: Any) -> ContactSummary:
    """Somebody, met a year ago where nothing else is said."""
    known = {
        "id": str(10**14 + number * 7_919_317),
        "name": f"Person {number}",
        "last_on": ago(400),
        "first_on": ago(401),
    }
    return BLANK._replace(**{**known, "created_on": ago(500), **changes})


def promise(to: ContactSummary, due_on: date = TODAY, what: str = "call", number: int = 1, **changes: Any) -> FollowUp:
    return replace(FollowUp(str(number), to.id, due_on, what), **changes)


def is_ahead(day: date | None) -> bool:
    return day is not None and day > TODAY


def ids(review: Review) -> dict[str, list[str]]:
    """Who is where in a plan."""
    return {
        "promises": [item.contact_id for item in review.promises],
        "keep_in_touch": [item.contact_id for item in review.keep_in_touch],
        "stretch": [item.contact_id for item in review.stretch],
        "occasions": [item.contact_id for item in review.occasions],
        "later": [item.id for item in review.later],
    }


# Promises


def test_promises_that_are_due_come_all_and_oldest_first_whatever_the_pace() -> None:
    people = [standing(number) for number in range(12)]
    followups = [promise(person, ago(number), number=number) for number, person in enumerate(people)]
    review = plan(people, followups, replace(MEMBER, pace=1), TODAY)
    assert [item.days_late for item in review.promises] == list(range(11, -1, -1))
    assert review.keep_in_touch == ()


def test_a_promise_for_later_waits_and_its_person_is_not_nudged() -> None:
    anna = standing()
    assert ids(plan([anna], [promise(anna, ahead(1))], MEMBER, TODAY))["keep_in_touch"] == []
    assert ids(plan([anna], [], MEMBER, TODAY, promised={anna.id: ahead(30)}))["keep_in_touch"] == []
    assert ids(plan([anna], [], MEMBER, TODAY))["keep_in_touch"] == [anna.id]


def test_a_promise_says_what_or_to_be_in_touch() -> None:
    anna = standing()
    said = plan([anna], [promise(anna, what="send offer"), promise(anna, what="", number=2)], MEMBER, TODAY)
    assert [why_words(item) for item in said.promises] == ["send offer", "be in touch"]


def test_a_promise_to_somebody_in_the_archive_is_left_out() -> None:
    assert plan([], [promise(standing())], MEMBER, TODAY).promises == ()


# Keeping in touch


@pytest.mark.parametrize(
    ("changes", "due"),
    [
        ({"last_on": ago(29)}, False),
        ({"last_on": ago(30)}, True),
        ({"last_on": None, "created_on": ago(29)}, False),
        ({"last_on": None, "created_on": ago(30)}, True),
        ({"cadence_days": None}, False),
        ({"nudge_from": ahead(1)}, False),
        ({"nudge_from": TODAY}, True),
        ({"last_on": ago(29), "nudge_from": ago(5)}, False),
        ({"last_on": None, "first_turn_on": ahead(1), "created_on": ago(90)}, False),
        ({"last_on": None, "first_turn_on": TODAY, "created_on": ago(1)}, True),
        ({"last_on": ago(10), "first_turn_on": TODAY}, False),
        ({"last_on": ahead(3)}, False),
    ],
)
def test_whose_turn_it_is(changes: dict[str, Any], due: bool) -> None:
    anna = standing(**changes)
    assert ids(plan([anna], [], MEMBER, TODAY))["keep_in_touch"] == [anna.id] * due


def test_the_pace_is_shared_with_promises_and_with_what_was_done_today() -> None:
    people = [standing(number) for number in range(10)]
    met, promised = standing(20, last_on=TODAY), standing(21)
    review = plan([*people, met, promised], [promise(promised)], replace(MEMBER, pace=5), TODAY)
    assert (len(review.promises), len(review.keep_in_touch), review.waiting, review.done_today) == (1, 3, 7, 1)


def test_those_who_waited_longest_for_their_cadence_come_first() -> None:
    quarter_late = standing(1, cadence_days=100, last_on=ago(125))
    twice_late = standing(2, cadence_days=10, last_on=ago(20))
    just_due = standing(3, cadence_days=300, last_on=ago(300))
    review = plan([just_due, quarter_late, twice_late], [], MEMBER, TODAY)
    assert ids(review)["keep_in_touch"] == [twice_late.id, quarter_late.id, just_due.id]


def test_a_higher_step_a_hope_and_an_own_field_weigh_more_where_the_wait_is_the_same() -> None:
    plain = standing(1)
    customer, regular = standing(2, step=Step.CUSTOMER), standing(3, step=Step.REGULAR)
    hoped, own = standing(4, hoped_for=True), standing(5, fields=("food/cold-chain",))
    review = plan([plain, hoped, own, customer, regular], [], replace(MEMBER, fields=("food",)), TODAY)
    assert ids(review)["keep_in_touch"] == [regular.id, customer.id, hoped.id, own.id, plain.id]


def test_of_people_who_waited_equally_long_who_matters_more_comes_first() -> None:
    people = [standing(number, importance=each) for number, each in enumerate(("", "c", "b", "a"))]
    assert ids(plan(people, [], MEMBER, TODAY))["keep_in_touch"] == [each.id for each in reversed(people)]
    overdue = standing(9, last_on=ago(600))
    assert ids(plan([people[3], overdue], [], MEMBER, TODAY))["keep_in_touch"][0] == overdue.id, (
        "a wait counts for more"
    )


def test_nobody_waits_for_ever_behind_those_who_matter_more() -> None:
    matter = [standing(number, importance="a", cadence_days=30) for number in range(12)]
    other = standing(99, cadence_days=30)
    diary: list[DiaryDay] = []
    seen = set()
    for day in range(14):
        review = plan([*matter, other], [], Member(pace=2), ahead(day), diary=diary)
        seen.update(ids(review)["keep_in_touch"])
        diary.insert(0, DiaryDay(ahead(day), tuple(each.contact_id for each in review.keep_in_touch)))
    assert other.id in seen


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"last_on": ago(77), "cadence_days": 42}, "11 weeks, every 6 weeks"),
        ({"last_on": None, "first_on": None}, "nothing logged yet, every 30 days"),
        ({"last_on": ahead(3)}, "0 days, every 30 days"),
    ],
)
def test_a_nudge_says_why(changes: dict[str, Any], why: str) -> None:
    said = nudge(standing(**changes), TODAY)
    assert why_words(said) == why


# Dealt with


def test_whoever_was_dealt_with_leaves_at_once() -> None:
    anna = standing(birthday=f"--{TODAY:%m-%d}")
    before = plan([anna], [promise(anna)], MEMBER, TODAY)
    assert (len(before.promises), len(before.occasions), before.done_today) == (1, 1, 0)
    logged = anna._replace(last_on=TODAY)
    closed = promise(anna, status=Status.DONE, closed_on=TODAY)
    snoozed = promise(anna, ahead(3))
    assert plan([logged], [closed], MEMBER, TODAY).count == 0
    assert plan([anna], [closed], MEMBER, TODAY).count == 0
    assert plan([anna], [snoozed], MEMBER, TODAY).promises == ()
    assert plan([anna._replace(nudge_from=ahead(3))], [], MEMBER, TODAY).count == 0
    assert plan([logged], [closed], MEMBER, TODAY).done_today == 1


# Days off


def test_on_a_day_off_only_promises_and_occasions_are_there_and_turns_wait() -> None:
    stranger = standing(1, last_on=None, first_on=None, hoped_for=True)
    promised, waiting, born = (
        standing(2),
        standing(3),
        standing(4, birthday=f"--{TODAY:%m-%d}", cadence_days=None, last_on=ago(1)),
    )
    people = [stranger, promised, waiting, born]
    usual = plan(people, [promise(promised)], MEMBER, TODAY)
    assert (len(usual.keep_in_touch), len(usual.stretch), usual.waiting, usual.is_day_off) == (1, 1, 0, False)
    for days_off in (DaysOff.of([TODAY.weekday()]), DaysOff.of(dates=[TODAY])):
        review = plan(people, [promise(promised)], replace(MEMBER, days_off=days_off), TODAY)
        assert review.is_day_off
        assert ids(review) == {
            "promises": [promised.id],
            "keep_in_touch": [],
            "stretch": [],
            "occasions": [born.id],
            "later": [stranger.id, waiting.id],
        }
        assert review.waiting == 2
        assert not plan(people, [], replace(MEMBER, days_off=days_off), ahead(1)).is_day_off


# After time away


def test_after_a_week_away_there_is_one_pace_of_all_and_no_stretch() -> None:
    stranger = standing(1, last_on=None, first_on=None, hoped_for=True)
    born = standing(2, birthday=f"--{TODAY:%m-%d}", cadence_days=None)
    people = [stranger, born, *(standing(number, last_on=ago(60 + number)) for number in range(3, 20))]
    diary = [DiaryDay(ago(70))]
    back = plan(people, [], replace(MEMBER, pace=4), TODAY, diary=diary)
    assert back.away_days == 63
    assert (len(back.keep_in_touch), back.stretch, back.occasions) == (4, (), ())
    assert back.waiting == len(back.later) == 17 - 4 + 1
    here = plan([*people, standing(30, last_on=ago(6))], [], replace(MEMBER, pace=4), TODAY, diary=diary)
    assert here.away_days == 0
    assert (len(here.keep_in_touch), len(here.stretch), len(here.occasions)) == (4, 1, 1)
    opened = plan(people, [], replace(MEMBER, pace=4), TODAY, diary=[*diary, DiaryDay(ago(2))])
    assert opened.away_days == 0
    assert plan(people, [], MEMBER, TODAY).away_days == 0  # Whoever opens it for the first time was never away.


def test_what_falls_on_days_off_is_offered_before_them_where_there_is_room() -> None:
    friday = date(2026, 11, 27)
    due = standing(1, last_on=friday - timedelta(days=29), cadence_days=30)
    member = replace(MEMBER, days_off=DaysOff.of([5, 6]))
    assert ids(plan([due], [], member, friday))["keep_in_touch"] == [due.id]
    assert ids(plan([due], [], MEMBER, friday))["keep_in_touch"] == []
    assert plan([due], [], member, friday).waiting == 0


def test_whoever_was_selected_and_left_gives_way_but_is_not_hidden() -> None:
    first, second = standing(1, last_on=ago(300)), standing(2, last_on=ago(200))
    diary = [DiaryDay(ago(1), (first.id,))]
    one = replace(MEMBER, pace=1)
    assert ids(plan([first, second], [], one, TODAY))["keep_in_touch"] == [first.id]
    assert ids(plan([first, second], [], one, TODAY, diary=diary))["keep_in_touch"] == [second.id]
    assert set(ids(plan([first, second], [], MEMBER, TODAY, diary=diary))["keep_in_touch"]) == {first.id, second.id}


def test_the_day_never_asks_for_more_than_the_ceiling() -> None:
    born = [standing(number, birthday=f"--{TODAY:%m-%d}", cadence_days=None) for number in range(9)]
    people = [*born, standing(20, last_on=ago(40)), standing(21, last_on=ago(1))]
    review = plan(people, [], replace(MEMBER, pace_ceiling=3), TODAY)
    assert len(review.keep_in_touch) + len(review.stretch) + len(review.occasions) == 3


# The stretch


def test_one_person_never_met_who_fits_is_the_stretch() -> None:
    member = replace(MEMBER, fields=("design",))
    stranger = standing(1, last_on=None, first_on=None, fields=("design/web",))
    hoped = standing(2, last_on=None, first_on=None, hoped_for=True)
    nobody = standing(3, last_on=None, first_on=None)
    review = plan([nobody, hoped, stranger], [], member, TODAY)
    assert ids(review)["stretch"] == [stranger.id]
    assert stranger.id not in ids(review)["keep_in_touch"]
    assert why_words(review.stretch[0]) == "nothing logged · design/web"
    assert ids(plan([nobody, hoped], [], member, TODAY))["stretch"] == [hoped.id]
    assert ids(plan([nobody], [], member, TODAY))["stretch"] == []


def test_the_stretch_is_the_same_all_day_and_another_one_soon() -> None:
    people = [standing(number, last_on=None, first_on=None, hoped_for=True) for number in range(20)]
    assert ids(plan(people, [], MEMBER, TODAY)) == ids(plan(list(reversed(people)), [], MEMBER, TODAY))
    seen = {ids(plan(people, [], MEMBER, ahead(day)))["stretch"][0] for day in range(30)}
    assert len(seen) > 10


def test_who_met_somebody_new_today_has_stretched_enough() -> None:
    stranger = standing(1, last_on=None, first_on=None, hoped_for=True)
    new = standing(2, last_on=TODAY, first_on=TODAY)
    assert ids(plan([stranger, new], [], MEMBER, TODAY))["stretch"] == []


def test_a_stretch_that_was_put_off_waits() -> None:
    stranger = standing(1, last_on=None, first_on=None, hoped_for=True, nudge_from=ahead(1))
    assert ids(plan([stranger], [], MEMBER, TODAY))["stretch"] == []
    assert ids(plan([stranger], [], MEMBER, ahead(1)))["stretch"] == [stranger.id]


# Occasions


@pytest.mark.parametrize(
    ("birthday", "today", "on"),
    [
        ("--11-23", TODAY, TODAY),
        ("1990-11-30", TODAY, date(2026, 11, 30)),
        ("1990-12-01", TODAY, None),
        ("1990-11-22", TODAY, None),
        ("--01-02", date(2026, 12, 28), date(2027, 1, 2)),
        ("--02-29", date(2027, 2, 25), date(2027, 2, 28)),
        ("--02-29", date(2027, 3, 1), None),
        ("--02-29", date(2028, 2, 25), date(2028, 2, 29)),
        ("--02-29", date(2028, 2, 28), date(2028, 2, 29)),
    ],
)
def test_birthdays_of_the_week_are_occasions(birthday: str, today: date, on: date | None) -> None:
    anna = standing(birthday=birthday, cadence_days=None)
    assert [item.on for item in plan([anna], [], MEMBER, today).occasions] == ([on] if on else [])


def test_a_year_since_you_met_is_an_occasion_on_the_day() -> None:
    anna = standing(first_on=date(2025, 11, 23), cadence_days=None)
    (occasion,) = plan([anna], [], MEMBER, TODAY).occasions
    assert (occasion.on, why_words(occasion)) == (TODAY, "a year since you met")
    assert plan([anna], [], MEMBER, ahead(1)).occasions == ()
    assert plan([standing(first_on=date(2024, 2, 29))], [], MEMBER, date(2025, 2, 28)).occasions == ()


@given(st.integers(1, 30), st.integers(-2, 2))
def test_the_first_day_that_was_logged_of_somebody_an_import_brought_is_no_day_you_met(came: int, after: int) -> None:
    met_on = date(2025, 11, 23)
    brought = [
        standing(number, created_on=met_on - timedelta(days=after), first_on=met_on, cadence_days=None)
        for number in range(came)
    ]
    is_known = came <= 8 or after < 0
    occasions = plan(brought, [], MEMBER, TODAY).occasions
    assert {why_words(each) for each in occasions} == ({"a year since you met"} if is_known else set())


def test_an_occasion_that_was_put_off_waits_and_one_that_was_used_is_gone() -> None:
    anna = standing(birthday="--11-25", cadence_days=None)
    assert plan([anna._replace(nudge_from=ahead(1))], [], MEMBER, TODAY).occasions == ()
    assert plan([anna._replace(last_on=TODAY)], [], MEMBER, TODAY).occasions == ()
    assert len(plan([anna], [promise(anna, ahead(9))], MEMBER, TODAY).occasions) == 1


# Whatever there is

any_day = st.dates(date(1, 1, 1), date.max)
near = st.dates(ago(900), ahead(900))


def test_whoever_was_never_selected_comes_within_weeks_of_their_turn_however_long_the_cadence() -> None:
    """Twelve who are far more overdue for their cadence never stand before them for long."""
    often = [standing(number, cadence_days=7, last_on=ago(200)) for number in range(12)]
    yearly = standing(99, cadence_days=365, last_on=ago(365 + 20))
    diary = [DiaryDay(ago(8), tuple(each.id for each in often))]
    member = Member(pace=2)
    assert yearly.id not in ids(plan([*often, yearly], [], member, TODAY, diary=diary))["keep_in_touch"]
    after = plan([*often, yearly], [], member, ahead(1), diary=diary)
    assert yearly.id in ids(after)["keep_in_touch"] and len(after.keep_in_touch) == 2
    seen = [*diary, DiaryDay(ago(5), (yearly.id,))]
    assert len(plan([*often, yearly], [], member, ahead(1), diary=seen).keep_in_touch) == 2, "no place is left empty"


@st.composite
def standings(draw: st.DrawFn, day: st.SearchStrategy[date] = near) -> list[ContactSummary]:
    count = draw(st.integers(0, 8))
    maybe = st.none() | day
    return [
        ContactSummary(
            str(10**14 + number),
            draw(st.sampled_from(["Anna", "Bo", "Åsa"])),
            draw(st.sampled_from(Step)),
            tuple(draw(st.lists(st.sampled_from(["food", "design", "food/fish"]), max_size=2))),
            draw(st.booleans()),
            draw(st.none() | st.integers(1, 3650)),
            False,
            draw(maybe),
            draw(maybe),
            draw(maybe),
            draw(maybe),
            draw(maybe),
            draw(day),
            draw(st.sampled_from(["", "--02-29", "1990-11-25", "--12-31"])),
            draw(st.sampled_from(["", "a", "b", "c"])),
        )
        for number in range(count)
    ]


def followups_to(people: Sequence[ContactSummary], day: st.SearchStrategy[date]) -> st.SearchStrategy[list[FollowUp]]:
    to = st.sampled_from([*(person.id for person in people), "999999999999999"])
    one = st.builds(FollowUp, st.uuids().map(str), to, day, st.sampled_from(["", "call"]), st.sampled_from(Status))
    return st.lists(one, max_size=5).map(
        lambda found: [item if item.is_open else replace(item, closed_on=item.due_on) for item in found]
    )


members = st.builds(
    Member,
    pace=st.integers(0, 4),
    fields=st.sampled_from([(), ("food",)]),
    days_off=st.sampled_from([NO_DAYS_OFF, NO_DAYS_OFF, DaysOff.of([TODAY.weekday()])]),
)


@given(st.data(), standings(), members)
def test_nobody_is_forgotten_nobody_comes_twice_and_the_pace_is_kept(
    data: st.DataObject, people: list[ContactSummary], member: Member
) -> None:
    followups = data.draw(followups_to(people, near))
    review = plan(people, followups, member, TODAY)
    where = ids(review)
    known = {person.id for person in people}
    first_due = {
        item.contact_id: item.due_on
        for item in sorted(followups, key=lambda item: item.due_on, reverse=True)
        if item.is_open
    }
    promised = {
        person.id
        for person in people
        if person.id in first_due
        and person.cadence_days is not None
        and first_due[person.id] <= TODAY + timedelta(days=person.cadence_days)
    }
    dealt_with = {
        person.id
        for person in people
        if person.last_on == TODAY
        or (person.tried_on == TODAY and not is_ahead(person.last_on) and not is_ahead(person.nudge_from))
    }
    dealt_with |= {item.contact_id for item in followups if item.closed_on == TODAY} & known

    due = [item for item in followups if item.is_open and item.due_on <= TODAY and item.contact_id in known]
    assert sorted(item.followup.id for item in review.promises) == sorted(item.id for item in due)

    turns = set()
    for person in people:
        days = (person.last_on, person.nudge_from, person.created_on, person.first_turn_on, person.tried_on)
        turn = next_contact_on(person.cadence_days, *days)
        if turn is not None and turn <= TODAY and person.id not in promised | dealt_with:
            turns.add(person.id)
    nudged = where["keep_in_touch"] + where["later"]
    assert set(nudged) == turns - set(where["stretch"])
    assert len(nudged) == len(set(nudged))
    assert not set(nudged) & promised
    assert not set(where["stretch"]) & (promised | dealt_with)
    assert {item.item.contact_id for item in review.dealt} == dealt_with
    assert len(review.stretch) <= 1
    assert len(review.keep_in_touch) <= member.pace
    if review.is_day_off:
        assert not where["keep_in_touch"] and not where["stretch"]
    elif where["later"]:
        assert len(review.promises) + len(review.keep_in_touch) + review.done_today >= member.pace
    assert review.done_today == len(dealt_with)
    other_order = plan(list(reversed(people)), list(reversed(followups)), member, TODAY)
    assert (review, review.later) == (other_order, other_order.later)


@given(st.data(), standings(any_day), members, any_day)
@example(None, [standing(birthday="--12-31")], MEMBER, date.max)
@example(None, [standing(birthday="--02-29", first_on=date.min, last_on=date.min)], MEMBER, date.min)
def test_no_date_is_too_much(
    data: st.DataObject | None, people: list[ContactSummary], member: Member, today: date
) -> None:
    followups = data.draw(followups_to(people, any_day)) if data is not None else []
    review = plan(people, followups, member, today)
    assert all(item.days_late >= 0 for item in review.promises)
    for person in people:
        said = nudge(person, today)
        assert said.days_since is None or said.days_since >= 0
        assert why_words(said)


def test_whom_the_day_selected_keeps_the_place_and_only_the_others_are_chosen_anew() -> None:
    people = [standing(number, last_on=ago(100 + number)) for number in range(6)]
    member = replace(MEMBER, pace=3)
    diary = [DiaryDay(TODAY, (people[0].id, people[1].id))]
    assert ids(plan(people, [], member, TODAY))["keep_in_touch"] == [each.id for each in people[:2:-1]]
    assert ids(plan(people, [], member, TODAY, diary=diary))["keep_in_touch"] == [people[n].id for n in (5, 1, 0)]
    assert ids(plan(people, [], replace(member, pace=1), TODAY, diary=diary))["keep_in_touch"] == [people[1].id]


def test_a_lighter_day_asks_for_promises_and_greetings_only() -> None:
    born = standing(2, birthday=f"--{TODAY:%m-%d}", cadence_days=None)
    people = [standing(1), born, standing(3, last_on=None, first_on=None, hoped_for=True, cadence_days=None)]
    light = plan(people, [promise(born)], MEMBER, TODAY, diary=[DiaryDay(TODAY, is_lighter=True)])
    assert light.is_lighter
    assert (len(light.promises), light.keep_in_touch, light.stretch, len(light.occasions)) == (1, (), (), 1)
    assert light.waiting == 1


def test_whoever_was_tried_waits_for_three_days_and_keeps_the_birthday() -> None:
    tried = standing(1, last_on=ago(100), tried_on=TODAY, birthday=f"--{TODAY:%m-%d}")
    other = standing(2, last_on=ago(90))
    review = plan([tried, other], [], MEMBER, TODAY)
    assert ids(review)["keep_in_touch"] == [other.id]
    assert [each.contact_id for each in review.occasions] == [tried.id]
    assert review.waiting == 0
    assert ids(plan([tried, other], [], MEMBER, TODAY + timedelta(days=2)))["keep_in_touch"] == [other.id]
    assert ids(plan([tried, other], [], MEMBER, TODAY + timedelta(days=3)))["keep_in_touch"] == [tried.id, other.id]


def test_whoever_was_tried_and_put_off_was_dealt_with() -> None:
    tried = standing(1, last_on=ago(100), tried_on=TODAY, nudge_from=ahead(5))
    assert plan([tried], [], MEMBER, TODAY).done_today == 1


@pytest.mark.parametrize(("status", "asks"), [(Status.DONE, False), (Status.DROPPED, True)])
def test_a_promise_that_is_let_go_reached_nobody(status: Status, asks: bool) -> None:
    person = standing(1, last_on=ago(100), birthday=f"--{TODAY:%m-%d}")
    closed = promise(person, status=status, closed_on=TODAY)
    review = plan([person], [closed], MEMBER, TODAY)
    assert bool(review.keep_in_touch) is asks
    assert not review.occasions or asks


def test_whoever_was_tried_is_no_stretch_for_three_days() -> None:
    tried = standing(1, last_on=None, first_on=None, hoped_for=True, tried_on=TODAY)
    assert plan([tried], [], MEMBER, TODAY + timedelta(days=2)).stretch == ()
    assert [each.contact_id for each in plan([tried], [], MEMBER, TODAY + timedelta(days=3)).stretch] == [tried.id]
