"""What the README shows is what happens."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from textual.binding import Binding

from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.screens.today import TodayScreen
from netkeeper.tui.widgets.review_list import ReviewList

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

CARD = "BEGIN:VCARD\nVERSION:3.0\nFN:Anna Virtanen\nORG:Kaisla\nEMAIL:anna@kaisla.example\nEND:VCARD\n"


def console_examples() -> list[tuple[str, str]]:
    """Every command of a console block, with the output that the block shows for it."""
    examples: list[tuple[str, str]] = []
    for block in re.findall(r"```console\n(.*?)```", README, re.DOTALL):
        for example in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, output = example.partition("\n")
            examples.append((command, output))
    return examples


def test_the_examples_do_what_they_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "contacts.vcf").write_text(CARD, encoding="utf-8")
    ran = 0
    for command, output in console_examples():
        name, *arguments = shlex.split(command)
        assert name == "nk"
        if not arguments:
            continue  # The app itself: tests/e2e opens it.
        done = subprocess.run(
            [sys.executable, "-m", "netkeeper", *arguments], capture_output=True, text=True, check=False, timeout=60
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"
        if output:
            assert done.stdout + done.stderr == output, command
        ran += 1
    assert ran >= 8


def test_the_setup_lines_are_the_ones_that_ci_runs() -> None:
    line = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"
    assert line in README
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "-e '.[test]'" in ci
    assert ".venv/bin/pytest" in ci


def bound_keys() -> set[str]:
    """The keys that Today answers to: its own, its list's and the app's."""
    classes = {cls for start in (TodayScreen, ReviewList, NetkeeperApp) for cls in start.__mro__}
    bindings = [binding for cls in classes for binding in vars(cls).get("BINDINGS", ())]
    return {key for binding in bindings if isinstance(binding, Binding) for key in binding.key.split(",")}


def test_the_key_table_is_the_screens() -> None:
    table = README[README.index("| key | does |") :].split("\n\n")[0]
    shown = {key for row in table.splitlines()[2:] for key in re.findall(r"`(\S+?)`", row.split("|")[1])}
    written = {"?": "question_mark", "Ctrl+P": NetkeeperApp.COMMAND_PALETTE_BINDING}
    assert {written.get(key, key) for key in shown} <= bound_keys() | {NetkeeperApp.COMMAND_PALETTE_BINDING}
    assert shown >= {"j", "k", "l", "d", "s", "f", "u", "m", "?", "q"}


def test_every_page_it_links_to_is_there() -> None:
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert linked
    assert [page for page in linked if not (ROOT / page).exists()] == []
