"""Tables of interactions: netkeeper's own, and those that people keep by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netkeeper.actions.importing.import_contacts import import_contacts, preview, read_file
from netkeeper.actions.importing.plan import SameName
from netkeeper.actions.network.exporting import export
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.people.contact import Contact
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Hints, Incoming, Outgoing
from netkeeper.interchange.csv import Question, open_table, write_interactions
from netkeeper.interchange.csv.interactions_reader import columns_of, read_if_interactions
from netkeeper.interchange.vcard.own import uid_of
from netkeeper.phrases.import_why import import_why_words
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


def changed(network: Network, contact: Contact, **changes: Any) -> Contact:
    with network.transaction("Changed") as draft:
        return draft.put_contact(replace(contact, **changes))


def add_hard_names(network: Network) -> dict[str, str]:
    """People who can't be told by their names, each with a note of their own; the notes by id."""
    people = [
        add(network, "Pekka", "org:Kone"),
        add(network, "=Evil", "email:evil@one.example"),
        add(network, "Salo, Anna", "org:Valio"),
        add(network, "Matti Virtanen", "email:shared@one.example org:Fazer"),
        add(network, "Matti Virtanen", "email:shared@one.example org:Valio"),
        add(network, "Matti Virtanen", "org:Nokia"),
        changed(network, add(network, "Bo; Bergman"), uid="a;b%3B-of-another-program"),
    ]
    for number, each in enumerate(people):
        log(network, [each.id], f"talked note {number}")
    log(network, [people[3].id, people[5].id], "lunch together")
    return {each.id: f"talked note {number}" for number, each in enumerate(people)}


def test_netkeepers_own_table_finds_its_people_however_they_are_called(network: Network, tmp_path: Path) -> None:
    add_hard_names(network)
    data = export(network, format_name="interactions").data
    seq = network.storage.seq
    bring(network, tmp_path / "a.csv", data)
    assert network.storage.seq == seq


@pytest.mark.parametrize("is_at_once", [True, False])
def test_with_the_table_of_contacts_everybody_has_their_own_history_again(
    network: Network, tmp_path: Path, is_at_once: bool
) -> None:
    add_hard_names(network)
    files = []
    for name in ("csv", "interactions"):
        path = tmp_path / f"{name}.csv"
        path.write_bytes(export(network, format_name=name).data)
        files.append(read_file(str(path), Hints(today=TODAY)))
    other = Network(str(tmp_path / "other"))
    for batch in [files] if is_at_once else [[each] for each in files]:
        import_contacts(other, batch, TODAY)

    def history(of: Network) -> list[tuple[str, str, list[str]]]:
        return sorted(
            (each.name, each.organization, sorted(one.note for one in of.interactions(each.id)))
            for each in of.contacts()
        )

    assert history(other) == history(network)


def test_a_table_by_hand_changes_nothing_of_whom_it_names(network: Network, tmp_path: Path) -> None:
    """It has no columns for an organization or a step, so it can't differ in them."""
    bring(network, tmp_path / "a.csv", BY_HAND)
    (anna,) = [each for each in network.contacts() if each.name == "Anna Virta"]
    changed(network, anna, organization="Valio", title="Buyer")
    plan = preview(network, [read_file(str(tmp_path / "a.csv"), Hints(today=TODAY))])
    assert {import_why_words(item.why) for item in plan.items} == {"here already (same name); nothing new"}


ONE_NAME = table(
    ["Date", "Who", "Note"],
    ["2026-10-03", "Anna Virta", "coffee"],
    ["2026-10-04", "Anna Virta; Pekka", "lunch"],
    ["2026-10-05", "Pekka", "call"],
)


def test_a_name_that_several_have_stays_out_until_somebody_says_whose_it_is(network: Network, tmp_path: Path) -> None:
    valio = add(network, "Anna Virta", "org:Valio")
    add(network, "Anna Virta", "org:Fazer")
    pekka = add(network, "Pekka", "org:Kone")
    log(network, [valio.id])
    count = len(network.interactions())
    incoming = bring(network, tmp_path / "a.csv", ONE_NAME)
    assert network.people_count == 3
    assert [each.note for each in network.interactions(pekka.id)] == ["call"]
    plan = preview(network, [incoming])
    anna = plan.items[0]
    assert (anna.action, anna.is_left_out, anna.is_asked, anna.options) == (
        "skip",
        True,
        True,
        ("skip", "update", "add"),
    )
    assert import_why_words(anna.why).startswith("several are called Anna Virta; an email address")
    assert anna.known is not None and anna.known.id == valio.id  # The one who was met last.
    import_contacts(network, [incoming], TODAY, agreed=preview(network, [incoming], {0: "update"}))
    assert len(network.interactions()) == count + 3 and network.people_count == 3
    assert {"coffee", "lunch"} <= {each.note for each in network.interactions(valio.id)}
    # What was said once holds for the next table of the same columns.
    seq = network.storage.seq
    bring(network, tmp_path / "a.csv", ONE_NAME)
    assert network.storage.seq == seq


@pytest.mark.parametrize(("same_name", "people"), [("sure", 2), ("update", 2), ("add", 3)])
def test_scripts_say_what_becomes_of_a_name_that_several_have(
    network: Network, tmp_path: Path, same_name: SameName, people: int
) -> None:
    add(network, "Anna Virta", "org:Valio")
    add(network, "Anna Virta", "org:Fazer")
    path = tmp_path / "a.csv"
    path.write_bytes(table(["Date", "Who", "Note"], ["2026-10-03", "Anna Virta", "coffee"]))
    incoming = [read_file(str(path), Hints(today=TODAY))]
    import_contacts(network, incoming, TODAY, agreed=preview(network, incoming, same_name=same_name))
    assert network.people_count == people
    assert len(network.interactions()) == (0 if same_name == "sure" else 1)


def test_a_bare_name_beside_two_of_that_name_in_the_file_is_neither(network: Network, tmp_path: Path) -> None:
    data = table(
        ["Date", "Who", "Note"],
        ["2026-10-02", "Anna Virta", "whose?"],
        ["2026-10-03", "Anna Virta <anna@one.example>", "coffee"],
        ["2026-10-04", "Anna Virta <anna@other.example>", "lunch"],
    )
    bring(network, tmp_path / "a.csv", data)
    assert sorted(each.note for each in network.interactions()) == ["coffee", "lunch"]
    assert network.people_count == 2
    one_only = table(
        ["Date", "Who", "Note"],
        ["2026-10-02", "Bo Ek", "talk"],
        ["2026-10-03", "Bo Ek <bo@one.example>", "coffee"],
    )
    bring(network, tmp_path / "b.csv", one_only)
    assert network.people_count == 3
    (bo,) = [each for each in network.contacts() if each.name == "Bo Ek"]
    assert len(network.interactions(bo.id)) == 2


def test_records_of_whom_nothing_new_is_said_go_to_whom_the_name_says(network: Network, tmp_path: Path) -> None:
    """``--same-name update`` of somebody to whom a file adds nothing but what happened."""
    theirs = Network(str(tmp_path / "theirs"))
    log(theirs, [add(theirs, "Anna Virta").id], "coffee")
    path = tmp_path / "a.json"
    path.write_bytes(export(theirs, format_name="json").data)
    add(network, "Anna Virta", "org:Valio")
    add(network, "Anna Virta", "org:Fazer")
    incoming = [read_file(str(path), Hints(today=TODAY))]
    import_contacts(network, incoming, TODAY, agreed=preview(network, incoming, same_name="update"))
    assert network.people_count == 2 and len(network.interactions()) == 1


@given(st.text(min_size=1, max_size=20))
def test_ids_are_such_as_the_store_makes(name: str) -> None:
    data = table(["Date", "Who", "Note"], ["2026-10-03", name, "x"])
    found = read_if_interactions(data, Hints(), None)
    assert found is not None
    people = [each.contact.id for each in found.reading.contacts]
    for number in (*people, *(each.id for each in found.interactions)):
        assert len(number) == 15 and number[0] != "0"
        assert uid_of(Contact(number, "Anna"))


@pytest.mark.parametrize(
    ("rows", "is_one"),
    [
        (["Name,Date,Type", "Anna,2026-10-03,Customer", "Bo,2026-10-04,Lead"], False),
        (["Name,Date,Type", "Anna,2026-10-03,call", "Bo,2026-10-04,kahvi"], True),
        (["Name,Date,Notes", "Anna,2026-10-03,met at the fair", "Bo,2026-10-04,"], False),
        (["Name,Date,Notes", "Anna,2026-10-03,met at the fair", "Anna,2026-10-04,lunch"], True),
        (["Who,Date,Notes", "Anna,2026-10-03,met at the fair", "Bo,2026-10-04,"], True),
        (["Name,Date,Notes,Feeling", "Anna,2026-10-03,met at the fair,4"], True),
    ],
)
def test_in_doubt_it_is_a_table_of_contacts(rows: list[str], is_one: bool) -> None:
    assert (columns_of(open_table("\n".join(rows).encode())) is not None) is is_one


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
