"""Showing desktop notifications with the platform's program."""

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
"""Texts are passed as arguments, so that they are never executed as a script."""

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
"""A toast under PowerShell's application id, as only installed applications have one of their own."""

_PROGRAMS = {"darwin": "osascript", "win32": "powershell"}
_USUAL = "notify-send"
_HOW = {
    "darwin": "it comes with macOS",
    "win32": "it comes with Windows",
}
_HOW_ELSEWHERE = "install libnotify (libnotify-bin on Debian and Ubuntu)"


def missing(machine: Machine) -> str:
    """A sentence that says why notifications are impossible; empty if they are possible."""
    program = _PROGRAMS.get(machine.platform, _USUAL)
    if machine.find(program):
        return ""
    how = _HOW.get(machine.platform, _HOW_ELSEWHERE)
    return f"No notification can be shown: {program} is not there; {how}. netkeeper due --brief needs nothing."


def notify(machine: Machine, title: str, body: str) -> None:
    """Show a notification.

    Args:
        title: The first line, sanitized.
        body: The text, sanitized.

    Raises:
        NetkeeperError: The program is missing or failed.
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
    # The server may interpret the text as markup (Desktop Notifications Specification, "Markup").
    args = [program, "--app-name=netkeeper", "--", title, escape(body, quote=False)]
    return machine.run(args, more=_bus())


def _bus() -> dict[str, str]:
    """The D-Bus address of the user's session, for jobs that cron starts without one."""
    if "DBUS_SESSION_BUS_ADDRESS" in os.environ:
        return {}
    runtime = os.environ.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    return {"XDG_RUNTIME_DIR": runtime, "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime}/bus"}
