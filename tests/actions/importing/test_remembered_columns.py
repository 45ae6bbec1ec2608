"""What columns of tables are need be said once."""

from __future__ import annotations

from pathlib import Path

from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.actions.importing.planner import state_of
from netkeeper.interchange.cards import ParsedFile
from netkeeper.interchange.content import Hints
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY
from tests.interchange.tables import table

FIRST = table(["Kuka hän on", "Talo", "Väri"], ["Anna Virta", "Valio", "red"])


def bring(network: Network, path: Path, data: bytes, *columns: str) -> ParsedFile:
    path.write_bytes(data)
    incoming = read_file(str(path), Hints(columns=columns, today=TODAY, remembered=network.member.columns))
    import_contacts(network, [incoming], TODAY)
    return incoming.reading


def test_what_was_said_of_a_column_holds_for_the_next_table(network: Network, tmp_path: Path) -> None:
    first = bring(network, tmp_path / "a.csv", FIRST, "Kuka hän on=name", "2=organization")
    assert (first.chosen, first.remembered) == ({"Kuka hän on": "name", "Talo": "organization"}, {})
    assert network.member.columns == {"kuka han on": "name", "talo": "organization"}
    again = table(["TALO", "kuka hän on", "Email"], ["Fazer", "Bo Berg", "bo@one.example"])
    second = bring(network, tmp_path / "b.csv", again)
    assert second.remembered == {"TALO": "organization", "kuka hän on": "name"}
    assert {(each.name, each.organization) for each in network.contacts()} == {
        ("Anna Virta", "Valio"),
        ("Bo Berg", "Fazer"),
    }


def test_saying_otherwise_changes_it(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path / "a.csv", FIRST, "Kuka hän on=name", "Talo=organization")
    third = table(["Kuka hän on", "Talo"], ["Cia Chen", "food"])
    read = bring(network, tmp_path / "c.csv", third, "Talo=field")
    assert read.remembered == {"Kuka hän on": "name"}
    assert network.member.columns == {"kuka han on": "name", "talo": "field"}
    assert [each.fields for each in network.contacts() if each.name == "Cia Chen"] == [("food",)]


def test_it_goes_back_with_the_import_and_other_tables_are_read_as_ever(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path / "a.csv", FIRST, "Kuka hän on=name", "Talo=organization")
    other = bring(network, tmp_path / "d.csv", table(["Name", "Company"], ["Dan", "SGS"]))
    assert (other.chosen, other.remembered) == ({}, {})
    network.undo()
    network.undo()
    assert network.member.columns == {}


def test_columns_by_number_of_a_table_without_headers_are_not_remembered(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path / "a.csv", FIRST, "Kuka hän on=name", "Talo=organization")
    bare = table(["Eva Ek", "040 555 0101"], ["Finn Fors", "040 555 0102"])
    read = bring(network, tmp_path / "e.csv", bare, "1=name", "2=phone")
    assert read.chosen == {}
    assert network.people_count == 3


def test_what_was_said_of_a_table_that_brings_nothing_new_is_remembered_too(network: Network, tmp_path: Path) -> None:
    bring(network, tmp_path / "a.csv", table(["Name", "Company"], ["Anna Virta", "Valio"]))
    before = network.contacts()
    bring(network, tmp_path / "b.csv", FIRST, "Kuka hän on=name", "Talo=organization", "Väri=ignore")
    assert network.contacts() == before
    assert network.member.columns == {"kuka han on": "name", "talo": "organization", "vari": "ignore"}
    state = state_of(network)
    bring(network, tmp_path / "b.csv", FIRST, "Kuka hän on=name", "Talo=organization", "Väri=ignore")
    assert state_of(network) == state
