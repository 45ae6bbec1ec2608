"""Every command's help says what it is for, and its examples work."""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest

from netkeeper.cli.completion import COMPLETERS
from netkeeper.cli.table import HELP, load
from tests.cli.conftest import Run
from tests.fakes import FakeMachine

DOCS = Path(__file__).parents[2] / "docs" / "commands.md"
CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Maija Meik\xe4l\xe4inen\r\nEND:VCARD\r\n"


@pytest.mark.parametrize("name", HELP)
def test_help_says_what_for_with_which_arguments_and_an_example(nk: Run, name: str) -> None:
    ran = nk(name, "--help")

    assert (ran.status, ran.err) == (0, "")
    assert ran.out.startswith(f"Usage: netkeeper {name} ")
    command = load(name)
    assert command.about.split()[0] in ran.out
    for argument in command.arguments:
        assert argument.metavar in ran.out.partition("Arguments:")[2]
    for option in command.options:
        assert option.flag in ran.out
    assert command.examples
    for line, _ in command.examples:
        assert f"  {line}\n" in ran.out.partition("Examples:")[2], "an example stands on one line, for copying"


@pytest.fixture
def town(nk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A network like the demo's, small enough that first names are enough."""
    monkeypatch.chdir(tmp_path)
    for line in (
        'add Anna Virtanen org:"Valio Oy" hope:partner step:customer field:food',
        "add Pekka Salo",
        "add Maija Moilanen",
    ):
        assert nk(*shlex.split(line)).status == 0


_EXAMPLES = [(name, line) for name in HELP if name != "demo" for line, _ in load(name).examples]


@pytest.mark.parametrize(("name", "line"), _EXAMPLES, ids=[line for _, line in _EXAMPLES])
def test_examples_work(
    nk: Run, town: None, folder: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, line: str
) -> None:
    program, *args = shlex.split(line)
    if name == "remind":
        FakeMachine(tmp_path, monkeypatch).be("linux", "systemctl", "notify-send")
    assert (program, args[0]) == ("netkeeper", name)
    if name == "archive" and "--back" in args:
        nk("archive", "pekka")
    if name == "import":
        Path("contacts.vcf").write_text(CARD, encoding="utf-8")
        Path("old.vcf").write_text(CARD, encoding="windows-1252")
        Path("list.csv").write_text("Kuka;Talo\nAnna;Kaisla\n", encoding="utf-8")
    if name == "restore":
        backups = os.listdir(os.path.join(folder, "backups"))
        args = [backups[0][: len(arg)] if arg.startswith("2026") else arg for arg in args]

    ran = nk(*args)

    assert ran.status == 0, ran.err


def test_the_docs_have_every_command_and_option() -> None:
    docs = DOCS.read_text(encoding="utf-8")

    for name in HELP:
        assert f"| `{name}" in docs, name
        for option in load(name).options:
            (row,) = [row for row in docs.splitlines() if row.startswith(f"| `{name}")]
            assert f"`{option.flag}" in row, f"{name} {option.flag}"


def test_what_arguments_say_completes_them_is_known() -> None:
    for name in HELP:
        command = load(name)
        kinds = {argument.completes for argument in command.arguments} | {each.completes for each in command.options}
        assert kinds <= {"", *COMPLETERS}
