"""The lock for writing to a network's folder.

It is a kernel lock (``flock``), so it is released when its holder dies. A free lock takes one system call; importing
filelock for it would double the start time of ``netkeeper log``. Waiting for the lock, and everything on Windows, is
left to filelock, on the same file with the same kernel lock.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Callable, Iterator

from netkeeper.domain.errors import BusyError, StoreError
from netkeeper.system.files import open_private, why

LOCK_NAME = ".lock"
SIGNATURE_LENGTH = 21
"""Size of the holder's process number in the lock file, in bytes; the holder's note may follow."""
TIMEOUT_SECONDS = 5.0

_NO_LOCKS = {errno.ENOSYS, errno.ENOLCK, errno.ENOTSUP, errno.EOPNOTSUPP}


class Lock:
    """A lock that is held."""

    def __init__(self, descriptor: int | None, release: Callable[[], None]) -> None:
        self._descriptor = descriptor
        self.release = release
        # Fixed length, so that the file need not be truncated first.
        self._write(b"%-20d\n" % os.getpid(), 0)

    def note(self, data: bytes) -> None:
        """Write a note into the lock file for the next holder; failures are ignored."""
        self._write(data, SIGNATURE_LENGTH)

    def _write(self, data: bytes, offset: int) -> None:
        if sys.platform != "win32" and self._descriptor is not None:
            with contextlib.suppress(OSError):
                os.pwrite(self._descriptor, data, offset)


@contextlib.contextmanager
def locked(folder: str, timeout_seconds: float | None = None) -> Iterator[Lock]:
    """Hold a folder's lock.

    Args:
        timeout_seconds: How long to wait for another process; None for ``TIMEOUT_SECONDS``.

    Raises:
        BusyError: Another process holds it all that time; the message names the process.
        StoreError: Locking is impossible (read-only folder, drive without locks).
    """
    path = os.path.join(folder, LOCK_NAME)
    try:
        lock = _try_at_once(path) or _wait(path, TIMEOUT_SECONDS if timeout_seconds is None else timeout_seconds)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            raise no_locks_here(folder) from error
        raise StoreError(f"Can't write in {folder}: {why(error)}.") from error
    try:
        yield lock
    finally:
        lock.release()


def _try_at_once(path: str) -> Lock | None:
    """Take the lock if it is free; None if it isn't, or on Windows."""
    if sys.platform == "win32":
        return None
    import fcntl

    descriptor = open_private(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0))
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        # If the file was deleted between opening and locking, the lock is worthless.
        if os.fstat(descriptor).st_nlink:
            return Lock(descriptor, lambda: os.close(descriptor))
    except BlockingIOError:
        pass
    except BaseException:
        os.close(descriptor)
        raise
    os.close(descriptor)
    return None


def _wait(path: str, timeout_seconds: float) -> Lock:
    """Wait for the lock with filelock."""
    import filelock

    lock = filelock.FileLock(path, timeout=timeout_seconds, mode=0o600, poll_interval=0.01)
    try:
        lock.acquire()
    except filelock.Timeout:
        raise BusyError(
            f"Another netkeeper{_holder(path)} is writing and does not finish; close it, or try again."
        ) from None
    if sys.platform == "win32":
        return Lock(None, lock.release)
    try:
        descriptor = open_private(path, os.O_RDWR)
    except BaseException:
        lock.release()
        raise

    def release() -> None:
        os.close(descriptor)
        lock.release()

    return Lock(descriptor, release)


def _holder(path: str) -> str:
    """The holder's process number for messages; empty if unknown."""
    try:
        with open(path, "rb") as file:
            number = file.read(SIGNATURE_LENGTH).strip()
    except OSError:
        return ""
    return f" (process {number.decode()})" if number.isdigit() else ""


def no_locks_here(folder: str) -> StoreError:
    """The error about a folder on a drive without file locks."""
    brief = (
        f"{folder} is on a drive without file locks (a network drive?), where two programs could spoil "
        "each other's work; keep the network on a local disk"
    )
    return StoreError(f"{brief}, with --data.", brief=f"{brief}.")
