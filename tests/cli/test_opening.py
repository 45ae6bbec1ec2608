"""The command line opens the app: on the person's network, or on the demo."""

from __future__ import annotations

import os
from datetime import date

import pytest

from netkeeper.store.network import Network
from tests.cli.conftest import Opened, Run


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal, as far as the commands look."""
    monkeypatch.setattr("netkeeper.cli.start.need_terminal", lambda: None)
    monkeypatch.setattr("netkeeper.cli.app.need_terminal", lambda: None)
    monkeypatch.setattr("netkeeper.cli.commands.demo.need_terminal", lambda: None)


@pytest.mark.parametrize("args", [(), ("demo",), ("--data", "elsewhere")])
def test_the_app_needs_a_terminal(nk: Run, opened: Opened, folder: str, args: tuple[str, ...]) -> None:
    ran = nk(*args)

    assert (ran.status, ran.out) == (1, "")
    assert "--help" in ran.err
    assert not opened
    assert not os.path.exists(folder)


@pytest.mark.parametrize("args", [(), ("demo",)])
def test_a_terminal_that_cannot_be_drawn_on_is_told_what_else_there_is(
    nk: Run, opened: Opened, monkeypatch: pytest.MonkeyPatch, args: tuple[str, ...]
) -> None:
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.setattr("netkeeper.cli.app.sys", Terminal)

    ran = nk(*args)

    assert (ran.status, ran.out) == (1, "")
    assert "TERM=dumb" in ran.err
    assert "netkeeper due" in ran.err
    assert ran.err.count("\n") == 1
    assert not opened


class Terminal:
    """Streams of a terminal, as far as anybody asks."""

    class stdin:  # noqa: N801 (as sys has it)
        isatty = staticmethod(lambda: True)

    stdout = stdin


def test_without_a_command_the_app_opens(nk: Run, opened: Opened, terminal: None, folder: str) -> None:
    assert nk() == (0, "", "")
    assert nk("--data", "elsewhere").status == 0
    assert opened == [(folder, date(2026, 11, 23)), (os.path.abspath("elsewhere"), date(2026, 11, 23))]


def test_the_day_may_change_while_the_app_is_open(
    nk: Run, opened: Opened, terminal: None, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("NETKEEPER_TODAY")
    nk()
    assert opened == [(folder, None)]


def test_the_demo_is_a_network_elsewhere_that_is_gone_afterwards(
    nk: Run, opened: Opened, terminal: None, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    people: list[int] = []
    look = opened.append_call

    def open_app(path: str, today: date | None) -> None:
        people.append(len(Network(path).names()))
        look(path, today)

    monkeypatch.setattr(opened, "append_call", open_app, raising=False)
    assert nk("demo").status == 0

    ((path, today),) = opened
    assert people[0] > 30
    assert today == date(2026, 11, 23)
    assert not os.path.exists(path)
    assert not os.path.exists(folder)
