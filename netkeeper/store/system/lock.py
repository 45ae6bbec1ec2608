"""The lock that makes two writers take turns.

The lock is the kernel's (``flock``), so it is free the moment its holder dies, however it dies. The
usual case, where nobody else is writing, is one system call; importing filelock for it would double
the start of ``netkeeper log``. Where somebody is writing, and on Windows, filelock does the waiting,
on the same file and the same kernel lock.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Iterator

from netkeeper.domain.errors import BusyError, StoreError
from netkeeper.store.system.files import open_private, why

LOCK_NAME = ".lock"
TIMEOUT_SECONDS = 5.0

_NO_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP}


@contextlib.contextmanager
def locked(folder: str, timeout_seconds: float = TIMEOUT_SECONDS) -> Iterator[None]:
    """Hold a folder's lock.

    Args:
        folder: The network's folder, which must be there.
        timeout_seconds: How long to wait for another process to finish.

    Raises:
        BusyError: Another process holds it all that time; the message names the process.
        StoreError: The lock can't be taken there at all (read-only, no locks on that drive).
    """
    path = os.path.join(folder, LOCK_NAME)
    try:
        release = _try_at_once(path) or _wait(path, timeout_seconds)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            raise StoreError(
                f"{folder} is on a drive without file locks (a network drive?), where two programs could spoil "
                "each other's work; keep the network on a local disk, with --data."
            ) from error
        raise StoreError(f"Can't write in {folder}: {why(error)}.") from error
    try:
        yield
    finally:
        release.close()


def _try_at_once(path: str) -> contextlib.ExitStack | None:
    """Take the lock if it is free; None where it is not, or where only filelock knows how."""
    if sys.platform == "win32":
        return None
    import fcntl

    descriptor = open_private(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0))
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        os.close(descriptor)
        return None
    except BaseException:
        os.close(descriptor)
        raise
    if os.fstat(descriptor).st_nlink == 0:
        # Somebody removed the file between the opening and the locking: that lock guards nothing.
        os.close(descriptor)
        return None
    _sign(path, descriptor)
    release = contextlib.ExitStack()
    release.callback(os.close, descriptor)
    return release


def _wait(path: str, timeout_seconds: float) -> contextlib.ExitStack:
    """Wait for the lock with filelock."""
    import filelock

    lock = filelock.FileLock(path, timeout=timeout_seconds, mode=0o600, poll_interval=0.01)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise BusyError(
            f"Another netkeeper{_holder(path)} is writing and does not finish; close it, or try again."
        ) from None
    if sys.platform != "win32":
        with open(path, "r+b", buffering=0) as file:
            _sign(path, file.fileno())
    release = contextlib.ExitStack()
    release.callback(lock.release)
    return release


def _sign(path: str, descriptor: int) -> None:
    """Leave the holder's process number for whoever waits in vain; a full disk may swallow it."""
    with contextlib.suppress(OSError):
        os.truncate(descriptor if os.truncate in os.supports_fd else path, 0)
        os.pwrite(descriptor, b"%d\n" % os.getpid(), 0)


def _holder(path: str) -> str:
    """Who holds the lock, as far as it is known."""
    try:
        with open(path, "rb") as file:
            number = file.read(20).strip()
    except OSError:
        return ""
    return f" (process {number.decode()})" if number.isdigit() else ""
