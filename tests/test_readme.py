"""What the README shows is what happens."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from textual.binding import Binding

from netkeeper.tui.app import NetkeeperApp
from netkeeper.tui.keys.names import read_keys
from netkeeper.tui.rooms.person_keys import BACK
from netkeeper.tui.rooms.today.list import ReviewList
from netkeeper.tui.rooms.today.screen import TodayScreen

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")

LINKEDIN = "First Name,Last Name,URL,Company,Position\nDina,Dahl,https://www.linkedin.com/in/dinadahl,Fazer,Buyer\n"

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
    (tmp_path / "Connections.csv").write_text(LINKEDIN, encoding="utf-8")
    # As in a shell in which the venv is active: netkeeper is called nk there, and says so.
    programs = Path(sys.executable).parent
    assert (programs / "nk").exists()
    surroundings = {**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"}
    before = {"contacts.vcf", "Connections.csv"}
    ran = 0
    for command, output in console_examples():
        name, *arguments = shlex.split(command)
        assert name == "nk"
        if not arguments:
            continue  # The app itself: tests/e2e opens it.
        done = subprocess.run(
            ["/bin/sh", "-c", command], capture_output=True, text=True, check=False, timeout=60, env=surroundings
        )
        assert done.returncode == 0, f"{command}: {done.stderr}"
        if output:
            assert done.stdout + done.stderr == output, command
        ran += 1
    assert ran >= 8
    # The folder of the leaving pack is what the examples are to make, and no word of theirs makes another.
    assert {each.name for each in tmp_path.iterdir()} - before <= {"my-network", "data", "config"}


def test_the_setup_lines_are_the_ones_that_ci_runs() -> None:
    line = "python3 -m venv .venv && .venv/bin/pip install -e '.[test]' && .venv/bin/pytest"
    assert line in README
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "-e '.[test]'" in ci
    assert ".venv/bin/pytest" in ci


def key_rows() -> Iterator[tuple[set[str], str]]:
    """The rows of the key table: keys, by the toolkit's names, and what they do."""
    table = README[README.index("| key | does |") :].split("\n\n")[0]
    for row in table.splitlines()[2:]:
        keys, does = row.strip("|").split("|")
        yield {key for written in re.findall(r"`(\S+?)`", keys) for key in read_keys(written)}, does.strip()


def todays_bindings() -> list[Binding]:
    """What Today and its list bind, each with all of its keys."""
    owners = {cls for start in (TodayScreen, ReviewList, NetkeeperApp) for cls in start.__mro__}
    return [each for cls in owners for each in vars(cls).get("BINDINGS", ()) if isinstance(each, Binding) and each.id]


def test_every_key_of_the_key_table_does_what_it_says() -> None:
    meanings = {(key, each.tooltip) for each in todays_bindings() for key in read_keys(each.key)}
    rows = list(key_rows())
    assert len(rows) > 15
    assert [(key, does) for keys, does in rows for key in keys if (key, does) not in meanings] == []
    assert all(keys for keys, _ in rows)


def test_every_key_that_today_shows_is_in_the_key_table() -> None:
    told = {(key, does) for keys, does in key_rows() for key in keys}
    shown = {(key, each.tooltip) for each in todays_bindings() if each.show for key in read_keys(each.key)}
    # Where one looks at a person only: it is shown there, and nowhere else.
    assert shown - told == {("escape", BACK.tooltip)}
    assert {key for key, _ in told} >= {"j", "k", "down", "up", "g", "G", "ctrl+o"}


def test_every_page_it_links_to_is_there() -> None:
    linked = re.findall(r"\]\((?!https?:)([^)#]+)\)", README)
    assert linked
    assert [page for page in linked if not (ROOT / page).exists()] == []


def test_its_pictures_are_there_dark_and_light() -> None:
    shown = re.findall(r'(?:src|srcset)="(.*?)"', README)
    assert {ROOT / path for path in shown} == set((ROOT / "docs" / "pictures").iterdir())
    for path in shown:
        assert (ROOT / path).read_text(encoding="utf-8").startswith("<svg")
    assert sorted(shown) == sorted(
        f"{path.removesuffix('.svg')}{end}.svg" for path in shown if "-light" not in path for end in ("", "-light")
    )
