"""The start as the README tells it: its second command is there after its first, and after each way it shows."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("the README's commands are those of a POSIX shell", allow_module_level=True)

ROOT = Path(__file__).parents[2]
START = (ROOT / "README.md").read_text(encoding="utf-8").split("## Start")[1].split("## ")[0]
COMMANDS = re.findall(r"^    (.+)$|^\$ (.+)$", START, re.MULTILINE)
FIRST = COMMANDS[0][0]


def in_empty_home(home: Path, script: str) -> str:
    """What a shell says that knows nothing but where Python and the system's programs are."""
    environment = {"HOME": str(home), "PATH": "/usr/local/bin:/usr/bin:/bin", "NETKEEPER_TODAY": "2026-11-23"}
    if "PYTHONPATH" in os.environ:
        environment["PYTHONPATH"] = os.environ["PYTHONPATH"]
    ran = subprocess.run(
        ["bash", "-ec", script], cwd=home, env=environment, capture_output=True, text=True, check=False, timeout=900
    )
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def test_the_readme_shows_the_ways_by_which_nk_comes_to_be_there() -> None:
    shown = [own or console for own, console in COMMANDS]
    assert shown[:4] == [FIRST, "pipx install .", "uv tool install .", "source .venv/bin/activate"]
    assert any(line.startswith("nk ") for line in shown)


def test_both_names_are_installed_by_whatever_installs_it() -> None:
    # pipx and uv link what the package says its programs are.
    programs = {each.name: each.value for each in entry_points(group="console_scripts") if each.dist}
    assert programs["nk"] == programs["netkeeper"] == "netkeeper.__main__:main"


@pytest.mark.skipif(
    not os.access(Path(sys.executable).parent / "nk", os.X_OK)
    or not (Path(sys.executable).parent / "activate").is_file(),
    reason="netkeeper is not installed in a venv with its own activate here",
)
def test_activating_the_venv_makes_nk_a_command_that_says_its_name(tmp_path: Path) -> None:
    venv = Path(sys.executable).parents[1]
    (tmp_path / ".venv").symlink_to(venv)
    said = in_empty_home(tmp_path, "source .venv/bin/activate; nk add 'Anna Virtanen'; nk due --brief; type -t nk")
    assert "(nk undo takes it back)" in said
    assert said.splitlines()[-1] == "file"


@pytest.mark.skipif(
    not os.access(Path(sys.executable).parent / "nk", os.X_OK), reason="netkeeper's programs are not installed here"
)
def test_without_it_the_way_it_was_called_is_said(tmp_path: Path) -> None:
    (tmp_path / ".venv").symlink_to(Path(sys.executable).parents[1])
    said = in_empty_home(
        tmp_path, ".venv/bin/netkeeper add 'Anna Virtanen'; .venv/bin/netkeeper log nobody x 2>&1 || true"
    )
    assert "(.venv/bin/netkeeper undo takes it back)" in said
    assert ".venv/bin/netkeeper add" in said or ".venv/bin/netkeeper list" in said


@pytest.mark.skipif(not os.environ.get("CI"), reason="it installs from PyPI, which only CI may be relied on to reach")
def test_the_first_line_as_it_stands_and_then_the_second(tmp_path: Path) -> None:
    install = FIRST.removesuffix("netkeeper demo").replace("install .", f"install '{ROOT}'") + "nk --version"
    said = in_empty_home(tmp_path, f"{install}; source .venv/bin/activate; nk add 'Anna Virtanen'; nk due --brief")
    assert "(nk undo takes it back)" in said
