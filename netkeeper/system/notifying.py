"""Showing a notification on the desktop, by the program that the platform has for it."""

from __future__ import annotations

import os
from html import escape

from netkeeper.domain.errors import NetkeeperError
from netkeeper.system.machine import Machine, ProgramResult

_OSASCRIPT = (
    "-e", "on run argv",
    "-e", "display notification (item 2 of argv) with title (item 1 of argv)",
    "-e", "end run",
)  # fmt: skip
"""What is shown comes as arguments, so that nothing of it is ever a script."""

_TITLE, _BODY = "NETKEEPER_NOTE_TITLE", "NETKEEPER_NOTE_BODY"
_POWERSHELL = (
    "$ErrorActionPreference='Stop';"
    "[void][Windows.UI.Notifications.ToastNotificationManager,Windows.UI.Notifications,ContentType=WindowsRuntime];"
    "$x=[Windows.UI.Notifications.ToastNotificationManager]::GetTemplateContent("
    "[Windows.UI.Notifications.ToastTemplateType]::ToastText02);"
    "$t=$x.GetElementsByTagName('text');"
    f"[void]$t.Item(0).AppendChild($x.CreateTextNode($env:{_TITLE}));"
    f"[void]$t.Item(1).AppendChild($x.CreateTextNode($env:{_BODY}));"
    "[Windows.UI.Notifications.ToastNotificationManager]::CreateToastNotifier("
    "'{1AC14E77-02E7-4E5D-B744-2EB1AE5198B7}\\WindowsPowerShell\\v1.0\\powershell.exe').Show("
    "[Windows.UI.Notifications.ToastNotification]::new($x))"
)
"""A toast in the name of PowerShell, since only programs that are installed as such have a name of their own."""

_PROGRAMS = {"darwin": "osascript", "win32": "powershell"}
_USUAL = "notify-send"
_HOW = {
    "darwin": "it comes with macOS",
    "win32": "it comes with Windows",
}
_HOW_ELSEWHERE = "install libnotify (libnotify-bin on Debian and Ubuntu)"


def missing(machine: Machine) -> str:
    """Why no notification can be shown on a machine, in a sentence; empty where one can."""
    program = _PROGRAMS.get(machine.platform, _USUAL)
    if machine.find(program):
        return ""
    how = _HOW.get(machine.platform, _HOW_ELSEWHERE)
    return f"No notification can be shown: {program} is not there; {how}. netkeeper due --brief needs nothing."


def notify(machine: Machine, title: str, body: str) -> None:
    """Show a notification.

    Args:
        title: Its first line; safe to show.
        body: What it says; safe to show.

    Raises:
        NetkeeperError: There is nothing to show it with, or that failed.
    """
    if problem := missing(machine):
        raise NetkeeperError(problem)
    program = machine.find(_PROGRAMS.get(machine.platform, _USUAL))
    assert program is not None
    ran = _show(machine, program, title, body)
    if ran.status:
        raise NetkeeperError(
            f"{os.path.basename(program)} could not show it: {ran.err or f'exit status {ran.status}'}. "
            "Is there a desktop to show it on?"
        )


def _show(machine: Machine, program: str, title: str, body: str) -> ProgramResult:
    if machine.platform == "darwin":
        return machine.run([program, *_OSASCRIPT, title, body])
    if machine.platform == "win32":
        args = [program, "-NoProfile", "-NonInteractive", "-Command", _POWERSHELL]
        return machine.run(args, more={_TITLE: title, _BODY: body})
    # What is sent may be read as markup (Desktop Notifications Specification, "Markup").
    args = [program, "--app-name=netkeeper", "--", title, escape(body, quote=False)]
    return machine.run(args, more=_bus())


def _bus() -> dict[str, str]:
    """Where the desktop listens, for a job that isn't told: cron starts it outside of any session."""
    if "DBUS_SESSION_BUS_ADDRESS" in os.environ:
        return {}
    runtime = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    return {"XDG_RUNTIME_DIR": runtime, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime}/bus"}
