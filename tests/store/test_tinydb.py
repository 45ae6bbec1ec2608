"""TinyDB's own calls work on a network's folder; each is one change that undo takes back, and no slip gets in."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, MutableMapping
from datetime import date
from typing import Any

import pytest
from tinydb import TinyDB, where
from tinydb.operations import delete
from tinydb.table import Document

import netkeeper
from netkeeper.domain.errors import BusyError, DamagedError, InvalidValueError, NewerFormatError
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.store import contact_summaries, history
from netkeeper.store.database import Database
from netkeeper.store.snapshot import SnapshotStorage
from tests.store.dying import watched
from tests.store.helpers import network_at, on_disk, plain, storage_at

ANNA, BO = 100000000000001, 100000000000002
TODAY = date(2026, 11, 23)


@pytest.fixture
def db(folder: str) -> Iterator[Database]:
    """A network with two people, two interactions and a follow-up."""
    with netkeeper.database(folder) as db:
        fill(db)
        yield db


def fill(db: Database) -> None:
    with db.step("Began"):
        people = db.table("contacts")
        people.insert(Document({"name": "Anna", "step": "potential", "fields": ["food"]}, doc_id=ANNA))
        people.insert(Document({"name": "Bo", "step": "regular", "via": str(ANNA)}, doc_id=BO))
        happened = db.table("interactions")
        happened.insert(Document({"on": "2026-11-02", "contact_ids": [str(ANNA)], "kind": "meeting"}, doc_id=1))
        happened.insert(Document({"on": "2026-11-20", "contact_ids": [str(ANNA)], "kind": "call"}, doc_id=2))
        db.table("followups").insert({"contact_id": str(BO), "due_on": "2026-12-01", "status": "open"})


CALLS: dict[str, Callable[[Database], object]] = {
    "insert": lambda db: db.table("contacts").insert({"name": "Cai"}),
    "insert with an id": lambda db: db.table("contacts").insert(Document({"name": "Cai"}, doc_id=7)),
    "insert several": lambda db: db.table("contacts").insert_multiple([{"name": "Cai"}, {"name": "Dan"}]),
    "update some": lambda db: db.table("contacts").update({"name": "Eva"}, where("name") == "Anna"),
    "update all in place": lambda db: db.table("contacts").update(lambda document: document.update(met="at Slush")),
    "update several ways": lambda db: db.table("contacts").update_multiple(
        [({"title": "CEO"}, where("name") == "Anna"), (delete("via"), where("name") == "Bo")]
    ),
    "update by id": lambda db: db.table("interactions").update({"note": "x"}, doc_ids=[2, 99]),
    "update deep inside": lambda db: db.table("contacts").update(lambda doc: doc.setdefault("fields", []).append("b")),
    "upsert one that is there": lambda db: db.table("contacts").upsert(
        {"name": "Bo", "title": "CTO"}, where("name") == "Bo"
    ),
    "upsert one that isn't": lambda db: db.table("contacts").upsert({"name": "Cai"}, where("name") == "Cai"),
    "remove": lambda db: db.table("interactions").remove(where("kind") == "call"),
    "remove by id": lambda db: db.table("interactions").remove(doc_ids=[1]),
    "truncate": lambda db: db.table("followups").truncate(),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_writing_call_is_one_change_that_lasts_and_can_be_taken_back(
    folder: str, db: Database, call: Callable[[Database], object]
) -> None:
    storage = db.journaled
    before, count = on_disk(folder), storage.seq
    with watched() as disk:
        call(db)
    after = on_disk(folder)
    assert storage.seq == count + 1
    assert disk.names().count("fsync") == 1
    assert after != before
    assert plain(storage) == after
    assert next(history.past(storage)).what.endswith("by a script")
    storage.compact()
    assert on_disk(folder) == after
    history.undo(storage_at(folder))
    assert on_disk(folder) == before


def test_a_step_makes_one_change_of_many_and_sees_what_it_wrote(folder: str, db: Database) -> None:
    before, count = on_disk(folder), db.journaled.seq
    with db.step("Tagged the fair"):
        db.table("contacts").update({"met": "at the fair"})
        assert {each["met"] for each in db.table("contacts")} == {"at the fair"}
        cai = db.table("contacts").insert({"name": "Cai"})
        db.table("followups").insert({"contact_id": str(cai), "due_on": "2026-12-02", "status": "open"})
        assert on_disk(folder) == before
    assert db.journaled.seq == count + 1
    assert next(history.past(db.journaled)).what == "Tagged the fair"
    history.undo(storage_at(folder))
    assert on_disk(folder) == before


def test_a_step_that_fails_changes_nothing(folder: str, db: Database) -> None:
    before = on_disk(folder)
    with pytest.raises(ZeroDivisionError), db.step("Half of it"):
        db.table("contacts").update({"met": "at the fair"})
        raise ZeroDivisionError
    assert plain(db.journaled) == on_disk(folder) == before
    db.table("contacts").update({"met": "elsewhere"})
    assert {each["met"] for each in db.table("contacts")} == {"elsewhere"}


def test_searching_sees_what_other_processes_wrote(folder: str, db: Database) -> None:
    contacts = db.table("contacts")
    assert contacts.search(where("name") == "Cai") == []
    with netkeeper.database(folder) as other:
        other.table("contacts").insert(Document({"name": "Cai"}, doc_id=3))
    assert [each["name"] for each in contacts.search(where("name") == "Cai")] == ["Cai"]
    assert contacts.contains(where("fields").any(["food"]))
    assert len(contacts) == 3
    assert [document.doc_id for document in contacts] == [ANNA, BO, 3]


def test_what_is_read_is_a_copy(db: Database) -> None:
    (anna,) = db.table("contacts").search(where("name") == "Anna")
    anna["fields"].append("boats")
    assert db.table("contacts").get(doc_id=ANNA)["fields"] == ["food"]  # type: ignore[index]


NO_RECORDS: dict[str, tuple[str, dict[str, Any]]] = {
    "no name": ("contacts", {"title": "CEO"}),
    "no such step": ("contacts", {"name": "Cai", "step": "boss"}),
    "a slip in a property's name": ("contacts", {"name": "Cai", "organisation": "Valio"}),
    "a number for a text": ("contacts", {"name": 7}),
    "no day": ("interactions", {"on": "yesterday", "contact_ids": [str(ANNA)], "kind": "call"}),
    "no such day": ("interactions", {"on": "2026-02-30", "contact_ids": [str(ANNA)], "kind": "call"}),
    "no such kind": ("interactions", {"on": "2026-11-02", "contact_ids": [str(ANNA)], "kind": "dance"}),
    "with nobody": ("interactions", {"on": "2026-11-02", "contact_ids": [], "kind": "call"}),
    "with somebody who isn't there": ("interactions", {"on": "2026-11-02", "contact_ids": ["9"], "kind": "call"}),
    "to somebody who isn't there": ("followups", {"contact_id": "9", "due_on": "2026-12-01", "status": "open"}),
    "introduced by somebody who isn't there": ("contacts", {"name": "Cai", "via": "100000000000009"}),
    "a second member": ("member", {"name": "Cai"}),
    "what json can't hold": ("contacts", {"name": "Cai", "fields": {1, 2}}),
}


@pytest.mark.parametrize(("table", "document"), NO_RECORDS.values(), ids=NO_RECORDS)
def test_what_is_no_valid_record_is_refused_and_nothing_written(
    folder: str, db: Database, table: str, document: dict[str, Any]
) -> None:
    before = on_disk(folder)
    with pytest.raises(InvalidValueError):
        db.table(table).insert(document)
    with pytest.raises(InvalidValueError), db.step("All or nothing"):
        db.table("contacts").insert({"name": "Dan"})
        db.table(table).insert(document)
    assert plain(db.journaled) == on_disk(folder) == before


def test_what_netkeeper_writes_by_itself_is_only_read(folder: str, db: Database) -> None:
    before = on_disk(folder)
    with pytest.raises(InvalidValueError, match="by itself"):
        db.table("diary").insert(Document({"pace": 3}, doc_id=20261101))
    assert db.table("diary").all() == []
    assert on_disk(folder) == before


def test_a_refused_call_leaves_nothing_in_the_step_it_was_in(db: Database) -> None:
    with db.step("With a slip"):
        with pytest.raises(InvalidValueError):
            db.table("contacts").insert_multiple([{"name": "Cai"}, {"name": ""}])
        db.table("contacts").insert({"name": "Dan"})
    assert [each["name"] for each in db.table("contacts")] == ["Anna", "Bo", "Dan"]


def test_a_writing_call_that_fails_changes_nothing(folder: str, db: Database) -> None:
    before = on_disk(folder)

    def fail(document: MutableMapping[str, object]) -> None:
        document["name"] = "half"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        db.table("contacts").update(fail)
    with pytest.raises(ValueError, match="already exists"):
        db.table("contacts").insert(Document({"name": "Again"}, doc_id=ANNA))
    assert plain(db.journaled) == on_disk(folder) == before


def test_a_new_step_is_a_move_on_the_ladder_and_the_other_way_round(folder: str, db: Database) -> None:
    contacts = db.table("contacts")
    contacts.update({"step": "customer"}, doc_ids=[ANNA])
    anna = network_at(folder).contact(str(ANNA))
    assert (anna.step, anna.ladder[-1]) == (Step.CUSTOMER, StepChange(TODAY, Step.CUSTOMER))
    contacts.update(lambda each: each["ladder"].append({"on": "2026-11-20", "step": "regular"}), doc_ids=[ANNA])
    anna = network_at(folder).contact(str(ANNA))
    assert (anna.step, anna.ladder[-1].on) == (Step.REGULAR, date(2026, 11, 20))
    cai = contacts.insert({"name": "Cai", "ladder": [{"on": "2026-11-01", "step": "customer"}]})
    assert network_at(folder).contact(str(cai)).step is Step.CUSTOMER


def test_interactions_bring_the_days_of_their_people_up(folder: str, db: Database) -> None:
    anna = network_at(folder).contact(str(ANNA))
    assert (anna.first_on, anna.last_on) == (date(2026, 11, 2), date(2026, 11, 20))
    db.table("interactions").remove(doc_ids=[2])
    assert network_at(folder).contact(str(ANNA)).last_on == date(2026, 11, 2)
    db.table("interactions").update({"contact_ids": [str(BO)]}, doc_ids=[1])
    assert network_at(folder).contact(str(ANNA)).last_on is None
    assert network_at(folder).contact(str(BO)).last_on == date(2026, 11, 2)


def test_somebody_whom_something_names_can_only_be_removed_with_it(folder: str, db: Database) -> None:
    before = on_disk(folder)
    with pytest.raises(InvalidValueError, match=f"no contact {ANNA}"):
        db.table("contacts").remove(doc_ids=[ANNA])
    assert on_disk(folder) == before
    with db.step("Took Anna out"):
        db.table("contacts").remove(doc_ids=[ANNA])
        db.table("interactions").truncate()
        db.table("contacts").update(delete("via"), where("via") == str(ANNA))
    assert [each["name"] for each in db.table("contacts")] == ["Bo"]


def test_what_named_a_missing_person_before_can_still_be_changed(db: Database) -> None:
    with db.journaled.transaction("Mended by hand") as draft:
        draft.put("followups", "7", {"contact_id": "9", "due_on": "2026-12-01", "status": "open"})
    db.table("followups").update({"what": "call"}, doc_ids=[7])
    cai = db.table("contacts").insert({"name": "Cai"})
    db.table("contacts").remove(doc_ids=[cai])
    assert len(db.table("contacts")) == 2


def test_what_is_kept_beside_somebody_goes_with_them(folder: str, db: Database) -> None:
    cai = str(db.table("contacts").insert({"name": "Cai"}))
    with db.network.transaction("Kept") as draft:
        draft.put_kept(cai, ("X-SKYPE:cai",))
    db.table("member").upsert(Document({"apart": [[str(ANNA), cai]]}, doc_id=1))
    db.table("contacts").remove(doc_ids=[int(cai)])
    assert network_at(folder).kept_lines(cai) == ()
    assert network_at(folder).member.apart == frozenset()


@pytest.mark.parametrize("call", [lambda db: db.drop_tables(), lambda db: db.drop_table("contacts")])
def test_tables_are_not_dropped(db: Database, call: Callable[[Database], object]) -> None:
    with pytest.raises(InvalidValueError, match="truncate"):
        call(db)


@pytest.mark.parametrize("name", ["meta", "drawings", "offers"])
def test_there_are_no_other_tables(db: Database, name: str) -> None:
    with pytest.raises(InvalidValueError, match="There is no table"):
        db.table(name)
    with pytest.raises(InvalidValueError, match="There is no table"):
        db.insert({"name": "Cai"})


def test_stock_tables_work_on_one_file_of_a_network(folder: str, db: Database) -> None:
    db.journaled.compact()
    with TinyDB(os.path.join(folder, "network.json"), storage=SnapshotStorage) as stock:
        assert stock.table("contacts").count(where("name") == "Bo") == 1


def test_reading_a_table_loads_no_other(folder: str, db: Database) -> None:
    db.journaled.compact()
    with netkeeper.database(folder) as again:
        again.table("contacts").all()
        again.table("contacts").insert({"name": "Cai"})
        assert not again.journaled.is_loaded("interactions")
        assert len(again.table("interactions")) == 2


def test_what_a_newer_netkeeper_wrote_of_somebody_stays(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(contact_summaries, "_MANY", 0)
    with netkeeper.database(folder) as db:
        anna = db.table("contacts").insert({"name": "Anna"})
        with db.journaled.transaction("From the future") as draft:
            document = db.journaled.table("contacts")[str(anna)]
            draft.put("contacts", str(anna), {**document, "unknown": 1})
        db.table("contacts").update({"archived": True})
        db.network.close()
    network = network_at(folder)
    assert network.contact_summaries() == []
    assert network.contacts()[0].archived
    assert network.storage.table("contacts")[str(anna)]["unknown"] == 1


def test_the_folder_is_found_as_the_command_line_finds_it(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETKEEPER_DATA", folder)
    with netkeeper.database() as db:
        db.table("contacts").insert({"name": "Anna"})
    assert [name for _, name in network_at(folder).names()] == ["Anna"]


def test_a_network_that_cannot_be_read_says_the_same_as_a_command(folder: str, db: Database) -> None:
    path = os.path.join(folder, "network.json")
    with open(path, "rb") as file:
        whole = file.read()
    with open(path, "wb") as file:
        file.write(whole.replace(b"Began", b"").replace(b'"crc32": "', b'"crc32": "0', 1))
    with pytest.raises(DamagedError, match="netkeeper doctor"):
        netkeeper.database(folder)
    with open(path, "wb") as file:
        file.write(whole.replace(b'"format": 1', b'"format": 9', 1))
    with pytest.raises(NewerFormatError):
        netkeeper.database(folder)


def test_a_network_that_another_process_keeps_locked_says_so(
    folder: str, db: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> None:
        raise BusyError("Another process is writing.")

    monkeypatch.setattr("netkeeper.store.storage.locked", busy)
    with pytest.raises(BusyError):
        db.table("contacts").insert({"name": "Cai"})


def test_importing_netkeeper_loads_no_database() -> None:
    code = "import netkeeper, sys, json; print(json.dumps(sorted(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"tinydb", "netkeeper.store", "netkeeper.actions"} & set(json.loads(run.stdout))
    with pytest.raises(AttributeError):
        _ = netkeeper.data_base
