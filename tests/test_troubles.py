"""What the app says when something can't be done names its keys, never a shell's flags or commands."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import netkeeper
from netkeeper.config.program_name import COMMANDS
from netkeeper.domain.errors import NetkeeperError

ROOT = Path(netkeeper.__path__[0])
_SHELL = re.compile(rf"(?<![\w-])--[a-z]|(?<![\w/.])netkeeper (?:{'|'.join(COMMANDS)})(?!\w|\.\w)|`(?:nk|netkeeper|-)")
_ONLY_A_SHELL = "in a shell, "
"""How a text of the app begins to tell a command for which the app has no key."""

_BY_SHELL = {
    "config/program_name.py": "how commands are written",
    "domain/language/reach_words.py": "for names in a shell; who tells of them in the app gives a brief",
    "store/doctor.py": "netkeeper doctor",
    "store/restore.py": "netkeeper restore",
    "store/folder_checks.py": "netkeeper doctor",
    "system/daily": "netkeeper remind --install, and what it runs",
    "system/notifying.py": "netkeeper remind",
    "actions/review/reminding.py": "netkeeper remind --install",
    "tui/rooms/settings/reminder_lines.py": "the page of what reminds while the app is closed: in a shell",
    "actions/leaving/guide.py": "what is read in a file",
    "interchange/book": "what is read in a file",
    "interchange/csv/notes_footer.py": "what stands in a file",
}
"""Where texts are that no screen shows, or that tell of the shell."""

_IN_THE_PACK = "Another netkeeper: "
"""How the line begins that is read beside the files of the pack."""


def test_whatever_the_app_may_say_has_a_way_out_without_a_shell() -> None:
    wrong = [
        f"{where}: {text}"
        for where, text in _shell_only()
        if not where.startswith(tuple(_BY_SHELL)) and not text.startswith(_IN_THE_PACK)
    ]
    assert not wrong, "\n".join(wrong)


def test_what_the_app_says_instead_names_no_flag_and_a_command_only_where_nothing_else_helps() -> None:
    wrong = [
        f"{_where(path, node)}: {text}"
        for path, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.keyword) and node.arg == "brief"
        for text in _texts(node.value)
        if _SHELL.search(text.partition(_ONLY_A_SHELL)[0]) or "--" in text
    ]
    assert not wrong, "\n".join(wrong)


def test_an_error_made_of_another_keeps_what_that_says_in_the_app() -> None:
    wrong = [
        _where(path, node)
        for path, tree in _trees()
        if path.parts[0] not in ("cli", "tui")
        for handler in ast.walk(tree)
        if isinstance(handler, ast.ExceptHandler) and handler.name and _is_ours(handler.type)
        for node in ast.walk(handler)
        if isinstance(node, ast.Raise)
        and isinstance(node.exc, ast.Call)
        and _says(node.exc, handler.name)
        and not any(each.arg == "brief" for each in node.exc.keywords)
        and not path.as_posix().startswith(tuple(_BY_SHELL))
    ]
    assert not wrong, "\n".join(wrong)


@cache
def _trees() -> list[tuple[Path, ast.Module]]:
    """What each file of netkeeper says, parsed once."""
    files = sorted(ROOT.rglob("*.py"))
    return [(path.relative_to(ROOT), ast.parse(path.read_text(encoding="utf-8"))) for path in files]


def _where(path: Path, node: ast.AST) -> str:
    return f"{path.as_posix()}:{getattr(node, 'lineno', 0)}"


def _shell_only() -> Iterator[tuple[str, str]]:
    """The texts, and where they are, that speak of a shell and have no brief beside them."""
    for path, tree in _trees():
        if path.parts[0] == "cli":
            continue
        beside = {
            id(inner)
            for call in ast.walk(tree)
            if isinstance(call, ast.Call) and any(each.arg == "brief" for each in call.keywords)
            for inner in ast.walk(call)
        }
        documented = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in beside | documented:
                continue
            if _SHELL.search(node.value):
                yield _where(path, node), node.value


def _texts(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Constant) and isinstance(each.value, str):
            yield each.value


def _is_ours(kind: ast.expr | None) -> bool:
    """Whether what is caught may be one of netkeeper's errors."""
    names = {each.id for each in ast.walk(kind) if isinstance(each, ast.Name)} if kind else set()
    return bool(names & _OURS)


def _says(node: ast.AST, name: str) -> bool:
    """Whether a text is made of an error: ``str(error)``, or the error in an f-string."""
    for each in ast.walk(node):
        if isinstance(each, ast.FormattedValue) and isinstance(each.value, ast.Name) and each.value.id == name:
            return True
        if isinstance(each, ast.Call) and ast.unparse(each) == f"str({name})":
            return True
    return False


def _every(kind: type[Exception]) -> Iterator[str]:
    yield kind.__name__
    for each in kind.__subclasses__():
        yield from _every(each)


_OURS = frozenset(_every(NetkeeperError))
