"""Peak memory of a command and of the app once its first screen is there.

The app has by then read the interactions too, for the timeline of the person it shows.

Run: python -m benchmarks.memory (Linux and macOS)
"""

from __future__ import annotations

import os
import subprocess
import sys

from benchmarks.cold_start import NETKEEPER as SCRIPT
from benchmarks.folders import environment, network_folder

MARKS_MB = {("due", "ordinary"): 20, ("app", "ordinary"): 45, ("app", "large"): 70}
HELLO = """
import asyncio
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Hello")
async def main():
    async with Hello().run_test(size=(120, 40)) as pilot:
        await pilot.pause(0.5)
asyncio.run(main())
"""
APP = """
import asyncio
from netkeeper.config import places
from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
async def main():
    app = NetkeeperApp(Network(places.data_folder()), places.today)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause(1.5)
asyncio.run(main())
"""
_MEASURE = """
import os, resource, subprocess, sys
subprocess.run(sys.argv[1:], check=True, stdout=subprocess.DEVNULL)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(peak if sys.platform == "darwin" else peak * 1024)
"""


def main() -> int:
    """Print a line for each; 1 where a mark is missed."""
    print(f"{'Python alone':<24} {_peak_mb(['-c', 'pass'], {}):6.1f} MB")
    print(f"{'a Textual hello world':<24} {_peak_mb(['-c', HELLO], {}):6.1f} MB")
    met = True
    for size in ("ordinary", "large"):
        with network_folder(size) as folder:
            surroundings = environment(folder)
            commands = {
                "due": [*SCRIPT, "due"],
                "app": ["-c", APP],
            }
            for name, arguments in commands.items():
                peak, mark = _peak_mb(arguments, surroundings), MARKS_MB.get((name, size))
                ok = mark is None or peak <= mark
                met &= ok
                verdict = "" if mark is None else f"mark {mark} MB   {'ok' if ok else 'MISSED'}"
                print(f"{name + ', ' + size:<24} {peak:6.1f} MB   {verdict}")
    return 0 if met else 1


def _peak_mb(arguments: list[str], surroundings: dict[str, str]) -> float:
    found = subprocess.run(
        [sys.executable, "-c", _MEASURE, sys.executable, *arguments],
        env={**os.environ, **surroundings},
        check=True,
        capture_output=True,
        text=True,
    )
    return int(found.stdout) / 1_000_000


if __name__ == "__main__":
    sys.exit(main())
