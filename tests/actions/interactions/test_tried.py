"""Trying to reach somebody in vain: kept in the timeline, and no contact."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.actions.interactions.interactions import delete_interaction, edit_interaction
from netkeeper.actions.interactions.log import Promises
from netkeeper.actions.network import exporting
from netkeeper.actions.people.bulk import archive
from netkeeper.actions.people.lists import next_due
from netkeeper.actions.people.merging import merge
from netkeeper.actions.promises import promises, snooze
from netkeeper.actions.review.review import review
from netkeeper.actions.review.trend import trend_of
from netkeeper.domain.interactions.interaction import Kind
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log

DAY = timedelta(days=1)


def tried_on(network: Network, contact_id: str) -> date | None:
    return network.contact(contact_id).tried_on


def test_an_attempt_is_kept_in_the_timeline_and_moves_the_turn_by_days(network: Network) -> None:
    anna = add(network, "Anna")
    log(network, [anna.id], f"coffee when:{TODAY - 60 * DAY}")
    logged = log(network, [anna.id], "no answer kind:tried")
    kept = network.contact(anna.id)
    assert (kept.last_on, kept.first_on, kept.tried_on) == (TODAY - 60 * DAY, TODAY - 60 * DAY, TODAY)
    assert next_due(network, kept) == logged.again_on == TODAY + 3 * DAY
    assert [each.kind for each in network.interactions(anna.id)] == [Kind.TRIED, Kind.MEETING]
    assert next(iter(network.past())).what == "Tried to reach Anna"
    assert not review(network, TODAY).keep_in_touch
    assert [each.contact_id for each in review(network, TODAY + 3 * DAY).keep_in_touch] == [anna.id]
    network.undo()
    assert (tried_on(network, anna.id), next_due(network, network.contact(anna.id))) == (None, TODAY - 30 * DAY)


def test_an_attempt_counts_for_nothing_that_counts_contacts(network: Network) -> None:
    anna = add(network, "Anna")
    log(network, [anna.id], f"coffee when:{TODAY - DAY} feel:4")
    before = trend_of(network, TODAY)
    log(network, [anna.id], "kind:tried feel:1 signal:recommended")
    log(network, [anna.id], f"kind:tried when:{TODAY - 90 * DAY}")
    assert trend_of(network, TODAY) == before
    assert len(network.interaction_summaries()) == 1


def test_an_attempt_keeps_no_promise_unless_it_is_said(network: Network) -> None:
    anna = add(network, "Anna")
    due = promises.follow_up(network, anna.id, "send the offer", TODAY)
    assert log(network, [anna.id], "kind:tried").closed == ()
    assert network.followup(due.id).is_open
    logged = log(network, [anna.id], "kind:tried", promises=Promises.KEEP, followup_id=due.id)
    assert [each.id for each in logged.closed] == [due.id]
    network.undo()
    assert [each.id for each in log(network, [anna.id], "kind:tried", promises=Promises.CLOSE_ALL).closed] == [due.id]


def test_whoever_was_only_tried_stays_in_the_archive_and_whoever_was_reached_does_not(network: Network) -> None:
    anna = add(network, "Anna")
    archive(network, [anna.id])
    assert log(network, [anna.id], "kind:tried").taken_out == ()
    assert network.contact(anna.id).archived
    tried = network.interactions(anna.id)[0]
    edit_interaction(network, tried, replace(tried, kind=Kind.CALL), TODAY)
    assert not network.contact(anna.id).archived
    archive(network, [anna.id])
    assert [each.name for each in log(network, [anna.id], "coffee").taken_out] == ["Anna"]


def test_an_attempt_leaves_a_day_that_the_turn_was_put_off_to(network: Network) -> None:
    anna = add(network, "Anna")
    snooze.snooze_turn(network, anna.id, TODAY + 9 * DAY, TODAY)
    assert log(network, [anna.id], "kind:tried").again_on == TODAY + 9 * DAY
    assert network.contact(anna.id).nudge_from == TODAY + 9 * DAY


def test_an_attempt_that_turns_out_to_be_a_call_is_one_and_the_other_way_round(network: Network) -> None:
    anna = add(network, "Anna")
    tried = log(network, [anna.id], "kind:tried").interaction
    called = edit_interaction(network, tried, replace(tried, kind=Kind.CALL), TODAY)
    assert (network.contact(anna.id).last_on, tried_on(network, anna.id)) == (TODAY, None)
    assert next(iter(network.past())).what == "Edited a call with Anna"
    edit_interaction(network, called, replace(called, kind=Kind.TRIED), TODAY)
    assert (network.contact(anna.id).last_on, tried_on(network, anna.id)) == (None, TODAY)
    delete_interaction(network, tried.id)
    assert tried_on(network, anna.id) is None
    assert next(iter(network.past())).what == "Deleted an attempt to reach Anna"


def test_of_two_who_become_one_the_latest_attempt_counts(network: Network) -> None:
    anna, twin = add(network, "Anna"), add(network, "Anna V")
    log(network, [anna.id], f"kind:tried when:{TODAY - 5 * DAY}")
    log(network, [twin.id], "kind:tried")
    merge(network, anna.id, twin.id)
    assert tried_on(network, anna.id) == TODAY
    for interaction in network.interactions(anna.id):
        delete_interaction(network, interaction.id)
    assert tried_on(network, anna.id) is None


def test_an_import_brings_attempts_as_what_they_are(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virtanen")
    log(network, [anna.id], f"coffee when:{TODAY - 9 * DAY}")
    other = Network(str(tmp_path / "other"))
    import_json(network, other, tmp_path / "early.json")
    log(network, [anna.id], "kind:tried")
    import_json(network, other, tmp_path / "late.json")
    kept = other.contact(anna.id)
    assert (kept.last_on, kept.tried_on) == (TODAY - 9 * DAY, TODAY)


def import_json(network: Network, other: Network, path: Path) -> None:
    path.write_bytes(exporting.export(network, format_name="json").data)
    import_contacts(other, [read_file(str(path))], TODAY)


def test_an_attempt_with_somebody_new_or_unsorted_brings_the_turn_after_days_and_says_that_it_placed_them(
    network: Network,
) -> None:
    anna, bo = add(network, "Anna"), add(network, "Bo")
    with network.transaction() as draft:
        draft.put_contact(replace(bo, unsorted=True))
    assert (logged := log(network, [anna.id], "kind:tried")).again_on == TODAY + 3 * DAY
    assert logged.placed == ()
    logged = log(network, [bo.id], "kind:tried")
    assert (logged.again_on, [each.name for each in logged.placed]) == (TODAY + 3 * DAY, ["Bo"])
    for day, names in ((TODAY + 2 * DAY, []), (TODAY + 3 * DAY, ["Anna", "Bo"])):
        asked_about = [each.contact_id for each in review(network, day).keep_in_touch]
        assert sorted(network.contact(each).name for each in asked_about) == names
