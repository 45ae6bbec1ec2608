"""Holding a file or folder while it is in use, so that other processes tell it from one that was abandoned."""

from __future__ import annotations

import os
import sys
import time

_WINDOWS_ABANDONED_SECONDS = 3600
"""Where nothing can be held, what was not changed for so long is abandoned."""


def hold(descriptor: int) -> bool:
    """Hold an open file or folder until it is closed (``flock``).

    Returns:
        Whether it is held now; False where another process holds it, and where that is impossible.
    """
    if sys.platform == "win32":
        return False
    try:
        lock_at_once(descriptor)
    except OSError:
        return False
    return True


def lock_at_once(descriptor: int) -> None:
    """Lock an open file (``flock``); not on Windows.

    Raises:
        BlockingIOError: Another process holds it.
        OSError: Locking is impossible.
    """
    if sys.platform != "win32":
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def is_abandoned(path: str) -> bool:
    """Whether a file or folder belongs to this user, and no process holds it any more."""
    try:
        if sys.platform == "win32":
            return time.time() - os.stat(path).st_mtime > _WINDOWS_ABANDONED_SECONDS
        if os.lstat(path).st_uid != os.geteuid():
            return False
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW)
    except OSError:
        return False
    try:
        return hold(descriptor)
    finally:
        os.close(descriptor)
