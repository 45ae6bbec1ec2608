"""Logging: what happened, whom it was with, and what becomes of promises."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from netkeeper.actions.interactions.log import Promises
from netkeeper.actions.promises import promises, snooze
from netkeeper.domain.errors import InvalidValueError, NetkeeperError
from netkeeper.domain.interactions.interaction import Kind, Signal
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.promises.follow_up import Status, every_months
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log


def days_ago(count: int) -> date:
    return TODAY - timedelta(days=count)


def test_one_line_logs_who_what_how_it_felt_and_when_next(network: Network) -> None:
    anna = add(network, "Anna")
    logged = log(
        network, [anna.id], 'coffee, wants a workshop kind:call feel:4 signal:recommended next:2w todo:"send offer"'
    )

    again = Network(network.folder)
    (interaction,) = again.interactions()
    assert interaction == logged.interaction
    assert (interaction.on, interaction.kind, interaction.note) == (TODAY, Kind.CALL, "coffee, wants a workshop")
    assert (interaction.feeling, interaction.signals) == (4, (Signal.RECOMMENDED,))
    (followup,) = again.followups()
    assert logged.promised is not None and followup == logged.promised.followup
    assert (followup.contact_id, followup.due_on, followup.what) == (anna.id, date(2026, 12, 7), "send offer")
    assert (again.contact(anna.id).first_on, again.contact(anna.id).last_on) == (TODAY, TODAY)
    assert network.storage.seq == 2
    assert next(iter(network.past())).what == "Logged a call with Anna"


@pytest.mark.parametrize(
    ("words", "said"),
    [("", "a meeting"), ("kind:email", "an email"), ("kind:event", "an event"), ("kind:other", "a contact")],
)
def test_the_history_says_it_in_words(network: Network, words: str, said: str) -> None:
    log(network, [add(network, "Anna").id, add(network, "Bo").id], words)
    assert next(iter(network.past())).what == f"Logged {said} with Anna and Bo"


def test_undo_takes_a_log_back_whole(network: Network) -> None:
    anna = add(network, "Anna")
    promises.follow_up(network, anna.id, "send offer", TODAY)
    before = network.followups(), network.contact(anna.id)
    log(network, [anna.id], "coffee next:2w step:customer", new_names=("Bo",))
    assert len(network.contacts()) == 2
    network.undo()
    assert (network.followups(), network.contact(anna.id)) == before
    assert network.interactions() == []
    assert len(network.contacts()) == 1


def test_a_log_of_long_ago_never_moves_the_clock_back(network: Network) -> None:
    anna = add(network, "Anna")
    log(network, [anna.id], "new")
    log(network, [anna.id], f"old when:{days_ago(300)}")
    log(network, [anna.id], f"between when:{days_ago(30)}")
    kept = network.contact(anna.id)
    assert (kept.first_on, kept.last_on) == (days_ago(300), TODAY)
    assert [interaction.note for interaction in network.interactions(anna.id)] == ["new", "between", "old"]


def test_a_log_answers_a_nudge_that_was_put_off_and_one_of_long_ago_does_not(network: Network) -> None:
    anna = add(network, "Anna")
    log(network, [anna.id], f"when:{days_ago(40)}")
    snooze.snooze_turn(network, anna.id, TODAY + timedelta(days=9), TODAY)
    log(network, [anna.id], f"forgotten when:{days_ago(200)}")
    assert network.contact(anna.id).nudge_from == TODAY + timedelta(days=9)
    log(network, [anna.id], "coffee")
    assert network.contact(anna.id).nudge_from is None


def test_a_log_with_several_is_one_interaction_and_a_promise_to_each(network: Network) -> None:
    ids = [add(network, name).id for name in ("Anna", "Bo")]
    logged = log(network, [*ids, ids[0]], "lunch next:1w", new_names=("Cai Holm",))
    (interaction,) = network.interactions()
    assert interaction.contact_ids == (*ids, logged.added[0].id)
    assert [contact.name for contact in logged.contacts] == ["Anna", "Bo", "Cai Holm"]
    assert all(contact.last_on == TODAY for contact in network.contacts())
    assert {followup.contact_id for followup in network.followups()} == set(interaction.contact_ids)


def test_what_is_said_about_the_contact_is_kept_with_it(network: Network) -> None:
    anna, pekka = add(network, "Anna"), add(network, "Pekka")
    log(network, [anna.id], "coffee step:customer field:food via:pekka")
    kept = network.contact(anna.id)
    assert (kept.step, kept.fields, kept.via) == (Step.CUSTOMER, ("food",), pekka.id)
    assert kept.ladder[-1].on == TODAY


def test_promises_that_are_due_are_closed_and_later_ones_stay(network: Network) -> None:
    anna, bo = add(network, "Anna"), add(network, "Bo")
    late = promises.follow_up(network, anna.id, "late", days_ago(3))
    due = promises.follow_up(network, anna.id, "due", TODAY)
    later = promises.follow_up(network, anna.id, "later", TODAY + timedelta(days=1))
    others = promises.follow_up(network, bo.id, "other", TODAY)
    logged = log(network, [anna.id], "coffee")
    assert {followup.id for followup in logged.closed} == {late.id, due.id}
    assert {followup.id for followup in network.followups() if followup.is_open} == {later.id, others.id}
    assert all(followup.closed_on == TODAY for followup in logged.closed)


@pytest.mark.parametrize(
    ("which", "closed"),
    [(Promises.CLOSE_ALL, {"due", "later"}), (Promises.KEEP, set()), (Promises.CLOSE_DUE, {"due"})],
)
def test_the_person_says_what_becomes_of_open_promises(network: Network, which: Promises, closed: set[str]) -> None:
    anna = add(network, "Anna")
    promises.follow_up(network, anna.id, "due", TODAY)
    promises.follow_up(network, anna.id, "later", TODAY + timedelta(days=1))
    logged = log(network, [anna.id], "coffee next:2w", promises=which)
    assert {followup.what for followup in logged.closed} == closed
    assert {followup.what for followup in network.followups() if followup.is_open} == {"due", "later", ""} - closed


def test_one_promise_can_be_kept_by_name_whatever_becomes_of_the_others(network: Network) -> None:
    anna = add(network, "Anna")
    promises.follow_up(network, anna.id, "due", TODAY)
    later = promises.follow_up(network, anna.id, "later", TODAY + timedelta(days=1))
    logged = log(network, [anna.id], "coffee", promises=Promises.KEEP, followup_id=later.id)
    assert [followup.what for followup in logged.closed] == ["later"]


def test_closing_a_promise_that_recurs_makes_the_next(network: Network) -> None:
    anna = add(network, "Anna")
    first = promises.follow_up(network, anna.id, "report", date(2026, 10, 31), rrule=every_months(1))
    log(network, [anna.id], "coffee")
    done, following = sorted(network.followups(), key=lambda followup: followup.is_open)
    assert (done.id, done.status) == (first.id, Status.DONE)
    assert (following.due_on, following.anchor_on, following.what) == (date(2026, 11, 30), date(2026, 10, 31), "report")


def test_nobody_or_nobody_any_more_is_refused_and_nothing_changes(network: Network) -> None:
    anna = add(network, "Anna")
    before = network.storage.seq
    with pytest.raises(InvalidValueError, match="Say with whom"):
        log(network, [], "coffee")
    with pytest.raises(InvalidValueError, match="no contact 99 any more"):
        log(network, [anna.id, "99"], "coffee", new_names=("Bo",))
    with pytest.raises(NetkeeperError):
        log(network, [anna.id], "coffee", new_names=("",))
    with pytest.raises(NetkeeperError):
        log(network, [anna.id], "coffee via:nobody")
    assert network.storage.seq == before
    assert network.interactions() == []


def test_logging_does_not_read_the_interactions_there_are(network: Network) -> None:
    anna = add(network, "Anna")
    log(network, [anna.id], "one")
    network.close()
    again = Network(network.folder)
    log(again, [anna.id], "two next:1w")
    assert not again.storage.is_loaded("interactions")
    assert len(again.interactions()) == 2


@pytest.mark.parametrize("word", ["email:a@x.fi", "phone:0401234567", "birthday:29.2."])
def test_what_is_one_persons_is_never_given_to_several(network: Network, word: str) -> None:
    ids = [add(network, name).id for name in ("Anna", "Bo")]
    before = network.storage.seq
    with pytest.raises(InvalidValueError, match="is one person's, and this is with 2"):
        log(network, ids, f"coffee {word}")
    assert network.storage.seq == before


def test_whoever_was_added_since_the_name_was_looked_up_is_not_added_again(network: Network) -> None:
    there = add(Network(network.folder), "Uusi Tyyppi")
    logged = log(network, [], "coffee", new_names=("uusi  tyyppi",))
    assert (logged.added, [each.id for each in logged.contacts]) == ((), [there.id])
    assert len(network.names()) == 1


def test_the_history_says_the_day_of_what_was_not_today(network: Network) -> None:
    anna = add(network, "Anna")
    log(network, [anna.id], f"when:{TODAY - timedelta(days=3)}")
    assert next(iter(network.past())).what == "Logged a meeting with Anna, Fri 20 Nov"
