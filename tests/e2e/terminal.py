"""A real terminal for end-to-end runs: a pty, and a screen that understands what comes out of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence

import pexpect
import pyte

NETKEEPER = (sys.executable, "-m", "netkeeper")
PATIENCE_SECONDS = 60.0
"""How long a screen may take on a machine that is busy with other things; a test that fails waits so long."""

_SENT = {
    "enter": "\r",
    "escape": "\x1b",
    "tab": "\t",
    "backspace": "\x7f",
    "space": " ",
    "slash": "/",
    "comma": ",",
    "question_mark": "?",
    "up": "\x1b[A",
    "down": "\x1b[B",
}
"""What a terminal sends for keys that are more than a character."""


def _sent(key: str) -> str:
    if key.startswith("ctrl+"):
        return chr(ord(key[5]) & 0x1F)
    return _SENT.get(key, key)


def _hear_signals() -> None:
    """Tests that run behind something else are deaf to Ctrl+C, or to a terminal that goes away, and would pass that on."""
    for number in (signal.SIGINT, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)


class Terminal:
    """A program in a terminal of its own, with the environment of the test."""

    def __init__(self, arguments: Sequence[str] = (), *, columns: int = 80, lines: int = 24) -> None:
        self._screen = pyte.Screen(columns, lines)
        self._stream = pyte.ByteStream(self._screen)
        self.bytes = b""
        self._child = pexpect.spawn(
            NETKEEPER[0],
            [*NETKEEPER[1:], *arguments],
            env=os.environ.copy(),
            dimensions=(lines, columns),
            timeout=PATIENCE_SECONDS,
            preexec_fn=_hear_signals,
        )

    def type(self, keys: str) -> None:
        """Press keys."""
        self._child.send(keys)

    def press(self, *keys: str) -> None:
        """Press keys by the names that the app has for them: ``enter ctrl+a down slash a``."""
        self.type("".join(_sent(key) for key in keys))

    def escape(self) -> None:
        """Press Escape, and wait for what follows: with the next key it would mean something else."""
        before = self.text()
        self.type("\x1b")
        self._wait(lambda: self.text() != before, "Escape does nothing")

    def text(self) -> str:
        """What is on the screen."""
        return "\n".join(self._screen.display)

    def wait_for(self, *shown: str, gone: str | None = None) -> str:
        """Wait until all of this is on the screen, and that is not; returns the screen."""

        def is_there() -> bool:
            text = self.text()
            return all(part in text for part in shown) and (gone is None or gone not in text)

        self._wait(is_there, f"{shown!r} is not shown")
        return self.text()

    def wait_for_end(self) -> int | None:
        """Wait until the program has ended; returns its exit status, None where a signal ended it."""
        self._wait(lambda: not self._child.isalive(), "the program does not end")
        self._child.close()
        status: int | None = self._child.exitstatus
        return status

    def wait_for_stop(self) -> None:
        """Wait until the program is stopped, as Ctrl+Z does it."""

        def is_stopped() -> bool:
            pid, status = os.waitpid(self._child.pid, os.WNOHANG | os.WUNTRACED)
            return pid != 0 and os.WIFSTOPPED(status)

        self._wait(is_stopped, "the program does not stop")

    def wait_for_line(self, number: int, shown: str) -> None:
        """Wait until a line shows this; they are counted from 0."""
        self._wait(lambda: shown in self.text().splitlines()[number], f"line {number} never shows {shown!r}")

    @property
    def pid(self) -> int:
        """The number of the program's process."""
        pid: int = self._child.pid
        return pid

    def resize(self, columns: int, lines: int) -> None:
        """Make the window another size."""
        self._screen.resize(lines, columns)
        self._child.setwinsize(lines, columns)

    def wipe(self) -> None:
        """Show nothing any more, as when something else was drawn on the terminal."""
        self._screen.reset()

    def kill(self) -> None:
        """Kill the program as a power cut would, if it still runs: no warning, nothing tidied."""
        if self._child.closed:
            return
        self._child.kill(signal.SIGKILL)
        self._wait(lambda: not self._child.isalive(), "the program does not die")
        self._child.close()

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal."""
        self._child.kill(number)

    def hang_up(self) -> int:
        """Take the terminal away, as closing its window does; returns the number of the program, which has ended."""
        pid = self.pid
        os.close(self._child.fileno())
        give_up = time.monotonic() + PATIENCE_SECONDS
        while os.waitpid(pid, os.WNOHANG) == (0, 0):
            assert time.monotonic() < give_up, "the program stays without its terminal"
            time.sleep(0.02)
        self._child.closed = True
        return pid

    def _wait(self, is_so: Callable[[], bool], otherwise: str) -> None:
        give_up = time.monotonic() + PATIENCE_SECONDS
        while not is_so():
            self._read()
            assert time.monotonic() < give_up, f"{otherwise}:\n{self.text()}"
        self._read()

    def _read(self) -> None:
        try:
            data = self._child.read_nonblocking(65536, timeout=0.05)
        except (pexpect.TIMEOUT, pexpect.EOF):
            return
        self.bytes += data
        self._stream.feed(data)


def nk(*arguments: str) -> str:
    """Run a command to its end in a shell beside the terminal; returns what it printed."""
    ran = subprocess.run(
        [*NETKEEPER, *arguments], capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=60
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout
