"""What every program in a terminal does: it takes keys as fast as they come, stops on Ctrl+Z, and fits its window."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator

import pytest

if sys.platform == "win32":
    pytest.skip("there is no pty on Windows", allow_module_level=True)

from tests.e2e.terminal import Terminal, nk

OpenTerminal = Callable[[], Terminal]


@pytest.fixture
def open_terminal() -> Iterator[OpenTerminal]:
    """Opens the app on two people, and kills what is still open in the end."""
    opened: list[Terminal] = []
    nk("add", "Anna Virtanen", "every:1w")
    nk("log", "anna", "coffee", "when:1.11.2026")
    nk("add", "Pekka Salo")

    def begin() -> Terminal:
        opened.append(Terminal())
        opened[-1].wait_for("Anna Virtanen", "? help")
        return opened[-1]

    yield begin
    for each in opened:
        each.kill()


def test_what_is_typed_right_after_enter_in_one_write_is_not_lost(open_terminal: OpenTerminal) -> None:
    app = open_terminal()
    app.type("ltea and cake\r2/pekka")
    app.wait_for("1 of 2", "/ pekka")
    assert "tea and cake" in nk("show", "anna")
    app.press("escape")
    app.wait_for("People", gone="/ pekka")


def test_a_burst_that_ends_with_leaving_leaves(open_terminal: OpenTerminal) -> None:
    app = open_terminal()
    app.type("2jjql\x0fq2?")
    assert app.wait_for_end() == 0
    assert b"Traceback" not in app.bytes


def test_ctrl_z_gives_the_terminal_back_and_going_on_draws_all_anew(open_terminal: OpenTerminal) -> None:
    app = open_terminal()
    app.press("ctrl+z")
    app.wait_for_stop()
    app.wipe()
    app.signal(signal.SIGCONT)
    app.wait_for("1 Today", "Anna Virtanen", "? help")
    app.press("ctrl+z")
    app.wait_for_stop()
    app.wipe()
    app.resize(100, 30)
    app.signal(signal.SIGCONT)
    app.wait_for_line(0, "1 Today")
    app.wait_for_line(29, "? help")
    app.press("2")
    app.wait_for("People · 2")


@pytest.mark.skipif(not os.path.isdir("/proc/self/task"), reason="tells threads by /proc")
def test_to_go_on_without_a_stop_takes_the_terminal_no_second_time(open_terminal: OpenTerminal) -> None:
    app = open_terminal()
    tasks = f"/proc/{app.pid}/task"
    before = len(os.listdir(tasks))
    for _ in range(3):
        app.wipe()
        app.signal(signal.SIGCONT)
        app.wait_for("1 Today", "Anna Virtanen", "? help")
    assert len(os.listdir(tasks)) <= before
    app.press("2")
    app.wait_for("People · 2")


def test_the_window_says_how_large_it_is_whatever_the_environment_says(
    open_terminal: OpenTerminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "160")
    monkeypatch.setenv("LINES", "50")
    app = open_terminal()
    assert "? help" in app.text().splitlines()[23]
    app.resize(100, 30)
    app.wait_for_line(29, "? help")
