"""Every command's help says what it is for, and its examples work."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from netkeeper.cli.completion import COMPLETERS
from netkeeper.cli.registry import HELP, load
from netkeeper.domain.language.completion import complete_word
from netkeeper.domain.language.keys import KEYS
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
    if name in ("done", "snooze"):
        nk("followup", "anna", "send the offer", "due:today")
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


@pytest.fixture
def shell(tmp_path: Path) -> Callable[[str], list[str]]:
    """Has a real shell run a line in an empty folder, and tells which words netkeeper gets."""
    programs, here, got = tmp_path / "bin", tmp_path / "here", tmp_path / "words"
    programs.mkdir()
    here.mkdir()
    for name in ("netkeeper", "nk"):
        (programs / name).write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" > '{got}'\n", encoding="utf-8")
        (programs / name).chmod(0o700)

    def run(line: str) -> list[str]:
        ran = subprocess.run(["/bin/sh", "-c", line], cwd=here, env={"PATH": str(programs)}, check=False, timeout=30)
        assert ran.returncode == 0
        assert os.listdir(here) == [], "no file is made of a word"
        return got.read_text(encoding="utf-8").splitlines()

    return run


_DOCUMENTED = [
    line
    for page in (DOCS.parent.parent / "README.md", *sorted(DOCS.parent.glob("*.md")))
    for found in re.findall(
        r"`((?:nk|netkeeper) [^`]+)`|^(?:\$ |    )((?:nk|netkeeper) .+)$", page.read_text("utf-8"), re.MULTILINE
    )
    if (line := found[0] or found[1]) and not re.search(r"…|\.\.\.|\b[A-Z]{3,}\b|\[", line)
]
"""Lines of the README and the docs that can be typed as they stand."""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sh")
@pytest.mark.parametrize("line", [*dict.fromkeys([*(line for _, line in _EXAMPLES), *_DOCUMENTED])])
def test_what_is_shown_can_be_pasted_into_a_shell(shell: Callable[[str], list[str]], line: str) -> None:
    assert shell(line) == shlex.split(line)[1:]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no sh")
def test_every_word_that_is_suggested_can_be_typed_in_a_shell(shell: Callable[[str], list[str]]) -> None:
    words = [key.example for key in KEYS.values()]
    words += [word for key in KEYS for word in complete_word(f"{key}:", ["food", "health/tech"])]
    assert len(words) > 40
    assert shell(f"netkeeper list {' '.join(words)}") == shlex.split(" ".join(["list", *words]))
    assert not [word for word in words if set(word) & set("<>|&;*?$")]


def test_the_docs_have_every_command_and_option() -> None:
    docs = DOCS.read_text(encoding="utf-8")

    for name in HELP:
        assert f"| `{name}" in docs, name
        for option in load(name).options:
            (row,) = [row for row in docs.splitlines() if row.startswith((f"| `{name} ", f"| `{name}`"))]
            assert f"`{option.flag}" in row, f"{name} {option.flag}"


def test_what_arguments_say_completes_them_is_known() -> None:
    for name in HELP:
        command = load(name)
        kinds = {argument.completes for argument in command.arguments} | {each.completes for each in command.options}
        assert kinds <= {"", *COMPLETERS}
