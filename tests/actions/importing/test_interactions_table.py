"""Tables of interactions: netkeeper's own, and those that people keep by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.actions.importing.import_contacts import import_contacts, read_file
from netkeeper.actions.network.exporting import export
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.people.contact import Contact
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Hints, Incoming, Outgoing
from netkeeper.interchange.csv import Question, open_table, write_interactions
from netkeeper.interchange.csv.interactions_reader import columns_of, read_if_interactions
from netkeeper.store.network import Network
from tests.actions.helpers import TODAY, add, log
from tests.interchange.tables import table

BY_HAND = table(
    ["Päivä", "Kuka", "Tapa", "Muistiinpano", "Fiilis"],
    ["3.10.2026", "Anna Virta", "kahvi", "työpajasta", "4"],
    ["4.10.2026", "Virta, Anna", "puhelu", "sovittiin", "ihana"],
    ["5.10.2026", "Anna Virta; Pekka Salo", "messut", "", ""],
    ["6.10.2026", "Liisa Kallio, Markku Ylönen", "telepatia", "", ""],
    ["1.1.2027", "Anna Virta", "puhelu", "", ""],
    ["", "Anna Virta", "puhelu", "", ""],
    ["7.10.2026", "", "puhelu", "orpo", ""],
)


def bring(network: Network, path: Path, data: bytes) -> Incoming:
    path.write_bytes(data)
    incoming = read_file(str(path), Hints(today=TODAY))
    import_contacts(network, [incoming], TODAY)
    return incoming


def told(network: Network) -> list[tuple[str, list[str], Kind, str, int | None]]:
    return [
        (
            str(each.on),
            sorted(network.contact(one).name for one in each.contact_ids),
            each.kind,
            each.note,
            each.feeling,
        )
        for each in reversed(network.interactions())
    ]


def test_a_table_by_hand_comes_in_once(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virta", "org:Valio")
    incoming = bring(network, tmp_path / "a.csv", BY_HAND)
    assert told(network) == [
        ("2026-10-03", ["Anna Virta"], Kind.MEETING, "työpajasta", 4),
        ("2026-10-04", ["Anna Virta"], Kind.CALL, "sovittiin\nihana", None),
        ("2026-10-05", ["Anna Virta", "Pekka Salo"], Kind.EVENT, "", None),
        ("2026-10-06", ["Liisa Kallio", "Markku Ylönen"], Kind.OTHER, "telepatia", None),
    ]
    assert [each.line for each in incoming.reading.skipped] == [6, 7, 8]
    assert network.contact(anna.id).last_on == date(2026, 10, 5)
    assert network.people_count == 4
    seq = network.storage.seq
    bring(network, tmp_path / "a.csv", BY_HAND)
    assert network.storage.seq == seq
    bring(network, tmp_path / "a.csv", BY_HAND + b"8.10.2026,Anna Virta,kahvi,,\r\n")
    assert len(network.interactions()) == 5 and network.people_count == 4


def test_what_is_known_does_not_come_in_from_a_table_of_it(network: Network, tmp_path: Path) -> None:
    anna = add(network, "Anna Virta", "email:anna@one.example")
    add(network, "Anna Virta", "email:other@one.example")
    log(network, [anna.id], "coffee feel:4")
    log(network, [anna.id], "coffee feel:4")
    data = export(network, format_name="interactions").data
    assert b"Anna Virta <anna@one.example>" in data
    seq = network.storage.seq
    bring(network, tmp_path / "a.csv", data)
    assert network.storage.seq == seq


@pytest.mark.parametrize(
    ("header", "is_one"),
    [
        ("date,who,kind,note,feeling,signals", True),
        ("When,With,What", True),
        ("Datum,Wer,Notiz", True),
        ("Date,Name", False),
        ("Date,Name,Note,Email", False),
        ("Name,Note,Type", False),
        ("Date,Date,Name,Note", False),
    ],
)
def test_a_table_of_interactions_has_no_other_columns(header: str, is_one: bool) -> None:
    data = f"{header}\n".encode() + b"2026-10-03,Anna,x,y,z,w\n"
    assert (columns_of(open_table(data)) is not None) is is_one


def test_a_day_in_doubt_is_asked_about() -> None:
    data = table(["Date", "Who", "Note"], ["6/3/2026", "Anna", "x"])
    with pytest.raises(Question) as asked:
        read_if_interactions(data, Hints(), None)
    assert asked.value.about == "dates"
    found = read_if_interactions(data, Hints(dates="month-first"), None)
    assert found is not None and found.interactions[0].on == date(2026, 6, 3)


@given(
    kind=st.sampled_from(list(Kind)),
    note=st.text(max_size=20),
    feeling=st.none() | st.integers(1, 5),
    signals=st.lists(st.sampled_from(list(Signal)), unique=True, max_size=2),
)
def test_what_netkeeper_writes_is_read(kind: Kind, note: str, feeling: int | None, signals: list[Signal]) -> None:

    anna = Contact("195541349256174", "Anna Virta")
    note = "".join(each for each in note if each.isprintable()).strip()
    written = Interaction("1", date(2026, 10, 3), (anna.id,), kind, note, feeling, tuple(signals))
    data = write_interactions(Outgoing((WriteContact(anna),), {"interactions": (written,)}))
    found = read_if_interactions(data, Hints(), None)
    assert found is not None
    (read,) = found.interactions
    assert (read.on, read.kind, read.note, read.feeling, read.signals) == (
        written.on, kind, note, feeling, tuple(signals),
    )  # fmt: skip
