"""Keeping the network safe: backups, and back to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from netkeeper.store import backups, restore
from netkeeper.store.doctor import Diagnosis, examine
from netkeeper.store.network import Network


@dataclass(frozen=True, slots=True)
class KnownBackup:
    """A backup, and what is wrong with it, if anything."""

    name: str
    day: str
    reason: str
    problem: str | None


def back_up(network: Network) -> str:
    """Make a backup now; it is kept until somebody removes it.

    Returns:
        The folder it is in, which ``--data`` opens.

    Raises:
        StoreError: There is nothing to back up yet, or it can't be written.
    """
    return backups.backup_path(network.folder, network.storage.back_up(backups.ASKED_FOR))


def known_backups(folder: str) -> list[KnownBackup]:
    """The backups of the network in a folder, newest first, each of them checked."""
    return [
        KnownBackup(backup.name, backup.day, backup.reason, restore.problem_of(folder, backup.name))
        for backup in backups.find(folder)
    ]


def bring_back(folder: str, name: str | None, clock: Callable[[], datetime], by: str = "") -> tuple[str, bool]:
    """Make the network what it was in a backup; see :func:`netkeeper.store.restore.restore`."""
    return restore.restore(folder, name, clock(), by=by)


def examined(folder: str) -> list[Diagnosis]:
    """What is well with the network in a folder, and what isn't; changes nothing."""
    return examine(folder)
