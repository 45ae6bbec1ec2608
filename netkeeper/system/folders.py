"""Copying files into a new folder, and removing folders, so that an interruption leaves nothing half."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Mapping

from netkeeper.system.files import FOLDER_MODE, TEMPORARY, open_private, sync_folder, write_all


def remove_unfinished(folder: str) -> None:
    """Remove temporary files that a killed process left; requires the lock, ignores failures."""
    with contextlib.suppress(FileNotFoundError, NotADirectoryError, PermissionError), os.scandir(folder) as entries:
        left = [entry for entry in entries if entry.name.startswith(TEMPORARY)]
        for entry in left:
            with contextlib.suppress(OSError):
                if entry.is_dir(follow_symlinks=False):
                    remove_tree(entry.path)
                else:
                    os.unlink(entry.path)


def remove_tree(folder: str) -> None:
    """Remove a folder without following links; it is renamed first, so that an interrupted removal can be completed."""
    from shutil import rmtree

    doomed = os.path.join(os.path.dirname(folder), TEMPORARY + os.urandom(6).hex())
    os.rename(folder, doomed)
    rmtree(doomed)


def copy_into(folder: str, sources: Mapping[str, str]) -> None:
    """Copy files into a new folder, atomically and durably.

    Args:
        folder: The folder, which must not exist.
        sources: Source paths by file name; missing files are left out.

    Raises:
        OSError: A file could not be copied; the folder was not created.
    """
    parent = os.path.dirname(folder)
    unfinished = os.path.join(parent, TEMPORARY + os.urandom(6).hex())
    os.mkdir(unfinished, FOLDER_MODE)
    try:
        if os.name == "posix":
            os.chmod(unfinished, FOLDER_MODE)
        for name, source in sources.items():
            _copy(source, os.path.join(unfinished, name))
        sync_folder(unfinished)
        os.rename(unfinished, folder)
    except BaseException:
        with contextlib.suppress(OSError):
            remove_tree(unfinished)
        raise
    sync_folder(parent)


def _copy(source: str, target: str) -> None:
    """Copy a file to a new private one, synced; a missing one is ignored."""
    if not os.path.exists(source):
        return
    with open(source, "rb") as file:
        descriptor = open_private(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        try:
            while block := file.read(1 << 20):
                write_all(descriptor, block)
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
