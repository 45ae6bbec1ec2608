"""A table that is only declared is stored, examined, told of, undone, merged, exported, imported, proved and announced.

This is the worked example of CONTRIBUTING: gifts that were given to people.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import netkeeper
from netkeeper.actions.exporting import export, left_out, outgoing_of
from netkeeper.actions.importing import import_contacts, preview, read_file
from netkeeper.actions.merging import merge
from netkeeper.actions.pack import team_share, write_pack
from netkeeper.domain.differences import Difference, Teller
from netkeeper.domain.errors import CannotUndoError, InvalidValueError
from netkeeper.domain.records.shapes import check_record
from netkeeper.domain.records.tables import TABLES, Description, Reference, Table
from netkeeper.domain.records.values import Fields, day_of, filled
from netkeeper.interchange.content import NO_HINTS
from netkeeper.interchange.formats import FORMATS
from netkeeper.interchange.proof import Count
from netkeeper.store.doctor import examine
from netkeeper.store.network import Network
from netkeeper.tui.history_words import told_of
from netkeeper.tui.plan_words import brings
from netkeeper.tui.session import people_in
from tests.actions.helpers import TODAY, add
from tests.store.helpers import network_at


# The worked example begins here.
@dataclass(frozen=True, slots=True)
class Gift:
    """Something that was given to somebody."""

    id: str
    on: date
    contact_ids: tuple[str, ...]
    what: str = ""
    euros: int | None = None
    created: str = ""


def gift_document(gift: Gift) -> Fields:
    return filled(
        on=gift.on.isoformat(),
        contact_ids=list(gift.contact_ids),
        what=gift.what,
        euros=gift.euros,
        created=gift.created,
    )


def gift_from(number: str, document: Fields) -> Gift:
    get = document.get
    people = tuple(document["contact_ids"])
    return Gift(number, day_of(document["on"]), people, get("what", ""), get("euros"), get("created", ""))


def check_gift(item: Any) -> None:
    check_record(item, "gift", days=("on",), texts=("what", "created"), people=("contact_ids",))


def gifts_table(*, large: bool) -> Table:
    return Table(
        "gifts",
        "gift",
        gift_from,
        gift_document,
        check_gift,
        (Reference("contact_ids", "gift"),),
        describe=Description(
            lambda teller, document: f"Gift to {teller.names(document.get('contact_ids', []))}",
            {"on": "day", "what": "what", "euros": "euros"},
            words={"on": lambda teller, value: teller.day(value)},
        ),
        private={"notes": ("what",), "feelings": ("euros",)},
        large=large,
        order=("on", "created"),
        exchanged=True,
    )


# The worked example ends here.


@pytest.fixture(params=[False, True], ids=["in network.json", "in interactions.json"], autouse=True)
def table(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    gifts = gifts_table(large=request.param)
    monkeypatch.setitem(TABLES, "gifts", gifts)
    return gifts


@pytest.fixture
def network(folder: str) -> Network:
    network = network_at(folder)
    add(network, "Anna Virtanen", "whose:team")
    add(network, "Bo Ek")
    return network


def ids(network: Network) -> tuple[str, str]:
    """The ids of Anna and Bo."""
    by_name = {name: number for number, name in network.names()}
    return by_name["Anna Virtanen"], by_name["Bo Ek"]


def give(network: Network, *contact_ids: str, what: str = "a book") -> Gift:
    with network.transaction(f"Gave {what}") as draft:
        gift: Gift = draft.put("gifts", Gift("", date(2026, 11, 20), contact_ids, what, 20))
        return gift


def notes(folder: str) -> list[str]:
    return [finding.text for finding in examine(folder) if finding.level != "good"]


def test_it_is_stored_in_its_file_and_read_back(network: Network, table: Table, folder: str) -> None:
    anna, bo = ids(network)
    gift = give(network, anna)
    network.close()
    name = "interactions.json" if table.large else "network.json"
    assert json.loads((Path(folder) / name).read_bytes())["gifts"].keys() == {gift.id}
    again = network_at(folder)
    assert again.records("gifts") == [gift]
    assert again.records("gifts", {bo}) == []
    assert [number for number, _ in again.documents("gifts", anna)] == [gift.id]


def test_a_network_from_before_it_opens(folder: str, monkeypatch: pytest.MonkeyPatch, table: Table) -> None:
    monkeypatch.delitem(TABLES, "gifts")
    older = network_at(folder)
    anna = add(older, "Anna Virtanen").id
    older.close()
    monkeypatch.setitem(TABLES, "gifts", table)
    network = network_at(folder)
    gift = give(network, anna)
    network.close()
    assert network_at(folder).records("gifts") == [gift]


def test_the_doctor_counts_it_and_finds_what_is_wrong_with_it(network: Network, folder: str) -> None:
    anna, _ = ids(network)
    give(network, anna)
    assert notes(folder) == ["There is no good backup yet; netkeeper backup makes one."]
    assert any("1 gift" in finding.text for finding in examine(folder))
    with network.storage.transaction("Broke it") as draft:
        draft.put("gifts", "7", {"on": "some day", "contact_ids": [anna]})
        draft.put("gifts", "8", {"on": "2026-11-20", "contact_ids": ["999"]})
    said = notes(folder)
    assert "1 entry of gifts can't be read: 7." in said
    assert any(text.startswith("1 gift with somebody who isn't there any more: 8.") for text in said)


def test_history_tells_of_it_and_undo_takes_it_back(network: Network) -> None:
    anna, _ = ids(network)
    gift = give(network, anna)
    teller = Teller(TODAY, lambda number: network.contact(number).name)
    document = network.storage.table("gifts")[gift.id]
    told = teller.told("gifts", document, {**document, "what": "flowers"})
    assert (told.about, told.differences) == ("Gift to Anna Virtanen", (Difference("what", "a book", "flowers"),))
    done = next(network.past())
    assert [each.about for each in told_of(network, done, TODAY)] == ["Gift to Anna Virtanen"]
    assert people_in(done) == {anna}
    network.undo()
    assert network.records("gifts") == []


def test_adding_somebody_is_not_undone_while_it_names_them(network: Network, table: Table) -> None:
    add(network, "Cai")
    added = next(network.past()).seq
    cai = next(number for number, name in network.names() if name == "Cai")
    give(network, cai)
    if not table.large:
        with pytest.raises(CannotUndoError):
            network.undo(added)


def test_a_merge_points_it_to_the_one_who_stays(network: Network) -> None:
    anna, bo = ids(network)
    gifts = give(network, anna, bo), give(network, bo)
    merge(network, anna, bo)
    assert {gift.id: gift.contact_ids for gift in network.records("gifts")} == {gift.id: (anna,) for gift in gifts}
    network.undo()
    assert network.records("gifts") == sorted(gifts, key=lambda gift: gift.id)


def test_export_and_import_bring_it_along(network: Network, tmp_path: Path) -> None:
    anna, bo = ids(network)
    gift, other = give(network, anna), give(network, bo, what="flowers")
    path = tmp_path / "network.json"
    path.write_bytes(export(network, format_name="json").data)
    incoming = [read_file(str(path))]
    assert incoming[0].records["gifts"] == tuple(sorted((gift, other), key=lambda each: each.id))
    elsewhere = network_at(str(tmp_path / "elsewhere"))
    # Anna is there already, under an id of her own there.
    here = add(elsewhere, "Anna Virtanen", "email:anna@valio.example")
    plan = preview(elsewhere, incoming)
    assert plan.records["gifts"] == 2
    assert brings(plan).endswith("2 gifts")
    import_contacts(elsewhere, incoming, TODAY)
    brought = {each.id: each for each in elsewhere.records("gifts")}
    assert brought[other.id] == other
    assert brought[gift.id].contact_ids[0] in (anna, here.id)
    assert preview(elsewhere, incoming).records["gifts"] == 0
    assert outgoing_of(network, [anna]).records["gifts"] == (gift,)


def test_what_is_out_of_shape_or_with_nobody_is_skipped_with_a_reason(network: Network) -> None:
    anna, _ = ids(network)
    give(network, anna)
    whole = json.loads(export(network, format_name="json").data)
    whole["gifts"] += [
        {**whole["gifts"][0], "id": "5", "on": 7},
        {**whole["gifts"][0], "id": "6", "contact_ids": ["9"]},
    ]
    reader = FORMATS["json"].read
    assert reader is not None
    incoming = reader(json.dumps(whole).encode(), NO_HINTS, None)
    assert len(incoming.records["gifts"]) == 1
    assert len(incoming.reading.skipped) == 2


def test_the_pack_proves_it(network: Network, tmp_path: Path) -> None:
    anna, _ = ids(network)
    give(network, anna)
    made = write_pack(network, str(tmp_path / "pack"))
    counts = next(file.counts for file in made.files if file.file.format == "json")
    assert Count("gifts", 1, 1) in counts


def test_what_is_private_of_it_stays_here(network: Network, table: Table, monkeypatch: pytest.MonkeyPatch) -> None:
    anna, bo = ids(network)
    gift = give(network, anna, bo)
    outgoing = outgoing_of(network)
    assert [(each.what, each.euros) for each in left_out(outgoing, ("notes",)).records["gifts"]] == [("", 20)]
    (shared,) = team_share(outgoing_of(network, [anna])).records["gifts"]
    assert shared == Gift(gift.id, gift.on, (anna,), created=gift.created)
    # Unless it says otherwise, a table is private as a whole.
    monkeypatch.setitem(TABLES, "gifts", table._replace(private=None))
    assert left_out(outgoing, ("notes",)).records["gifts"] == ()


def test_a_script_reads_and_writes_it(network: Network, folder: str) -> None:
    anna, _ = ids(network)
    with netkeeper.database(folder) as db:
        db.table("gifts").insert({"on": "2026-11-20", "contact_ids": [anna], "what": "tea"})
        with pytest.raises(InvalidValueError):
            db.table("gifts").insert({"on": "2026-11-20", "contact_ids": ["999"]})
        assert [each["what"] for each in db.table("gifts")] == ["tea"]


@pytest.mark.parametrize("name", [each.name for each in TABLES.values()])
def test_every_function_that_a_table_names_is_there(name: str) -> None:
    for part in ("decode", "encode", "check", "join"):
        found = TABLES[name].part(part)
        assert found is None or callable(found)
    assert isinstance(TABLES[name].part("describe"), Description | None)
