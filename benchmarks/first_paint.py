"""The app's first paint, against a Textual hello world, each a process of its own.

Run: python -m benchmarks.first_paint
"""

from __future__ import annotations

import sys

from benchmarks.folders import environment, network_folder
from benchmarks.timing import in_turn, process, report

MARKS = {"ordinary": 1.25, "large": 1.5}

HELLO = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Hello")
    def on_mount(self):
        self.call_after_refresh(self.exit)
Hello().run(headless=True, size=(120, 40))
"""
NETKEEPER = """
import sys
sys.argv = ["netkeeper"]
from netkeeper.tui.app import NetkeeperApp, make_app
app = make_app({folder!r})
painted = []
def done():
    painted.append(app.network.storage.is_loaded("interactions"))
    app.exit()
app.on_first_paint = done
app.run(headless=True, size=(120, 40))
assert painted == [False], painted
"""


def main() -> int:
    """Print a line for each size; 1 where a mark is missed."""
    met = True
    for size in ("ordinary", "large"):
        with network_folder(size) as folder:
            times = in_turn(
                {
                    "floor": process(["-c", HELLO]),
                    "app": process(["-c", NETKEEPER.format(folder=folder)], **environment(folder)),
                }
            )
            met &= report(f"first paint, {size}", times["app"], times["floor"], MARKS[size])
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
