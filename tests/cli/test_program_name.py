"""Whatever tells somebody to type a command says it as it is typed there, and leaves what is a person's own."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import netkeeper.cli
from netkeeper.cli.registry import HELP
from netkeeper.config.program_name import COMMANDS
from netkeeper.store.network import Network
from tests.cli.conftest import Run

HERE = "/somewhere/bin/nk"
_COMMAND = re.compile(rf"(?<![\w/.])netkeeper (?:(?:{'|'.join(COMMANDS)})(?!\w|\.\w)|--[a-z])")
_LINES = [
    *(["due"], ["list"], ["stats"], ["sort"], ["doctor"], ["backup"], ["restore", "x"], ["demo"], ["undo", "9"]),
    *(["add", "Anna Virtanen", "next:2w"], ["add", "Anna Virtanen"], ["log", "anna", "coffee"], ["log", "nobody", "x"]),
    *(["add", "anna@valio.example"], ["add", "Kai", "kai@valio.example"], ["add"], ["edit", "anna", "kind:call"]),
    *(["undo"], ["undo"], ["undo", "1"], ["history", "-n", "x"], ["log"], ["log", "anna"], ["step", "anna"]),
    *(["edit", "anna", "when:mon"], ["edit", "anna", "next:2w"], ["edit", "anna", "last:2w"], ["edit", "anna", "is:x"]),
    *(["add", "Pekka", "-field:x"], ["log", "anna", "name:x"], ["log", "anna", "ja", "Tero", "coffee"]),
    *(["add", "Pekka Salo"], ["log", "anna", "pekka", "x"], ["edit", "anna,pekka", "email:x@y.example"], ["merge", "pekka"], ["backup"]),
    *(["log", "anna,pekka", "x", "email:x@y.example"], ["log", "--new", "carl", "von", "x"], ["archive", "pekka"]),
    *(["snooze", "pekka", "2w"], ["followup", "anna", "x"], ["leave", " "], ["leave", "--look", "x"], ["duplicates"]),
    *(["import", "cards.vcf", "--dry-run"], ["import", "cards.vcf"], ["sort"], ["sort", "leo"], ["sort", "--again"]),
    *(["snooze", "leo", "2w"], ["due"], ["due", "--brief"], ["stats"], ["list"], ["leave", "--for-team", "x"]),
    *(["remind", "--at", "8"], ["backup", "--json"], ["frobnicate"], ["import", "table.csv"], ["export", "-o", "x.q"]),
]  # fmt: skip


@pytest.fixture
def here(monkeypatch: pytest.MonkeyPatch) -> None:
    """netkeeper is called by a path."""
    monkeypatch.setattr("sys.argv", [HERE])
    monkeypatch.setenv("PATH", "/nowhere")


def test_the_sentences_know_every_command() -> None:
    assert sorted(COMMANDS) == sorted(HELP)


@pytest.mark.usefixtures("here")
def test_no_command_says_another_name_than_the_one_it_is_called_by(
    nk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("cards.vcf").write_text(
        "".join(
            f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:{name}\r\nEND:VCARD\r\n" for name in ("Leo Aho", "Ida Aho", "Ari Aho")
        )
    )
    Path("table.csv").write_text("a;b\n1;2\n")
    said = [(line, nk(*line)) for line in _LINES]
    wrong = [f"{line}: {ran.out}{ran.err}" for line, ran in said if _COMMAND.search(ran.out + ran.err)]
    assert not wrong, "\n".join(wrong)
    named = "".join(ran.out + ran.err for _, ran in said)
    for command in ("add", "import", "undo", "sort", "list", "restore", "backup", "archive", "edit", "merge", "log"):
        assert f"{HERE} {command}" in named, command


@pytest.mark.usefixtures("here")
def test_what_is_somebodys_own_stays_as_it_is(nk: Run) -> None:
    nk("add", "Anna Virtanen", "org:netkeeper list")
    logged = nk("log", "anna", "showed her netkeeper undo and netkeeper due")
    assert "“showed her netkeeper undo and netkeeper…”" in logged.out
    assert logged.out.endswith(f"({HERE} undo takes it back)\n")
    assert "netkeeper list" in nk("list").out
    assert "netkeeper undo" in nk("show", "anna").out
    assert "'netkeeper undo'" in nk("show", "netkeeper undo").err
    assert f"{HERE} add" in nk("show", "netkeeper undo").err
    nk("add", "Ida netkeeper due")
    assert "netkeeper due" in nk("history").out
    assert "netkeeper due" in nk("doctor").out


@pytest.mark.usefixtures("here")
def test_a_files_name_is_no_command(nk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    nk("add", "Anna Virtanen")
    for name in ("netkeeper export.vcf", "netkeeper export 2026.vcf"):
        nk("export", "-o", name)
        monkeypatch.setattr("sys.argv", [HERE, "export", "-o", name])
        assert f"{name} is there already" in nk("export", "-o", name).err


def test_by_its_usual_name_nothing_changes(nk: Run) -> None:
    assert "netkeeper undo takes it back" in nk("add", "Anna Virtanen").out
    assert nk("undo", "1").out.endswith("(netkeeper undo 2 brings it again)\n")
    assert nk("stats").err == "Nobody is in your network yet; netkeeper add begins it.\n"


def test_how_it_is_called_is_looked_for_only_where_a_command_is_named(
    nk: Run, folder: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    nk("add", "Anna Virtanen", "next:today")
    asked: list[str] = []
    monkeypatch.setattr("netkeeper.config.program_name._find_in_path", asked.append)
    monkeypatch.setattr("sys.argv", [HERE])
    assert nk("due").status == nk("list").status == nk("due", "--brief").status == 0
    assert not asked
    assert Network(folder).names()


def test_every_sentence_that_names_a_command_goes_through_the_one_place() -> None:
    """Besides help, examples and errors, which the edge rewrites; what mends a risk is told by those who show it."""
    wrong = [
        f"{path.name}:{line}: {text}"
        for path in sorted(Path(netkeeper.cli.__path__[0]).rglob("*.py"))
        for line, text in _untold(ast.parse(path.read_text(encoding="utf-8")))
        if path.name not in ("registry.py", "risk_hints.py")
    ]
    assert not wrong, "\n".join(wrong)


_SAYS = ("command_hint", "with_program_name", "number", "complain", "only", "TextCommand")
"""What shows or raises a text with its commands as they are called; of a ``TextCommand``, who_besides does."""


def _untold(tree: ast.AST) -> Iterator[tuple[int, str]]:
    """The texts that name a command and are handed to nothing that says it as it is called."""
    told = {
        name.id for call in ast.walk(tree) if _is_told(call) for name in ast.walk(call) if isinstance(name, ast.Name)
    }
    fine = {id(inner) for call in ast.walk(tree) if _is_told(call) for inner in ast.walk(call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id in told:
            fine |= {id(inner) for inner in ast.walk(node)}
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            fine.add(id(node.value))
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str) or id(node) in fine:
            continue
        if _COMMAND.search(node.value):
            yield node.lineno, node.value


def _is_told(node: ast.AST) -> bool:
    """Whether a call shows a text with its commands as they are called; a command's own help is none of it."""
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return name in _SAYS or name.endswith("Error") or name == "Command"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_line_for_a_shells_start_leads_to_it_from_everywhere(nk: Run, shell: str) -> None:
    assert f"{HERE} completion {shell}" in nk("completion", shell).out.splitlines()[0]
