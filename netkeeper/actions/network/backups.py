"""Making, listing and restoring backups; examining the network's files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from netkeeper.store import backups, restore
from netkeeper.store.doctor import Diagnosis, examine
from netkeeper.store.network import Network


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A backup, and what is wrong with it (None for nothing)."""

    name: str
    day: str
    reason: str
    problem: str | None


def back_up(network: Network) -> str:
    """Make a backup, which is never removed automatically.

    Returns:
        The path of its folder, which ``--data`` opens.

    Raises:
        StoreError: There is nothing to back up yet, or it can't be written.
    """
    return backups.backup_path(network.folder, network.storage.back_up(backups.ASKED_FOR))


def known_backups(folder: str) -> list[KnownBackup]:
    """The backups of the network in a folder, newest first, each checked."""
    return [
        KnownBackup(backup.name, backup.day, backup.reason, restore.backup_problem(folder, backup.name))
        for backup in backups.list_backups(folder)
    ]


def bring_back(folder: str, name: str | None, clock: Callable[[], datetime], by: str = "") -> tuple[str, bool]:
    """Restore a backup; see :func:`netkeeper.store.restore.restore`."""
    return restore.restore(folder, name, clock(), by=by)


def examined(folder: str) -> list[Diagnosis]:
    """The diagnoses of the network in a folder, good ones too; changes nothing."""
    return examine(folder)
