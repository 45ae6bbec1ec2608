"""Restoring a backup."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from netkeeper.domain.errors import DamagedError, NetkeeperError, StoreError
from netkeeper.store import backups
from netkeeper.store.compaction import create_network
from netkeeper.store.network_folder import NetworkFolder
from netkeeper.store.opening import read_whole
from netkeeper.store.photos import read_photo, write_photos
from netkeeper.store.snapshot import Tables
from netkeeper.store.storage import JournaledStorage
from netkeeper.system.lock import locked

BEFORE_RESTORING = "restore"
"""Reason of the backup that is made before another one is restored."""


def good_backups(folder: str) -> Iterator[str]:
    """The names of the undamaged backups, newest first; those made before a restore come last.

    The latter hold a state that the user chose to leave.
    """
    whole = [backup for backup in backups.list_backups(folder) if backup.reason != backups.DAMAGED]
    for backup in sorted(whole, key=lambda backup: backup.reason == BEFORE_RESTORING):
        if backup_problem(folder, backup.name) is None:
            yield backup.name


def backup_problem(folder: str, name: str) -> str | None:
    """The problem with a backup; None if it is good."""
    try:
        _tables_of(folder, name)
    except NetkeeperError as error:
        return str(error)
    return None


def restore(folder: str, name: str | None, moment: datetime, *, by: str = "") -> tuple[str, bool]:
    """Restore a network from a backup.

    If the present network is valid, this is one transaction that can be undone, and a backup is made first. If it is
    damaged, its files are moved to the backups.

    Args:
        name: The backup, or an unambiguous prefix of its name; None for the newest good one.
        moment: The current time in UTC.
        by: The program, for the history: ``app`` or ``shell``.

    Returns:
        The backup's name, and whether the restore can be undone.

    Raises:
        StoreError: There is no such backup, it is damaged, or files can't be written.
    """
    chosen = _backup_named(folder, name)
    tables = _tables_of(folder, chosen)
    try:
        storage = JournaledStorage(folder, clock=lambda: moment, by=by)
        storage.read()
    except DamagedError:
        with locked(folder):
            _bring_photos(folder, chosen)
            _replace_damaged(folder, tables, moment)
        return chosen, False
    with storage.lock():
        if storage.begun:
            storage.back_up(BEFORE_RESTORING)
        _bring_photos(folder, chosen)
        storage.write_as(f"Restored the backup {chosen}", tables)
    return chosen, True


def _bring_photos(folder: str, name: str) -> None:
    """Copy the photos that a backup has got of its own, which happens where it was opened as a network; requires the lock."""
    copy = backups.backup_path(folder, name)
    photos = {digest: read_photo(copy, digest) for digest in backups.photo_names(copy)}
    write_photos(folder, {digest: data for digest, data in photos.items() if data is not None})


def _backup_named(folder: str, name: str | None) -> str:
    if name is None:
        for good in good_backups(folder):
            return good
        raise StoreError(f"There is no good backup in {backups.backups_folder(folder)}.")
    names = [backup.name for backup in backups.list_backups(folder)]
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
    """Keep the damaged files as a backup and write the restored tables in their place.

    The new files have a new network id, so that they can't be mixed up with old ones if this is interrupted.
    """
    try:
        backups.make_backup(folder, moment, backups.DAMAGED)
    except DamagedError:
        # A file that the disk can't read can still be moved.
        backups.move_to_backup(folder, moment, backups.DAMAGED)
    create_network(NetworkFolder(folder), tables, seq=1)
