"""A task of Windows' own scheduler (schtasks)."""

from __future__ import annotations

import subprocess

from netkeeper.system.daily.plan import Job, Plan, Run
from netkeeper.system.machine import Machine

TITLE = "scheduled task"
_NAME = "netkeeper remind"


def is_there(machine: Machine) -> bool:
    """Whether this is Windows."""
    return machine.platform == "win32" and machine.find("schtasks") is not None


def found(machine: Machine) -> bool:
    """Whether the task is set up."""
    schtasks = machine.find("schtasks")
    return schtasks is not None and machine.run([schtasks, "/Query", "/TN", _NAME]).status == 0


def install(machine: Machine, job: Job) -> Plan:
    """Make the task, in place of the one before; variables that a person sets are there for it too."""
    at = f"{job.at.hour:02}:{job.at.minute:02}"
    command = subprocess.list2cmdline(job.command)
    return Plan((Run((_schtasks(machine), "/Create", "/F", "/SC", "DAILY", "/ST", at, "/TN", _NAME, "/TR", command)),))


def remove(machine: Machine) -> Plan:
    """Delete the task."""
    return Plan((Run((_schtasks(machine), "/Delete", "/F", "/TN", _NAME)),))


def _schtasks(machine: Machine) -> str:
    schtasks = machine.find("schtasks")
    assert schtasks is not None
    return schtasks
