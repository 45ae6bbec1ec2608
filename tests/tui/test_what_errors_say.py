"""What an error says in the app is what can be done there, not a shell's flags."""

from __future__ import annotations

import ast
import os
from datetime import date
from pathlib import Path

import pytest

import netkeeper.tui
from netkeeper.actions.people.people import add
from netkeeper.domain.errors import DamagedError, NetkeeperError, in_app
from netkeeper.domain.language.contact_words import ContactChanges
from netkeeper.store.network import Network
from netkeeper.system.lock import no_locks_here
from netkeeper.tui.draw.error_text import trouble_text

TUI = Path(netkeeper.tui.__file__).parent
AFTER_THE_APP = {"app.py": 1}
"""Where an error is printed in the shell once the app is over, and how often."""


def said_whole(tree: ast.AST) -> list[int]:
    """The lines in which an error that was caught says all that it says in a shell."""
    lines = []
    for handler in ast.walk(tree):
        if not isinstance(handler, ast.ExceptHandler) or handler.name is None:
            continue
        if handler.type is not None and ast.unparse(handler.type) == "Exception":
            continue
        for node in ast.walk(handler):
            value = (
                node.args[0]
                if isinstance(node, ast.Call) and ast.unparse(node.func) == "str" and node.args
                else node.value
                if isinstance(node, ast.FormattedValue)
                else None
            )
            if isinstance(value, ast.Name) and value.id == handler.name:
                lines.append(value.lineno)
    return lines


@pytest.mark.parametrize("path", sorted(TUI.rglob("*.py")), ids=lambda path: str(path.relative_to(TUI)))
def test_what_the_app_says_of_an_error_is_what_can_be_done_there(path: Path) -> None:
    found = said_whole(ast.parse(path.read_text(encoding="utf-8")))
    assert len(found) == AFTER_THE_APP.get(path.name, 0), found


def test_every_error_is_put_in_one_place() -> None:
    using = [path.name for path in TUI.rglob("*.py") if "in_app" in path.read_text(encoding="utf-8")]
    assert using == ["error_text.py"]


def test_where_only_a_shell_helps_its_command_is_as_it_is_called_there(
    folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    network = Network(folder)
    add(network, "Anna Virtanen", ContactChanges(), date(2026, 11, 23))
    network.storage.back_up("asked")
    Path(folder, "journal.jsonl").write_bytes(b"{}\n{}\n")
    with pytest.raises(DamagedError) as damaged:
        Network(folder).names()
    monkeypatch.setattr("sys.argv", ["bin/nk"])
    monkeypatch.setenv("PATH", "/nowhere")
    nk = os.path.abspath("bin/nk")
    said = trouble_text(damaged.value)
    assert said.endswith(f"Close the app (q); in a shell, {nk} doctor explains, and {nk} restore brings it back.")
    assert "netkeeper doctor explains" in str(damaged.value)


@pytest.mark.parametrize("error", [no_locks_here("/far")])
def test_an_error_with_a_flag_has_a_brief_without(error: NetkeeperError) -> None:
    assert " --" in str(error)
    assert " --" not in in_app(error)
