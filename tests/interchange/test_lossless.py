"""netkeeper's own JSON: for any network that can be made, what comes back is what went out."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netkeeper.actions.importing.import_contacts import import_contacts
from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.source_updates import source_values_of
from netkeeper.interchange import lossless
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.lossless import read_network, write_network
from netkeeper.store.network import Network
from tests import strategies

TODAY = date(2026, 11, 23)


@st.composite
def networks(draw: st.DrawFn) -> Outgoing:
    """Everybody, what happened with them and what is promised to them."""
    people = draw(st.lists(strategies.contacts(), min_size=1, max_size=3, unique_by=lambda contact: contact.id))
    ids = [contact.id for contact in people]
    # Whoever introduced somebody is one of them, or a name.
    people = [replace(each, via=draw(st.sampled_from([*ids, "Somebody Else", ""]))) for each in people]
    some = st.sampled_from(ids)
    kept = st.lists(st.sampled_from(["X-SKYPE:anna", "NICKNAME:Ansku", "X-ODD:\U0001f9d1 a"]), unique=True).map(tuple)
    said = st.dictionaries(st.sampled_from(["vcard", "table First Name"]), st.sampled_from(people), max_size=2)
    cards = [
        WriteContact(
            each, draw(kept), source_values={source: source_values_of([one]) for source, one in draw(said).items()}
        )
        for each in people
    ]
    return Outgoing(
        tuple(cards),
        {
            "interactions": tuple(
                draw(st.lists(strategies.interactions(some), max_size=5, unique_by=lambda item: item.id))
            ),
            "followups": tuple(draw(st.lists(strategies.followups(some), max_size=5, unique_by=lambda item: item.id))),
        },
    )


@given(networks())
def test_what_is_read_is_what_was_written(outgoing: Outgoing) -> None:
    incoming = read_network(write_network(outgoing))
    assert incoming.reading.skipped == ()
    assert [(each.contact, each.unknown_properties, each.source_values) for each in incoming.reading.contacts] == [
        (each.contact, each.unknown_properties, each.source_values) for each in outgoing.cards
    ]
    assert incoming.interactions == outgoing.interactions
    assert incoming.followups == outgoing.followups


@settings(max_examples=30, deadline=None)
@given(networks())
def test_an_empty_network_becomes_the_one_that_was_written(outgoing: Outgoing) -> None:
    def plain(contact: Contact) -> Contact:
        """Without what the network tells by itself: audit times, the first turn, the days that something happened."""
        undated = replace(contact, first_turn_on=None, first_on=None, last_on=None, tried_on=None)
        return replace(undated, created="", updated="", ladder=())

    with TemporaryDirectory() as folder:
        network = Network(folder)
        import_contacts(network, [read_network(write_network(outgoing))], TODAY)
        there = {contact.id: plain(contact) for contact in network.contacts()}
        assert there == {card.contact.id: plain(card.contact) for card in outgoing.cards}
        assert {each.id: each for each in network.interactions()} == {each.id: each for each in outgoing.interactions}
        assert {each.id: each for each in network.followups()} == {each.id: each for each in outgoing.followups}
        for card in outgoing.cards:
            assert network.kept_lines(card.contact.id) == card.unknown_properties
            assert card.source_values.keys() <= network.source_values(card.contact.id).keys()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"said": []}, "said"),
        ({"said": {"vcard": []}}, "said"),
        ({"said": {"vcard": {"title": "CEO"}}}, "title"),
        ({"kept": "X-A:b"}, "kept"),
    ],
)
def test_what_is_out_of_shape_costs_that_contact_alone(changed: dict[str, Any], said: str) -> None:
    whole = json.loads(write_network(Outgoing((WriteContact(Contact("1", "Anna")), WriteContact(Contact("2", "Bo"))))))
    whole["contacts"][0] |= changed
    reading = read_network(json.dumps(whole).encode()).reading
    assert [each.contact.name for each in reading.contacts] == ["Bo"]
    assert said in reading.skipped[0].reason


def test_a_file_of_more_parts_than_a_network_has_is_refused_before_it_is_taken_apart(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(lossless, "_MOST_PARTS", 50)
    with pytest.raises(UnreadableFileError, match="more parts than a network"):
        read_network(b'{"netkeeper": {"format": 1}, "contacts": [' + b"{}," * 60 + b"{}]}")
