"""What is written is what is read, and stock TinyDB reads it too."""

from __future__ import annotations

import json
import os
import zlib
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tinydb import TinyDB

from netkeeper.domain.editing.message import Message
from netkeeper.domain.errors import DamagedError, StoreError
from netkeeper.store.documents import LazyDocuments
from netkeeper.store.journal import APP, SHELL, Change, Header, Journal, Transaction, encode_header, encode_transaction
from netkeeper.store.snapshot import Meta, SnapshotStorage, Tables, encode_snapshot
from netkeeper.system.files import replace_file
from tests.store.helpers import on_disk, plain, put, storage_at

MARK = "0123456789abcdef"
word = st.text(max_size=8)
single = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | word
documents = st.dictionaries(
    word, single | st.lists(single, max_size=3) | st.dictionaries(word, single, max_size=2), max_size=3
)
ids = st.integers(1, 10**15).map(str)
names = st.text(min_size=1, max_size=8).filter(lambda name: name != "meta")
tables = st.dictionaries(
    st.sampled_from(["contacts", "followups"]) | names, st.dictionaries(ids, documents, max_size=3), max_size=3
)
changes = st.builds(Change, names, ids, st.none() | documents, st.none() | documents)
on_files = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@on_files
@given(tables, st.integers(0, 10**17))
def test_a_snapshot_is_read_as_it_was_written(tmp_path: os.PathLike[str], content: Tables, seq: int) -> None:
    path = os.path.join(tmp_path, "network.json")
    storage = SnapshotStorage(path)
    storage.write_at(Meta(MARK, seq), content)

    again = SnapshotStorage(path)
    read = again.read()
    assert again.meta == Meta(MARK, seq)
    assert read is not None
    assert {name: dict(found) for name, found in read.items()} == content
    # Written once more, what nobody asked for goes through as text, and the file is the same.
    with open(path, "rb") as file:
        assert encode_snapshot(Meta(MARK, seq), again.read() or {}) == file.read()


@on_files
@given(tables)
def test_stock_tinydb_opens_a_snapshot(tmp_path: os.PathLike[str], content: Tables) -> None:
    path = os.path.join(tmp_path, "network.json")
    SnapshotStorage(path).write_at(Meta(MARK, 3), content)
    with TinyDB(path, access_mode="r") as db:
        assert db.tables() == {"meta", *content}
        for name, found in content.items():
            assert {str(document.doc_id): dict(document) for document in db.table(name)} == found
        assert db.table("meta").get(doc_id=1)["seq"] == 3


def test_stock_tinydb_opens_both_files_of_a_network(folder: str) -> None:
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna Ä")
    put(storage, "interactions", "2", note="coffee")
    storage.compact()
    with TinyDB(os.path.join(folder, "network.json"), access_mode="r") as db:
        assert db.table("contacts").all() == [{"name": "Anna Ä"}]
    with TinyDB(os.path.join(folder, "interactions.json"), access_mode="r") as db:
        assert db.table("interactions").all() == [{"note": "coffee"}]


@on_files
@given(
    st.lists(
        st.builds(
            Transaction,
            st.just(0),
            st.just("2026-11-23T09:00:00Z"),
            st.text(),
            st.lists(changes, max_size=3).map(tuple),
            st.none() | st.integers(1, 9),
            st.none() | st.integers(1, 9),
            st.sampled_from(["", APP, SHELL]) | st.text(),
            st.none() | st.builds(Message, st.text(), documents),
        ),
        max_size=5,
    ),
    st.integers(0, 10**9),
)
def test_a_journal_is_read_as_it_was_written(tmp_path: os.PathLike[str], said: list[Transaction], base: int) -> None:
    path = os.path.join(tmp_path, "journal.jsonl")
    transactions = [transaction._replace(seq=base + number) for number, transaction in enumerate(said, 1)]
    replace_file(path, encode_header(Header(MARK, base)) + b"".join(map(encode_transaction, transactions)))
    found = Journal(path).read()
    assert found is not None
    assert found.header == Header(MARK, base)
    assert found.transactions == transactions
    assert found.place.offset == os.stat(path).st_size


def test_a_line_of_an_older_netkeeper_and_one_of_a_newer_are_read(tmp_path: os.PathLike[str]) -> None:
    old = b'{"seq": 1, "at": "2026-11-23T09:00:00Z", "what": "Added Anna", "undoes": 7, "changes": []'
    new = b'{"seq": 2, "at": "2026-11-23T09:00:00Z", "what": "Added Bo", "by": "watch", "mood": 4, "changes": []'
    path = os.path.join(tmp_path, "journal.jsonl")
    signed = [b'%b, "crc32": "%08x"}\n' % (line, zlib.crc32(line)) for line in (old, new)]
    replace_file(path, encode_header(Header(MARK, 0)) + b"".join(signed))
    found = Journal(path).read()
    assert found is not None
    assert found.transactions == [
        Transaction(1, "2026-11-23T09:00:00Z", "Added Anna", (), undoes=7),
        Transaction(2, "2026-11-23T09:00:00Z", "Added Bo", (), by="watch"),
    ]


def test_a_line_keeps_a_message_beside_the_words(tmp_path: os.PathLike[str]) -> None:
    message = Message("merged", {"goes": "Bo", "stays": "Anna Åberg", "names": ["A", 7]})
    transaction = Transaction(1, "2026-11-23T09:00:00Z", "Merged Bo into Anna Åberg", (), message=message)
    path = os.path.join(tmp_path, "journal.jsonl")
    replace_file(path, encode_header(Header(MARK, 0)) + encode_transaction(transaction))
    found = Journal(path).read()
    assert found is not None and found.transactions == [transaction]


def test_a_line_says_no_more_than_there_is_to_say() -> None:
    assert encode_transaction(Transaction(1, "2026-11-23T09:00:00Z", "x", ())).startswith(
        b'{"seq": 1, "at": "2026-11-23T09:00:00Z", "what": "x", "changes": [], "crc32": "'
    )


@on_files
@given(documents, st.text(), st.data())
def test_no_change_to_a_journals_line_goes_unseen(
    tmp_path: os.PathLike[str], document: dict[str, object], what: str, data: st.DataObject
) -> None:
    path = os.path.join(tmp_path, "journal.jsonl")
    line = encode_transaction(Transaction(1, "2026-11-23T09:00:00Z", what, (Change("contacts", "1", None, document),)))
    at = data.draw(st.integers(0, len(line) - 2))
    changed = line[:at] + bytes([line[at] ^ data.draw(st.integers(1, 255))]) + line[at + 1 :]
    replace_file(path, encode_header(Header(MARK, 0)) + changed)
    with pytest.raises(DamagedError):
        Journal(path).read()


def test_a_journal_is_never_written_but_where_it_was_read(tmp_path: os.PathLike[str]) -> None:
    path = os.path.join(tmp_path, "journal.jsonl")
    journal = Journal(path)
    place = journal.start(Header(MARK, 0))
    line = encode_transaction(Transaction(1, "2026-11-23T09:00:00Z", "x", ()))
    longer = place._replace(offset=place.offset + 100)
    for elsewhere in (place._replace(inode=place.inode + 1), longer):
        with pytest.raises(StoreError, match="another file than the one that was read; nothing was changed"):
            journal.append(line, elsewhere)
        assert os.stat(path).st_size == place.offset
    assert journal.append(line, place).offset == os.stat(path).st_size


def test_a_copy_of_a_journal_is_read_anew(tmp_path: os.PathLike[str]) -> None:
    journal = Journal(os.path.join(tmp_path, "journal.jsonl"))
    place = journal.start(Header(MARK, 0))
    again = journal.read(place)
    assert again is not None and again.transactions == []
    with open(journal.path, "rb") as file:
        replace_file(journal.path, file.read())
    assert journal.changed_since(place)
    assert journal.read(place) is None


def test_every_line_is_plain_json(folder: str) -> None:
    storage = storage_at(folder)
    put(storage, "contacts", "1", name='Anna "Ä" \u2028 \U0001f600 \x00 \\')
    storage.compact()
    put(storage, "contacts", "2", name="Bo")
    with open(os.path.join(folder, "journal.jsonl"), encoding="ascii") as file:
        header, transaction = map(json.loads, file)
    assert header["base"] == 1
    assert transaction["changes"] == [["contacts", "2", None, {"name": "Bo"}]]
    assert on_disk(folder) == plain(storage)


OPERATIONS: list[Callable[[LazyDocuments], object]] = [
    lambda documents: documents["1"],
    lambda documents: documents.get("9"),
    lambda documents: "1" in documents,
    lambda documents: list(documents),
    lambda documents: list(documents.items()),
    lambda documents: len(documents),
    lambda documents: documents.pop("1"),
    lambda documents: documents.pop("9", None),
    lambda documents: documents.__setitem__("3", {"name": "Cai"}),
    lambda documents: documents == {"1": {"name": "Anna"}, "2": {}},
]


@pytest.mark.parametrize("number", range(len(OPERATIONS)))
def test_documents_that_wait_as_text_behave_as_a_dictionary(number: int) -> None:
    lazy = LazyDocuments({"1": '{"name":"Anna"}', "2": "{}"})
    eager = LazyDocuments({"1": {"name": "Anna"}, "2": {}})
    assert OPERATIONS[number](lazy) == OPERATIONS[number](eager)
    assert dict(lazy) == dict(eager)
