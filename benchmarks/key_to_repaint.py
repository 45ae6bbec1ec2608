"""From a key to what it changes on the screen: searching People by typing, against an input that echoes.

Twice over: in this process, where each key is pressed when the one before is drawn, as tests press
them, for the ratio; and in a terminal, for what a person waits.

Run: python -m benchmarks.key_to_repaint
"""

from __future__ import annotations

import asyncio
import contextlib
import fcntl
import gc
import os
import pty
import select
import signal
import statistics
import struct
import sys
import termios
import time
from collections.abc import Iterator, Mapping, Sequence

from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widgets import Input

from benchmarks.folders import environment, network_folder
from benchmarks.networks import TODAY
from netkeeper.actions.people.roster import Roster
from netkeeper.domain.language.tokens import split_text
from netkeeper.domain.search.search import parse_search
from netkeeper.override import override
from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.rooms.people.screen import PeopleScreen

MARK_MEDIAN = 2.0
MARK_P95_SECONDS = 0.100

COLUMNS, LINES = 120, 40
WORDS = 20
"""How many names are typed."""

LETTERS = 4
"""How many letters of each."""

READ_SECONDS = 10.0
"""How long after opening everybody is read, at the latest."""

REST_SECONDS = 0.15
"""Between two keys in a terminal: as a quick typist types."""

PATIENCE_SECONDS = 10

CLEAR = "ctrl+u"

Typing = Sequence[tuple[str, int]]
"""Letters, each with how many people fit then."""


def main() -> int:
    """Print what was timed; 1 where a mark is missed."""
    met = True
    for size in ("ordinary", "large"):
        with network_folder(size) as folder:
            network = Network(folder)
            words = list(words_to_type(network))
            met &= asyncio.run(_time_ratio(size, folder, words))
            met &= _time_in_terminal(size, folder, words, Roster(network).count)
    return 0 if met else 1


def words_to_type(network: Network) -> Iterator[Typing]:
    """Beginnings of names; every letter makes those who fit fewer, so that each changes the screen."""
    roster = Roster(network)
    while roster.read_some_notes(10_000):
        pass
    names = sorted(name.lower() for _, name in network.active_names() if name.isascii())
    found = 0
    for name in names[:: max(1, len(names) // (WORDS * 3))]:
        typed = name.split()[-1][:LETTERS]
        counts = [roster.count_found(parse_search(split_text(typed[:end]), TODAY)) for end in range(1, len(typed) + 1)]
        if found < WORDS and len(set(counts)) == LETTERS and counts[0] < roster.count:
            found += 1
            yield list(zip(typed, counts, strict=True))


# In this process


class Echo(App[None]):
    """Nothing but an input."""

    @override
    def compose(self) -> ComposeResult:
        """The input."""
        yield Input()


async def _time_ratio(size: str, folder: str, words: Sequence[Typing]) -> bool:
    """Print the ratio; whether its mark is met."""
    echoes: list[float] = []
    repaints: list[float] = []
    echo_app, app = Echo(), NetkeeperApp(Network(folder), lambda: TODAY)
    async with echo_app.run_test(size=(COLUMNS, LINES)) as echo, app.run_test(size=(COLUMNS, LINES)) as people:
        await people.press("2")
        await people.pause(READ_SECONDS)
        await people.press("slash")
        # As in the app itself: what was loaded stays, and need not be looked through again and again.
        gc.freeze()
        for word in words:
            for letter, count in word:
                echoes.append(await _timed(echo, letter))
                repaints.append(await _timed(people, letter))
                assert isinstance(app.screen, PeopleScreen)
                assert len(app.screen.people.ids) == count
            for each in (echo, people):
                await each.press(CLEAR)
    median, floor = statistics.median(repaints), statistics.median(echoes)
    met = median <= MARK_MEDIAN * floor
    print(
        f"{f'key to repaint, {size}':<42} {median * 1000:8.1f} ms   floor {floor * 1000:7.1f} ms   "
        f"{median / floor:5.2f}x   mark {MARK_MEDIAN:.2f}x   {'ok' if met else 'MISSED'}"
    )
    return met


async def _timed(pilot: Pilot[None], key: str) -> float:
    start = time.perf_counter()
    await pilot.press(key)
    return time.perf_counter() - start


# In a terminal

ECHO = "from benchmarks.key_to_repaint import Echo; Echo().run()"
NETKEEPER = "from netkeeper.__main__ import main; main()"


class Terminal:
    """A process in a terminal of its own."""

    def __init__(self, arguments: Sequence[str], surroundings: Mapping[str, str]) -> None:
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.execvpe(arguments[0], list(arguments), {**os.environ, "TERM": "xterm-256color", **surroundings})
        fcntl.ioctl(self._terminal, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))

    def key(self, typed: str, shown: str) -> float:
        """Type something and wait until the terminal has got some text; how many seconds that took."""
        start = time.perf_counter()
        os.write(self._terminal, typed.encode())
        received = b""
        while shown.encode() not in received:
            left = start + PATIENCE_SECONDS - time.perf_counter()
            if left <= 0 or not select.select([self._terminal], [], [], left)[0]:
                raise RuntimeError(f"{typed!r} did not show {shown!r}: {received!r}")
            received += os.read(self._terminal, 65536)
        return time.perf_counter() - start

    def rest(self, seconds: float) -> None:
        """Take in what else is drawn, for a while."""
        until = time.perf_counter() + seconds
        while (left := until - time.perf_counter()) > 0:
            if select.select([self._terminal], [], [], left)[0]:
                os.read(self._terminal, 65536)

    def close(self) -> None:
        """End the process."""
        os.kill(self._child, signal.SIGKILL)
        os.waitpid(self._child, 0)
        os.close(self._terminal)


@contextlib.contextmanager
def terminal(code: str, surroundings: Mapping[str, str]) -> Iterator[Terminal]:
    """A Python program in a terminal, ended afterwards."""
    opened = Terminal([sys.executable, "-c", code], surroundings)
    try:
        yield opened
    finally:
        opened.close()


def _time_in_terminal(size: str, folder: str, words: Sequence[Typing], in_all: int) -> bool:
    """Print what a person waits; whether the mark is met."""
    echoes: list[float] = []
    repaints: list[float] = []
    with terminal(ECHO, {}) as echo, terminal(NETKEEPER, environment(folder)) as app:
        for each in (echo, app):
            each.rest(2.0)
        opening = app.key("2", f"People · {in_all}")
        app.rest(READ_SECONDS)
        app.key("/", "last:60d+")
        for word in words:
            typed = ""
            for letter, count in word:
                typed += letter
                echoes.append(echo.key(letter, typed))
                repaints.append(app.key(letter, f"{count} of {in_all}"))
                app.rest(REST_SECONDS)
                echo.rest(0)
            for each, shown in ((echo, " "), (app, f"People · {in_all}")):
                each.key("\x15", shown)
                each.rest(REST_SECONDS)
    slow, floor_slow = (statistics.quantiles(times, n=20)[-1] for times in (repaints, echoes))
    met = slow <= MARK_P95_SECONDS
    print(
        f"{f'  in a terminal, p95, {size}':<42} {slow * 1000:8.1f} ms   floor {floor_slow * 1000:7.1f} ms   "
        f"{'':7} mark {MARK_P95_SECONDS * 1000:3.0f} ms  {'ok' if met else 'MISSED'}\n"
        f"{f'  in a terminal, median, {size}':<42} {statistics.median(repaints) * 1000:8.1f} ms   "
        f"floor {statistics.median(echoes) * 1000:7.1f} ms\n"
        f"{f'  opening People, {size}':<42} {opening * 1000:8.1f} ms"
    )
    return met


if __name__ == "__main__":
    sys.exit(main())
