"""Plans of changes to the machine: shown to the user, then carried out completely or rolled back."""

from __future__ import annotations

import contextlib
import os
import shlex
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from netkeeper.domain.dates.time_of_day import TimeOfDay
from netkeeper.domain.errors import NetkeeperError, StoreError
from netkeeper.system.files import make_folder, read_bytes, replace_file, why
from netkeeper.system.machine import Machine


@dataclass(frozen=True, slots=True)
class Job:
    """The daily job.

    Attributes:
        command: The program's absolute path and its arguments.
        environment: Environment variables that it needs.
        at: Local time of day.
    """

    command: tuple[str, ...]
    environment: Mapping[str, str]
    at: TimeOfDay


@dataclass(frozen=True, slots=True)
class Write:
    """Write a file, or remove it if ``data`` is None."""

    path: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Run:
    """Run a program.

    Attributes:
        args: Its absolute path and its arguments.
        given: Its standard input.
        explanation: A description for the user, if the command is not self-explanatory.
        may_fail: Ignore failure.
    """

    args: Sequence[str]
    given: bytes = b""
    explanation: str = ""
    may_fail: bool = False


Step = Write | Run


@dataclass(frozen=True, slots=True)
class Plan:
    """A sequence of steps.

    Attributes:
        steps: The steps, in order.
        leftovers: Files made by other programs, and folders, to be removed at the end if they exist; folders only
            if they are empty.
    """

    steps: Sequence[Step]
    leftovers: Sequence[str] = field(default=())

    def lines(self) -> list[str]:
        """A description of the plan: the content of each file, and each command."""
        lines: list[str] = []
        for step in self.steps:
            if isinstance(step, Run):
                lines.append(f"Run {shlex.join(step.args)}")
                lines += [f"    {line}" for line in step.explanation.splitlines()]
            elif step.data is None:
                lines.append(f"Remove {step.path}")
            else:
                lines.append(f"Write {step.path}")
                lines += [f"    {line}" for line in step.data.decode("utf-8", "replace").splitlines()]
        return lines

    def carry_out(self, machine: Machine) -> None:
        """Carry out the steps; if one fails, restore the files.

        Raises:
            NetkeeperError: A step failed.
        """
        undo: list[Callable[[], None]] = []
        try:
            for step in self.steps:
                if isinstance(step, Write):
                    undo.append(_restorer(step.path))
                    _write(step.path, step.data)
                else:
                    _run(machine, step)
        except NetkeeperError as error:
            for take_back in reversed(undo):
                with contextlib.suppress(NetkeeperError, OSError):
                    take_back()
            raise NetkeeperError(f"{error} Everything is as it was.") from error
        for path in self.leftovers:
            with contextlib.suppress(OSError):
                (os.rmdir if os.path.isdir(path) else os.unlink)(path)


def _run(machine: Machine, step: Run) -> None:
    ran = machine.run(step.args, given=step.given)
    if ran.status and not step.may_fail:
        name = os.path.basename(step.args[0])
        raise NetkeeperError(f"{name} refused: {ran.err or f'exit status {ran.status}'}.")


def _restorer(path: str) -> Callable[[], None]:
    """A function that restores the present content of a file."""
    before = read_bytes(path)
    return lambda: _write(path, before)


def _write(path: str, data: bytes | None) -> None:
    if data is not None:
        make_folder(os.path.dirname(path))
        replace_file(path, data)
        return
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except OSError as error:
        raise StoreError(f"Can't remove {path}: {why(error)}.") from error
