"""Changing and taking away what was logged: the days of first and last contact are never wrong."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import count
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from netkeeper.actions.interactions.interactions import delete_interaction, edit_interaction
from netkeeper.actions.people.bulk import archive
from netkeeper.actions.promises.promises import was_in_touch
from netkeeper.domain.errors import CannotUndoError, ConflictError, InvalidValueError
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.override import override
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log

LAST_WEEK, LAST_YEAR = TODAY - timedelta(days=7), TODAY - timedelta(days=365)


def edit(network: Network, base: Interaction, **changes: Any) -> Interaction:
    return edit_interaction(network, base, replace(base, **changes), TODAY)


def days(network: Network, contact_id: str) -> tuple[date | None, date | None]:
    contact = network.contact(contact_id)
    return contact.first_on, contact.last_on


def test_every_property_can_be_changed_and_undone_as_one_step(network: Network) -> None:
    anna = add(network, "Anna")
    logged = log(network, [anna.id], "coffee").interaction
    before = network.contact(anna.id)
    seq = network.storage.seq
    edited = edit(
        network,
        logged,
        on=LAST_WEEK,
        kind=Kind.EMAIL,
        note="tea, not coffee",
        feeling=5,
        signals=(Signal.INVITED,),
    )
    assert network.storage.seq == seq + 1
    assert network.interactions() == [edited]
    assert (edited.id, edited.created, edited.note) == (logged.id, logged.created, "tea, not coffee")
    assert days(network, anna.id) == (LAST_WEEK, LAST_WEEK)
    assert next(iter(network.past())).what == "Edited an email with Anna"
    network.undo()
    assert network.interactions() == [logged]
    assert network.contact(anna.id) == before


def test_nothing_changed_is_no_step(network: Network) -> None:
    logged = log(network, [add(network, "Anna").id], "coffee").interaction
    seq = network.storage.seq
    assert edit(network, logged) == logged
    assert network.storage.seq == seq


def test_deleting_leaves_the_days_of_what_remains_and_undo_brings_it_back(network: Network) -> None:
    anna, bo = add(network, "Anna"), add(network, "Bo")
    log(network, [anna.id], f"when:{LAST_YEAR}")
    logged = log(network, [anna.id, bo.id], "lunch").interaction
    assert delete_interaction(network, logged.id) == logged
    assert days(network, anna.id) == (LAST_YEAR, LAST_YEAR)
    assert days(network, bo.id) == (None, None)
    assert next(iter(network.past())).what == "Deleted a meeting with Anna and Bo"
    with pytest.raises(InvalidValueError, match="isn't in the timeline any more"):
        delete_interaction(network, logged.id)
    network.undo()
    assert days(network, anna.id) == (LAST_YEAR, TODAY)
    assert days(network, bo.id) == (TODAY, TODAY)
    assert logged in network.interactions(bo.id)


def test_people_come_and_go(network: Network) -> None:
    anna, bo, cai = (add(network, name) for name in ("Anna", "Bo", "Cai"))
    archive(network, [cai.id])
    logged = log(network, [anna.id, bo.id], f"when:{LAST_WEEK}").interaction
    edited = edit(network, logged, contact_ids=(bo.id, cai.id))
    assert days(network, anna.id) == (None, None)
    assert days(network, bo.id) == days(network, cai.id) == (LAST_WEEK, LAST_WEEK)
    # Whoever one was in touch with is not put away.
    assert not network.contact(cai.id).archived
    assert [each.id for each in network.interactions(cai.id)] == [edited.id]
    assert network.interactions(anna.id) == []
    with pytest.raises(InvalidValueError, match="Leave somebody whom it was with, or delete it"):
        edit(network, edited, contact_ids=())
    with pytest.raises(InvalidValueError, match="no contact 99 any more"):
        edit(network, edited, contact_ids=(bo.id, "99"))
    assert days(network, bo.id) == (LAST_WEEK, LAST_WEEK)


def test_somebody_added_today_was_in_touch_today(network: Network) -> None:
    anna, bo = add(network, "Anna"), add(network, "Bo")
    with network.transaction("x") as draft:
        draft.put_contact(replace(bo, nudge_from=TODAY + timedelta(days=9), first_turn_on=TODAY))
    logged = log(network, [anna.id], "coffee").interaction
    edit(network, logged, contact_ids=(anna.id, bo.id))
    assert (network.contact(bo.id).nudge_from, network.contact(bo.id).first_turn_on) == (None, None)


def test_days_that_came_with_the_contact_stay(network: Network) -> None:
    anna = add(network, "Anna")
    long_ago, later = LAST_YEAR - timedelta(days=900), TODAY - timedelta(days=1)
    logged = log(network, [anna.id], f"when:{LAST_WEEK}").interaction
    with network.transaction("x") as draft:
        draft.put_contact(replace(network.contact(anna.id), first_on=long_ago, last_on=later))
    edit(network, logged, on=LAST_YEAR)
    assert days(network, anna.id) == (long_ago, later)
    delete_interaction(network, logged.id)
    assert days(network, anna.id) == (long_ago, later)


def test_what_somebody_else_changed_meanwhile_is_merged_or_asked_about(network: Network) -> None:
    anna = add(network, "Anna")
    logged = log(network, [anna.id], "coffee").interaction
    elsewhere = Network(network.folder)
    edit(elsewhere, logged, feeling=4, on=LAST_WEEK)
    merged = edit(network, logged, note="tea")
    assert (merged.note, merged.feeling, merged.on) == ("tea", 4, LAST_WEEK)
    assert days(network, anna.id) == (LAST_WEEK, LAST_WEEK)
    seq = network.storage.seq
    with pytest.raises(ConflictError, match="Changed elsewhere meanwhile: when, note"):
        edit(network, logged, note="juice", on=LAST_YEAR, kind=Kind.CALL)
    assert network.storage.seq == seq
    delete_interaction(elsewhere, logged.id)
    with pytest.raises(InvalidValueError, match="isn't in the timeline any more"):
        edit(network, merged, note="juice")


def test_somebody_gone_since_is_no_hindrance(network: Network) -> None:
    anna = add(network, "Anna")
    logged = log(network, [anna.id, add(network, "Bo").id], "coffee").interaction
    with network.transaction("x") as draft:
        draft._draft.put("contacts", logged.contact_ids[1], None)
    edit(network, logged, on=LAST_WEEK)
    assert days(network, anna.id) == (LAST_WEEK, LAST_WEEK)
    delete_interaction(network, logged.id)
    assert days(network, anna.id) == (None, None)


@contextmanager
def a_folder() -> Iterator[str]:
    with TemporaryDirectory() as folder:
        yield f"{folder}/network"


class Days(RuleBasedStateMachine):
    """Whatever is logged, edited, deleted and undone: the days are the first and last of what is there."""

    some_day = st.integers(-40, 0).map(lambda away: TODAY + timedelta(days=away))
    places = st.integers(0, 99)
    kinds = st.sampled_from((Kind.MEETING, Kind.TRIED))

    def __init__(self) -> None:
        super().__init__()
        self._folder = a_folder()
        folder = self._folder.__enter__()
        self._seconds = count()
        self.network, self.elsewhere = (Network(folder, clock=self.clock) for _ in range(2))

    def clock(self) -> datetime:
        return datetime(2026, 11, 23, 9, tzinfo=UTC) + timedelta(seconds=next(self._seconds))

    @override
    def teardown(self) -> None:
        self._folder.__exit__(None, None, None)

    @initialize()
    def people(self) -> None:
        self.ids = [add(self.network, name).id for name in ("Anna", "Bo", "Cai")]

    def one(self, network: Network, place: int) -> Interaction:
        found = sorted(network.interactions(), key=lambda each: each.created)
        return found[place % len(found)]

    def has_any(self) -> bool:
        return bool(self.network.interactions())

    @rule(on=some_day, who=st.sets(st.integers(0, 2), min_size=1), kind=kinds)
    def log(self, on: date, who: set[int], kind: Kind) -> None:
        log(self.network, [self.ids[place] for place in who], f"when:{on} kind:{kind}")

    @rule(who=st.integers(0, 2))
    def be_in_touch(self, who: int) -> None:
        was_in_touch(self.network, self.ids[who], TODAY)

    @precondition(has_any)
    @rule(
        place=places,
        on=some_day,
        who=st.sets(st.integers(0, 2), min_size=1),
        which=st.sampled_from(("", "on", "who")),
        kind=kinds,
    )
    def edit(self, place: int, on: date, who: set[int], which: str, kind: Kind) -> None:
        base = self.one(self.network, place)
        changed = replace(base, note="x", kind=kind)
        if which != "who":
            changed = replace(changed, on=on)
        if which != "on":
            changed = replace(changed, contact_ids=tuple(self.ids[place] for place in who))
        edit_interaction(self.network, base, changed, TODAY)

    @precondition(has_any)
    @rule(place=places, on=some_day)
    def edit_elsewhere(self, place: int, on: date) -> None:
        self.elsewhere.refresh()
        base = self.one(self.elsewhere, place)
        edit_interaction(self.elsewhere, base, replace(base, on=on), TODAY)
        self.network.refresh()

    @precondition(has_any)
    @rule(place=places)
    def delete(self, place: int) -> None:
        delete_interaction(self.network, self.one(self.network, place).id)

    @rule(place=st.integers(0, 5))
    def undo(self, place: int) -> None:
        done = [transaction.seq for transaction in self.network.past() if "Added" not in transaction.what]
        try:
            self.network.undo(done[place] if place < len(done) and place else None)
        except CannotUndoError:
            return
        if not all(self.network.has_contact(contact_id) for contact_id in self.ids):
            self.network.undo(self.network.storage.seq)  # The people stay.

    @invariant()
    def the_days_are_those_of_what_is_there(self) -> None:
        for contact_id in getattr(self, "ids", ()):
            there = self.network.interactions(contact_id)
            on = [each.on for each in there if each.kind is not Kind.TRIED]
            tried = [each.on for each in there if each.kind is Kind.TRIED]
            assert days(self.network, contact_id) == (min(on, default=None), max(on, default=None))
            assert self.network.contact(contact_id).tried_on == max(tried, default=None)


TestDays = Days.TestCase
TestDays.settings = settings(
    max_examples=50, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)
