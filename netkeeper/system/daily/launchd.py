"""The job as a user agent of launchd (launchd.plist(5), launchctl(1))."""

from __future__ import annotations

import os

from netkeeper.system.daily.plan import Job, Plan, Run, Write
from netkeeper.system.files import read_bytes
from netkeeper.system.machine import Machine

TITLE = "launchd agent"
_LABEL = "netkeeper.remind"


def is_there(machine: Machine) -> bool:
    """Whether this is a Mac."""
    return machine.platform == "darwin" and machine.find("launchctl") is not None


def found(_machine: Machine) -> bool:
    """Whether the agent is installed."""
    return os.path.lexists(_path())


def install(machine: Machine, job: Job) -> Plan:
    """Plan to write the agent and load it, replacing an older one."""
    launchctl, data = _launchctl(machine), _agent(job)
    if read_bytes(_path()) == data and machine.run([launchctl, "print", _target()]).status == 0:
        return Plan(())
    before = [Run((launchctl, "bootout", _target()), may_fail=True)] if found(machine) else []
    return Plan((*before, Write(_path(), data), Run((launchctl, "bootstrap", _domain(), _path()))))


def remove(machine: Machine) -> Plan:
    """Plan to unload the agent and remove its file."""
    launchctl = machine.find("launchctl")
    before = [Run((launchctl, "bootout", _target()), may_fail=True)] if launchctl else []
    return Plan((*before, Write(_path(), None)))


def _path() -> str:
    return os.path.expanduser(f"~/Library/LaunchAgents/{_LABEL}.plist")


def _domain() -> str:
    return f"gui/{os.getuid()}"


def _target() -> str:
    return f"{_domain()}/{_LABEL}"


def _launchctl(machine: Machine) -> str:
    launchctl = machine.find("launchctl")
    assert launchctl is not None
    return launchctl


def _agent(job: Job) -> bytes:
    import plistlib

    agent: dict[str, object] = {
        "Label": _LABEL,
        "ProgramArguments": list(job.command),
        "StartCalendarInterval": {"Hour": job.at.hour, "Minute": job.at.minute},
    }
    if job.environment:
        agent["EnvironmentVariables"] = dict(job.environment)
    return plistlib.dumps(agent)
