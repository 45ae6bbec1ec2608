"""What is going to be done to a machine: to be shown first, then carried out, whole or not at all."""

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
    """What is to be done every day.

    Attributes:
        command: The program's whole path, and what follows.
        environment: Variables that it needs.
        at: When.
    """

    command: tuple[str, ...]
    environment: Mapping[str, str]
    at: TimeOfDay


@dataclass(frozen=True, slots=True)
class Write:
    """A file is written: with these bytes, or, with None, taken away."""

    path: str
    data: bytes | None


@dataclass(frozen=True, slots=True)
class Run:
    """A program is run.

    Attributes:
        args: Its whole path, and what follows.
        given: What it reads.
        explanation: What that does, in words, where the command itself doesn't tell.
        may_fail: Whether it does no harm if it fails.
    """

    args: Sequence[str]
    given: bytes = b""
    explanation: str = ""
    may_fail: bool = False


Step = Write | Run


@dataclass(frozen=True, slots=True)
class Plan:
    """Steps, in their order.

    Attributes:
        steps: All of them.
        leftovers: Files that another program makes of it, and folders; taken away at the end where they are
            there, the folders only if they are empty.
    """

    steps: Sequence[Step]
    leftovers: Sequence[str] = field(default=())

    def lines(self) -> list[str]:
        """What it does, line by line: every file as it will be, every command as it will be run."""
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
        """Do it; where a step fails, put the files back as they were.

        Raises:
            NetkeeperError: It could not be done.
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
    """What brings a file back as it is now."""
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
