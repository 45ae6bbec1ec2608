"""What is counted of the past is what one would count by hand, on any network."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from netkeeper.domain.interactions.interaction_summary import InteractionSummary
from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.retention.as_of import Movement, as_of, days_met, followups_as_of, movement, step_on
from netkeeper.domain.retention.risks import is_lasting, is_warm
from netkeeper.domain.retention.trend import NO_FIELD, trend
from netkeeper.phrases.movement import movement_words

TODAY = date(2026, 11, 25)
"""A Wednesday."""
MEMBER = Member(pace=3, days_off=DaysOff.of(weekdays=(5, 6), dates=()), graduates_on=date(2027, 6, 1))
NONE = Movement(0, 0, None)

DAYS = st.dates(date(2026, 3, 1), date(2026, 12, 5))
IDS = [str(10**14 + number) for number in range(4)]


@st.composite
def people(draw: st.DrawFn) -> list[Contact]:
    made = []
    for number in IDS:
        moves = sorted(draw(st.lists(DAYS, max_size=2)))
        ladder = tuple(StepChange(on, step) for on, step in zip(moves, (Step.CUSTOMER, Step.REGULAR), strict=False))
        made.append(
            Contact(
                number,
                f"P{number}",
                fields=tuple(draw(st.lists(st.sampled_from(["food", "design"]), unique=True))),
                phones=draw(st.sampled_from([(), (Labelled("1"),)])),
                ladder=ladder,
                step=ladder[-1].step if ladder else Step.POTENTIAL,
                cadence=draw(st.sampled_from([None, 0, 1, 7, 100])),
                archived=draw(st.sampled_from([False, False, True])),
                created=f"{draw(DAYS)}T09:00:00Z",
            )
        )
    return made


encounters = st.lists(
    st.builds(
        InteractionSummary,
        DAYS,
        st.lists(st.sampled_from([*IDS, "gone"]), min_size=1, max_size=3, unique=True).map(tuple),
        st.none() | st.integers(1, 5),
    ),
    max_size=15,
)
followups = st.lists(
    st.builds(
        FollowUp,
        st.just("9"),
        st.sampled_from(IDS),
        st.dates(date(2026, 3, 1), date(2028, 1, 1)),
        status=st.sampled_from(Status),
        closed_on=DAYS,
        created=DAYS.map(lambda day: f"{day}T09:00:00Z"),
    ).map(lambda each: replace(each, closed_on=None) if each.status is Status.OPEN else each),
    max_size=8,
)


@given(people(), encounters)
def test_the_weeks_add_up(contacts: list[Contact], happened: list[InteractionSummary]) -> None:
    found = trend(contacts, happened, MEMBER, TODAY, NONE, weeks=12)
    starts = [week.start for week in found.weeks]
    assert starts == [date(2026, 11, 23) - timedelta(weeks=back) for back in range(11, -1, -1)]
    seen = [each for each in happened if starts[0] <= each.on <= TODAY]
    met = {(who, each.on) for each in seen for who in each.contact_ids}
    for week in found.weeks:
        days = {week.start + timedelta(days=each) for each in range(7)}
        assert week.contacts == sum(on in days for _, on in met)
        felt = [each.feeling for each in seen if each.on in days and each.feeling]
        assert week.felt == len(felt)
        assert week.feeling == (sum(felt) / len(felt) if felt else None)
    assert [week.pace for week in found.weeks] == [15] * 11 + [9]
    known = {contact.id: contact for contact in contacts}
    assert sum(found.steps.values()) == sum(who in known for who, _ in met)
    for field, count in found.fields:
        assert count == sum(field in (known[who].fields or (NO_FIELD,)) for who, _ in met if who in known)
    assert [count for _, count in found.fields] == sorted((count for _, count in found.fields), reverse=True)
    assert sum(found.feelings) == sum(week.felt for week in found.weeks)


@given(people(), encounters)
def test_the_warmth_of_each_week_is_that_of_everybody_at_its_end(
    contacts: list[Contact], happened: list[InteractionSummary]
) -> None:
    found = trend(contacts, happened, MEMBER, TODAY, NONE, weeks=12)
    met = days_met(happened)
    for week in found.weeks:
        end = min(week.start + timedelta(days=6), TODAY)
        there = [as_of(each, met.get(each.id, ()), end) for each in contacts if not each.archived]
        # Steps aren't taken back in time here: how long somebody stays warm is told by today's.
        now = {each.id: each.step for each in contacts}
        stood = [replace(each, step=now[each.id]) for each in there if each]
        assert week.people == len(stood)
        assert week.warm == sum(is_warm(each, MEMBER.cadences, end) for each in stood)


@given(people(), encounters, followups, st.integers(0, 60))
def test_how_the_lasting_number_moves_is_counted_on_both_days(
    contacts: list[Contact], happened: list[InteractionSummary], promised: list[FollowUp], days: int
) -> None:
    met = days_met(happened)
    now = [
        replace(each, first_on=met[each.id][0], last_on=met[each.id][-1]) if each.id in met else each
        for each in contacts
    ]
    moved = movement(now, happened, promised, MEMBER, TODAY, days)
    active = [each for each in now if not each.archived]
    assert moved.people == len(active)
    assert moved.lasting == sum(
        is_lasting(each, [f for f in promised if f.contact_id == each.id], MEMBER, TODAY) for each in active
    )
    then = TODAY - timedelta(days=days)
    here = [each for each in active if each.created[:10] <= then.isoformat()]
    assert (moved.before is None) == (not here)
    if moved.before is not None:
        assert 0 <= moved.before <= len(here)


@given(people(), encounters, followups)
def test_as_of_today_everything_is_as_it_is(
    contacts: list[Contact], happened: list[InteractionSummary], promised: list[FollowUp]
) -> None:
    last = date(2028, 1, 1)
    met = days_met(happened)
    for contact in contacts:
        days = met.get(contact.id, ())
        now = replace(contact, first_on=days[0], last_on=days[-1]) if days else contact
        assert as_of(now, days, last) == now
    assert followups_as_of(promised, last) == [each for each in promised if each.is_open]


def test_a_contact_is_taken_back_in_time() -> None:
    anna = Contact(
        "1",
        "Anna",
        created="2026-01-01T09:00:00Z",
        ladder=(StepChange(date(2026, 5, 1), Step.CUSTOMER), StepChange(date(2026, 9, 1), Step.REGULAR)),
        step=Step.REGULAR,
        first_on=date(2026, 2, 1),
        last_on=date(2026, 11, 1),
    )
    met = [date(2026, 2, 1), date(2026, 6, 1), date(2026, 11, 1)]
    then = as_of(anna, met, date(2026, 6, 30))
    assert then is not None
    assert (then.first_on, then.last_on, then.step) == (date(2026, 2, 1), date(2026, 6, 1), Step.CUSTOMER)
    assert as_of(anna, met, date(2025, 12, 31)) is None
    assert step_on(anna, date(2026, 4, 30)) is Step.POTENTIAL
    assert step_on(replace(anna, ladder=()), date(2020, 1, 1)) is Step.REGULAR


def test_what_was_kept_since_was_promised_then() -> None:
    kept = FollowUp(
        "1", "2", date(2026, 10, 1), status=Status.DONE, closed_on=date(2026, 11, 1), created="2026-09-01T09:00:00Z"
    )
    assert [each.is_open for each in followups_as_of([kept], date(2026, 10, 15))] == [True]
    assert followups_as_of([kept], date(2026, 11, 1)) == []
    assert followups_as_of([kept], date(2026, 8, 1)) == []


def test_the_movement_says_itself_without_shaming() -> None:
    assert movement_words(Movement(34, 80, 31)) == "34 of 80 last, 3 more than a month ago"
    assert movement_words(Movement(34, 80, 37)) == "34 of 80 last, 3 fewer than a month ago"
    assert movement_words(Movement(34, 80, 34)) == "34 of 80 last, as a month ago"
    assert movement_words(Movement(1, 1, None)) == "1 of 1 lasts"


def test_plots_begin_with_the_network() -> None:
    bo = Contact("1", "Bo", created="2026-11-12T09:00:00Z")
    begun = trend([bo], [], MEMBER, TODAY, NONE)
    assert len(begun.weeks) == 26
    assert [week.start for week in begun.weeks_begun] == [date(2026, 11, 9), date(2026, 11, 16), date(2026, 11, 23)]
    assert len(trend([], [], MEMBER, TODAY, NONE).weeks_begun) == 1
