"""Changing a promise, and opening it again: its history and the day it counts from stay right."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netkeeper.actions.people.bulk import archive
from netkeeper.actions.promises import promises, snooze
from netkeeper.actions.promises.edit_promise import edit_follow_up, reopen
from netkeeper.domain.errors import ConflictError, InvalidValueError
from netkeeper.domain.promises.follow_up import FollowUp, Status, every_days, every_months, rewritten
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add

SOON = TODAY + timedelta(days=3)
OCT_31, NOV_30 = date(2026, 10, 31), date(2026, 11, 30)


def edit(network: Network, base: FollowUp, what: str, due_on: date, rrule: str = "", *, once: bool = False) -> FollowUp:
    return edit_follow_up(network, base, rewritten(base, what, due_on, rrule, this_time_only=once))


def test_an_edit_is_one_step_and_keeps_what_it_does_not_speak_of(network: Network) -> None:
    anna = add(network, "Anna")
    base = promises.follow_up(network, anna.id, "offer", TODAY)
    snooze.snooze(network, anna.id, SOON, TODAY)
    base = network.followup(base.id)
    seq = network.storage.seq
    edited = edit(network, base, "send the offer", SOON + timedelta(days=1))
    assert network.storage.seq == seq + 1
    assert network.followups() == [edited]
    assert (edited.what, edited.due_on) == ("send the offer", SOON + timedelta(days=1))
    assert (edited.snoozes, edited.created, edited.anchor_on) == (1, base.created, None)
    assert next(iter(network.past())).what == "Edited a follow-up with Anna"
    network.undo()
    assert network.followups() == [base]
    assert edit(network, base, base.what, base.due_on) == base
    assert network.storage.seq == seq + 2


def monthly(network: Network) -> FollowUp:
    """A promise of the 31st that has come to 30 November."""
    anna = add(network, "Anna")
    first = promises.follow_up(network, anna.id, "report", OCT_31, rrule=every_months(1))
    return promises.done(network, anna.id, OCT_31, followup_id=first.id).following[0]


def next_after(network: Network, followup: FollowUp) -> date:
    following = promises.done(network, followup.contact_id, followup.due_on, followup_id=followup.id).following
    return following[0].due_on


@pytest.mark.parametrize(
    ("what", "due_on", "rrule", "once", "then"),
    [
        ("monthly report", NOV_30, every_months(1), False, date(2026, 12, 31)),
        ("report", date(2026, 11, 27), every_months(1), True, date(2026, 11, 30)),
        ("report", date(2026, 12, 2), every_months(1), True, date(2026, 12, 31)),
        ("report", date(2026, 11, 27), every_months(1), False, date(2026, 12, 27)),
        ("report", NOV_30, every_days(14), True, date(2026, 12, 14)),
        ("report", date(2026, 11, 27), every_days(14), True, date(2026, 12, 11)),
    ],
)
def test_what_recurs_goes_on_from_the_day_that_was_meant(
    network: Network, what: str, due_on: date, rrule: str, once: bool, then: date
) -> None:
    edited = edit(network, monthly(network), what, due_on, rrule, once=once)
    assert next_after(network, edited) == then


def test_a_promise_begins_and_ceases_to_recur(network: Network) -> None:
    base = promises.follow_up(network, add(network, "Anna").id, "call", TODAY)
    edited = edit(network, base, "call", SOON, every_days(7))
    assert (edited.rrule, edited.anchor_on) == (every_days(7), SOON)
    edited = edit(network, edited, "call", SOON)
    assert (edited.rrule, edited.anchor_on) == ("", None)
    assert promises.done(network, edited.contact_id, SOON, followup_id=edited.id).following == ()
    with pytest.raises(InvalidValueError, match="is no recurrence rule"):
        edit(network, base, "call", SOON, "FREQ=SOMETIMES")


def test_what_somebody_else_changed_meanwhile_is_merged_or_asked_about(network: Network) -> None:
    anna = add(network, "Anna")
    base = promises.follow_up(network, anna.id, "offer", TODAY)
    elsewhere = Network(network.folder)
    snooze.snooze(elsewhere, anna.id, SOON, TODAY)
    merged = edit(network, base, "send the offer", TODAY)
    assert (merged.what, merged.due_on, merged.snoozes) == ("send the offer", SOON, 1)
    seq = network.storage.seq
    with pytest.raises(ConflictError, match="Changed elsewhere meanwhile: when, what"):
        edit(network, base, "ring", TODAY + timedelta(days=9))
    assert network.storage.seq == seq
    promises.done(elsewhere, anna.id, TODAY, followup_id=base.id)
    with pytest.raises(InvalidValueError, match="That follow-up is done already; nothing was changed"):
        edit(network, merged, "ring", SOON)
    with pytest.raises(InvalidValueError, match="isn't there any more"):
        edit(network, FollowUp("99", anna.id, TODAY), "x", TODAY)


def test_a_closed_promise_is_opened_again_and_undo_closes_it(network: Network) -> None:
    anna = add(network, "Anna")
    base = promises.follow_up(network, anna.id, "offer", TODAY)
    with pytest.raises(InvalidValueError, match="is open already"):
        reopen(network, base.id)
    dropped = promises.drop(network, base.id, TODAY)
    archive(network, [anna.id])
    assert reopen(network, base.id) == base
    assert not network.contact(anna.id).archived
    assert next(iter(network.past())).what == "Opened a follow-up with Anna again"
    network.undo()
    assert network.followups() == [dropped]


def test_a_recurring_promise_that_is_opened_again_does_not_come_twice(network: Network) -> None:
    following = monthly(network)
    done = next(each for each in network.followups() if each.status is Status.DONE)
    again = reopen(network, done.id)
    assert (again.rrule, again.anchor_on) == ("", None)
    assert promises.done(network, again.contact_id, TODAY, followup_id=again.id).following == ()
    promises.drop(network, following.id, TODAY)
    assert reopen(network, following.id) == following


def test_done_with_somebody_keeps_what_is_due_and_nothing_that_is_to_come(network: Network) -> None:
    anna, bo = add(network, "Anna"), add(network, "Bo")
    promises.follow_up(network, anna.id, "offer", TODAY)
    promises.follow_up(network, anna.id, "call", SOON)
    promises.follow_up(network, bo.id, "call", SOON)
    assert [each.what for each in promises.done_with(network, anna.id, TODAY).closed] == ["offer"]
    assert network.contact(anna.id).last_on is None
    for person in (anna, bo):
        done = promises.done_with(network, person.id, TODAY)
        assert (done.closed, done.interaction is None) == ((), False)
        assert network.contact(person.id).last_on == TODAY
    assert [each.what for each in network.followups() if each.is_open] == ["call", "call"]
    with pytest.raises(InvalidValueError, match="no contact 99 any more"):
        promises.done_with(network, "99", TODAY)
