"""Promises and nudges: kept, put off, let go."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from netkeeper.actions.people.bulk import archive
from netkeeper.actions.promises import promises, snooze
from netkeeper.domain.dates.describe import describe_whole_day
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.interactions.interaction import Kind
from netkeeper.domain.promises.follow_up import Status, every_days, every_months
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log

SOON = TODAY + timedelta(days=3)
LATE = TODAY - timedelta(days=3)


def open_promises(network: Network) -> list[tuple[str, date]]:
    return [(followup.what, followup.due_on) for followup in network.followups() if followup.is_open]


def test_a_promise_is_kept_with_its_day_and_its_rule(network: Network) -> None:
    anna = add(network, "Anna")
    once = promises.follow_up(network, anna.id, "call", SOON)
    again = promises.follow_up(network, anna.id, "report", LATE, rrule=every_months(1))
    assert Network(network.folder).followups(anna.id) == [again, once]
    assert (once.anchor_on, again.anchor_on) == (None, LATE)
    assert [change.what for change in network.past()][:2] == [
        "Follow-up with Anna: report",
        "Follow-up with Anna: call",
    ]


def test_a_promise_to_nobody_or_by_no_rule_is_refused(network: Network) -> None:
    anna = add(network, "Anna")
    with pytest.raises(InvalidValueError, match="any more"):
        promises.follow_up(network, "99", "call", SOON)
    with pytest.raises(InvalidValueError, match="no recurrence rule"):
        promises.follow_up(network, anna.id, "call", SOON, rrule="FREQ=SECONDLY")
    assert network.followups() == []


def test_done_keeps_every_promise_that_is_due(network: Network) -> None:
    anna = add(network, "Anna")
    for what, due_on in (("late", LATE), ("due", TODAY), ("later", SOON)):
        promises.follow_up(network, anna.id, what, due_on)
    done = promises.done(network, anna.id, TODAY)
    assert [followup.what for followup in done.closed] == ["late", "due"]
    assert open_promises(network) == [("later", SOON)]
    assert done.interaction is None
    assert network.contact(anna.id).last_on is None, "sending an offer is no meeting"
    assert next(iter(network.past())).what == "Done with Anna: late and due"


def test_done_before_its_day_keeps_the_next_promise_only(network: Network) -> None:
    anna = add(network, "Anna")
    promises.follow_up(network, anna.id, "later", SOON)
    promises.follow_up(network, anna.id, "much later", SOON + timedelta(days=9))
    assert [followup.what for followup in promises.done(network, anna.id, TODAY).closed] == ["later"]


def test_done_with_a_promise_to_be_in_touch_is_being_in_touch(network: Network) -> None:
    anna = add(network, "Anna")
    promises.follow_up(network, anna.id, "", TODAY)
    done = promises.done(network, anna.id, TODAY)
    assert done.interaction is not None
    assert (done.interaction.kind, done.interaction.on) == (Kind.OTHER, TODAY)
    assert network.contact(anna.id).last_on == TODAY
    assert open_promises(network) == []
    assert next(iter(network.past())).what == "Was in touch with Anna"


def test_done_with_both_kinds_at_once_keeps_both_and_notes_the_contact(network: Network) -> None:
    anna = add(network, "Anna")
    promises.follow_up(network, anna.id, "send offer", TODAY)
    promises.follow_up(network, anna.id, "", TODAY)
    done = promises.done(network, anna.id, TODAY)
    assert len(done.closed) == 2
    assert done.interaction is not None
    assert network.contact(anna.id).last_on == TODAY
    assert next(iter(network.past())).what == "Done with Anna: send offer"


def test_done_with_nothing_promised_is_being_in_touch(network: Network) -> None:
    anna = add(network, "Anna")
    assert promises.done(network, anna.id, TODAY).interaction is not None
    assert network.contact(anna.id).last_on == TODAY


def test_done_with_one_promise_leaves_the_others(network: Network) -> None:
    anna = add(network, "Anna")
    one = promises.follow_up(network, anna.id, "one", TODAY)
    promises.follow_up(network, anna.id, "two", TODAY)
    assert promises.done(network, anna.id, TODAY, followup_id=one.id).closed[0].id == one.id
    assert open_promises(network) == [("two", TODAY)]
    with pytest.raises(InvalidValueError, match="That follow-up is done already; nothing was changed"):
        promises.done(network, anna.id, TODAY, followup_id=one.id)
    with pytest.raises(InvalidValueError, match="isn't there any more"):
        promises.done(network, anna.id, TODAY, followup_id="99")


def test_what_recurs_is_due_again_and_undo_takes_both_back(network: Network) -> None:
    anna = add(network, "Anna")
    first = promises.follow_up(network, anna.id, "report", date(2026, 8, 31), rrule=every_months(1))
    done = promises.done(network, anna.id, TODAY)
    assert [(followup.due_on, followup.what) for followup in done.following] == [(date(2026, 11, 30), "report")]
    assert open_promises(network) == [("report", date(2026, 11, 30))]
    # Nothing that was missed piles up, and the 31st is not forgotten.
    (following,) = done.following
    assert (following.anchor_on, following.snoozes) == (date(2026, 8, 31), 0)
    second = promises.done(network, anna.id, date(2026, 11, 30), followup_id=following.id)
    assert second.following[0].due_on == date(2026, 12, 31)
    network.undo()
    network.undo()
    assert network.followups() == [first]


def test_several_are_dealt_with_as_one_step(network: Network) -> None:
    ids = [add(network, name).id for name in ("Anna", "Bo")]
    promises.follow_up(network, ids[0], "call", TODAY)
    before = network.storage.seq
    done = promises.done_all(network, ids, TODAY)
    assert [each.interaction is None for each in done] == [True, False]
    put_off = snooze.snooze_all(network, ids, SOON, TODAY)
    assert [each.until for each in put_off] == [SOON, SOON]
    assert network.storage.seq == before + 2
    assert [change.what for change in network.past()][:2] == [
        f"Snoozed Anna and Bo to {describe_whole_day(SOON)}",
        "Done with Anna and Bo",
    ]


def test_being_in_touch_leaves_what_is_promised(network: Network) -> None:
    anna = add(network, "Anna")
    promises.follow_up(network, anna.id, "call", TODAY)
    promises.was_in_touch(network, anna.id, TODAY)
    assert network.contact(anna.id).last_on == TODAY
    assert open_promises(network) == [("call", TODAY)]


def test_snoozing_moves_what_is_due_counts_it_and_is_never_contact(network: Network) -> None:
    anna = add(network, "Anna")
    log(network, [anna.id], f"when:{TODAY - timedelta(days=50)}")
    before = network.contact(anna.id)
    promises.follow_up(network, anna.id, "late", LATE)
    promises.follow_up(network, anna.id, "due", TODAY)
    promises.follow_up(network, anna.id, "later", SOON + timedelta(days=9))
    put_off = snooze.snooze(network, anna.id, SOON, TODAY)
    assert {(followup.what, followup.snoozes) for followup in put_off.followups} == {("late", 1), ("due", 1)}
    assert sorted(open_promises(network)) == [("due", SOON), ("late", SOON), ("later", SOON + timedelta(days=9))]
    snooze.snooze(network, anna.id, SOON + timedelta(days=1), SOON)
    assert max(followup.snoozes for followup in network.followups()) == 2
    assert network.contact(anna.id) == before
    assert len(network.interactions()) == 1


def test_snoozing_before_its_day_moves_the_next_promise(network: Network) -> None:
    anna = add(network, "Anna")
    promises.follow_up(network, anna.id, "call", SOON)
    week = TODAY + timedelta(days=7)
    assert [followup.due_on for followup in snooze.snooze(network, anna.id, week, TODAY).followups] == [week]


def test_snoozing_to_an_earlier_day_moves_the_promise_there_says_so_and_counts_nothing(network: Network) -> None:
    anna = add(network, "Anna")
    week = TODAY + timedelta(days=7)
    promises.follow_up(network, anna.id, "call", week)
    put_off = snooze.snooze(network, anna.id, SOON, TODAY)
    assert put_off.instead_of == week
    assert [(each.what, each.due_on, each.snoozes) for each in put_off.followups] == [("call", SOON, 0)]
    assert network.contact(anna.id).nudge_from is None


def test_snoozing_to_the_very_day_of_a_promise_changes_nothing(network: Network) -> None:
    anna = add(network, "Anna")
    promised = promises.follow_up(network, anna.id, "call", SOON)
    before = network.storage.seq
    put_off = snooze.snooze(network, anna.id, SOON, TODAY)
    assert (put_off.already, put_off.followups, network.storage.seq) == (True, (promised,), before)


def test_snoozing_a_turn_that_a_far_promise_does_not_stand_for_puts_off_the_turn(network: Network) -> None:
    anna = add(network, "Anna", today=LATE)
    log(network, [anna.id], f"when:{TODAY - timedelta(days=50)}")
    promises.follow_up(network, anna.id, "call", TODAY + timedelta(days=200))
    put_off = snooze.snooze(network, anna.id, SOON, TODAY)
    assert (put_off.followups, put_off.comes_on) == ((), SOON)


def test_snoozing_whoever_waits_to_be_sorted_is_refused(network: Network) -> None:
    anna = add(network, "Anna")
    with network.transaction() as draft:
        draft.put_contact(replace(anna, unsorted=True))
    before = network.storage.seq
    with pytest.raises(InvalidValueError, match=r"Anna waits to be sorted, .*netkeeper sort .*Anna.* 90d"):
        snooze.snooze(network, anna.id, SOON, TODAY)
    assert network.storage.seq == before
    promises.follow_up(network, anna.id, "call", TODAY)
    assert snooze.snooze(network, anna.id, SOON, TODAY).followups


def test_snoozing_whoever_is_in_the_archive_is_refused(network: Network) -> None:
    anna = add(network, "Anna")
    archive(network, [anna.id])
    with pytest.raises(InvalidValueError, match="in the archive"):
        snooze.snooze(network, anna.id, SOON, TODAY)


def test_snoozing_a_turn_that_comes_later_anyway_says_when(network: Network) -> None:
    anna = add(network, "Anna")
    assert snooze.snooze(network, anna.id, SOON, TODAY).comes_on == TODAY + timedelta(days=30)


def test_snoozing_without_a_promise_puts_off_the_turn_and_is_never_contact(network: Network) -> None:
    anna = add(network, "Anna")
    put_off = snooze.snooze(network, anna.id, SOON, TODAY)
    assert (put_off.until, put_off.followups) == (SOON, ())
    kept = network.contact(anna.id)
    assert (kept.nudge_from, kept.last_on, kept.first_on) == (SOON, None, None)
    assert network.interactions() == []


def test_putting_off_a_turn_leaves_what_is_promised(network: Network) -> None:
    anna = add(network, "Anna")
    promises.follow_up(network, anna.id, "call", TODAY)
    snooze.snooze_turn(network, anna.id, SOON, TODAY)
    assert open_promises(network) == [("call", TODAY)]
    assert network.contact(anna.id).nudge_from == SOON


def test_snoozing_moves_one_occurrence_and_not_the_rule(network: Network) -> None:
    anna = add(network, "Anna")
    promises.follow_up(network, anna.id, "weekly", TODAY, rrule=every_days(7))
    snooze.snooze(network, anna.id, SOON, TODAY)
    done = promises.done(network, anna.id, SOON)
    assert done.following[0].due_on == TODAY + timedelta(days=7)


@pytest.mark.parametrize("until", [TODAY, LATE])
def test_snoozing_goes_ahead_only(network: Network, until: date) -> None:
    anna = add(network, "Anna")
    promises.follow_up(network, anna.id, "call", TODAY)
    before = network.storage.seq
    for act in (
        lambda: snooze.snooze(network, anna.id, until, TODAY),
        lambda: snooze.snooze_turn(network, anna.id, until, TODAY),
        lambda: snooze.snooze_all(network, [anna.id], until, TODAY),
    ):
        with pytest.raises(InvalidValueError, match=r"Snooze to a day ahead, not .*: 3d, fri or next week"):
            act()
    assert network.storage.seq == before


def test_a_promise_can_be_let_go_and_does_not_come_again(network: Network) -> None:
    anna = add(network, "Anna")
    promise = promises.follow_up(network, anna.id, "call", TODAY, rrule=every_days(7))
    dropped = promises.drop(network, promise.id, TODAY)
    assert (dropped.status, dropped.closed_on) == (Status.DROPPED, TODAY)
    assert open_promises(network) == []
    with pytest.raises(InvalidValueError, match="dropped already"):
        promises.drop(network, promise.id, TODAY)
    with pytest.raises(InvalidValueError, match="isn't there any more"):
        promises.drop(network, "99", TODAY)
    network.undo()
    assert open_promises(network) == [("call", TODAY)]
