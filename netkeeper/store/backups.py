"""Backups of a network, and archived journals.

A backup is a folder with the network's three files, so ``--data`` opens it; photos stay where they are, and are shared. The first write of a day makes one; the
newest 14 of these are kept, and the first of each of the newest 12 months. The newest 20 backups made before risky
operations are kept too; backups that the user asked for are never removed.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from netkeeper.domain.errors import DamagedError, StoreError
from netkeeper.store.layout import BACKUPS_FOLDER, DATA_FILES, JOURNAL_FILE, PHOTOS_FOLDER
from netkeeper.store.moments import stamp
from netkeeper.system.files import (
    make_folder,
    read_bytes,
    real_path,
    replace_file,
    sync_folder,
    why,
)
from netkeeper.system.folders import copy_into, remove_tree

DAILY = "day"
ASKED_FOR = "asked"
DAMAGED = "damaged"
"""Reason of a backup of damaged files, which can't be restored."""
DAILY_KEPT = 14
MONTHLY_KEPT = 12
RISKY_KEPT = 20
JOURNALS_KEPT = 400

_NAME = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<time>\d{6})Z(?:\.(?P<place>\d+))?-(?P<reason>[a-z0-9]+)\Z")
_PHOTO = re.compile(r"[0-9a-f]{64}\Z")
_TO_PHOTO = re.compile(rb"photos/([0-9a-f]{64})")
_JOURNAL = re.compile(r"journal-(\d{12})-(\d{12})-[0-9a-f]{16}\.jsonl\Z")


class Backup(NamedTuple):
    """A backup.

    Attributes:
        name: The name of its folder; begins with the UTC time, so that names sort by age.
        day: The UTC day, ``2026-11-23``.
        reason: Why it was made: ``day``, ``asked``, ``restore``, ``import``, …
    """

    name: str
    day: str
    reason: str


def backups_folder(folder: str) -> str:
    """The backups folder of a network."""
    return os.path.join(folder, BACKUPS_FOLDER)


def backup_path(folder: str, name: str) -> str:
    """The folder of one backup."""
    return os.path.join(folder, BACKUPS_FOLDER, name)


def list_backups(folder: str) -> list[Backup]:
    """The backups of a network, newest first."""
    return sorted(_each(folder), reverse=True)


def _each(folder: str) -> Iterator[Backup]:
    for name in _names(folder):
        if found := _NAME.match(name):
            yield Backup(name, found["day"], found["reason"])


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(backups_folder(folder))
    except FileNotFoundError:
        return []
    except OSError as error:
        raise StoreError(f"Can't look into {backups_folder(folder)}: {why(error)}.") from error


def make_backup(folder: str, moment: datetime, reason: str) -> str:
    """Copy the network's files and remove old backups; requires the lock.

    Returns:
        The name of the new backup.

    Raises:
        DamagedError: The disk can't read a file.
        StoreError: They can't be copied.
    """
    name = _new_name(folder, moment, reason)
    sources = {file: real_path(os.path.join(folder, file)) for file in DATA_FILES}
    try:
        copy_into(backup_path(folder, name), sources)
    except OSError as error:
        kind = DamagedError if error.errno == errno.EIO else StoreError
        raise kind(f"Can't make a backup in {backups_folder(folder)}: {why(error)}; nothing was changed.") from error
    _rotate(folder)
    return name


def move_to_backup(folder: str, moment: datetime, reason: str) -> str:
    """As :func:`make_backup`, but move the files, which also works where the disk can't read them."""
    name = _new_name(folder, moment, reason)
    make_folder(backup_path(folder, name))
    try:
        for file in DATA_FILES:
            with contextlib.suppress(FileNotFoundError):
                os.rename(os.path.join(folder, file), os.path.join(backup_path(folder, name), file))
    except OSError as error:
        raise StoreError(f"Can't put {folder}'s files aside: {why(error)}; nothing is lost.") from error
    return name


def _new_name(folder: str, moment: datetime, reason: str) -> str:
    """An unused backup name; creates the backups folder."""
    make_folder(backups_folder(folder))
    second = stamp(moment).replace(":", "")
    same_second = [found for name in _names(folder) if name.startswith(second) and (found := _NAME.match(name))]
    place = max((int(found["place"] or 1) for found in same_second), default=0) + 1
    # A period sorts after a hyphen, so backups of one second sort by age too.
    return f"{second}.{place:03}-{reason}" if place > 1 else f"{second}-{reason}"


def first_of_the_day(folder: str, moment: datetime) -> None:
    """Make the daily backup unless there is one; requires the lock.

    Raises:
        StoreError: It can't be made.
    """
    today = stamp(moment)[:10]
    if not any(backup.reason == DAILY and backup.day == today for backup in _each(folder)):
        make_backup(folder, moment, DAILY)


def _rotate(folder: str) -> None:
    """Remove expired backups, and the photos that only these had; failures are ignored."""
    gone = expired(list_backups(folder))
    for backup in gone:
        with contextlib.suppress(OSError):
            remove_tree(backup_path(folder, backup.name))
    if gone:
        remove_unused_photos(folder)


def expired(newest_first: list[Backup]) -> list[Backup]:
    """The expired ones of all backups."""
    daily = [backup for backup in newest_first if backup.reason == DAILY]
    first_of_month = {backup.day[:7]: backup for backup in daily}
    kept = {*daily[:DAILY_KEPT], *list(first_of_month.values())[:MONTHLY_KEPT]}
    risky = [backup for backup in newest_first if backup.reason not in (DAILY, ASKED_FOR)]
    return [backup for backup in daily if backup not in kept] + risky[RISKY_KEPT:]


def archive_journal(folder: str, network: str, first: int, last: int) -> None:
    """Archive the journal in the backups folder, for undo and history; requires the lock.

    Args:
        network: The network's id.
        first: The number of its first transaction.
        last: The number of its last transaction.

    Raises:
        StoreError: It can't be written.
    """
    make_folder(backups_folder(folder))
    source = real_path(os.path.join(folder, JOURNAL_FILE))
    target = os.path.join(backups_folder(folder), f"journal-{first:012}-{last:012}-{network}.jsonl")
    try:
        with contextlib.suppress(FileExistsError):
            # A hard link is enough: the journal is replaced next, never changed.
            os.link(source, target)
        sync_folder(backups_folder(folder))
    except OSError:
        _copy_journal(source, target)
    expired_journals = archived_journals(folder, network)[JOURNALS_KEPT:]
    for path in expired_journals:
        with contextlib.suppress(OSError):
            os.unlink(path)
    if expired_journals:
        remove_unused_photos(folder)


def remove_archived_journals(folder: str) -> None:
    """Remove the archived journals, and with them the older history."""
    for name in _names(folder):
        if _JOURNAL.match(name):
            with contextlib.suppress(OSError):
                os.unlink(os.path.join(backups_folder(folder), name))


def _copy_journal(source: str, target: str) -> None:
    """Archive the journal on a drive without hard links."""
    replace_file(target, read_bytes(source) or b"")


def archived_journals(folder: str, network: str) -> list[str]:
    """Paths of a network's archived journals, newest first.

    Args:
        network: The network's id; journals of other networks that were in this folder are ignored.
    """
    return [path for path in all_archived_journals(folder) if path.endswith(f"-{network}.jsonl")]


def journal_holds(path: str, seq: int) -> bool:
    """Whether an archived journal contains a transaction, by the numbers in its name."""
    found = _JOURNAL.match(os.path.basename(path))
    return found is not None and int(found[1]) <= seq <= int(found[2])


def all_archived_journals(folder: str) -> list[str]:
    """Paths of all archived journals, also of earlier networks in this folder, newest first."""
    names = sorted((name for name in _names(folder) if _JOURNAL.match(name)), reverse=True)
    return [os.path.join(backups_folder(folder), name) for name in names]


def photo_names(folder: str) -> set[str]:
    """The digests of all photos of a network."""
    try:
        return {name for name in os.listdir(os.path.join(folder, PHOTOS_FOLDER)) if _PHOTO.match(name)}
    except OSError:
        return set()


def remove_unused_photos(folder: str) -> None:
    """Remove the photos that nothing refers to any more; requires the lock, ignores failures.

    What refers to photos is searched from the newest file to the oldest, and only for those not found so far.
    """
    if not os.path.isdir(os.path.join(folder, PHOTOS_FOLDER)):
        return
    unused = photo_names(folder)
    for path in _files_that_refer(folder):
        if not unused:
            return
        try:
            data = read_bytes(path) or b""
        except StoreError:
            return  # What can't be read may refer to any of them.
        unused -= {found.decode("ascii") for found in _TO_PHOTO.findall(data)}
    for digest in unused:
        with contextlib.suppress(OSError):
            os.unlink(os.path.join(folder, PHOTOS_FOLDER, digest))


def _files_that_refer(folder: str) -> Iterator[str]:
    """The network's tables and journal, then those of backups and the archived journals, newest first."""
    yield from (os.path.join(folder, name) for name in DATA_FILES)
    for name in sorted(_names(folder), reverse=True):
        path = backup_path(folder, name)
        if os.path.isdir(path):
            yield from (os.path.join(path, file) for file in DATA_FILES)
        else:
            yield path
