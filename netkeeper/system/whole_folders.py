"""Writing several files into a folder: all of them or none, and nothing unfinished left behind.

The files are written into an unfinished folder on the same file system and then moved. While a process writes, it
holds a kernel lock on what is unfinished; what nobody holds was left by a process that was killed, and the next run
clears it (:func:`clear_abandoned`).
"""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from shutil import rmtree

from netkeeper.domain.errors import StoreError
from netkeeper.system.files import TEMPORARY, hold, make_folder, new_held, refuse_special_file, sync_folder, why

UNFINISHED = ".netkeeper-pack-"
"""Name prefix of unfinished folders."""

_ASIDE, _REPLACED = ".aside", ".replaced"
"""Subfolders of what the new files replace: while that is moved there, and once all of it is there."""

_WINDOWS_ABANDONED_SECONDS = 3600
"""Where nothing can be held, what was not changed for so long is abandoned."""


@contextlib.contextmanager
def unfinished_folder(folder: str) -> Iterator[str]:
    """A new private folder, from which :func:`move_into` moves files to a folder; removed at the end.

    Where the block raises, folders that were made above it are removed too.

    Args:
        folder: The absolute path of the folder that the files are for; need not exist.

    Raises:
        StoreError: It can't be made; nothing was changed.
    """
    place = place_of(folder)
    new = _missing(place)
    try:
        make_folder(place)
        path, descriptor = _new_folder(place)
    except OSError as error:
        raise StoreError(f"Can't write {folder}: {why(error)}; nothing was changed.") from error
    try:
        yield path
    except BaseException:
        rmtree(path, ignore_errors=True)
        for each in new:
            with contextlib.suppress(OSError):
                os.rmdir(each)
        raise
    finally:
        if descriptor is not None:
            os.close(descriptor)
        rmtree(path, ignore_errors=True)


def _new_folder(place: str) -> tuple[str, int | None]:
    """A new private folder in another, with the descriptor that holds it; None where no folder can be held."""
    if sys.platform == "win32":
        return tempfile.mkdtemp(prefix=UNFINISHED, dir=place), None

    def make() -> tuple[str, int]:
        path = tempfile.mkdtemp(prefix=UNFINISHED, dir=place)
        return path, os.open(path, os.O_RDONLY)

    return new_held(make)


def _missing(folder: str) -> list[str]:
    """A folder and those above it that don't exist, innermost first."""
    missing = []
    while not os.path.lexists(folder):
        missing.append(folder)
        folder = os.path.dirname(folder)
    return missing


def place_of(folder: str) -> str:
    """Where the unfinished folder for a folder is: in it, so that moving stays on its file system, or beside a new one."""
    real = os.path.realpath(folder)
    return real if os.path.isdir(real) else os.path.dirname(real)


def move_into(unfinished: str, folder: str, obsolete: Iterable[str] = ()) -> None:
    """Move all files of an unfinished folder to their folder, replacing those of the same names.

    Args:
        obsolete: Names of files in the folder that are removed as well.

    Raises:
        StoreError: One can't be moved or replaced; the folder is as it was.
    """
    names = sorted(os.listdir(unfinished))
    moved: list[tuple[str, str]] = []
    try:
        sync_folder(unfinished)
        if not os.path.isdir(folder):
            os.rename(unfinished, folder)
            sync_folder(os.path.dirname(folder))
            return
        for name in names:
            refuse_special_file(os.path.join(folder, name))
            if os.path.isdir(os.path.join(folder, name)):
                raise StoreError(f"{os.path.join(folder, name)} is a folder; move it away. Nothing was changed.")
        _move(unfinished, folder, names, obsolete, moved)
    except BaseException as error:
        for source, target in reversed(moved):
            os.rename(target, source)
        if isinstance(error, OSError):
            raise StoreError(f"Can't write {folder}: {why(error)}; nothing was changed.") from error
        raise


def _move(
    unfinished: str, folder: str, names: list[str], obsolete: Iterable[str], moved: list[tuple[str, str]]
) -> None:
    """Move what is replaced aside, then the new files in; ``moved`` gets each move as soon as it is made."""
    aside = os.path.join(unfinished, _ASIDE)
    os.mkdir(aside)
    for name in dict.fromkeys((*names, *obsolete)):
        if os.path.lexists(os.path.join(folder, name)):
            _rename(os.path.join(folder, name), os.path.join(aside, name), moved)
    replaced = os.path.join(unfinished, _REPLACED)
    os.rename(aside, replaced)
    moved[:] = [(source, os.path.join(replaced, os.path.basename(target))) for source, target in moved]
    for name in names:
        _rename(os.path.join(unfinished, name), os.path.join(folder, name), moved)
    sync_folder(folder)


def _rename(source: str, target: str, moved: list[tuple[str, str]]) -> None:
    os.rename(source, target)
    moved.append((source, target))


def clear_abandoned(place: str) -> list[str]:
    """Clear what killed processes left in a folder; ignores failures.

    A move that was interrupted is turned back where it had only put files aside, and else completed.

    Returns:
        The paths that were cleared.
    """
    cleared = []
    with contextlib.suppress(OSError), os.scandir(place) as entries:
        for entry in sorted(entries, key=lambda each: each.name):
            is_folder = entry.name.startswith(UNFINISHED) and entry.is_dir(follow_symlinks=False)
            is_file = entry.name.startswith(TEMPORARY) and entry.is_file(follow_symlinks=False)
            if is_folder or is_file:
                # It is held while it is cleared, so that nobody who has just made it goes on to write in it.
                with contextlib.suppress(OSError), _abandoned(entry.path) as is_left:
                    if is_left:
                        if is_folder:
                            _settle(entry.path, place)
                            rmtree(entry.path)
                        else:
                            os.unlink(entry.path)
                        cleared.append(entry.path)
    return cleared


def is_abandoned(path: str) -> bool:
    """Whether a file or folder belongs to this user, and no process holds it any more."""
    with _abandoned(path) as is_left:
        return is_left


@contextlib.contextmanager
def _abandoned(path: str) -> Iterator[bool]:
    """As :func:`is_abandoned`; an abandoned one is held for the time of the block."""
    if sys.platform == "win32":
        yield os.path.exists(path) and time.time() - os.stat(path).st_mtime > _WINDOWS_ABANDONED_SECONDS
        return
    try:
        is_ours = os.lstat(path).st_uid == os.geteuid()
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK) if is_ours else None
    except OSError:
        descriptor = None
    if descriptor is None:
        yield False
        return
    try:
        yield hold(descriptor)
    finally:
        os.close(descriptor)


def _settle(unfinished: str, folder: str) -> None:
    """Turn an interrupted move back, or complete it."""
    aside = os.path.join(unfinished, _ASIDE)
    if os.path.isdir(aside):
        for name in os.listdir(aside):
            if not os.path.lexists(os.path.join(folder, name)):
                os.rename(os.path.join(aside, name), os.path.join(folder, name))
    elif os.path.isdir(os.path.join(unfinished, _REPLACED)):
        for name in os.listdir(unfinished):
            if name != _REPLACED:
                os.replace(os.path.join(unfinished, name), os.path.join(folder, name))
