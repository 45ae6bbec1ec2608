"""A room that is only declared is behind its key, in the bar, in the help and in the settings.

What is declared is the worked example of CONTRIBUTING.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

CONTRIBUTING = Path(__file__).parents[3] / "CONTRIBUTING.md"
MODULE, ROW = (
    "    # netkeeper/tui/rooms/ladder/screen.py\n",
    "    # netkeeper/tui/core/room_list.py, in DESTINATIONS\n",
)

# In a process of its own: what keys there are is decided as the modules are loaded.
VISIT = """
import asyncio, sys
from datetime import date
from types import ModuleType

from netkeeper.tui.core import room_list

module, row, folder = sys.argv[1:]
room = eval(row, vars(room_list))
room_list.DESTINATIONS = (*room_list.DESTINATIONS, room)
room_list.BY_NAME[room.name] = room
sys.modules[room.module] = ModuleType(room.module)
exec(module, vars(sys.modules[room.module]))

from netkeeper.store.network import Network
from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.keys.help_lines import key_lines
from netkeeper.tui.keys.registry import all_bindings
from netkeeper.tui.rooms.top_bar import TopBar

async def visit():
    app = NetkeeperApp(Network(folder), lambda: date(2026, 11, 23), folder)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press(room.key)
        await pilot.pause()
        print(type(app.screen).__name__, app.screen.query_one(TopBar).render().plain.strip(), sep="|")
        print(*("".join(text for text, _ in line) for line in key_lines(app.screen, {})), sep="|")
        print(*(each.id for each in all_bindings({})), sep="|")

asyncio.run(visit())
"""


def test_the_worked_example_is_a_room(tmp_path: Path) -> None:
    text = CONTRIBUTING.read_text(encoding="utf-8")
    found = re.search(f"{re.escape(MODULE)}(.*?){re.escape(ROW)}(.*?)\n\\S", text, re.DOTALL)
    assert found is not None
    module, row = dedent(found[1]), dedent(found[2]).strip().rstrip(",")
    surroundings = {**os.environ, "PYTHONPATH": str(CONTRIBUTING.parent)}
    done = subprocess.run(
        [sys.executable, "-c", VISIT, module, row, str(tmp_path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=surroundings,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    screen, helped, settings = (line.split("|") for line in done.stdout.splitlines())
    assert screen[0] == "LadderScreen"
    assert "4 Ladder" in screen[1]
    assert any("Ladder: everybody by step" in line for line in helped)
    assert "room.ladder" in settings
