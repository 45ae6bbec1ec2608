"""Promises are there once: two that say the same are one, and another day moves a promise to be in touch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from itertools import combinations, count
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from netkeeper.actions.importing.import_contacts import import_contacts, preview, read_file
from netkeeper.actions.interactions import log as log_actions
from netkeeper.actions.interactions.log import Promises
from netkeeper.actions.network import exporting
from netkeeper.actions.network.calendar_file import calendar_of
from netkeeper.actions.people.bulk import archive
from netkeeper.actions.people.merging import merge
from netkeeper.actions.promises import promises, snooze
from netkeeper.actions.promises.edit_promise import edit_follow_up, reopen
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.language.log_words import log_words
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.promises.follow_up import FollowUp, Status, every_days, every_months, rewritten
from netkeeper.domain.promises.outcomes import Logged, Promised
from netkeeper.domain.promises.same_promise import is_be_in_touch, says_the_same
from netkeeper.override import override
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log

DAY = timedelta(days=1)
FRIDAY, SATURDAY, MONDAY = TODAY + 4 * DAY, TODAY + 5 * DAY, TODAY + 7 * DAY


def open_days(network: Network, contact_id: str) -> list[tuple[date, str]]:
    return [(each.due_on, each.what) for each in network.followups(contact_id) if each.is_open]


def next_of(logged: Logged) -> Promised:
    """The promise that a log made."""
    assert logged.promised is not None
    return logged.promised


def from_before(network: Network, contact_id: str, *followups: tuple[str, date]) -> list[FollowUp]:
    """Promises as a netkeeper wrote them that added one each time."""
    with network.transaction() as draft:
        return [draft.put_followup(FollowUp("", contact_id, on, what)) for what, on in followups]


def no_weekends(network: Network) -> None:
    with network.transaction() as draft:
        draft.put_member(Member(days_off=DaysOff.of([5, 6])))


# Being in touch is there once


def test_a_day_for_being_in_touch_moves_the_one_there_is_and_says_so(network: Network) -> None:
    anna = add(network, "Anna")
    first = next_of(log(network, [anna.id], "coffee next:fri")).followup
    snooze.snooze(network, anna.id, MONDAY, TODAY, followup_id=first.id)
    before = network.followup(first.id)
    logged = log(network, [anna.id], "a call next:2w")
    assert next_of(logged).replaced == (before,)
    assert (next_of(logged).followup.id, next_of(logged).followup.due_on) == (first.id, TODAY + 14 * DAY)
    assert (next_of(logged).followup.snoozes, next_of(logged).already) == (0, False)
    assert open_days(network, anna.id) == [(TODAY + 14 * DAY, "")]
    network.undo()
    assert network.followups() == [before]


def test_what_has_a_text_of_its_own_is_added_and_stays(network: Network) -> None:
    anna = add(network, "Anna")
    log(network, [anna.id], "coffee next:fri")
    assert next_of(log(network, [anna.id], "call next:2w todo:offer")).replaced == ()
    assert next_of(log(network, [anna.id], "call next:3w")).replaced
    assert open_days(network, anna.id) == [(TODAY + 14 * DAY, "offer"), (TODAY + 21 * DAY, "")]


def test_what_recurs_is_never_replaced(network: Network) -> None:
    anna = add(network, "Anna")
    monthly = promises.follow_up(network, anna.id, "", FRIDAY, rrule=every_months(1))
    assert next_of(log(network, [anna.id], "coffee next:2w")).replaced == ()
    assert network.followup(monthly.id) == monthly
    assert len(open_days(network, anna.id)) == 2
    again = log(network, [anna.id], "coffee next:fri")
    assert (next_of(again).already, next_of(again).followup, len(next_of(again).replaced)) == (True, monthly, 1)
    assert open_days(network, anna.id) == [(FRIDAY, "")]


def test_several_from_before_are_replaced_together(network: Network) -> None:
    anna, bo = add(network, "Anna"), add(network, "Bo")
    many = from_before(network, anna.id, *[("", TODAY + days * DAY) for days in (3, 3, 3, 8, 9)], ("offer", FRIDAY))
    from_before(network, bo.id, ("", FRIDAY))
    before = network.followups()
    logged = log(network, [anna.id], "coffee next:2w")
    assert {each.id for each in next_of(logged).replaced} == {each.id for each in many[:5]}
    assert open_days(network, anna.id) == [(FRIDAY, "offer"), (TODAY + 14 * DAY, "")]
    assert open_days(network, bo.id) == [(FRIDAY, "")]
    network.undo()
    assert network.followups() == before


def test_one_that_is_due_was_kept_by_the_log_and_the_next_is_another(network: Network) -> None:
    anna = add(network, "Anna")
    due = promises.follow_up(network, anna.id, "", TODAY)
    logged = log(network, [anna.id], "coffee next:2w")
    assert ([each.id for each in logged.closed], next_of(logged).replaced) == ([due.id], ())
    assert next_of(logged).followup.id != due.id


def test_one_that_is_due_is_moved_where_nobody_was_reached(network: Network) -> None:
    anna = add(network, "Anna")
    due = promises.follow_up(network, anna.id, "", TODAY)
    logged = log(network, [anna.id], "kind:tried next:2w")
    assert (logged.closed, next_of(logged).replaced, logged.left_open) == ((), (due,), ())
    assert open_days(network, anna.id) == [(TODAY + 14 * DAY, "")]


def test_one_that_is_to_be_left_open_stays_beside_the_next(network: Network) -> None:
    anna = add(network, "Anna")
    due = promises.follow_up(network, anna.id, "", TODAY)
    logged = log(network, [anna.id], "next:2w", promises=Promises.KEEP)
    assert (logged.closed, next_of(logged).replaced, logged.left_open) == ((), (), (due,))
    assert open_days(network, anna.id) == [(TODAY, ""), (TODAY + 14 * DAY, "")]


def test_a_log_with_several_replaces_for_each(network: Network) -> None:
    anna, bo = add(network, "Anna"), add(network, "Bo")
    log(network, [anna.id], "coffee next:fri")
    logged = log(network, [anna.id, bo.id], "lunch next:2w")
    assert [each.contact_id for each in next_of(logged).replaced] == [anna.id]
    assert open_days(network, anna.id) == open_days(network, bo.id) == [(TODAY + 14 * DAY, "")]


# Two that say the same


@pytest.mark.parametrize(
    ("one", "other"), [("send offer", "Send  OFFER"), ("Kahvia Åsan kanssa", "kahvia asan kanssa")]
)
def test_the_same_for_the_same_day_is_one(network: Network, one: str, other: str) -> None:
    anna = add(network, "Anna")
    first = promises.promise(network, anna.id, one, FRIDAY)
    seq = network.storage.seq
    second = promises.promise(network, anna.id, other, FRIDAY)
    assert (first.already, second.already, second.followup) == (False, True, first.followup)
    assert network.storage.seq == seq
    assert not promises.promise(network, anna.id, one, MONDAY).already


def test_a_log_says_that_it_was_promised_already(network: Network) -> None:
    anna, bo = add(network, "Anna"), add(network, "Bo")
    assert not next_of(log(network, [anna.id], 'coffee next:fri todo:"send offer"')).already
    assert next_of(log(network, [anna.id], 'coffee next:fri todo:"send offer"')).already
    assert not next_of(log(network, [anna.id, bo.id], 'coffee next:fri todo:"send offer"')).already
    assert next_of(log(network, [anna.id], "coffee next:2w")).already is False
    assert next_of(log(network, [anna.id], "coffee next:2w")).already
    assert len(network.followups()) == 3


def test_how_often_it_comes_can_be_said_of_what_is_promised_already(network: Network) -> None:
    anna = add(network, "Anna")
    once = promises.follow_up(network, anna.id, "report", FRIDAY)
    weekly = promises.promise(network, anna.id, "report", FRIDAY, rrule=every_days(7))
    assert (weekly.already, weekly.followup.id, weekly.followup.rrule) == (True, once.id, every_days(7))
    assert promises.promise(network, anna.id, "report", FRIDAY).followup == weekly.followup
    monthly = promises.promise(network, anna.id, "report", FRIDAY, rrule=every_months(1))
    assert (monthly.followup.id, monthly.followup.rrule) == (once.id, every_months(1))


def test_what_is_put_off_or_rewritten_onto_the_same_becomes_one_with_it(network: Network) -> None:
    anna = add(network, "Anna")
    early = promises.follow_up(network, anna.id, "offer", TODAY)
    later = promises.follow_up(network, anna.id, "offer", FRIDAY)
    put_off = snooze.snooze(network, anna.id, FRIDAY, TODAY)
    assert ([each.id for each in put_off.followups], put_off.already) == ([early.id], True)
    assert open_days(network, anna.id) == [(FRIDAY, "offer")]
    network.undo()
    edit_follow_up(network, later, rewritten(later, "offer", TODAY, ""))
    assert open_days(network, anna.id) == [(TODAY, "offer")]


def test_what_recurs_stays_where_another_is_put_off_onto_it(network: Network) -> None:
    anna = add(network, "Anna")
    promises.follow_up(network, anna.id, "offer", TODAY)
    monthly = promises.follow_up(network, anna.id, "offer", FRIDAY, rrule=every_months(1))
    assert snooze.snooze(network, anna.id, FRIDAY, TODAY).followups == (monthly,)
    assert [each for each in network.followups() if each.is_open] == [monthly]


def test_what_comes_again_onto_the_same_makes_that_recur(network: Network) -> None:
    anna = add(network, "Anna")
    weekly = promises.follow_up(network, anna.id, "offer", TODAY, rrule=every_days(7))
    once = promises.follow_up(network, anna.id, "offer", MONDAY)
    promises.done(network, anna.id, TODAY, followup_id=weekly.id)
    (left,) = (each for each in network.followups() if each.is_open)
    assert (left.id, left.rrule, left.anchor_on) == (once.id, every_days(7), TODAY)


def test_opening_the_same_again_is_refused(network: Network) -> None:
    anna = add(network, "Anna")
    gone = promises.follow_up(network, anna.id, "offer", FRIDAY)
    promises.drop(network, gone.id, TODAY)
    promises.follow_up(network, anna.id, "offer", FRIDAY)
    with pytest.raises(InvalidValueError, match="promised to Anna already"):
        reopen(network, gone.id)


def test_of_two_people_who_become_one_the_same_promise_is_one(network: Network) -> None:
    anna, twin = add(network, "Anna"), add(network, "Anna V")
    for each in (anna, twin):
        promises.follow_up(network, each.id, "offer", FRIDAY)
    promises.follow_up(network, twin.id, "lunch", FRIDAY)
    merge(network, anna.id, twin.id)
    assert sorted(open_days(network, anna.id)) == [(FRIDAY, "lunch"), (FRIDAY, "offer")]
    network.undo()
    assert len(network.followups(anna.id)) == 1
    assert len(network.followups(twin.id)) == 2


def test_a_file_brings_no_promise_that_is_there_already(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen", "email:anna@valio.example")
    other = Network(str(tmp_path / "other"))
    twin = add(other, "Anna Virtanen", "email:anna@valio.example")
    promises.follow_up(network, anna.id, "offer", FRIDAY)
    from_before(network, anna.id, ("lunch", MONDAY), ("lunch", MONDAY))
    here = promises.follow_up(other, twin.id, "Offer", FRIDAY)
    path = tmp_path / "network.json"
    path.write_bytes(exporting.export(network, format_name="json").data)
    incoming = [read_file(str(path))]
    # Two of before that say the same are two there, and stay two here.
    assert preview(other, incoming).records["followups"] == 2
    import_contacts(other, incoming, TODAY)
    assert open_days(other, twin.id) == [(FRIDAY, "Offer"), (MONDAY, "lunch"), (MONDAY, "lunch")]
    assert other.followup(here.id) == here
    seq = other.storage.seq
    import_contacts(other, incoming, TODAY)
    assert other.storage.seq == seq


def test_the_calendar_rings_once_for_one_promise(network: Network) -> None:
    anna = add(network, "Anna")
    first = next_of(log(network, [anna.id], "coffee next:fri")).followup
    for words in ("call next:1w", "call next:2w", "call next:2w"):
        log(network, [anna.id], words)
    written = calendar_of(network)
    assert (written.count(b"BEGIN:VALARM"), written.count(f"UID:followup-{first.id}@".encode())) == (1, 1)
    from_before(network, anna.id, ("offer", FRIDAY), ("Offer", FRIDAY))
    assert calendar_of(network).count(b"BEGIN:VALARM") == 2


def test_whoever_is_put_away_rings_no_alarm(network: Network) -> None:
    anna = add(network, "Anna", "birthday:24.12.")
    promises.follow_up(network, anna.id, "offer", FRIDAY)
    assert calendar_of(network).count(b"BEGIN:VALARM") == 2
    archive(network, [anna.id])
    assert b"BEGIN:VALARM" not in calendar_of(network)
    assert b"BEGIN:VALARM" not in exporting.export(network, contact_ids=[anna.id], format_name="ics").data


# Days


def test_a_counted_day_moves_to_a_working_day_and_a_day_that_was_named_stays(network: Network) -> None:
    no_weekends(network)
    anna = add(network, "Anna")
    moved = promises.promise(network, anna.id, "offer", SATURDAY, is_span=True)
    assert (moved.followup.due_on, moved.moved_from) == (MONDAY, SATURDAY)
    stays = promises.promise(network, anna.id, "offer", SATURDAY)
    assert (stays.followup.due_on, stays.moved_from) == (SATURDAY, None)
    assert promises.promise(network, anna.id, "offer", MONDAY, is_span=True).already
    said = log_words(split_text("coffee next:5d"), TODAY)
    assert said.promise.is_span
    logged = log_actions.log(network, [anna.id], said, TODAY)
    assert (next_of(logged).followup.due_on, next_of(logged).moved_from) == (MONDAY, SATURDAY)
    put_off = snooze.snooze_turn(network, anna.id, SATURDAY, TODAY, is_span=True)
    assert (put_off.until, put_off.moved_from, put_off.contact.nudge_from) == (MONDAY, SATURDAY, MONDAY)
    assert snooze.snooze(network, anna.id, SATURDAY, TODAY).moved_from is None


def test_what_recurs_counts_from_the_day_that_was_said(network: Network) -> None:
    no_weekends(network)
    anna = add(network, "Anna")
    weekly = promises.promise(network, anna.id, "call", SATURDAY, rrule=every_days(7), is_span=True).followup
    assert (weekly.due_on, weekly.anchor_on) == (MONDAY, SATURDAY)
    following = promises.done(network, anna.id, TODAY, followup_id=weekly.id).following
    assert [each.due_on for each in following] == [SATURDAY + 7 * DAY]


# Who was not meant


def test_a_log_of_earlier_keeps_nothing_that_was_promised_since(network: Network) -> None:
    anna = add(network, "Anna")
    due = promises.follow_up(network, anna.id, "offer", TODAY)
    assert log(network, [anna.id], f"coffee when:{TODAY - 5 * DAY}").closed == ()
    assert [each.id for each in log(network, [anna.id], "coffee").closed] == [due.id]


def test_a_turn_put_off_for_longer_than_the_cadence_says_so(network: Network) -> None:
    anna = add(network, "Anna")
    assert snooze.snooze(network, anna.id, TODAY + 365 * DAY, TODAY).longer_than == 30
    assert snooze.snooze(network, anna.id, TODAY + 30 * DAY, TODAY).longer_than is None


def test_whoever_is_done_with_comes_out_of_the_archive(network: Network) -> None:
    anna = add(network, "Anna")
    archive(network, [anna.id])
    assert not promises.was_in_touch(network, anna.id, TODAY).contact.archived


CLOSING = st.sampled_from((Promises.CLOSE_DUE, Promises.CLOSE_ALL))
"""What replaces a promise to be in touch; where all are to be kept, it stays beside the next."""


class Promising(RuleBasedStateMachine):
    """Whatever is logged, promised, put off, done and taken back: nothing is there twice, nothing is lost."""

    some_day = st.integers(0, 6).map(lambda days: TODAY + days * DAY)
    who = st.integers(0, 1)
    texts = st.sampled_from(("", "", "offer", "Offer", "be in touch"))
    again = st.sampled_from(("", "", every_days(7), every_days(2)))

    def __init__(self) -> None:
        super().__init__()
        self._folder = a_folder()
        seconds = count()
        self.network = Network(
            self._folder.__enter__(),
            clock=lambda: datetime(2026, 11, 23, 9, tzinfo=UTC) + timedelta(seconds=next(seconds)),
        )
        self.states: list[Any] = []

    @override
    def teardown(self) -> None:
        self._folder.__exit__(None, None, None)

    @initialize()
    def people(self) -> None:
        self.ids = [add(self.network, name).id for name in ("Anna", "Bo")]
        self.states = [(self.network.storage.seq, self.documents())]

    def documents(self) -> Any:
        tables = ("contacts", "followups", "interactions")
        return {name: {number: dict(each) for number, each in self.network.table(name).items()} for name in tables}

    def noted(self) -> None:
        if self.network.storage.seq != self.states[-1][0]:
            self.states.append((self.network.storage.seq, self.documents()))

    def recurring(self) -> int:
        return sum(each.is_open and bool(each.rrule) for each in self.network.followups())

    @rule(who=who, on=some_day, what=texts, kind=st.sampled_from(("call", "tried")), promised=CLOSING)
    def log(self, who: int, on: date, what: str, kind: str, promised: Promises) -> None:
        before = self.recurring()
        log(
            self.network,
            [self.ids[who]],
            f"kind:{kind} next:{on} {f'todo:{chr(34)}{what}{chr(34)}' if what else ''}",
            promises=promised,
        )
        assert self.recurring() == before
        self.noted()

    @rule(who=who, on=some_day, what=texts, rrule=again)
    def promise(self, who: int, on: date, what: str, rrule: str) -> None:
        before = self.recurring()
        promised = promises.promise(self.network, self.ids[who], what, on, rrule=rrule)
        assert self.recurring() >= before
        assert self.network.followup(promised.followup.id) == promised.followup
        assert promised.followup.due_on == on
        self.noted()

    @rule(who=who, on=some_day)
    def snooze(self, who: int, on: date) -> None:
        if on > TODAY:
            before = self.recurring()
            put_off = snooze.snooze(self.network, self.ids[who], on, TODAY)
            assert all(self.network.followup(each.id) == each for each in put_off.followups)
            assert self.recurring() == before
            self.noted()

    @rule(who=who)
    def done(self, who: int) -> None:
        before = self.recurring()
        promises.done(self.network, self.ids[who], TODAY)
        assert self.recurring() == before
        self.noted()

    @rule()
    def undo(self) -> None:
        if len(self.states) > 1:
            self.network.undo()
            self.states.pop()
            assert self.documents() == self.states[-1][1]
            self.states[-1] = (self.network.storage.seq, self.states[-1][1])

    @invariant()
    def nothing_is_there_twice(self) -> None:
        for contact_id in getattr(self, "ids", ()):
            there = [each for each in self.network.followups(contact_id) if each.is_open]
            assert not any(says_the_same(one, other) for one, other in combinations(there, 2))
            assert sum(map(is_be_in_touch, there)) <= 1
            assert all(each.status is Status.OPEN and each.closed_on is None for each in there)


@contextmanager
def a_folder() -> Iterator[str]:
    with TemporaryDirectory() as folder:
        yield f"{folder}/network"


TestPromising = Promising.TestCase
TestPromising.settings = settings(
    max_examples=25, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)
