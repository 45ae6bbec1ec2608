"""Leaving: each kind of loss, pairs found before, and the days that are planned for after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from netkeeper.actions.leaving.who_is_lost import look_alikes, plan_after, who_would_be_lost
from netkeeper.actions.people.bulk import toggle_whose
from netkeeper.actions.people.merging import keep_apart, merge
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.retention.risks import Risk
from netkeeper.store.network import Network

TODAY = date(2026, 11, 23)
GRADUATION = date(2027, 6, 2)


def network_of(folder: str, *people: Contact) -> Network:
    network = Network(folder)
    with network.transaction("Began") as draft:
        draft.put_member(Member(graduates_on=GRADUATION, shared_domains=("academy.example",)))
        for person in people:
            draft.put_contact(person)
    return network


def named(network: Network, risk: Risk) -> list[str]:
    return [each.contact.name for each in who_would_be_lost(network, TODAY).get(risk, ())]


def test_each_kind_of_loss_is_told_and_mended(folder: str) -> None:
    network = network_of(
        folder,
        Contact("", "Anna"),
        Contact("", "Bo", emails=(Labelled("bo@academy.example"),)),
        Contact("", "Cai", emails=(Labelled("cai@home.example"),), of_team=True),
    )
    assert (named(network, Risk.UNREACHABLE), named(network, Risk.SHARED_ADDRESS), named(network, Risk.OF_TEAM)) == (
        ["Anna"],
        ["Bo"],
        ["Cai"],
    )
    people = {each.name: each for each in network.contacts()}
    with network.transaction("Mended") as draft:
        draft.put_contact(replace(people["Anna"], phones=(Labelled("+358 40 1"),)))
        draft.put_contact(replace(people["Bo"], emails=(*people["Bo"].emails, Labelled("bo@home.example"))))
    toggle_whose(network, [people["Cai"].id])
    for risk in (Risk.UNREACHABLE, Risk.SHARED_ADDRESS, Risk.OF_TEAM):
        assert named(network, risk) == []


def test_pairs_that_were_found_are_kept_true_to_the_network(folder: str) -> None:
    network = network_of(
        folder, Contact("", "Anna Virtanen"), Contact("", "Anna Virtanen"), Contact("", "Anna Virtanen")
    )
    pairs = look_alikes(network)
    assert len(pairs) == 3
    one, other, third = (each.id for each in network.contacts())
    keep_apart(network, one, third)
    assert len(who_would_be_lost(network, TODAY, pairs)[Risk.LOOKALIKE]) == 2
    merge(network, one, other)
    assert Risk.LOOKALIKE not in who_would_be_lost(network, TODAY, pairs)
    network.undo()
    assert len(who_would_be_lost(network, TODAY, pairs)[Risk.LOOKALIKE]) == 2
    assert Risk.LOOKALIKE not in who_would_be_lost(network, TODAY, ())


def test_everybody_who_is_promised_a_word_together_gets_a_day_of_their_own(folder: str) -> None:
    network = network_of(folder, *(Contact("", f"Person {number}") for number in range(20)))
    before = network.storage.seq
    planned = plan_after(network, [each.id for each in network.contacts()], TODAY)
    days = [each.due_on for each in planned]
    assert network.storage.seq == before + 1
    assert len(set(days)) == 20
    assert min(days) == GRADUATION + timedelta(days=14)
    assert max(days) < GRADUATION + timedelta(days=14 + 30)
    assert Risk.UNPLANNED not in who_would_be_lost(network, TODAY, ())


def test_those_who_are_promised_a_word_one_by_one_do_not_all_come_on_one_day(folder: str) -> None:
    network = network_of(folder, *(Contact("", f"Person {number}") for number in range(45)))
    for person in network.contacts():
        plan_after(network, [person.id], TODAY)
    days = [each.due_on for each in network.followups()]
    # The cadence of a potential has thirty days: after that each gets a second one.
    assert max(map(days.count, days)) == 2
    assert min(days.count(day) for day in set(days)) == 1


def test_after_graduation_the_days_count_from_today(folder: str) -> None:
    network = network_of(folder, Contact("", "Anna"))
    with network.transaction("Graduated") as draft:
        draft.put_member(replace(network.member, graduates_on=date(2026, 6, 2)))
    (anna,) = network.contacts()
    assert plan_after(network, [anna.id], TODAY)[0].due_on == TODAY + timedelta(days=14)
    with pytest.raises(InvalidValueError, match="nothing was changed"):
        plan_after(network, ["gone"], TODAY)


def test_whose_is_turned_for_all_at_once(folder: str) -> None:
    network = network_of(folder, Contact("", "Anna"), Contact("", "Bo", of_team=True))
    ids = [each.id for each in network.contacts()]
    assert "belongs to the team" in toggle_whose(network, ids).sentence
    assert all(each.of_team for each in network.contacts())
    assert "belong to you" in toggle_whose(network, ids).sentence
    assert not any(each.of_team for each in network.contacts())
