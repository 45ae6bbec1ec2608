"""The machine's own programs: found by their whole path, and run without a shell."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from shutil import which
from typing import NamedTuple

from netkeeper.domain.errors import NetkeeperError

PLATFORM = sys.platform
"""``linux``, ``darwin``, ``win32`` or another of Python's names for what this runs on."""

_PATIENCE_SECONDS = 30


class ProgramResult(NamedTuple):
    """What a program left behind.

    Attributes:
        status: Its exit status.
        out: What it wrote to standard output.
        err: The first line that it wrote to standard error.
    """

    status: int
    out: bytes
    err: str


@dataclass(frozen=True, slots=True)
class Machine:
    """What this runs on.

    Attributes:
        platform: As :data:`PLATFORM`.
    """

    platform: str

    def find(self, name: str) -> str | None:
        """The whole path of a program; None where it isn't there."""
        found = which(name)
        return os.path.abspath(found) if found else None

    def run(self, args: Sequence[str], *, given: bytes = b"", more: Mapping[str, str] | None = None) -> ProgramResult:
        """Run a program to its end.

        Args:
            args: The program's whole path, and what follows.
            given: What it reads from standard input.
            more: Variables of its environment besides our own.

        Raises:
            NetkeeperError: It can't be started, or doesn't come to an end.
        """
        name = os.path.basename(args[0])
        try:
            done = subprocess.run(  # noqa: S603 - a whole path, and no shell
                list(args),
                input=given,
                capture_output=True,
                env={**os.environ, **(more or {})},
                timeout=_PATIENCE_SECONDS,
                check=False,
            )
        except OSError as error:
            raise NetkeeperError(f"Can't start {args[0]}: {error.strerror}.") from error
        except subprocess.TimeoutExpired:
            raise NetkeeperError(f"{name} does not come to an end; nothing more was done.") from None
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        return ProgramResult(done.returncode, done.stdout, lines[0] if lines else "")


def this_machine() -> Machine:
    """What this runs on."""
    return Machine(PLATFORM)
