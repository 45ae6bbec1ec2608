"""CONTRIBUTING's worked examples of a command, a word, a format and a theme are applied to a copy and tried."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

import netkeeper

ROOT = Path(netkeeper.__file__).parents[1]
PLACES = {"command": 2, "word": 2, "format": 3, "theme": 1}
"""How many blocks of code each example has."""

TRIED = """
import io, pathlib, sys
from contextlib import redirect_stderr, redirect_stdout

from netkeeper.cli.start import start
from netkeeper.config.themes import own_themes_folder, read_theme, themes_in
from netkeeper.domain.language.completion import complete_word
from netkeeper.tui.theme.theme_files import theme_of


def nk(*args):
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    with redirect_stdout(out), redirect_stderr(err):
        status = start(args, lambda *_: None)
        out.flush(), err.flush()
    assert status == 0, (args, err.buffer.getvalue().decode())
    return out.buffer.getvalue().decode()


folder = pathlib.Path(sys.argv[1])
nk("add", "Anna Virtanen")
assert "1 person" in nk("count")
assert "Show how many people there are." in nk("--help")
assert "How many there are." in nk("count", "--help")

(folder / "people.names").write_text("NAMES\\nBo Ek\\nCai Aho\\n")
nk("import", str(folder / "people.names"))
assert sorted(nk("export", "--format", "names").split("\\n")) == ["", "Anna Virtanen", "Bo Ek", "Cai Aho", "NAMES"]
assert "3 people" in nk("count")

assert "Bo Ek" in nk("list", "initial:b") and "Anna" not in nk("list", "initial:b")
assert "Bo Ek" not in nk("list", "-initial:b")
assert complete_word("initi", ()) == ["initial:"]

(theme,) = [each for each in themes_in(own_themes_folder()) if each.name == "revontuli"]
assert theme_of(read_theme(theme.path)).dark
"""


def _blocks(subject: str) -> list[tuple[str, str, str, str]]:
    """The blocks of code of an example: the file, ``before`` or ``after`` or nothing, the text that it goes to, and the lines."""
    page = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = page.partition(f"\n**a {subject}**")[2]
    section = re.split(r"\n\*\*an? |\n#", section.replace("\n    # ", "\n    §"))[0].replace("\n    §", "\n    # ")
    found = re.findall(r"    # (\S+?/\S+?)(?:, (before|after) `(.+)`)?\n((?:    (?!# \S+/).*\n|\n)+)", section)
    return [(path, where, anchor, textwrap.dedent(lines).strip("\n") + "\n") for path, where, anchor, lines in found]


@pytest.mark.parametrize(("subject", "count"), PLACES.items())
def test_an_example_has_as_many_places_as_the_page_shows(subject: str, count: int) -> None:
    assert len(_blocks(subject)) == count


def test_the_examples_do_what_the_page_says(tmp_path: Path, folder: str) -> None:
    copy = tmp_path / "copy"
    for part in ("netkeeper", "themes"):
        shutil.copytree(ROOT / part, copy / part, ignore=shutil.ignore_patterns("__pycache__"))
    for subject in PLACES:
        for path, where, anchor, lines in _blocks(subject):
            _apply(copy / path, where, anchor, lines)
    files = tmp_path / "files"
    files.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", TRIED, str(files)],
        env={**os.environ, "PYTHONPATH": str(copy), "NETKEEPER_DATA": folder},
        cwd=copy,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def _apply(file: Path, where: str, anchor: str, lines: str) -> None:
    """Write a new file, or put lines before or after the only line that holds a text."""
    if not where:
        assert not file.exists()
        file.write_text(lines, encoding="utf-8")
        return
    text = file.read_text(encoding="utf-8").splitlines(keepends=True)
    (place,) = [number for number, line in enumerate(text) if anchor in line]
    indent = re.match(r"\s*", text[place + (where == "after")])
    assert indent is not None
    text.insert(place + (where == "after"), textwrap.indent(lines, indent[0]))
    file.write_text("".join(text), encoding="utf-8")
