"""Durable, atomic, private file operations.

Everything is private (files 0600, folders 0700) whatever the umask; replacing a file leaves the old one or the new
one, never a mixture. Windows has neither modes nor folder syncing; there the access control of the user's profile and
NTFS's journal are relied on.
"""

from __future__ import annotations

import contextlib
import errno
import os
import stat
import sys
import time
from collections.abc import Callable, Iterator

from netkeeper.domain.errors import AlreadyThereError, DamagedError, StoreError

FILE_MODE = 0o600
FOLDER_MODE = 0o700
TEMPORARY = ".netkeeper-tmp-"
"""Name prefix of temporary files and folders."""

_POSIX = sys.platform != "win32"
_HOLDING_TRIES = 5
_WINDOWS_TRIES = 50
_WINDOWS_PAUSE_SECONDS = 0.02
_NO_FOLDER_SYNC = {errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.EACCES}


def why(error: OSError) -> str:
    """A description of an operating system error for the user."""
    words = {
        errno.ENOSPC: "the disk is full",
        errno.EDQUOT: "the disk quota is used up",
        errno.EFBIG: "the file may not grow any more",
        errno.EROFS: "the disk is read-only",
        errno.EACCES: "this user may not do that there",
        errno.EPERM: "this user may not do that there",
        errno.ENOENT: "it isn't there",
        errno.ENOTDIR: "a part of the path is no folder",
        errno.EISDIR: "it is a folder",
        errno.ELOOP: "its links lead in a circle",
        errno.ENAMETOOLONG: "the name is too long",
        errno.EIO: "the disk can't read or write it; it may be failing",
    }
    return words.get(error.errno or 0, error.strerror or type(error).__name__)


def unreadable(path: str, error: OSError) -> StoreError:
    """The error about a file that can't be read: DamagedError for a failing disk, else StoreError."""
    if error.errno == errno.EIO:
        return DamagedError(f"{path} is damaged: {why(error)}.", path)
    return StoreError(f"Can't read {path}: {why(error)}.")


def make_folder(path: str) -> None:
    """Create a folder and its parents, private to this user; an existing one is unchanged.

    Raises:
        StoreError: It can't be made.
    """
    if os.path.isdir(path):
        return
    try:
        parent = os.path.dirname(os.path.abspath(path))
        if not os.path.isdir(parent):
            make_folder(parent)
        os.mkdir(path, FOLDER_MODE)
        if _POSIX:
            os.chmod(path, FOLDER_MODE)
        sync_folder(parent)
    except FileExistsError:
        if not os.path.isdir(path):
            raise StoreError(
                f"{path} is no folder; name another one with --data.", brief=f"{path} is no folder."
            ) from None
    except OSError as error:
        raise StoreError(f"Can't make the folder {path}: {why(error)}.") from error


def real_path(path: str) -> str:
    """Resolve a symbolic link, so that writing replaces its target and not the link.

    Raises:
        StoreError: The link is broken or circular.
    """
    if not os.path.islink(path):
        return path
    target = os.path.realpath(path)
    if os.path.islink(target):
        raise StoreError(f"{path} is a link whose links lead in a circle; mend or remove the link.")
    if not os.path.exists(target):
        raise StoreError(f"{path} is a link to {target}, which isn't there; mend or remove the link.")
    return target


def refuse_special_file(path: str) -> None:
    """Refuse to replace a device, pipe or socket by a file, also at the end of links.

    Raises:
        StoreError: The path is one.
    """
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise StoreError(f"{path} is no file but a device or a pipe; name a file. Nothing was changed.")


def check_owner(path: str, status: os.stat_result) -> None:
    """Check that a file belongs to this user.

    Raises:
        StoreError: It belongs to another user.
    """
    if _POSIX and status.st_uid != os.geteuid():
        raise StoreError(f"{path} belongs to another user of this machine; netkeeper leaves it alone.")


def read_bytes(path: str) -> bytes | None:
    """The content of a file; None if it does not exist.

    Raises:
        StoreError: It can't be read, is a broken link, or belongs to another user.
    """
    path = real_path(path)
    try:
        with open(path, "rb") as file:
            check_owner(path, os.fstat(file.fileno()))
            return file.read()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise unreadable(path, error) from error


def open_private(path: str, flags: int) -> int:
    """Open a file with mode 0600, whatever the umask, not inherited by child processes."""
    descriptor = os.open(path, flags | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0), FILE_MODE)
    if _POSIX and flags & os.O_CREAT:
        os.fchmod(descriptor, FILE_MODE)
    return descriptor


def write_all(descriptor: int, data: bytes) -> None:
    """Write all bytes; raises OSError on a partial write that can't be continued."""
    rest = memoryview(data)
    while rest:
        written = os.write(descriptor, rest)
        if not written:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        rest = rest[written:]


def sync_folder(path: str) -> None:
    """Make renames within a folder durable, if the system supports it."""
    if not _POSIX:
        return
    try:
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise


def replace_file(path: str, data: bytes, *, new_only: bool = False) -> None:
    """Write a file atomically and durably: temporary file, fsync, rename, fsync of the folder.

    Args:
        path: The file; if it is a link, its target is replaced.
        data: The content.
        new_only: Refuse to replace an existing file or link.

    Raises:
        AlreadyThereError: ``new_only`` is set and the path exists.
        StoreError: It can't be written, or is a device or pipe; an existing file is unchanged.
    """
    refuse_special_file(path)
    try:
        if new_only and os.path.lexists(path):
            raise AlreadyThereError(path)
        target = real_path(path)
        folder = os.path.dirname(os.path.abspath(target))
        with _temporary(folder, data) as temporary:
            if new_only:
                _rename_new(temporary, target)
            else:
                _rename_over(temporary, target)
    except OSError as error:
        raise StoreError(f"Can't write {path}: {why(error)}; nothing was changed.") from error
    try:
        sync_folder(folder)
    except OSError as error:
        raise StoreError(f"Wrote {path}, but can't make sure that it lasts: {why(error)}.") from error


def _rename_over(temporary: str, target: str) -> None:
    """Rename over an existing file; retries on Windows, where an open file can't be replaced."""
    for _ in range(0 if _POSIX else _WINDOWS_TRIES):
        try:
            os.replace(temporary, target)
        except PermissionError:
            time.sleep(_WINDOWS_PAUSE_SECONDS)
        else:
            return
    os.replace(temporary, target)


def _rename_new(temporary: str, target: str) -> None:
    """Rename without replacing a file that was created meanwhile."""
    if not _POSIX:
        os.rename(temporary, target)  # Windows' rename refuses an existing target by itself.
        return
    try:
        os.link(temporary, target)
    except FileExistsError:
        raise AlreadyThereError(target) from None
    except OSError:
        # On file systems without hard links (FAT, some network drives), the caller's check must suffice.
        os.replace(temporary, target)
        return
    os.unlink(temporary)


@contextlib.contextmanager
def _temporary(folder: str, data: bytes) -> Iterator[str]:
    """The path of a new private file with this content, synced; removed if the block raises."""
    path, descriptor = new_held(lambda: _new_file(os.path.join(folder, TEMPORARY + os.urandom(6).hex())))
    try:
        with contextlib.ExitStack() as open_until_renamed:
            open_until_renamed.callback(os.close, descriptor)
            write_all(descriptor, data)
            os.fsync(descriptor)
            if not _POSIX:
                open_until_renamed.close()  # Windows renames no open file.
            yield path
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(path)
        raise


def _new_file(path: str) -> tuple[str, int]:
    return path, open_private(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL)


def new_held(make: Callable[[], tuple[str, int]]) -> tuple[str, int]:
    """Make a file or folder that this process holds from the beginning, see :func:`hold`.

    Between being made and being held it looks abandoned. Where another process looked just then, and may be removing it,
    another one is made. Where nothing can be held, it is not.

    Args:
        make: Makes one of a new name; returns its path and an open descriptor.
    """
    for is_last in (*[False] * _HOLDING_TRIES, True):
        try:
            path, descriptor = make()
        except FileNotFoundError:
            if is_last:
                raise
            continue
        if not _POSIX or is_last or (hold(descriptor) and os.path.lexists(path)):
            break
        os.close(descriptor)
        with contextlib.suppress(OSError):
            (os.rmdir if os.path.isdir(path) else os.unlink)(path)
    return path, descriptor


def hold(descriptor: int) -> bool:
    """Hold an open file or folder until it is closed (``flock``); whether it is held now, which Windows can't."""
    if sys.platform == "win32":
        return False
    import fcntl

    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True
