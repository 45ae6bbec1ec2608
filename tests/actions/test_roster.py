"""The roster says what reading everybody says, whatever changed between, and reads no more than it must."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netkeeper.actions.lists import listed
from netkeeper.actions.people import add, archive, edit
from netkeeper.actions.promises import follow_up
from netkeeper.actions.roster import Roster
from netkeeper.domain.ordering import Order
from netkeeper.domain.search import Search, parse_search
from netkeeper.domain.words import contact_changes, split_text
from netkeeper.store.network import Network

TODAY = date(2026, 11, 23)

PEOPLE = {
    "Åsa Lind": "org:Valio field:food step:customer",
    "anna Virtanen": "org:Valio field:food,design met:Slush",
    "Bo Berg": "org:Fazer field:design email:bo@x.example",
    "Cai  Chen": "via:anna",
}


@pytest.fixture
def network(folder: str) -> Network:
    network = Network(folder)
    for name, words in PEOPLE.items():
        add(network, name, contact_changes(split_text(words), TODAY), TODAY)
    return network


def search(typed: str) -> Search:
    return parse_search(split_text(typed), TODAY)


def names(network: Network, ids: list[str]) -> list[str]:
    return [network.contact(contact_id).name for contact_id in ids]


def test_everybody_by_name_reads_nobody(network: Network, monkeypatch: pytest.MonkeyPatch) -> None:
    roster = Roster(Network(network.folder))
    monkeypatch.setattr(Network, "contact", None)
    assert names(network, []) == []
    ids = roster.found(None)
    monkeypatch.undo()
    assert names(network, ids) == ["anna Virtanen", "Åsa Lind", "Bo Berg", "Cai Chen"]
    assert roster.found(None, turned=True) == ids[::-1]


@pytest.mark.parametrize(
    "typed", ["", "a", "an", "ann", "field:food", "org:valio -field:design", "via:virtanen", "is:archived", "zzz"]
)
def test_it_finds_whom_a_command_finds(network: Network, typed: str) -> None:
    archive(network, [network.names()[0][0]])
    roster = Roster(network)
    expected = [item.contact.id for item in listed(network, search(typed) if typed else None)]
    assert roster.found(search(typed) if typed else None) == expected
    assert roster.count_found(search(typed)) == len(expected)


def test_a_letter_more_or_less_changes_nothing_but_who_fits(network: Network) -> None:
    roster, fresh = Roster(network), Roster(network)
    for typed in ("a", "an", "ann", "an", "a b", "b", "bo field:design", "field:design", "", "-a", "is:archived", "a"):
        for order in (Order.NAME, Order.ORGANIZATION):
            fresh.catch_up()
            assert roster.found(search(typed), order) == fresh.found(search(typed), order), typed


def test_changes_are_seen_after_catching_up(network: Network) -> None:
    roster = Roster(network)
    bo = roster.found(search("bo"))[0]
    edit(network, bo, contact_changes(split_text('name:"Abel Berg" field:games'), TODAY), TODAY)
    follow_up(network, bo, "call", date(2026, 11, 25))
    roster.catch_up()
    assert names(network, roster.found(None))[0] == "Abel Berg"
    assert roster.found(search("field:games due:<7d")) == [bo]
    assert roster.person(bo).next_due == date(2026, 11, 25)
    network.undo()
    roster.catch_up()
    assert roster.found(search("due:<7d")) == []


def test_the_member_s_cadences_and_an_introducer_s_name_count_anew(network: Network) -> None:
    roster = Roster(network)
    cai = roster.found(search("cai"))[0]
    due = roster.person(cai).next_due
    anna = roster.found(search("anna"))[0]
    assert roster.found(search("via:anna")) == [cai]
    edit(network, anna, contact_changes(split_text("name:Ulla"), TODAY), TODAY)
    with network.transaction("Changed") as draft:
        member = network.member
        draft.put_member(replace(member, cadences={step: days + 1 for step, days in member.cadences.items()}))
    roster.catch_up()
    assert roster.found(search("via:anna")) == []
    assert roster.found(search("via:ulla")) == [cai]
    assert due is not None
    assert roster.person(cai).next_due == date.fromordinal(due.toordinal() + 1)


def test_counts_and_values_in_use(network: Network) -> None:
    archive(network, [network.names()[2][0]])
    roster = Roster(network)
    assert (roster.count, roster.archived_count) == (3, 1)
    assert roster.in_use("field") == ["design", "food"]
    assert roster.in_use("org") == ["Valio"]
    assert roster.in_use("met") == ["Slush"]
    assert roster.in_use("name") == ["anna Virtanen", "Åsa Lind", "Cai Chen"]
    assert roster.in_use("email") == ()


def test_reading_some_ends_when_all_are_read(network: Network) -> None:
    roster = Roster(network)
    assert roster.read_some(3) is True
    assert roster.read_some(3) is False
    assert roster.read_some(3) is False
