"""Running the machine's programs by absolute path, without a shell."""

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
"""Python's name of the platform: ``linux``, ``darwin``, ``win32``, …"""

_PATIENCE_SECONDS = 30


class ProgramResult(NamedTuple):
    """The result of a program.

    Attributes:
        status: Its exit status.
        out: Its standard output.
        err: The first line of its standard error.
    """

    status: int
    out: bytes
    err: str


@dataclass(frozen=True, slots=True)
class Machine:
    """A machine that can find and run programs; tests replace it.

    Attributes:
        platform: As :data:`PLATFORM`.
    """

    platform: str

    def find(self, name: str) -> str | None:
        """The absolute path of a program; None if it is missing."""
        found = which(name)
        return os.path.abspath(found) if found else None

    def run(self, args: Sequence[str], *, given: bytes = b"", more: Mapping[str, str] | None = None) -> ProgramResult:
        """Run a program and wait for its end.

        Args:
            args: The program's absolute path and its arguments.
            given: Its standard input.
            more: Environment variables to add to those of this process.

        Raises:
            NetkeeperError: It can't be started, or does not end within ``_PATIENCE_SECONDS``.
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
    """The machine that this process runs on."""
    return Machine(PLATFORM)
