"""Programs of a machine that stand in for the real ones: they note how they were called, and little more."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

_NOTE = """#!/bin/sh
PATH=/usr/bin:/bin
name=$(basename "$0")
here=$(dirname "$0")
{{ printf '%s\\0' "$name" "$@"; printf '\\n'; }} >>"$here/calls"
{does}
"""

_SYSTEMCTL = """
units=${XDG_CONFIG_HOME:-$HOME/.config}/systemd/user
wants=$units/timers.target.wants/netkeeper-remind.timer
stamps=${XDG_DATA_HOME:-$HOME/.local/share}/systemd/timers
case "$2" in
show-environment) [ ! -f "$here/no-session" ] ;;
is-enabled) [ -h "$wants" ] ;;
enable)
    [ -f "$here/refuses" ] && { echo "Failed to enable unit" >&2; exit 1; }
    mkdir -p "$(dirname "$wants")" "$stamps"
    ln -sf "$units/netkeeper-remind.timer" "$wants"
    touch "$stamps/stamp-netkeeper-remind.timer" ;;
disable) rm -f "$wants" ;;
esac
"""

_CRONTAB = """
table=$here/crontab-of-mine
case "$1" in
-l)
    [ -f "$here/refuses" ] && { echo "you are not allowed to use this program" >&2; exit 1; }
    [ -f "$table" ] || { echo "no crontab for aino" >&2; exit 1; }
    cat "$table" ;;
-) cat >"$table" ;;
-r) rm "$table" ;;
esac
"""

_LAUNCHCTL = """
loaded=$here/loaded
case "$1" in
print) [ -f "$loaded" ] ;;
bootstrap)
    [ -f "$here/refuses" ] && { echo "Bootstrap failed: 5: Input/output error" >&2; exit 5; }
    [ -f "$loaded" ] && exit 5
    cp "$3" "$loaded" ;;
bootout) [ -f "$loaded" ] || exit 3; rm "$loaded" ;;
esac
"""

_SCHTASKS = """
task=$here/task
case "$1" in
/Query) [ -f "$task" ] ;;
/Create) touch "$task" ;;
/Delete) rm "$task" ;;
esac
"""

_NOTIFIER = """
[ -f "$here/refuses" ] && { echo "Cannot autolaunch D-Bus without X11" >&2; exit 1; }
env >"$here/environment"
"""

DOES = {
    "systemctl": _SYSTEMCTL,
    "crontab": _CRONTAB,
    "launchctl": _LAUNCHCTL,
    "schtasks": _SCHTASKS,
    "notify-send": _NOTIFIER,
    "osascript": _NOTIFIER,
    "powershell": _NOTIFIER,
}


class FakeMachine:
    """A machine with some programs and no others, of a platform."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder / "its own programs"
        self.folder.mkdir()
        self._monkeypatch = monkeypatch
        monkeypatch.setenv("PATH", str(self.folder))

    def be(self, platform: str, *programs: str) -> None:
        """Be of a platform, with these programs."""
        self._monkeypatch.setattr("netkeeper.system.machine.PLATFORM", platform)
        for name in programs:
            path = self.folder / name
            path.write_text(_NOTE.format(does=DOES[name]))
            path.chmod(0o755)

    def path(self, name: str) -> str:
        """The whole path of a program."""
        return str(self.folder / name)

    def set(self, mark: str, *, off: bool = False) -> None:
        """Have something hold: ``refuses``, ``no-session``."""
        if off:
            (self.folder / mark).unlink()
        else:
            (self.folder / mark).touch()

    def calls(self, name: str) -> list[list[str]]:
        """What a program was called with, each time."""
        file = self.folder / "calls"
        if not file.exists():
            return []
        text = os.fsdecode(file.read_bytes())
        return [args for line in text.split("\0\n") if line for called, *args in [line.split("\0")] if called == name]

    @property
    def crontab(self) -> bytes | None:
        """The user's crontab; None where there is none."""
        file = self.folder / "crontab-of-mine"
        return file.read_bytes() if file.exists() else None

    @crontab.setter
    def crontab(self, data: bytes) -> None:
        (self.folder / "crontab-of-mine").write_bytes(data)

    @property
    def environment(self) -> dict[str, str]:
        """What the notifier was told besides its arguments."""
        lines = (self.folder / "environment").read_text().splitlines()
        return dict(line.split("=", 1) for line in lines if "=" in line)
