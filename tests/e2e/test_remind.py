"""The question of ``remind --install`` in a real terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal
from tests.fakes import FakeMachine

if sys.platform == "win32":
    pytest.skip("there is no pty on Windows", allow_module_level=True)


@pytest.fixture
def asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Terminal]]:
    """Opens terminals on a machine with every way there is, and leaves none behind."""
    FakeMachine(tmp_path, monkeypatch).be(sys.platform, "systemctl", "launchctl", "notify-send", "osascript")
    opened: list[Terminal] = []

    class Opened(Terminal):
        def __init__(self, *arguments: str) -> None:
            super().__init__(arguments, columns=100, lines=40)
            opened.append(self)

    yield Opened
    for terminal in opened:
        terminal.kill()


def set_up(home: Path) -> list[str]:
    return sorted(path.name for path in home.rglob("*netkeeper*remind*"))


def test_it_shows_what_it_will_do_asks_and_does_as_it_is_told(
    asked: Callable[..., Terminal], surroundings: Path
) -> None:
    first = asked("remind", "--install", "--at", "8:30")
    shown = first.wait_for("Set it up? [y/N]")
    assert "To be reminded every day at 8:30" in shown
    assert "netkeeper" in shown
    assert "Write " in shown
    assert set_up(surroundings) == []
    first.type("n\r")
    assert first.wait_for_end() == 1
    assert "Nothing was changed." in first.text()
    assert set_up(surroundings) == []

    gone = asked("remind", "--install")
    gone.wait_for("Set it up? [y/N]")
    gone.type("\x03")
    assert gone.wait_for_end() == 130
    assert set_up(surroundings) == []

    second = asked("remind", "--install")
    second.wait_for("Set it up? [y/N]")
    second.type("y\r")
    assert second.wait_for_end() == 0
    assert "Set up: a reminder every day at 9:00." in second.text()
    assert set_up(surroundings)

    last = asked("remind", "--remove")
    last.wait_for("Take it away? [y/N]")
    last.type("y\r")
    assert last.wait_for_end() == 0
    assert set_up(surroundings) == []
