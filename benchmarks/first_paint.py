"""The app's first paint in a terminal, against a Textual hello world, each a process of its own.

With thousands of people the app paints its frame first and works the day out then; both are timed,
and the mark is for the frame, which keys and mouse work on already.

Run: python -m benchmarks.first_paint
"""

from __future__ import annotations

import fcntl
import os
import pty
import signal
import struct
import sys
import termios
from collections.abc import Callable, Mapping, Sequence

from benchmarks.folders import environment, network_folder
from benchmarks.timing import in_turn, report

MARKS = {"ordinary": 1.25, "large": 1.5}

COLUMNS, LINES = 120, 40
FRAME = b"help"
"""What the foot of the room says."""

DAY = b"PROMISED"
"""The heading of the first group of people."""

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Hello")
Hello().run()
"""


def main() -> int:
    """Print what was timed; 1 where a mark is missed."""
    met = True
    for size, mark in MARKS.items():
        with network_folder(size) as folder:
            app = [sys.executable, "-c", "from netkeeper.__main__ import main; main()"]
            surroundings = environment(folder)
            times = in_turn(
                {
                    "floor": until([sys.executable, "-c", HELLO], b"Hello", {}),
                    "frame": until(app, FRAME, surroundings),
                    "day": until(app, DAY, surroundings),
                }
            )
        met &= report(f"first paint, {size}", times["frame"], times["floor"], mark)
        ratio = times["day"].median / times["floor"].median
        print(f"  the day on it, {size:<25} {times['day'].median * 1000:8.1f} ms {'':21} {ratio:5.2f}x")
    return 0 if met else 1


def until(arguments: Sequence[str], shown: bytes, surroundings: Mapping[str, str]) -> Callable[[], None]:
    """A process in a terminal of its own, from its start until the terminal has got some text."""

    def run() -> None:
        child, terminal = pty.fork()
        if child == 0:
            os.execvpe(arguments[0], list(arguments), {**os.environ, "TERM": "xterm-256color", **surroundings})
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        received = b""
        try:
            while shown not in received:
                received += os.read(terminal, 65536)
        except OSError as error:
            raise RuntimeError(f"{arguments} ended before it showed {shown!r}: {received!r}") from error
        finally:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            os.close(terminal)

    return run


if __name__ == "__main__":
    sys.exit(main())
