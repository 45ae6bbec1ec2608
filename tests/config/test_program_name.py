"""How netkeeper is called where it runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from netkeeper.config.program_name import activation_command, program_name

if sys.platform == "win32":
    pytest.skip("programs and activation are other files on Windows", allow_module_level=True)


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of programs that no shell finds yet."""
    folder = tmp_path / ".venv" / "bin"
    folder.mkdir(parents=True)
    for name in ("nk", "netkeeper", "python", "activate"):
        (folder / name).write_text("")
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setattr(sys, "executable", str(folder / "python"))
    monkeypatch.setattr(sys, "argv", [str(folder / "netkeeper")])
    return folder


def test_what_no_shell_finds_is_called_by_the_path_it_was_started_by(
    venv: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(venv.parents[1])
    monkeypatch.setattr(sys, "argv", [".venv/bin/netkeeper"])
    assert program_name() == ".venv/bin/netkeeper"
    assert program_name(anywhere=True) == str(venv / "netkeeper")
    assert activation_command() == f"source {venv / 'activate'}"


def test_nk_is_said_where_a_shell_finds_it_and_it_is_this_one(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(venv))
    assert program_name() == program_name(anywhere=True) == "nk"
    assert activation_command() == ""


def test_a_link_to_it_is_this_one_too(venv: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "nk").symlink_to(venv / "nk")
    assert program_name() == "nk"


def test_another_program_of_that_name_is_not_meant(venv: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "nk").write_text("")
    (tmp_path / "bin" / "nk").chmod(0o755)
    assert program_name() == str(venv / "netkeeper")


def test_where_only_the_longer_name_is_there_it_is_said(venv: Path, tmp_path: Path) -> None:
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "netkeeper").symlink_to(venv / "netkeeper")
    assert program_name() == "netkeeper"


def test_python_m_names_the_program_beside_python_or_python_itself(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/somewhere/netkeeper/__main__.py"])
    assert program_name() == str(venv / "nk")
    for name in ("nk", "netkeeper"):
        os.unlink(venv / name)
    assert program_name() == f"{venv / 'python'} -m netkeeper"


def test_a_path_with_blanks_can_be_pasted(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["/a b/nk"])
    assert program_name() == "'/a b/nk'"


@pytest.mark.parametrize("program", ["/usr/bin/pytest", "/lib/pytest/__main__.py", ""])
def test_another_program_says_its_usual_name(venv: Path, monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    monkeypatch.setattr(sys, "argv", [program])
    assert program_name() == "netkeeper"
