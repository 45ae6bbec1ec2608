"""Processes that die, and disks that refuse, at a chosen moment."""

from __future__ import annotations

import builtins
import contextlib
import errno
import os
from collections.abc import Callable, Iterator
from typing import Any

import pytest

CHANGES = (
    "open",
    "write",
    "pwrite",
    "fsync",
    "replace",
    "rename",
    "link",
    "unlink",
    "mkdir",
    "rmdir",
    "ftruncate",
    "chmod",
    "fchmod",
)
"""What a process asks of the disk; reading and closing do no harm, so they always work."""


class Killed(BaseException):
    """Stands for the end of a process: nothing it would still do reaches the disk."""


class Disk:
    """What was asked of the disk.

    Attributes:
        calls: Name and argument (the path, or what a descriptor stands for) of each call.
    """

    def __init__(self) -> None:
        self.calls: list[tuple[str, str]] = []
        self._names: dict[int, str] = {}

    def note(self, name: str, args: tuple[Any, ...], result: object) -> None:
        """Remember a call that has worked."""
        subject = args[1] if name in ("replace", "rename", "link") else args[0]
        if name == "open":
            assert isinstance(result, int)
            self._names[result] = os.fspath(subject)
        self.calls.append((name, self._names.get(subject, "?") if isinstance(subject, int) else os.fspath(subject)))

    def names(self) -> list[str]:
        """The names of the calls."""
        return [name for name, _ in self.calls]


@contextlib.contextmanager
def watched(hook: Callable[[str, tuple[Any, ...], int], None] | None = None) -> Iterator[Disk]:
    """Record what is asked of the disk inside.

    Args:
        hook: Called before each call with its name, arguments and number, from 0; may raise.
    """
    disk = Disk()
    count = 0

    def wrapped(name: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            nonlocal count
            number, count = count, count + 1
            if hook is not None:
                hook(name, args, number)
            result = real(*args, **options)
            disk.note(name, args, result)
            return result

        return call

    with pytest.MonkeyPatch.context() as patch:
        for name in CHANGES:
            patch.setattr(os, name, wrapped(name, getattr(os, name)))
        yield disk


@contextlib.contextmanager
def dying(after: int) -> Iterator[list[str]]:
    """Kill what runs inside when it asks the disk for something once more than ``after`` times.

    A write that is cut short leaves half of its bytes.

    Yields:
        A list that holds the name of the last call, if it came to that.
    """
    death: list[str] = []
    write = os.write

    def hook(name: str, args: tuple[Any, ...], number: int) -> None:
        if number < after:
            return
        if not death:
            death.append(name)
            if name == "write":
                write(args[0], bytes(args[1][: len(args[1]) // 2]))
        raise Killed

    with watched(hook), contextlib.suppress(Killed):
        yield death


@contextlib.contextmanager
def refusing(after: int, code: int, *, for_good: bool = False) -> Iterator[list[str]]:
    """Make one call to the disk fail inside, or all from that one on.

    Args:
        after: How many calls work first.
        code: The ``errno`` it fails with.
        for_good: Whether all that follow fail too.

    Yields:
        A list that holds the name of the call that failed, if it came to that.
    """
    failed: list[str] = []

    def hook(name: str, args: tuple[Any, ...], number: int) -> None:
        if number == after or (for_good and number > after):
            failed.append(name)
            raise OSError(code, os.strerror(code))

    with watched(hook):
        yield failed


@contextlib.contextmanager
def failing_reads(inode: int) -> Iterator[None]:
    """Make reading one file fail as on a failing disk."""
    real = builtins.open

    def opened(path: Any, mode: str = "r", *args: Any, **options: Any) -> Any:
        file = real(path, mode, *args, **options)
        if os.fstat(file.fileno()).st_ino == inode and "b" in mode:
            file.close()
            raise OSError(errno.EIO, os.strerror(errno.EIO))
        return file

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(builtins, "open", opened)
        yield
