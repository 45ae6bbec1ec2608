"""The roster says what reading everybody says, whatever changed between, and reads no more than it must."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from netkeeper.actions.people.bulk import archive
from netkeeper.actions.people.lists import listed
from netkeeper.actions.people.people import add, edit
from netkeeper.actions.people.roster import Roster
from netkeeper.actions.promises.promises import follow_up
from netkeeper.domain.language.contact_words import contact_changes
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.people.ordering import Order
from netkeeper.domain.search.haystack import TextSource
from netkeeper.domain.search.search import Search, parse_search
from netkeeper.store.network import Network
from tests.actions.helpers import log

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
    assert names(network, ids) == ["anna Virtanen", "Bo Berg", "Cai Chen", "Åsa Lind"]
    assert roster.found(None, reverse=True) == ids[::-1]


@pytest.mark.parametrize(
    "typed", ["", "a", "an", "ann", "field:food", "org:valio -field:design", "via:virtanen", "is:archived", "zzz"]
)
def test_it_finds_whom_a_command_finds(network: Network, typed: str) -> None:
    archive(network, [network.names()[0][0]])
    roster = Roster(network)
    expected = [item.contact.id for item in listed(network, search(typed) if typed else None, best_first=True)]
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
    assert roster.in_use("name") == ["anna Virtanen", "Cai Chen", "Åsa Lind"]
    assert roster.in_use("email") == ()


def read_notes(roster: Roster) -> None:
    while roster.read_some_notes(2):
        pass


def test_what_was_logged_and_promised_is_found_once_it_is_read(network: Network) -> None:
    bo = next(contact_id for contact_id, name in network.names() if name == "Bo Berg")
    log(network, [bo], "talked about sailing", TODAY)
    follow_up(network, bo, "send the harbour list", date(2026, 12, 7))
    roster = Roster(network)
    roster.count_found(search("x"))
    assert roster.found(search("sailing")) == []
    read_notes(roster)
    for typed in ("sailing", "harbour", "sail harb", "berg sail"):
        assert roster.found(search(typed)) == [bo], typed
        assert [item.contact.id for item in listed(network, search(typed))] == [bo]
    assert roster.found(search("-sailing field:design")) == [
        each.contact.id for each in listed(network, search("-sailing field:design"))
    ]


def test_what_is_logged_later_is_found_too_and_what_was_taken_back_no_more(network: Network) -> None:
    roster = Roster(network)
    read_notes(roster)
    bo, cai = (next(key for key, name in network.names() if name.startswith(each)) for each in ("Bo", "Cai"))
    log(network, [bo, cai], "talked about sailing", TODAY)
    Network(network.folder).undo()
    log(Network(network.folder), [cai], "a sauna", TODAY)
    network.refresh()
    roster.catch_up()
    assert roster.found(search("sailing")) == []
    assert roster.found(search("sauna")) == [cai]
    network.close()
    log(network, [bo], "sauna again", TODAY)
    roster.catch_up()
    read_notes(roster)
    assert set(roster.found(search("sauna"))) == {bo, cai}


def test_a_network_that_was_replaced_is_read_anew(network: Network) -> None:
    roster = Roster(network)
    read_notes(roster)
    other = Network(network.folder)
    bo = next(contact_id for contact_id, name in network.names() if name == "Bo Berg")
    log(other, [bo], "talked about sailing", TODAY)
    other.close()
    network.refresh()
    roster.catch_up()
    read_notes(roster)
    assert roster.found(search("sailing")) == [bo]


@pytest.mark.parametrize(
    ("typed", "place", "label", "text"),
    [
        ("anna", None, "", ""),
        ("valio anna", TextSource.ORGANIZATION, "organization", "Valio"),
        ("slush", TextSource.MET, "met", "Slush"),
        ("anna slush", TextSource.MET, "met", "Slush"),
        ("sailing", TextSource.INTERACTIONS, "note 23 Nov", "talked about sailing"),
        ("slush sailing", TextSource.INTERACTIONS, "note 23 Nov", "talked about sailing"),
        ("harbour", TextSource.FOLLOWUPS, "promise 7 Dec", "send the harbour list"),
    ],
)
def test_why_somebody_is_found_is_the_least_obvious_place(
    network: Network, typed: str, place: TextSource | None, label: str, text: str
) -> None:
    anna = next(contact_id for contact_id, name in network.names() if name == "anna Virtanen")
    log(network, [anna], "assailing the market", date(2026, 9, 1))
    log(network, [anna], "talked about sailing", TODAY)
    follow_up(network, anna, "send the harbour list", date(2026, 12, 7))
    roster = Roster(network)
    read_notes(roster)
    why = roster.why(anna, search(typed))
    assert (why and why.place, why.label(TODAY) if why else "", why.text if why else "") == (place, label, text)


def test_reading_some_ends_when_all_are_read(network: Network) -> None:
    roster = Roster(network)
    assert roster.read_some(3) is True
    assert roster.read_some(3) is False
    assert roster.read_some(3) is False
