"""Leaving: by key, by signal, or because the terminal went away; nothing is lost and nothing is complained of."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from netkeeper.domain.errors import BusyError, DamagedError, StoreError
from netkeeper.store.network import Network
from netkeeper.tui import app as app_module
from tests.tui.cast import Cast

if sys.platform == "win32":
    pytest.skip("there is no pty on Windows", allow_module_level=True)

from tests.e2e.terminal import Terminal


@pytest.fixture
def open_terminal(cast: Cast) -> Iterator[Callable[[], Terminal]]:
    """Opens the app in a terminal, and leaves none behind."""
    cast.usual()
    opened: list[Terminal] = []

    def opening() -> Terminal:
        opened.append(Terminal())
        return opened[-1]

    yield opening
    for terminal in opened:
        terminal.kill()


def test_q_leaves_and_folds_the_journal(open_terminal: Callable[[], Terminal], data: Path) -> None:
    terminal = open_terminal()
    terminal.wait_for("Anna Virtanen", "coffee, wants a workshop"[:12])
    terminal.type("d")
    terminal.wait_for("takes it back")
    terminal.type("q")
    assert terminal.wait_for_end() == 0
    assert len((data / "journal.jsonl").read_bytes().splitlines()) == 1
    assert "Traceback" not in terminal.text()


def test_q_typed_before_the_app_is_up_leaves_in_good_order(open_terminal: Callable[[], Terminal]) -> None:
    terminal = open_terminal()
    terminal.type("q")
    assert terminal.wait_for_end() == 0
    assert b"Traceback" not in terminal.bytes
    assert b"Error" not in terminal.bytes


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_in_good_order_even_from_a_dialog(
    open_terminal: Callable[[], Terminal], data: Path, number: signal.Signals
) -> None:
    terminal = open_terminal()
    terminal.wait_for("Anna Virtanen")
    terminal.type("d")
    terminal.wait_for("takes it back")
    terminal.type("l")
    terminal.wait_for("What happened?")
    terminal.signal(number)
    assert terminal.wait_for_end() == 0
    assert b"Traceback" not in terminal.bytes
    assert len((data / "journal.jsonl").read_bytes().splitlines()) == 1


def test_a_terminal_that_goes_away_takes_the_app_along(open_terminal: Callable[[], Terminal], folder: str) -> None:
    terminal = open_terminal()
    terminal.wait_for("Anna Virtanen")
    terminal.type("d")
    terminal.wait_for("takes it back")
    pid = terminal.hang_up()
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)
    assert not any(followup.is_open for followup in Network(folder).followups())


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (BusyError("Another process holds the lock."), ""),
        (StoreError("Can't write it: no space left."), "netkeeper: Can't write it: no space left."),
        (DamagedError("journal.jsonl is damaged \x1b]52;x"), "netkeeper: journal.jsonl is damaged ␛]52;x"),
        (OSError("disk gone"), "netkeeper: disk gone"),
    ],
)
def test_trouble_while_closing_is_a_line_at_most(
    folder: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: Exception,
    told: str,
) -> None:
    def close(_: Network) -> None:
        raise error

    monkeypatch.setattr(Network, "close", close)
    monkeypatch.setattr(app_module.NetkeeperApp, "run", lambda _: None)
    app_module.run(folder, today=date(2026, 11, 23))
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith(told)
    assert printed.err.count("\n") == (1 if told else 0)


def test_damage_at_opening_is_told_before_anything_is_shown(cast: Cast, folder: str, data: Path) -> None:
    cast.usual()
    (data / "network.json").write_bytes(b"")
    with pytest.raises(DamagedError, match=r"network\.json"):
        app_module.run(folder, today=date(2026, 11, 23))
