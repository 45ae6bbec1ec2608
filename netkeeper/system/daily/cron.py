"""The job as a line in the user's crontab (crontab(1), crontab(5)); other lines are preserved byte for byte."""

from __future__ import annotations

import shlex

from netkeeper.domain.errors import NetkeeperError
from netkeeper.system.daily.plan import Job, Plan, Run
from netkeeper.system.machine import Machine

TITLE = "cron line"
_MARK = b" # netkeeper-remind"
"""The end of netkeeper's line, a comment for the shell."""


def is_there(machine: Machine) -> bool:
    """Whether the machine has crontab."""
    return machine.find("crontab") is not None


def found(machine: Machine) -> bool:
    """Whether the line is in the crontab."""
    crontab = machine.find("crontab")
    return crontab is not None and any(map(_is_ours, _lines(machine, crontab)))


def install(machine: Machine, job: Job) -> Plan:
    """Plan to append the line to the crontab, replacing an older one."""
    crontab = _crontab(machine)
    lines = _lines(machine, crontab)
    line = _line(job)
    others = [each for each in lines if not _is_ours(each)]
    if [each.rstrip(b"\n") for each in lines if _is_ours(each)] == [line]:
        return Plan(())
    if others and not others[-1].endswith(b"\n"):
        others[-1] += b"\n"  # cron ignores a last line without a line feed.
    explanation = (
        f"with this line {'beside those that are there' if others else 'in it'}:\n    {line.decode('utf-8', 'replace')}"
    )
    return Plan((Run((crontab, "-"), b"".join(others) + line + b"\n", explanation),))


def remove(machine: Machine) -> Plan:
    """Plan to remove the line, or the whole crontab if it has no other."""
    crontab = _crontab(machine)
    lines = _lines(machine, crontab)
    others = b"".join(each for each in lines if not _is_ours(each))
    ours = next(each for each in lines if _is_ours(each)).decode("utf-8", "replace").strip()
    if not others:
        return Plan((Run((crontab, "-r"), explanation=f"where nothing is but this line:\n    {ours}"),))
    return Plan((Run((crontab, "-"), others, f"without this line; the others stay:\n    {ours}"),))


def _crontab(machine: Machine) -> str:
    crontab = machine.find("crontab")
    assert crontab is not None
    return crontab


def _lines(machine: Machine, crontab: str) -> list[bytes]:
    """The lines of the crontab, line ends included.

    Raises:
        NetkeeperError: It can't be read, so it must not be overwritten.
    """
    ran = machine.run([crontab, "-l"], more={"LC_ALL": "C"})
    if ran.status and "no crontab" in ran.err.lower():
        return []
    if ran.status:
        raise NetkeeperError(f"The crontab can't be read: {ran.err or f'exit status {ran.status}'}.")
    return _split(ran.out)


def _split(data: bytes) -> list[bytes]:
    """Split at line feeds only, which ``splitlines`` doesn't."""
    lines = [line + b"\n" for line in data.split(b"\n")]
    lines[-1] = lines[-1][:-1]
    return [line for line in lines if line]


def _is_ours(line: bytes) -> bool:
    return line.rstrip().endswith(_MARK) and not line.lstrip().startswith(b"#")


def _line(job: Job) -> bytes:
    variables = [f"{name}={shlex.quote(value)}" for name, value in job.environment.items()]
    command = " ".join([*variables, shlex.join(job.command)])
    # An unescaped percent sign ends the command (crontab(5)); without output cron sends no mail.
    escaped = command.replace("%", "\\%")
    return f"{job.at.minute} {job.at.hour} * * * {escaped} >/dev/null".encode() + _MARK
