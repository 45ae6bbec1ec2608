"""A table that is only declared is stored, examined, told of, undone, merged, exported, imported, proved and announced.

What is declared is the worked example of CONTRIBUTING: gifts that were given to people.
"""

from __future__ import annotations

import json
import os
import re
import sys
from copy import copy
from datetime import date
from pathlib import Path
from textwrap import dedent
from types import ModuleType
from typing import Any

import pytest

import netkeeper
from netkeeper.actions.importing.import_contacts import import_contacts, preview, read_file
from netkeeper.actions.leaving.pack import write_pack
from netkeeper.actions.network.exporting import export, outgoing_of
from netkeeper.actions.network.for_others import left_out, team_share
from netkeeper.actions.people.merging import merge
from netkeeper.domain.errors import CannotUndoError, InvalidValueError
from netkeeper.domain.records import tables
from netkeeper.domain.records.tables import TABLES, Description, Table
from netkeeper.interchange.content import NO_HINTS
from netkeeper.interchange.formats import FORMATS
from netkeeper.interchange.proof import Count
from netkeeper.phrases.document_changes import PropertyChange, Teller
from netkeeper.store.doctor import examine
from netkeeper.store.network import Network
from netkeeper.tui.core.session import people_in
from netkeeper.tui.files.importing.plan_words import brought_in_words
from netkeeper.tui.rooms.history.words import described_changes
from tests.actions.helpers import TODAY, add
from tests.store.helpers import network_at

CONTRIBUTING = Path(__file__).parent.parent / "CONTRIBUTING.md"
RECORD, ROW = (
    "    # netkeeper/domain/records/gifts.py\n",
    "    # netkeeper/domain/records/tables.py, at the end of _ROWS\n",
)


def worked_example() -> tuple[ModuleType, Table]:
    """The module and the row that CONTRIBUTING shows."""
    text = CONTRIBUTING.read_text(encoding="utf-8")
    module, row = re.search(f"{RECORD}(.*?){ROW}(.*?)\n\\S", text, re.DOTALL).groups()  # type: ignore[union-attr]
    gifts = ModuleType("netkeeper.domain.records.gifts")
    sys.modules[gifts.__name__] = gifts
    exec(compile("from __future__ import annotations\n" + dedent(module), "gifts.py", "exec"), vars(gifts))
    del sys.modules[gifts.__name__]
    return gifts, eval(dedent(row).strip().rstrip(","), vars(tables))


GIFTS, TABLE = worked_example()


@pytest.fixture(params=[False, True], ids=["in network.json", "in interactions.json"], autouse=True)
def table(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Table:
    monkeypatch.setattr(os, "fsync", lambda _: None)
    gifts = copy(TABLE)
    gifts.large = request.param
    monkeypatch.setitem(sys.modules, GIFTS.__name__, GIFTS)
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


def give(network: Network, *contact_ids: str, what: str = "a book") -> Any:
    with network.transaction(f"Gave {what}") as draft:
        return draft.put("gifts", GIFTS.Gift("", date(2026, 11, 20), contact_ids, what, "she likes it"))


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
    told = teller.describe("gifts", document, {**document, "what": "flowers"})
    assert (told.about, told.differences) == ("Gift to Anna Virtanen", (PropertyChange("what", "a book", "flowers"),))
    done = next(network.past())
    assert [each.about for each in described_changes(network, done, TODAY)] == ["Gift to Anna Virtanen"]
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
    assert brought_in_words(plan).endswith("2 gifts")
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
    assert [(each.what, each.why) for each in left_out(outgoing, ("notes",)).records["gifts"]] == [("a book", "")]
    (shared,) = team_share(outgoing_of(network, [anna])).records["gifts"]
    assert shared == GIFTS.Gift(gift.id, gift.on, (anna,), "a book", created=gift.created)
    # Unless it says otherwise, a table is private as a whole.
    monkeypatch.setattr(table, "private", None)
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
