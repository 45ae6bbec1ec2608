"""Every room in a real terminal, with names that mean no good: gone to, seen, and left again by keys alone."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest

if sys.platform == "win32":
    pytest.skip("there is no pty on Windows", allow_module_level=True)

from tests.e2e.terminal import Terminal, nk
from tests.tui.cast import Cast
from tests.tui.hostile import FORBIDDEN_BYTES, HOSTILE
from tests.tui.opened import seq_of
from tests.tui.test_hostile_everywhere import say_everywhere

HOSTILE_NAME = "clip\x1b]52;c;aGk=\x07"

ROOMS = (("2", "─ People ·"), ("3", "─ Promised"), ("9", "─ History"), ("1", "─ Today ·"))

OVER_THEM = (("l", "─ Log ·"), ("s", "─ Snooze ·"), ("?", "─ Keys"), (",", "─ Settings"), ("e", "─ Edit ·"))


@pytest.fixture
def terminals() -> Iterator[list[Terminal]]:
    """The terminals of a test; none is left behind."""
    opened: list[Terminal] = []
    yield opened
    for terminal in opened:
        terminal.kill()


def test_no_room_sends_the_terminal_what_a_name_says(folder: str, terminals: list[Terminal]) -> None:
    cast = Cast(folder)
    cast.usual()
    say_everywhere(cast.network, HOSTILE_NAME)
    cast.network.close()
    seq = seq_of(folder)
    terminal = Terminal()
    terminals.append(terminal)
    terminal.wait_for("─ Today ·", HOSTILE[HOSTILE_NAME][:4])
    for key, shown in ROOMS:
        terminal.type(key)
        terminal.wait_for(shown, HOSTILE[HOSTILE_NAME][:4])
    for key, shown in OVER_THEM:
        terminal.type(key)
        terminal.wait_for(shown)
        terminal.escape()
        terminal.wait_for("─ Today ·", "l log")
    terminal.type("q")
    assert terminal.wait_for_end() == 0
    for forbidden in (*FORBIDDEN_BYTES, b"Traceback"):
        assert forbidden not in terminal.bytes, forbidden
    assert seq_of(folder) == seq
    assert "bad" not in nk("doctor")
