"""What a command drags in: the everyday ones have to start in no time."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import netkeeper
from netkeeper.actions.network.holidays import refresh_holidays
from netkeeper.store.network import Network
from tests.cli.conftest import Run

HEAVY = {
    "click", "textual", "rich", "dateutil", "filelock", "platformdirs", "pathlib", "difflib", "tempfile", "shutil",
    "csv", "urllib", "asyncio", "textwrap", "argparse", "gettext", "uuid", "subprocess", "logging", "netkeeper.tui",
    "netkeeper.interchange", "holidays",
}  # fmt: skip


@pytest.fixture
def holidays_kept(anna: None, folder: str) -> None:
    """The public holidays of the country, this year's and the next two, as the first command that needs them leaves them."""
    refresh_holidays(Network(folder), date(2026, 11, 23))


_SHOW_MODULES = """
import os

def show(status):
    print(*sys.modules, file=sys.stderr)
    sys.exit(status)

os._exit = show
from netkeeper.__main__ import main
main()
"""


def _loaded(*args: str) -> set[str]:
    """The modules that are there once a command has run."""
    ran = subprocess.run(
        # -S: what the surroundings hook into Python's start is none of ours.
        [sys.executable, "-S", "-c", f"import sys; sys.path[:0] = {_search_path()!r}\n{_SHOW_MODULES}", *args],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return set(ran.stderr.splitlines()[-1].split())


def _search_path() -> list[str]:
    return [str(Path(netkeeper.__file__).parents[1]), *sys.path]


@pytest.mark.skipif(sys.platform == "win32", reason="filelock does the locking there")
@pytest.mark.parametrize(
    "args",
    [
        ("due",),
        ("due", "--brief"),
        ("log", "anna", "coffee", "feel:4", "next:2w", "todo:send the offer", "field:design"),
        ("done", "anna"),
        ("snooze", "anna", "fri"),
        ("list", "field:food"),
        ("show", "anna"),
        ("undo",),
    ],
    ids=lambda args: args[0],
)
def test_everyday_commands_load_nothing_heavy(nk: Run, holidays_kept: None, args: tuple[str, ...]) -> None:
    loaded = _loaded(*args)

    assert not loaded & HEAVY
    commands = {name for name in loaded if name.startswith("netkeeper.cli.commands.")}
    assert commands == {f"netkeeper.cli.commands.{args[0]}"}


@pytest.mark.skipif(sys.platform == "win32", reason="filelock does the locking there")
@pytest.mark.parametrize(
    ("args", "unneeded"),
    [
        (
            ("log", "anna", "coffee", "next:2w"),
            {
                "calendar",
                "netkeeper.actions.promises.promises",
                "netkeeper.actions.promises.snooze",
                "netkeeper.domain.dates.birthday",
                "netkeeper.domain.language.completion",
                "netkeeper.domain.member.settings",
            },
        ),
        (
            ("due",),
            {
                "calendar",
                "netkeeper.domain.people.contact",
                "netkeeper.domain.language.completion",
                "netkeeper.domain.member.settings",
            },
        ),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
def test_what_only_other_commands_need_is_left_out(
    nk: Run, holidays_kept: None, args: tuple[str, ...], unneeded: set[str]
) -> None:
    assert not _loaded(*args) & unneeded


def test_json_may_load_what_it_needs_and_no_more(nk: Run, holidays_kept: None) -> None:
    assert _loaded("due", "--json") & HEAVY <= {"netkeeper.interchange"}


def test_the_reading_of_a_line_needs_no_network(folder: str) -> None:
    loaded = _loaded("--version")
    assert "netkeeper.tui" not in loaded
    assert not Path(folder).exists()
