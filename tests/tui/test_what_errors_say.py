"""What an error says in the app is what can be done there, not a shell's flags."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import netkeeper.tui
from netkeeper.domain.errors import NetkeeperError, in_app
from netkeeper.system.lock import no_locks_here

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


@pytest.mark.parametrize("error", [no_locks_here("/far")])
def test_an_error_with_a_flag_has_a_brief_without(error: NetkeeperError) -> None:
    assert " --" in str(error)
    assert " --" not in in_app(error)
