"""A newer format is refused, an older one is brought up to date with a copy kept first."""

from __future__ import annotations

import errno
import os
import zlib

import pytest

from netkeeper.domain.errors import CannotUndoError, NetkeeperError, NewerFormatError, StoreError
from netkeeper.store import migrate, restore
from netkeeper.store.doctor import examine
from netkeeper.store.journal import encode_transaction
from netkeeper.store.layout import DATA_FILES
from netkeeper.store.snapshot import FORMAT, Meta, SnapshotStorage, Tables, encode_snapshot
from netkeeper.store.storage import JournaledStorage
from netkeeper.system.files import replace_file
from tests.store.dying import dying, refusing
from tests.store.helpers import MOMENT, bytes_of, fingerprint, network_at, on_disk, outcome, plain, put, storage_at

OLDER, NEWER = FORMAT - 1, FORMAT + 1


def count_up(tables: Tables) -> Tables:
    """A step between formats that shows how often it was taken."""
    return {
        name: {number: {**document, "steps": document.get("steps", 0) + 1} for number, document in documents.items()}
        for name, documents in tables.items()
    }


def header(network: str, base: int, version: int) -> bytes:
    """The first line of a journal of any format."""
    body = f'{{"format": {version}, "network": "{network}", "base": {base}'.encode()
    return b'%b, "crc32": "%08x"}\n' % (body, zlib.crc32(body))


def write_as_format(folder: str, version: int, *names: str) -> None:
    """Write files of a network as if in another format; their content stays."""
    storage = storage_at(folder)
    snapshots = {name: SnapshotStorage(os.path.join(folder, name)) for name in ("network.json", "interactions.json")}
    for name, snapshot in snapshots.items():
        tables = snapshot.read()
        assert tables is not None and snapshot.meta is not None
        if name in names:
            data = encode_snapshot(Meta(storage.network, snapshot.meta.seq, version), tables)
            with open(snapshot.path, "wb") as file:
                file.write(data)
    if "journal.jsonl" in names:
        transactions = storage.transactions()
        base = storage.seq - len(transactions)
        lines = header(storage.network, base, version), *map(encode_transaction, transactions)
        replace_file(os.path.join(folder, "journal.jsonl"), b"".join(lines))


@pytest.fixture
def filled(folder: str) -> str:
    """A network with something in each file; its folder."""
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna")
    put(storage, "interactions", "2", note="coffee")
    storage.compact()
    put(storage, "contacts", "3", name="Bo")
    put(storage, "interactions", "4", note="lunch")
    return folder


@pytest.fixture
def older(filled: str, monkeypatch: pytest.MonkeyPatch) -> str:
    """A network in an older format, and the step from there; its folder."""
    write_as_format(filled, OLDER, *DATA_FILES)
    monkeypatch.setitem(migrate.STEPS, OLDER, count_up)
    return filled


MIGRATED = {
    "contacts": {"1": {"name": "Anna", "steps": 1}, "3": {"name": "Bo", "steps": 1}},
    "interactions": {"2": {"note": "coffee", "steps": 1}, "4": {"note": "lunch", "steps": 1}},
}


@pytest.mark.parametrize("name", DATA_FILES)
def test_a_newer_format_is_neither_read_nor_written(filled: str, name: str) -> None:
    write_as_format(filled, NEWER, name)
    before = bytes_of(filled)
    wanted = f"{os.path.join(filled, name)} was written by a newer netkeeper; update this one to open it."
    with pytest.raises(NewerFormatError) as caught:
        network_at(filled).interactions()
    assert str(caught.value) == wanted
    assert outcome(lambda: network_at(filled).close()) == wanted
    assert [finding.text for finding in examine(filled) if finding.level == "bad"] == [wanted]
    assert bytes_of(filled) == before


def test_an_open_network_that_a_newer_netkeeper_took_over_is_not_written(filled: str) -> None:
    known = network_at(filled)
    write_as_format(filled, NEWER, *DATA_FILES)
    before = bytes_of(filled)
    for act in (known.refresh, known.close, known.undo):
        assert "written by a newer netkeeper" in outcome(act)
    assert bytes_of(filled) == before


def test_a_newer_format_is_never_restored_over(filled: str) -> None:
    storage_at(filled).back_up("asked")
    write_as_format(filled, NEWER, *DATA_FILES)
    before = bytes_of(filled)
    with pytest.raises(NewerFormatError):
        restore.restore(filled, None, MOMENT)
    assert bytes_of(filled) == before
    assert not any("netkeeper restore" in finding.text for finding in examine(filled))


def test_an_older_format_is_copied_first_and_then_brought_up_to_date(older: str) -> None:
    before = bytes_of(older)
    assert plain(storage_at(older)) == MIGRATED
    (backup,) = [name for name in os.listdir(os.path.join(older, "backups")) if name.endswith(f"-format{OLDER}")]
    assert bytes_of(os.path.join(older, "backups", backup)) == before
    assert on_disk(older) == MIGRATED
    snapshot = SnapshotStorage(os.path.join(older, "network.json"))
    snapshot.read()
    assert snapshot.meta is not None and snapshot.meta.format == FORMAT


def test_opening_a_second_time_changes_nothing(older: str) -> None:
    storage_at(older)
    before = fingerprint(older)
    assert on_disk(older) == MIGRATED
    assert fingerprint(older) == before


def test_one_that_was_migrated_goes_on_as_usual(older: str) -> None:
    storage = storage_at(older)
    put(storage, "contacts", "5", name="Cai")
    assert on_disk(older) == plain(storage)
    network = network_at(older)
    network.undo()
    assert on_disk(older) == MIGRATED
    with pytest.raises(CannotUndoError, match="Put 4 into interactions"):
        network.undo()


def test_killed_anywhere_in_the_migration_each_step_is_taken_once(older: str) -> None:
    before, deaths = bytes_of(older), 0
    for after in range(100):
        rewind(older, before)
        with dying(after) as death:
            storage_at(older)
        if not death:
            break
        deaths += 1
        assert all_old_or_new(older, before)
        assert on_disk(older) == MIGRATED, death
        put(storage_at(older), "contacts", "9", name="Eva")
        assert on_disk(older)["contacts"]["9"] == {"name": "Eva"}
    assert deaths > 15


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_each_refused_call_in_the_migration_leaves_old_or_new(older: str, code: int) -> None:
    before, refusals = bytes_of(older), 0
    for after in range(100):
        rewind(older, before)
        with refusing(after, code) as failed:
            try:
                storage_at(older)
            except NetkeeperError:
                refusals += 1
        if not failed:
            break
        assert on_disk(older) == MIGRATED, failed
    assert refusals > 10


def test_without_room_for_the_copy_nothing_is_migrated(older: str) -> None:
    before = bytes_of(older)
    with refusing(5, errno.ENOSPC, for_good=True), pytest.raises(StoreError, match="disk is full"):
        storage_at(older)
    assert bytes_of(older) == before


def test_a_step_that_fails_leaves_all_as_it_was(older: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(tables: Tables) -> Tables:
        raise ZeroDivisionError

    monkeypatch.setitem(migrate.STEPS, OLDER, fail)
    before = bytes_of(older)
    with pytest.raises(ZeroDivisionError):
        storage_at(older)
    assert bytes_of(older) == before


def test_two_that_open_an_older_format_at_once_migrate_it_once(older: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def step(tables: Tables) -> Tables:
        return count_up(tables)

    first = JournaledStorage._migrate

    def late(self: JournaledStorage) -> None:
        # The other one has read the old files too, and is quicker with the lock.
        monkeypatch.setattr(JournaledStorage, "_migrate", first)
        storage_at(older)
        first(self)

    monkeypatch.setitem(migrate.STEPS, OLDER, step)
    monkeypatch.setattr(JournaledStorage, "_migrate", late)
    assert plain(storage_at(older)) == MIGRATED
    assert on_disk(older) == MIGRATED
    assert len(_made_before_migrating(older)) == 1


def test_an_older_backup_is_good_and_looking_at_it_changes_nothing(older: str) -> None:
    backup = next(iter(_made_before_migrating(older)))
    before = fingerprint(os.path.join(older, "backups", backup))
    assert restore.backup_problem(older, backup) is None
    assert not any("is no good" in finding.text for finding in examine(older))
    assert fingerprint(os.path.join(older, "backups", backup)) == before
    put(storage_at(older), "contacts", "1", name="Changed")
    assert restore.restore(older, backup, MOMENT) == (backup, True)
    assert on_disk(older) == MIGRATED
    assert fingerprint(os.path.join(older, "backups", backup)) == before


def _made_before_migrating(folder: str) -> list[str]:
    storage_at(folder)
    return [name for name in os.listdir(os.path.join(folder, "backups")) if "-format" in name]


def rewind(folder: str, before: dict[str, bytes]) -> None:
    """Put a network's files back, without anything else."""
    from shutil import rmtree

    rmtree(folder)
    os.mkdir(folder, 0o700)
    for name, data in before.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)


def all_old_or_new(folder: str, before: dict[str, bytes]) -> bool:
    """Whether each file is as it was, or in today's format."""
    today = f'"format": {FORMAT},'.encode()
    return all(data == before[name] or today in data[:40] for name, data in bytes_of(folder).items())
