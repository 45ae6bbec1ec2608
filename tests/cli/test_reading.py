"""The quick reader understands what click understands, or leaves it to click."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from netkeeper.cli import click_parser, fast_parse
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.registry import HELP, load
from netkeeper.cli.spec import Call
from tests.cli.conftest import Run

_FLAGS = sorted({option.flag for name in HELP for option in load(name).options} | {"--data", "-n", "-o"})
_LOOSE = ["anna", "", "-", "--", "-5", "-field:food", "-h", "--help", "--version", "--data=", "--data=x", "--on=fri"]
_LOOSE += ["--nonsense", "--json=1", "-nx", "a b", "org:Valio Oy", "--on", "fri", "-name:x", "-o:x", "due", "list"]
_TOKENS = st.sampled_from([*_FLAGS, *_LOOSE])


@pytest.fixture(autouse=True)
def silent(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Click prints help here."""


def _with_click(args: list[str]) -> Call | None:
    try:
        return click_parser.read(args)
    except WrongUsageError:
        return None


@settings(max_examples=200, deadline=None)
@given(before=st.lists(_TOKENS, max_size=2), name=st.sampled_from(list(HELP)), after=st.lists(_TOKENS, max_size=5))
def test_both_readers_understand_a_line_alike(before: list[str], name: str, after: list[str]) -> None:
    args = [*before, name, *after]
    read = fast_parse.read(args)
    if read is not None:
        assert read == _with_click(args)


@settings(deadline=None)
@given(st.lists(_TOKENS, max_size=3))
def test_both_readers_open_the_app_alike(args: list[str]) -> None:
    read = fast_parse.read(args)
    if read is not None:
        assert read == _with_click(args)


@pytest.mark.parametrize(
    "args",
    [
        ["due"],
        ["due", "field:food", "-step:regular", "--on", "fri", "--json"],
        ["--data", "x", "log", "anna", "coffee", "feel:4", "--new"],
        ["log", "anna", "--data=x"],
        ["due", "--on=24.12."],
        ["history", "-n", "5"],
        ["export", "-o", "x.vcf", "--force"],
        ["add", "--", "--odd"],
        [],
        ["--data", "x"],
    ],
)
def test_the_usual_line_needs_no_click(args: list[str]) -> None:
    assert fast_parse.read(args) is not None


def test_data_may_stand_before_the_command_or_after_it(nk: Run, tmp_path: object) -> None:
    folder = f"{tmp_path}/other"
    assert nk("--data", folder, "add", "Anna").status == 0

    for args in (
        ("list", "--data", folder),
        ("list", f"--data={folder}"),
        (f"--data={folder}", "list"),
        ("--data", "elsewhere", "list", "--data", folder),
    ):
        assert nk(*args).out.endswith("Wed 23 Dec\n"), args
    assert nk("list").out == ""


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["lst"], "did you mean list?"),
        (["\x1b]52;c;x\x07"], "There is no command"),
        (["log"], "WHO"),
        (["log", "anna", "--nwe"], "--new"),
        (["log", "anna", "--json=1"], "--json"),
        (["due", "--on"], "--on"),
        (["snooze"], "WHO"),
        (["history", "5"], "unexpected"),
        (["history", "-n5"], "unexpected"),
        (["--nonsense"], "--nonsense"),
        (["--data"], "--data"),
        (["--data", "", "list"], "--data"),
        (["completion", "tcsh"], "bash, zsh, fish"),
        (["undo", "x"], "history"),
        (["undo", "-1"], "history"),
        (["history", "-n", "0"], "history"),
        (["backup", "--json"], "--list"),
        (["export", "-o", ""], "--output"),
    ],
)
def test_wrong_usage_is_one_line_with_status_2(nk: Run, args: list[str], said: str) -> None:
    ran = nk(*args)

    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert ran.err.count("\n") == 1


def test_the_version_is_shown(nk: Run) -> None:
    from netkeeper import __version__

    assert nk("--version") == (0, f"netkeeper {__version__}\n", "")


@pytest.mark.parametrize("args", [["--help"], ["-h"]])
def test_help_lists_every_command_and_loads_none(nk: Run, args: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("netkeeper.cli.commands")]:
        monkeypatch.delitem(sys.modules, name)
    out = nk(*args).out

    for name, line in HELP.items():
        assert f"  {name}" in out
        assert line[:40] in out
    assert not [name for name in sys.modules if name.startswith("netkeeper.cli.commands.")]
