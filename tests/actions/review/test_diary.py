"""The diary of reviews: written by itself, never told of, never in the way of anything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.actions.network.exporting import outgoing_of
from netkeeper.actions.promises.promises import was_in_touch
from netkeeper.actions.review.diary import open_review, pace_news, selected_ids
from netkeeper.actions.review.review import review
from netkeeper.domain.errors import StoreError
from netkeeper.domain.review.diary import KEPT_DAYS, DiaryDay
from netkeeper.domain.review.plan import Review
from netkeeper.interchange.lossless import write_network
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log

Reopen = Callable[[], Network]


def ahead(days: int) -> date:
    return TODAY + timedelta(days=days)


@pytest.fixture
def people(network: Network) -> list[str]:
    """Nine people who were met long ago, and a pace of three."""
    with network.transaction("Set the pace") as draft:
        draft.put_member(replace(network.member, pace=3))
    ids = [add(network, f"Person {number}").id for number in range(9)]
    for number, contact_id in enumerate(ids):
        log(network, [contact_id], "", ahead(-100 - number))
    return ids


def names(plan: Review) -> list[str]:
    return [each.name for each in plan.keep_in_touch]


def test_a_look_is_noted_once_and_is_no_step_of_anybodys(network: Network, people: list[str]) -> None:
    before = [transaction.seq for transaction in network.past()]
    plan = open_review(network, TODAY)
    since = tuple(str(network.contact(each).last_on) for each in selected_ids(plan))
    assert network.diary() == (DiaryDay(TODAY, selected_ids(plan), pace=3, since=since),)
    seq = network.storage.seq
    assert open_review(network, TODAY) == plan
    assert network.storage.seq == seq
    assert [transaction.seq for transaction in network.past()] == before
    last = network.contact(people[-1])
    assert network.undo().what == f"Logged a meeting with {last.name}"


def test_it_survives_a_restart_folded_or_not(network: Network, people: list[str], folder: str) -> None:
    open_review(network, TODAY)
    diary = network.diary()
    assert diary[0].selected
    assert Network(folder).diary() == diary
    network.close()
    assert Network(folder).diary() == diary
    assert people


def test_whoever_is_left_gives_way_the_next_day_and_whoever_is_met_is_done(network: Network, people: list[str]) -> None:
    first = open_review(network, TODAY)
    was_in_touch(network, first.keep_in_touch[0].contact_id, TODAY)
    second = open_review(network, ahead(1))
    assert not set(names(first)) & set(names(second))
    yesterday = network.diary_day(TODAY)
    assert yesterday.done == yesterday.selected[:1]
    assert len(people) == 9


def test_the_list_of_a_day_keeps_its_people_until_they_are_dealt_with(network: Network, people: list[str]) -> None:
    plan = open_review(network, TODAY)
    oldest = add(network, "Somebody who waits for longer")
    log(network, [oldest.id], "", ahead(-900))
    assert open_review(network, TODAY) == replace(plan, turns=())
    assert review(network, TODAY, None) == plan
    was_in_touch(network, plan.keep_in_touch[1].contact_id, TODAY)
    assert names(open_review(network, TODAY)) == [names(plan)[0], names(plan)[2]]
    network.undo()
    assert names(open_review(network, TODAY)) == names(plan)
    assert people


def test_old_days_are_forgotten(network: Network, people: list[str]) -> None:
    open_review(network, TODAY)
    open_review(network, ahead(1))
    open_review(network, ahead(KEPT_DAYS))
    assert [day.on for day in network.diary()] == [ahead(1), ahead(KEPT_DAYS)]
    assert people


def easy_days(network: Network, count: int) -> None:
    """Days on which all that was selected was done."""
    for number in range(count):
        plan = open_review(network, ahead(number))
        for contact_id in selected_ids(plan):
            was_in_touch(network, contact_id, ahead(number))


def test_the_pace_goes_up_after_easy_days_and_one_step_takes_that_back(network: Network, people: list[str]) -> None:
    for number in range(20):
        contact = add(network, f"Another {number}")
        log(network, [contact.id], "", ahead(-200))
    easy_days(network, 7)
    assert network.member.pace == 4
    changed_on = next(day.on for day in network.diary() if day.changed)
    news = pace_news(network, changed_on)
    assert news is not None and (news.pace, news.by) == (4, 1)
    assert pace_news(network, changed_on + timedelta(days=1)) is None
    step = next(each for each in network.past() if each.what.startswith("Pace"))
    assert step.what == "Pace 4 a day: the last 5 days went easily"
    network.undo(step.seq)
    assert network.member.pace == 3
    assert pace_news(network, changed_on) is None
    open_review(network, ahead(7))
    assert network.member.pace == 3  # Nobody wants to take the same thing back day after day.
    assert people


def test_where_nothing_can_be_written_the_plan_is_there_all_the_same(
    network: Network, people: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> object:
        raise StoreError("The disk is full.")

    plan = review(network, TODAY)
    monkeypatch.setattr("netkeeper.store.journal.Journal.append", refuse)
    assert open_review(network, TODAY) == plan
    assert network.diary() == ()
    assert people


def test_an_empty_network_is_not_begun_by_a_look(network: Network) -> None:
    open_review(network, TODAY)
    assert not network.storage.begun


def test_what_was_noted_stays_out_of_the_way_of_going_back(network: Network, people: list[str]) -> None:
    step = next(network.past())
    was_in_touch(network, people[0], TODAY)
    shown = network.storage.seq
    open_review(network, TODAY)
    diary = network.diary()
    gone_back = network.undo_from(step.seq, shown_seq=shown)
    assert [each.what for each in gone_back.taken_back] == [
        f"Was in touch with {network.contact(people[0]).name}",
        step.what,
    ]
    assert network.diary() == diary


def test_the_diary_comes_along_to_another_network(network: Network, people: list[str], tmp_path: Path) -> None:
    plan = open_review(network, TODAY)
    was_in_touch(network, plan.keep_in_touch[0].contact_id, TODAY)
    open_review(network, ahead(1))
    file = tmp_path / "all.json"
    file.write_bytes(write_network(outgoing_of(network)))
    other = Network(str(tmp_path / "other"))
    import_contacts(other, [read_file(str(file))], ahead(1))

    def told(whose: Network) -> list[tuple[object, ...]]:
        names_of = {contact.id: contact.name for contact in whose.contacts()}
        return [(day.on, day.pace, [names_of[each] for each in day.selected], len(day.done)) for day in whose.diary()]

    assert told(other) == told(network)
    assert outgoing_of(network, people[:3]).diary == ()
    assert other.undo().what.startswith("Imported")
    assert other.is_empty
