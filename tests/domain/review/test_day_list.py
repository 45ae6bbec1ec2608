"""The day's list stands still: what was selected when the day was first looked at stays until it is over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.review.contact_summary import ContactSummary
from netkeeper.domain.review.diary import DiaryDay
from netkeeper.domain.review.plan import Review, plan
from netkeeper.phrases.review import why_words
from tests.domain.review.test_plan import TODAY, ago, ahead, promise, standing

MEMBER = Member(pace=3)
BIRTHDAY = f"--{TODAY:%m-%d}"


def pinned(review: Review) -> DiaryDay:
    """What the diary notes of a day when it is first looked at."""
    stretch = tuple(each.contact_id for each in review.stretch)
    selected = (*(each.contact_id for each in review.keep_in_touch), *stretch)
    occasions = tuple(each.contact_id for each in review.occasions)
    asked = (*review.keep_in_touch, *review.stretch)
    since = tuple("" if each.days_since is None else ago(each.days_since).isoformat() for each in asked)
    return DiaryDay(TODAY, selected, pace=3, stretch=stretch, occasions=occasions, since=since)


def look(
    people: Sequence[ContactSummary], note: DiaryDay, followups: Sequence[FollowUp] = (), member: Member = MEMBER
) -> Review:
    return plan(people, followups, member, TODAY, diary=[note])


def lines(review: Review) -> list[tuple[str, str, bool]]:
    """Every line of a plan: its group, who, and whether it was dealt with; in the order in which it is shown."""
    found: list[tuple[str, str, bool]] = []
    for group, still in (
        ("promises", review.promises),
        ("keep_in_touch", review.keep_in_touch),
        ("stretch", review.stretch),
        ("occasions", review.occasions),
        ("elsewhere", ()),
    ):
        rows = [(group, item.contact_id, False) for item in still]
        for each in (each for each in review.dealt if each.group == group):
            rows.insert(each.place, (group, each.item.contact_id, True))
        found += rows
    return found


@pytest.fixture
def people() -> list[ContactSummary]:
    """Six whose turn it is, one who could be a stretch, and one whose birthday it is."""
    return [
        *(standing(number, last_on=ago(100 - number)) for number in range(6)),
        standing(10, last_on=None, first_on=None, hoped_for=True, created_on=ago(2)),
        standing(11, last_on=ago(1), birthday=BIRTHDAY),
    ]


@pytest.mark.parametrize("which", range(5))
def test_whoever_is_dealt_with_stays_in_place_and_nobody_follows(people: list[ContactSummary], which: int) -> None:
    first = plan(people, [], MEMBER, TODAY)
    before = lines(first)
    assert [group for group, _, _ in before] == ["keep_in_touch"] * 3 + ["stretch", "occasions"]
    who = before[which][1]
    met = [each._replace(last_on=TODAY, first_on=each.first_on or TODAY) if each.id == who else each for each in people]
    after = look(met, pinned(first))
    assert lines(after) == [(group, contact_id, contact_id == who) for group, contact_id, _ in before]
    assert (after.done_today, after.count) == (1, 4)
    assert look(people, pinned(first)) == first  # Taken back, it is open again.


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"last_on": TODAY}, "in touch today"),
        ({"tried_on": TODAY}, "tried today"),
        ({"last_on": ago(1)}, "in touch yesterday"),
        ({"last_on": ago(3)}, "in touch Fri 20 Nov"),
    ],
)
def test_a_ticked_line_says_what_was_done(people: list[ContactSummary], changes: dict[str, Any], said: str) -> None:
    note = pinned(plan(people, [], MEMBER, TODAY))
    (dealt,) = look([people[0]._replace(**changes), *people[1:]], note).dealt
    assert (why_words(dealt.item), dealt.place) == (said, 0)


def test_a_promise_that_is_near_ticks_a_turn_and_one_far_away_leaves_it_open(people: list[ContactSummary]) -> None:
    note = pinned(plan(people, [], MEMBER, TODAY))
    near = look(people, note, [promise(people[0], ahead(30))])
    assert [(why_words(each.item), each.group) for each in near.dealt] == [("promised for Wed 23 Dec", "keep_in_touch")]
    far = look(people, note, [promise(people[0], ahead(31))])
    assert not far.dealt and len(far.keep_in_touch) == 3


@pytest.mark.parametrize("changes", [{"cadence_days": None}, {"nudge_from": ahead(1)}, {"cadence_days": 300}])
def test_whoever_is_put_off_or_asked_less_of_leaves_and_is_not_counted(
    people: list[ContactSummary], changes: dict[str, Any]
) -> None:
    note = pinned(plan(people, [], MEMBER, TODAY))
    review = look([people[0]._replace(**changes), *people[1:]], note)
    assert [each.contact_id for each in review.keep_in_touch] == [people[1].id, people[2].id]
    assert not review.dealt


def test_a_contact_from_before_the_day_was_looked_at_ticks_nobody(people: list[ContactSummary]) -> None:
    lately = [people[0]._replace(last_on=ago(9), cadence_days=2), *people[1:]]
    note = pinned(plan(lately, [], MEMBER, TODAY))
    assert lately[0].id in note.selected
    rarer = look([lately[0]._replace(cadence_days=90), *people[1:]], note)
    assert not rarer.dealt and lately[0].id not in [each.contact_id for each in rarer.keep_in_touch]
    logged_late = look([lately[0]._replace(last_on=ago(1)), *people[1:]], note)
    assert [why_words(each.item) for each in logged_late.dealt] == ["in touch yesterday"]


def test_whoever_is_not_here_any_more_leaves(people: list[ContactSummary]) -> None:
    note = pinned(plan(people, [], MEMBER, TODAY))
    review = look(people[1:], note)
    assert [each.contact_id for each in review.keep_in_touch] == [people[1].id, people[2].id]


def test_only_promises_and_what_was_done_elsewhere_join(people: list[ContactSummary]) -> None:
    note = pinned(plan(people, [], MEMBER, TODAY))
    oldest = standing(20, last_on=ago(900))
    new = standing(21, last_on=TODAY)
    review = look([*people, oldest, new], note, [promise(people[5], TODAY)])
    assert [each.contact_id for each in review.keep_in_touch] == list(note.selected[:3])
    assert [each.contact_id for each in review.promises] == [people[5].id]
    assert [(each.item.contact_id, each.group) for each in review.dealt] == [(new.id, "elsewhere")]
    assert oldest in review.later


def test_promises_that_were_kept_stay_among_the_others_in_their_order(people: list[ContactSummary]) -> None:
    due = [promise(people[number], ago(3 - number), number=number) for number in range(3)]
    note = pinned(plan(people, due, MEMBER, TODAY))
    kept = replace(due[1], status=Status.DONE, closed_on=TODAY)
    review = look(people, note, [due[0], kept, due[2]])
    assert [(who, done) for group, who, done in lines(review) if group == "promises"] == [
        (people[0].id, False),
        (people[1].id, True),
        (people[2].id, False),
    ]


def test_the_stretch_competes_with_nobody(people: list[ContactSummary]) -> None:
    member = replace(MEMBER, pace_ceiling=3)
    review = plan(people, [], member, TODAY)
    # The ceiling is full of those whose turn it is: none of them gives way to a stretch.
    assert (len(review.keep_in_touch), len(review.stretch)) == (3, 0)
    turned = [*people[:6], people[6]._replace(created_on=ago(900))]
    both = plan(turned, [], member, TODAY)
    # Whoever has a turn among them and was never met is the stretch without taking a place.
    assert (len(both.keep_in_touch), len(both.stretch)) == (2, 1)
    assert len(plan(people, [], replace(MEMBER, pace_ceiling=4), TODAY).stretch) == 1


def test_the_stretch_stays_though_somebody_new_was_met_elsewhere(people: list[ContactSummary]) -> None:
    note = pinned(plan(people, [], MEMBER, TODAY))
    review = look([*people, standing(20, last_on=TODAY, first_on=TODAY)], note)
    assert [each.contact_id for each in review.stretch] == [people[6].id]


def test_on_a_day_that_became_free_nobody_is_asked_for_but_what_was_done_stays(people: list[ContactSummary]) -> None:
    note = pinned(plan(people, [], MEMBER, TODAY))
    met = [people[0]._replace(last_on=TODAY), *people[1:]]
    free = look(met, note, member=replace(MEMBER, days_off=DaysOff.of([TODAY.weekday()])))
    assert (free.keep_in_touch, free.stretch, len(free.dealt)) == ((), (), 1)


def test_a_plan_for_a_later_day_speaks_of_that_day() -> None:
    friday = ahead(4)
    born = standing(1, last_on=ago(1), birthday=f"--{friday:%m-%d}")
    people = [born, *(standing(number, last_on=ago(100)) for number in range(2, 9))]
    stranger = standing(10, last_on=None, first_on=None, hoped_for=True)
    diary = [DiaryDay(ago(3), pace=3)]
    review = plan([*people, stranger], [], MEMBER, TODAY + timedelta(days=30), diary=diary, seen_on=TODAY)
    # Nobody knows yet what will be done until then.
    assert review.away_days == 0
    assert review.stretch
    (occasion,) = plan(people, [], MEMBER, friday, seen_on=TODAY).occasions
    assert why_words(occasion) == "birthday Fri 27 Nov"


def test_a_field_that_many_share_tells_nothing_of_the_stretch() -> None:
    stranger = standing(1, last_on=None, first_on=None, fields=("design",), created_on=ago(2))
    few = [standing(number, fields=("design",), last_on=ago(1)) for number in range(2, 5)]
    many = [standing(number, fields=("design",), last_on=ago(1)) for number in range(2, 30)]
    member = replace(MEMBER, fields=("design",))
    assert why_words(plan([stranger, *few], [], member, TODAY).stretch[0]) == "nothing logged · design"
    assert why_words(plan([stranger, *many], [], member, TODAY).stretch[0]) == "nothing logged yet"


def test_no_day_is_too_much_for_a_list() -> None:
    anna = standing(tried_on=date.max, last_on=None, first_on=None)
    assert plan([anna], [], MEMBER, date.max).count == 0
