"""The job as a task of Windows' scheduler (schtasks)."""

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
    """Whether the task is installed."""
    schtasks = machine.find("schtasks")
    return schtasks is not None and machine.run([schtasks, "/Query", "/TN", _NAME]).status == 0


def install(machine: Machine, job: Job) -> Plan:
    """Plan to create or replace the task; tasks get the user's environment variables, so none are set."""
    at = f"{job.at.hour:02}:{job.at.minute:02}"
    command = subprocess.list2cmdline(job.command)
    return Plan((Run((_schtasks(machine), "/Create", "/F", "/SC", "DAILY", "/ST", at, "/TN", _NAME, "/TR", command)),))


def remove(machine: Machine) -> Plan:
    """Plan to delete the task."""
    return Plan((Run((_schtasks(machine), "/Delete", "/F", "/TN", _NAME)),))


def _schtasks(machine: Machine) -> str:
    schtasks = machine.find("schtasks")
    assert schtasks is not None
    return schtasks
