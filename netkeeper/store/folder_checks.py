"""Checks of a network's folder: modes, owners, temporary files, copies made by sync programs."""

from __future__ import annotations

import os
import re
import stat
import sys
from collections.abc import Iterator

from netkeeper.phrases.counted import counted
from netkeeper.store.diagnosis import Diagnosis, bad, note
from netkeeper.store.layout import BACKUPS_FOLDER, DATA_FILES, PHOTOS_FOLDER
from netkeeper.system.files import TEMPORARY
from netkeeper.system.lock import LOCK_NAME

_COPY = re.compile(r"(?:network|interactions|journal)[\W_].*\Z", re.DOTALL)
"""Names that Dropbox, Syncthing, Nextcloud, iCloud, OneDrive and file managers give to second copies of data files:
``network (Anna's conflicted copy 2026-11-02).json``, ``network.sync-conflict-….json``, ``network 2.json``."""


def examine_folder(folder: str) -> Iterator[Diagnosis]:
    """Findings about a folder, apart from the content of its files."""
    yield from _too_open_modes(folder)
    yield from _owned_by_others(folder)
    yield from _leftovers(folder)
    yield from _conflict_copies(folder)


def _own_paths(folder: str) -> Iterator[tuple[str, os.stat_result]]:
    """Path and status of all files and folders of netkeeper, the network's folder included."""
    tops = [folder, *(os.path.join(folder, name) for name in (*DATA_FILES, LOCK_NAME, BACKUPS_FOLDER, PHOTOS_FOLDER))]
    below = [
        os.path.join(parent, name)
        for within in (BACKUPS_FOLDER, PHOTOS_FOLDER)
        for parent, folders, names in os.walk(os.path.join(folder, within))
        for name in (*folders, *names)
    ]
    for path in (*tops, *below):
        try:
            yield path, os.stat(path)
        except OSError:
            continue  # Missing or a broken link; reported with the files.


def _too_open_modes(folder: str) -> Iterator[Diagnosis]:
    if sys.platform == "win32":
        return
    wide = [path for path, status in _own_paths(folder) if stat.S_IMODE(status.st_mode) & 0o077]
    if wide:
        yield note(
            f"Other users of this machine may look into {_relative_names(folder, wide)}; to keep them out: chmod -R go= '{folder}'"
        )


def _owned_by_others(folder: str) -> Iterator[Diagnosis]:
    if sys.platform == "win32":
        return
    foreign = [path for path, status in _own_paths(folder) if status.st_uid != os.geteuid()]
    if foreign:
        yield bad(
            f"{_relative_names(folder, foreign)} belongs to another user of this machine, and netkeeper leaves it alone; "
            "log in as that user, or make it yours with chown."
        )


def _leftovers(folder: str) -> Iterator[Diagnosis]:
    left = [
        name
        for place in (folder, *(os.path.join(folder, name) for name in (BACKUPS_FOLDER, PHOTOS_FOLDER)))
        for name in _names(place)
        if name.startswith(TEMPORARY)
    ]
    if left:
        yield note(
            f"{counted(len(left), 'unfinished file')} of a write that was cut short; "
            "that does no harm, and the next change clears it away."
        )


def _conflict_copies(folder: str) -> Iterator[Diagnosis]:
    for name in _names(folder):
        if _COPY.match(name) and name not in DATA_FILES:
            yield note(
                f"“{name}” looks like a copy that a sync program made when two machines wrote at once. netkeeper never "
                "reads it. To see what is in it, put it with its sisters, under their plain names, into a folder of their "
                "own and open that with netkeeper --data FOLDER; remove it once nothing in it is missing here."
            )


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def _relative_names(folder: str, paths: list[str], most: int = 3) -> str:
    """Up to ``most`` paths relative to the folder, and the number of further ones."""
    names = [os.path.relpath(path, folder) if path != folder else folder for path in paths]
    return ", ".join(names[:most]) + (f" and {len(names) - most} more" if len(names) > most else "")
