"""The job as a user timer of systemd (systemd.timer(5), systemd.service(5))."""

from __future__ import annotations

import os

from netkeeper.system.daily.plan import Job, Plan, Run, Write
from netkeeper.system.files import read_bytes
from netkeeper.system.machine import Machine

TITLE = "systemd timer"
_NAME = "netkeeper-remind"
_TIMER = f"{_NAME}.timer"


def is_there(machine: Machine) -> bool:
    """Whether systemd runs for this user."""
    systemctl = machine.find("systemctl")
    return systemctl is not None and machine.run([systemctl, "--user", "show-environment"]).status == 0


def found(_machine: Machine) -> bool:
    """Whether the timer or its service is installed."""
    return any(os.path.lexists(path) for path in _paths())


def is_running(machine: Machine) -> bool:
    """Whether the timer is enabled."""
    systemctl = machine.find("systemctl")
    return systemctl is not None and machine.run([systemctl, "--user", "is-enabled", _TIMER]).status == 0


def install(machine: Machine, job: Job) -> Plan:
    """Plan to write the timer and its service, and enable them."""
    service, timer = _paths()
    files = {service: _service(job), timer: _timer(job)}
    systemctl = _systemctl(machine)
    if all(read_bytes(path) == data for path, data in files.items()) and is_running(machine):
        return Plan(())
    return Plan(
        (
            *(Write(path, data) for path, data in files.items()),
            Run((systemctl, "--user", "daemon-reload")),
            Run((systemctl, "--user", "enable", "--now", _TIMER)),
        )
    )


def remove(machine: Machine) -> Plan:
    """Plan to disable the timer, and remove its files and those that systemd made."""
    systemctl = machine.find("systemctl")
    wants = os.path.join(_folder(), "timers.target.wants")
    data = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    stamp = os.path.join(data, "systemd", "timers", f"stamp-{_TIMER}")
    before = [Run((systemctl, "--user", "disable", "--now", _TIMER), may_fail=True)] if systemctl else []
    after = [Run((systemctl, "--user", "daemon-reload"), may_fail=True)] if systemctl else []
    return Plan(
        (*before, *(Write(path, None) for path in _paths() if os.path.lexists(path)), *after),
        (stamp, os.path.join(wants, _TIMER), wants, _folder(), os.path.dirname(_folder())),
    )


def _folder() -> str:
    config = os.environ.get("XDG_CONFIG_HOME") or os.path.expanduser("~/.config")
    return os.path.join(config, "systemd", "user")


def _paths() -> tuple[str, str]:
    return os.path.join(_folder(), f"{_NAME}.service"), os.path.join(_folder(), _TIMER)


def _systemctl(machine: Machine) -> str:
    systemctl = machine.find("systemctl")
    assert systemctl is not None
    return systemctl


def _service(job: Job) -> bytes:
    variables = "".join(f"Environment={_word(f'{name}={value}')}\n" for name, value in job.environment.items())
    program, *rest = map(_word, job.command)
    # systemd expands variables in arguments, but not in the program's path.
    command = " ".join([program, *(each.replace("$", "$$") for each in rest)])
    return (
        f"[Unit]\nDescription=netkeeper's reminder of the day\n\n[Service]\nType=oneshot\n{variables}ExecStart={command}\n"
    ).encode()


def _timer(job: Job) -> bytes:
    return (
        "[Unit]\nDescription=netkeeper's reminder of the day\n\n"
        f"[Timer]\nOnCalendar=*-*-* {job.at.hour:02}:{job.at.minute:02}:00\n"
        "Persistent=true\n\n[Install]\nWantedBy=timers.target\n"
    ).encode()


def _word(text: str) -> str:
    """Quote a word for a unit file (systemd.syntax(7); systemd.unit(5), "Specifiers")."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'
