"""TinyDB's own calls work on a network's folder, and each is one change that undo takes back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, MutableMapping

import pytest
from tinydb import TinyDB, where
from tinydb.table import Document

from netkeeper.domain.contact import Contact
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.records import contact_document
from netkeeper.store import history, standings
from netkeeper.store.snapshot import SnapshotStorage
from netkeeper.store.storage import JournaledStorage
from netkeeper.store.tables import JournaledDB
from tests.store.dying import watched
from tests.store.helpers import network_at, on_disk, plain, storage_at


@pytest.fixture
def db(folder: str) -> Iterator[JournaledDB]:
    """A database with two documents in each of two tables, one of them a large one."""
    with JournaledDB(folder, storage=JournaledStorage) as db:
        for table in ("contacts", "interactions"):
            db.table(table).insert(Document({"name": "Anna", "tags": ["a"]}, doc_id=1))
            db.table(table).insert(Document({"name": "Bo"}, doc_id=2))
        yield db


CALLS: dict[str, Callable[[JournaledDB], object]] = {
    "insert": lambda db: db.table("contacts").insert({"name": "Cai"}),
    "insert with an id": lambda db: db.table("contacts").insert(Document({"name": "Cai"}, doc_id=7)),
    "insert several": lambda db: db.table("contacts").insert_multiple([{"name": "Cai"}, {"name": "Dan"}]),
    "insert by default": lambda db: db.insert({"name": "Cai"}),
    "insert into another table": lambda db: db.table("drawings").insert({"of": "a house"}),
    "update some": lambda db: db.table("contacts").update({"name": "Eva"}, where("name") == "Anna"),
    "update all in place": lambda db: db.table("contacts").update(lambda document: document.pop("name")),
    "update by id": lambda db: db.table("interactions").update({"note": "x"}, doc_ids=[2, 99]),
    "update deep inside": lambda db: db.table("contacts").update(lambda doc: doc.setdefault("tags", []).append("b")),
    "upsert": lambda db: db.table("contacts").upsert({"name": "Bo", "age": 3}, where("name") == "Bo"),
    "remove": lambda db: db.table("interactions").remove(where("name") == "Bo"),
    "remove by id": lambda db: db.table("contacts").remove(doc_ids=[1]),
    "truncate": lambda db: db.table("interactions").truncate(),
    "drop a table": lambda db: db.drop_table("contacts"),
    "drop all tables": lambda db: db.drop_tables(),
}


@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_a_writing_call_is_one_change_that_lasts_and_can_be_taken_back(
    folder: str, db: JournaledDB, call: Callable[[JournaledDB], object]
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
    storage.compact()
    assert on_disk(folder) == after
    history.undo(storage_at(folder))
    assert on_disk(folder) == before


def test_searching_sees_what_other_processes_wrote(folder: str, db: JournaledDB) -> None:
    contacts = db.table("contacts")
    assert contacts.search(where("name") == "Cai") == []
    with JournaledDB(folder, storage=JournaledStorage) as other:
        other.table("contacts").insert(Document({"name": "Cai"}, doc_id=3))
    db.journaled.refresh()
    assert contacts.search(where("name") == "Cai") == [{"name": "Cai"}]
    assert contacts.get(doc_id=3) == {"name": "Cai"}
    assert contacts.contains(where("tags").any(["a"]))
    assert len(contacts) == 3
    assert [document.doc_id for document in contacts] == [1, 2, 3]


def test_a_writing_call_that_fails_changes_nothing(folder: str, db: JournaledDB) -> None:
    before = on_disk(folder)

    def fail(document: MutableMapping[str, object]) -> None:
        document["name"] = "half"
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        db.table("contacts").update(fail)
    with pytest.raises(ValueError, match="already exists"):
        db.table("contacts").insert(Document({"name": "Again"}, doc_id=1))
    with pytest.raises(TypeError):
        db.table("contacts").insert({"name": {1, 2}})
    assert plain(db.journaled) == on_disk(folder) == before


def test_stock_tables_work_on_one_file_of_a_network(folder: str, db: JournaledDB) -> None:
    db.journaled.compact()
    with TinyDB(os.path.join(folder, "network.json"), storage=SnapshotStorage) as stock:
        assert stock.table("contacts").get(where("name") == "Bo") == {"name": "Bo"}


def test_reading_a_table_loads_no_other(folder: str, db: JournaledDB) -> None:
    db.journaled.compact()
    with JournaledDB(folder, storage=JournaledStorage) as again:
        again.table("contacts").all()
        again.table("contacts").insert({"name": "Cai"})
        assert not again.journaled.is_loaded("interactions")
        assert len(again.table("interactions")) == 2


def test_the_table_in_which_a_file_says_what_it_is_cannot_be_written(folder: str, db: JournaledDB) -> None:
    with pytest.raises(InvalidValueError, match="netkeeper's own"):
        db.table("meta").insert({"seq": 99})


def test_what_is_added_to_a_contact_by_hand_counts_in_the_review(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(standings, "_MANY", 0)
    network = network_at(folder)
    with JournaledDB(folder, storage=JournaledStorage) as db:
        db.table("contacts").insert(contact_document(Contact("", "Anna", created="2026-01-01T00:00:00Z")))
        db.table("contacts").update({"archived": True, "unknown": 1})
    network.refresh()
    network.close()
    assert network_at(folder).standings() == network.standings() == []
    assert network.contacts()[0].archived
    assert next(iter(network.storage.table("contacts").values()))["unknown"] == 1
