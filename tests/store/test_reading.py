"""Reading never writes, needs no lock, and never sees a half-finished state."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator

import pytest

from netkeeper.domain.errors import NetkeeperError
from netkeeper.store import history, restore
from netkeeper.store import storage as storage_module
from netkeeper.store.doctor import examine
from netkeeper.store.journal import Change, Transaction, encode_transaction
from netkeeper.store.snapshot import SnapshotStorage
from netkeeper.store.storage import JournaledStorage
from tests.store.helpers import (
    MOMENT,
    add_people,
    bytes_of,
    fingerprint,
    log_with,
    network_at,
    on_disk,
    plain,
    put,
    storage_at,
)

ROUNDS = 60


@pytest.fixture
def filled(folder: str) -> str:
    """A network with something everywhere; its folder."""
    network = network_at(folder)
    anna, _ = add_people(network, "Anna", "Bo")
    log_with(network, anna, "coffee")
    network.storage.back_up("asked")
    network.close()
    log_with(network, anna, "lunch")
    return folder


def test_reading_never_writes(filled: str) -> None:
    with open(os.path.join(filled, "journal.jsonl"), "ab") as file:
        file.write(b"half a line")
    before = fingerprint(filled)
    network = network_at(filled)
    network.contacts()
    network.interactions()
    network.followups()
    network.contact_summaries()
    list(network.past())
    network.refresh()
    list(restore.good_backups(filled))
    examine(filled)
    assert fingerprint(filled) == before


def test_opening_what_is_not_there_makes_nothing(folder: str) -> None:
    network = network_at(folder)
    assert network.is_empty
    assert network.interactions() == []
    assert not network.refresh()
    assert not list(network.past())
    assert not os.path.exists(folder)


@pytest.fixture
def meanwhile() -> Iterator[Callable[[Callable[[], object]], Callable[[], None]]]:
    """Does something again and again in another thread until the test is over; what it returns checks on it."""
    over = threading.Event()
    threads: list[threading.Thread] = []
    errors: list[BaseException] = []

    def start(act: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            try:
                while not over.is_set():
                    act()
            except (NetkeeperError, AssertionError, OSError, LookupError) as error:
                errors.append(error)

        def check() -> None:
            assert not errors, errors

        threads.append(threading.Thread(target=run))
        threads[-1].start()
        return check

    yield start
    over.set()
    for thread in threads:
        thread.join()
    assert not errors, errors


Meanwhile = Callable[[Callable[[], object]], Callable[[], None]]


def test_a_reader_never_sees_damage_while_another_compacts(filled: str, meanwhile: Meanwhile) -> None:
    writer = storage_at(filled)
    count = 0

    def write() -> None:
        nonlocal count
        with writer.transaction("One more of each") as draft:
            draft.put("offers", str(count), {"n": count})
            draft.put("interactions", f"x{count}", {"n": count})
        if count % 2:
            writer.compact()
        count += 1

    check = meanwhile(write)
    stays = storage_at(filled)
    for _ in range(ROUNDS):
        fresh = storage_at(filled)
        interactions, offers = fresh.table("interactions"), fresh.table("offers")
        assert len(offers) == len([number for number in interactions if number.startswith("x")])
        assert [document["n"] for document in offers.values()] == list(range(len(offers)))
        stays.refresh()
        seen = plain(stays)
        assert [document["n"] for document in seen.get("offers", {}).values()] == list(
            range(len(seen.get("offers", {})))
        )
        assert not [finding for finding in examine(filled) if finding.level == "bad" and "damaged" in finding.text]
        check()
    assert count > 3


def test_the_first_write_never_looks_like_damage_to_a_reader(folder: str, meanwhile: Meanwhile) -> None:
    rounds = 0

    def begin() -> None:
        nonlocal rounds
        put(storage_at(f"{folder}-{rounds}"), "interactions", "1", note="x")
        rounds += 1

    check = meanwhile(begin)
    for _ in range(ROUNDS * 5):
        storage_at(f"{folder}-{rounds}").read()
        check()


def test_a_network_begun_between_two_looks_is_read_again(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = storage_at(folder)
    read = SnapshotStorage.read

    def too_early(self: SnapshotStorage) -> object:
        found = read(self)
        if found is None:
            monkeypatch.undo()
            put(storage_at(folder), "contacts", "1", name="Anna")
        return found

    monkeypatch.setattr(SnapshotStorage, "read", too_early)
    assert storage.refresh()
    assert plain(storage) == {"contacts": {"1": {"name": "Anna"}}}


def test_interactions_that_others_compacted_meanwhile_are_all_there(filled: str) -> None:
    lazy = storage_at(filled)
    others = storage_at(filled)
    put(others, "interactions", "77", note="tea")
    others.compact()
    put(others, "interactions", "78", note="cake")
    # The small tables are of before, the large file is of after: both are brought up to now.
    assert {"77", "78"} <= lazy.table("interactions").keys()
    assert plain(lazy) == on_disk(filled)


def test_interactions_that_are_loaded_already_are_kept_up_to_date(filled: str) -> None:
    eager = storage_at(filled)
    eager.read()
    others = storage_at(filled)
    for number in range(3):
        put(others, "interactions", f"8{number}", note="x")
        others.compact()
        put(others, "interactions", f"9{number}", note="x")
        assert eager.refresh()
        assert plain(eager) == on_disk(filled)


def test_a_reader_that_missed_a_whole_journal_reads_all_anew(filled: str) -> None:
    behind = storage_at(filled)
    told: list[tuple[Transaction | None, bool]] = []
    behind.on_transaction = lambda transaction, from_elsewhere: told.append((transaction, from_elsewhere))
    others = storage_at(filled)
    for number in range(2):
        put(others, "contacts", f"8{number}", name="x")
        others.compact()
    put(others, "contacts", "90", name="x")
    assert behind.refresh()
    assert told == [(None, True)]
    assert plain(behind) == on_disk(filled)


def test_what_others_did_is_told_one_by_one(filled: str) -> None:
    watching = storage_at(filled)
    told: list[tuple[str, bool]] = []
    watching.on_transaction = lambda change, elsewhere: told.append((change.what if change else "", elsewhere))
    others = storage_at(filled)
    put(others, "contacts", "81", name="x")
    put(others, "contacts", "82", name="x")
    assert watching.refresh()
    assert not watching.refresh()
    put(watching, "contacts", "83", name="x")
    assert told == [
        ("Put 81 into contacts", True),
        ("Put 82 into contacts", True),
        ("Put 83 into contacts", False),
    ]


def test_a_network_that_another_process_begins_is_noticed(folder: str) -> None:
    early = storage_at(folder)
    told: list[object] = []
    early.on_transaction = lambda transaction, _: told.append(transaction)
    put(storage_at(folder), "contacts", "1", name="Anna")
    assert early.refresh()
    assert told == [None]
    assert plain(early) == on_disk(folder)


def test_another_journal_under_the_same_number_is_told_apart(filled: str) -> None:
    """A drive gives the number of a removed file to the next one, which may be just as long."""
    known = storage_at(filled)
    put(known, "contacts", "81", name="x")
    other = filled + "-other"
    put(storage_at(other), "contacts", "1", name="Zoe")
    put(storage_at(other), "contacts", "2", name="y" * 3000)
    wanted = on_disk(other)
    for name, data in bytes_of(other).items():
        with open(os.path.join(filled, name), "r+b") as file:
            file.truncate(0)
            file.write(data)
    assert known.refresh()
    assert plain(known) == wanted


def test_a_journal_changed_in_place_is_noticed_though_it_is_as_long_as_before(filled: str) -> None:
    known = storage_at(filled)
    put(known, "contacts", "81", name="here")
    path = os.path.join(filled, "journal.jsonl")
    other = storage_at(filled)
    history.undo(other)
    put(other, "contacts", "81", name="over")
    known.refresh()
    place = os.stat(path)
    line = other.transactions()[-1]
    changed = Transaction(
        line.seq, line.at, line.what, (Change("contacts", "81", None, {"name": "ever"}),), line.undoes
    )
    with open(path, "r+b") as file:
        file.seek(-len(encode_transaction(line)), os.SEEK_END)
        file.write(encode_transaction(changed))
    os.utime(path, ns=(place.st_atime_ns, place.st_mtime_ns + 1))
    assert os.stat(path).st_size == place.st_size
    assert known.refresh()
    assert plain(known) == on_disk(filled)
    assert known.table("contacts")["81"] == {"name": "ever"}


def test_a_journal_with_the_same_numbers_and_other_changes_is_read_anew(filled: str) -> None:
    """As where a sync program puts another machine's copy in place."""
    known = storage_at(filled)
    network_mark, files = known.network, bytes_of(filled)
    put(known, "contacts", "81", name="here")
    put(known, "contacts", "82", name="here")
    there = filled + "-there"
    os.mkdir(there, 0o700)
    for name, data in files.items():
        with open(os.path.join(there, name), "wb") as file:
            file.write(data)
    elsewhere = storage_at(there)
    assert elsewhere.network == network_mark
    for number in (91, 92, 93):
        put(elsewhere, "contacts", str(number), name="there")
    for name in files:
        os.replace(os.path.join(there, name), os.path.join(filled, name))
    known.refresh()
    assert plain(known) == on_disk(filled)
    assert "81" not in known.table("contacts")


def test_threads_of_one_process_take_turns(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage_module, "JOURNAL_LIMIT_BYTES", 1000)
    storage = storage_at(folder)
    put(storage, "contacts", "0", name="x")
    errors: list[NetkeeperError] = []

    def work(thread: int) -> None:
        try:
            for number in range(20):
                with storage.transaction("x") as draft:
                    count = len(storage.table("contacts"))
                    draft.put("contacts", f"{thread}{number:02}", {"count": count})
        except NetkeeperError as error:
            errors.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(1, 5)]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        storage.refresh()
    for thread in threads:
        thread.join()
    assert not errors
    assert plain(storage) == on_disk(folder)
    counts = sorted(document["count"] for document in storage.table("contacts").values() if "count" in document)
    assert counts == list(range(1, 81)), "each saw what all before it had done"


def test_ids_do_not_repeat_and_do_not_come_from_the_clock(folder: str) -> None:
    first = storage_at(folder)
    second = JournaledStorage(folder, clock=lambda: MOMENT)
    ids = {storage.new_id("contacts") for storage in (first, second) for _ in range(1000)}
    assert len(ids) == 2000
    assert all(len(number) == 15 and number[0] != "0" and number.isdigit() for number in ids)
