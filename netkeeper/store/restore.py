"""Bringing a backup back."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from datetime import datetime

from netkeeper.domain.errors import DamagedError, NetkeeperError, StoreError
from netkeeper.store import backups
from netkeeper.store.journal import Header, Journal
from netkeeper.store.layout import DATA_FILES, INTERACTIONS_FILE, JOURNAL_FILE, LARGE_TABLES, NETWORK_FILE
from netkeeper.store.opening import read_whole
from netkeeper.store.snapshot import Meta, SnapshotStorage, Tables, check_snapshot
from netkeeper.store.storage import JournaledStorage
from netkeeper.store.system.files import read_bytes, sync_folder, why
from netkeeper.store.system.lock import locked


def good_backups(folder: str) -> Iterator[str]:
    """The names of the backups that pass their checks, newest first."""
    for backup in backups.find(folder):
        if backup.reason != backups.DAMAGED and problem_of(folder, backup.name) is None:
            yield backup.name


def problem_of(folder: str, name: str) -> str | None:
    """What is wrong with a backup, or None where nothing is."""
    try:
        _tables_of(folder, name)
    except NetkeeperError as error:
        return str(error)
    return None


def restore(folder: str, name: str | None, moment: datetime) -> tuple[str, bool]:
    """Make the network what it was in a backup.

    Where the present network is whole, this is one transaction, which undo takes back; a backup of
    the present is made first. Where it is damaged, its files are put aside among the backups.

    Args:
        folder: The network's folder.
        name: The backup, or an unambiguous beginning of its name; None for the newest good one.
        moment: Now, UTC.

    Returns:
        The backup's name, and whether undo can take the restoring back.

    Raises:
        StoreError: There is no such backup, it is damaged itself, or it can't be written.
    """
    chosen = _choose(folder, name)
    tables = _tables_of(folder, chosen)
    try:
        storage = JournaledStorage(folder, clock=lambda: moment)
        storage.table(LARGE_TABLES[0])
    except DamagedError:
        with locked(folder):
            _replace_damaged(folder, tables, moment)
        return chosen, False
    with storage.lock():
        if storage.begun:
            storage.back_up("restore")
        storage.write_as(f"Restored the backup {chosen}", tables)
    return chosen, True


def _choose(folder: str, name: str | None) -> str:
    if name is None:
        for good in good_backups(folder):
            return good
        raise StoreError(f"There is no good backup in {backups.backups_folder(folder)}.")
    names = [backup.name for backup in backups.find(folder)]
    fitting = [name] if name in names else [known for known in names if known.startswith(name)]
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise StoreError(f"Several backups begin with {name!r}: {', '.join(sorted(fitting)[:5])}; write more of it.")
    raise StoreError(f"There is no backup {name!r}; netkeeper backup --list shows those there are.")


def _tables_of(folder: str, name: str) -> Tables:
    found = read_whole(backups.backup_path(folder, name))
    if found is None:
        raise StoreError(f"The backup {name} is empty.")
    return found[1]


def _replace_damaged(folder: str, tables: Tables, moment: datetime) -> None:
    """Put the damaged files aside and write the backup's content; network.json comes last and makes it one."""
    network, seq = _mark_and_place(folder)
    try:
        backups.make(folder, moment, backups.DAMAGED)
        for file in reversed(DATA_FILES):
            with contextlib.suppress(FileNotFoundError):
                os.unlink(os.path.join(folder, file))
        sync_folder(folder)
    except OSError as error:
        raise StoreError(f"Can't put the damaged files in {folder} aside: {why(error)}; nothing is lost.") from error
    meta = Meta(network, seq)
    SnapshotStorage(os.path.join(folder, INTERACTIONS_FILE)).write_at(
        meta, {name: tables[name] for name in LARGE_TABLES}
    )
    Journal(os.path.join(folder, JOURNAL_FILE)).start(Header(network, seq))
    small = {name: documents for name, documents in tables.items() if name not in LARGE_TABLES}
    SnapshotStorage(os.path.join(folder, NETWORK_FILE)).write_at(meta, small)


def _mark_and_place(folder: str) -> tuple[str, int]:
    """The mark for the restored network, and a number above all that its old journals hold."""
    highest = backups.last_kept_seq(folder)
    for file in (NETWORK_FILE, INTERACTIONS_FILE):
        with contextlib.suppress(NetkeeperError):
            data = read_bytes(os.path.join(folder, file))
            if data is not None:
                highest = max(highest, check_snapshot(file, data).seq)
    return os.urandom(8).hex(), highest + 1
