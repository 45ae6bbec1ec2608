"""Bringing a backup back, from a whole network and from a damaged one."""

from __future__ import annotations

import os
from datetime import timedelta
from itertools import combinations

import pytest

from netkeeper.domain.errors import DamagedError, StoreError
from netkeeper.store import backups, restore
from netkeeper.store.doctor import examine
from netkeeper.store.layout import DATA_FILES
from tests.store.dying import dying, failing_reads
from tests.store.helpers import MOMENT, bytes_of, network_at, on_disk, plain, put, remove, storage_at, unfinished

LATER = MOMENT + timedelta(hours=1)
SOME = [names for count in (1, 2) for names in combinations(DATA_FILES, count)]


@pytest.fixture
def backup(folder: str) -> str:
    """A network that has changed since its one backup; the backup's name."""
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna", step="potential")
    put(storage, "interactions", "2", note="coffee", on="2026-11-23", kind="call", contact_ids=["1"])
    put(storage, "kept", "1", lines=["X-SKYPE:anna"])
    storage.compact()
    put(storage, "followups", "3", contact_id="1", due_on="2026-12-01", status="open")
    put(storage, "drawings", "4", of="a house")
    name = storage.back_up("asked")
    put(storage, "contacts", "1", name="Anna B", step="customer")
    remove(storage, "interactions", "2")
    put(storage, "contacts", "5", name="Bo", step="potential")
    return name


def in_backup(folder: str, name: str) -> object:
    return on_disk(backups.backup_path(folder, name))


def test_restoring_is_one_change_that_undo_takes_back(folder: str, backup: str) -> None:
    before, count = on_disk(folder), storage_at(folder).seq
    assert restore.restore(folder, None, LATER) == (backup, True)
    assert on_disk(folder) == in_backup(folder, backup)
    network = network_at(folder)
    assert network.storage.seq == count + 1
    assert network.undo().what == f"Restored the backup {backup}"
    assert on_disk(folder) == before


def test_the_present_is_kept_before_restoring(folder: str, backup: str) -> None:
    before = on_disk(folder)
    restore.restore(folder, backup, LATER)
    (kept,) = (found for found in backups.list_backups(folder) if found.reason == "restore")
    assert on_disk(backups.backup_path(folder, kept.name)) == before


def test_a_backup_is_named_by_an_unambiguous_beginning(folder: str, backup: str) -> None:
    other = storage_at(folder, MOMENT + timedelta(days=1)).back_up("asked")
    assert restore.restore(folder, backup[:10], LATER)[0] == backup
    with pytest.raises(StoreError, match="Several backups begin with '2026-11'.*" + other):
        restore.restore(folder, "2026-11", LATER)
    with pytest.raises(StoreError, match=r"There is no backup 'x'; netkeeper backup --list"):
        restore.restore(folder, "x", LATER)


@pytest.mark.parametrize("names", SOME, ids="+".join)
@pytest.mark.parametrize("how", ["missing", "empty", "garbage"])
def test_a_damaged_network_is_put_aside_and_replaced(
    folder: str, backup: str, names: tuple[str, ...], how: str
) -> None:
    spoil(folder, names, how)
    before = bytes_of(folder)
    assert restore.restore(folder, None, LATER) == (backup, False)
    assert on_disk(folder) == in_backup(folder, backup)
    (aside,) = [found.name for found in backups.list_backups(folder) if found.reason == backups.DAMAGED]
    assert bytes_of(backups.backup_path(folder, aside)) == before
    assert not [finding for finding in examine(folder) if finding.level == "bad"]
    # It goes on as any network does.
    put(storage_at(folder), "contacts", "9", name="Eva", step="potential")
    network_at(folder).undo()
    assert on_disk(folder) == in_backup(folder, backup)


def test_a_network_that_is_gone_whole_comes_back(folder: str, backup: str) -> None:
    spoil(folder, DATA_FILES, "missing")
    assert any("netkeeper restore" in finding.text for finding in examine(folder) if finding.level == "bad")
    assert restore.restore(folder, None, LATER) == (backup, True)
    assert on_disk(folder) == in_backup(folder, backup)


def test_the_damaged_files_are_never_restored(folder: str, backup: str) -> None:
    spoil(folder, ["network.json"], "empty")
    restore.restore(folder, None, LATER)
    spoil(folder, ["network.json"], "empty")
    assert restore.restore(folder, None, LATER)[0] == backup
    (newest, *_) = [found.name for found in backups.list_backups(folder) if found.reason == backups.DAMAGED]
    with pytest.raises(DamagedError):
        restore.restore(folder, newest, LATER)


def test_a_network_that_lost_its_end_is_no_backup_of_itself(folder: str, backup: str) -> None:
    """Put aside, nothing tells any more that it lost something."""
    journal = bytes_of(folder)["journal.jsonl"]
    with open(os.path.join(folder, "journal.jsonl"), "wb") as file:
        file.write(journal[:-5])
    wanted = in_backup(folder, backup)
    assert restore.restore(folder, None, LATER) == (backup, False)
    assert on_disk(folder) == wanted
    assert next(restore.good_backups(folder)) == backup


def test_a_bad_backup_is_passed_over_and_refused_by_name(folder: str, backup: str) -> None:
    later = storage_at(folder, LATER).back_up("asked")
    spoil(backups.backup_path(folder, later), ["interactions.json"], "garbage")
    before = on_disk(folder)
    with pytest.raises(DamagedError, match=later):
        restore.restore(folder, later, LATER)
    assert on_disk(folder) == before
    assert restore.restore(folder, None, LATER)[0] == backup


def test_without_a_backup_there_is_nothing_to_bring_back(folder: str) -> None:
    put(storage_at(folder), "contacts", "1", name="Anna")
    before = bytes_of(folder)
    with pytest.raises(StoreError, match="There is no good backup in"):
        restore.restore(folder, None, LATER)
    assert bytes_of(folder) == before


@pytest.mark.parametrize("names", SOME, ids="+".join)
def test_killed_anywhere_while_replacing_damage_nothing_is_lost_and_restoring_works(
    folder: str, backup: str, names: tuple[str, ...]
) -> None:
    wanted, deaths = in_backup(folder, backup), 0
    for after in range(200):
        spoil(folder, names, "garbage")
        with dying(after) as death:
            restore.restore(folder, None, LATER)
        try:
            assert on_disk(folder) == wanted
        except DamagedError:
            assert death, "what was acknowledged is there"
        restore.restore(folder, backup, LATER)
        assert on_disk(folder) == wanted
        if not death:
            break
        deaths += 1
    assert deaths > 20
    put(storage_at(folder), "contacts", "9", name="Eva")
    assert not unfinished(folder)


def test_a_file_that_the_disk_cannot_read_any_more_is_moved_aside(folder: str, backup: str) -> None:
    wanted = in_backup(folder, backup)
    bad = os.path.join(folder, "interactions.json")
    bad_inode = os.stat(bad).st_ino
    with failing_reads(bad_inode):
        with pytest.raises(DamagedError, match="the disk can't read"):
            storage_at(folder).table("interactions")
        assert any("the disk can't read" in finding.text for finding in examine(folder))
        assert restore.restore(folder, None, LATER) == (backup, False)
        assert on_disk(folder) == wanted
    aside = [found.name for found in backups.list_backups(folder) if found.reason == backups.DAMAGED]
    assert bad_inode in [
        os.stat(os.path.join(backups.backup_path(folder, name), "interactions.json")).st_ino for name in aside
    ]


def test_a_program_that_has_the_damaged_network_open_takes_the_restored_one(folder: str, backup: str) -> None:
    open_one = storage_at(folder)
    plain(open_one)
    seen: list[object] = []
    open_one.on_transaction = lambda transaction, from_elsewhere: seen.append((transaction, from_elsewhere))
    spoil(folder, ["network.json"], "garbage")
    restore.restore(folder, None, LATER)
    assert open_one.refresh()
    assert seen == [(None, True)]
    assert plain(open_one) == on_disk(folder) == in_backup(folder, backup)
    put(open_one, "contacts", "9", name="Eva")
    assert plain(open_one) == on_disk(folder)


def spoil(folder: str, names: tuple[str, ...] | list[str], how: str) -> None:
    """Damage files of a network."""
    for name in names:
        path = os.path.join(folder, name)
        if os.path.exists(path):
            os.unlink(path)
        if how != "missing":
            with open(path, "wb") as file:
                file.write(b"garbage" if how == "garbage" else b"")
