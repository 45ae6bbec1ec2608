"""A calendar file that every command keeps current, and none fails for."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_light import _loaded


@pytest.fixture
def config(surroundings: Path) -> Path:
    file = surroundings / "config" / "config.toml"
    file.parent.mkdir()
    return file


@pytest.fixture
def calendar(config: Path, surroundings: Path) -> Path:
    """A calendar file that the settings name, which is not there yet."""
    config.write_text('[calendar]\nfile = "~/netkeeper.ics"\n', encoding="utf-8")
    return surroundings / "netkeeper.ics"


def test_every_change_from_a_shell_is_in_it(nk: Run, anna: None, calendar: Path) -> None:
    ran = nk("log", "anna", "coffee", "next:2w", "todo:send the offer")
    assert (ran.status, ran.err) == (0, "")
    assert "Anna Virtanen: send the offer" in calendar.read_text(encoding="utf-8")
    nk("snooze", "anna", "24.12.")
    assert "DUE;VALUE=DATE:20261224" in calendar.read_text(encoding="utf-8")
    nk("backup")
    nk("undo")
    assert "DUE;VALUE=DATE:20261207" in calendar.read_text(encoding="utf-8")
    nk("done", "anna")
    nk("edit", "pekka", "birthday:1.2.")
    assert "send the offer" not in calendar.read_text(encoding="utf-8")
    assert "Pekka Salo's birthday" in calendar.read_text(encoding="utf-8")
    nk("restore")
    assert "send the offer" in calendar.read_text(encoding="utf-8")


def test_what_does_not_show_in_it_writes_nothing_where_it_is_there(nk: Run, anna: None, calendar: Path) -> None:
    nk("log", "anna", "coffee")
    before = calendar.stat()
    nk("log", "anna", "tea")
    nk("due")
    assert calendar.stat().st_ino == before.st_ino
    assert calendar.stat().st_mtime_ns == before.st_mtime_ns


def test_where_it_cannot_be_written_the_log_is_made_and_one_line_says_so(
    nk: Run, anna: None, config: Path, surroundings: Path
) -> None:
    config.write_text('[calendar]\nfile = "~/gone/netkeeper.ics"\n', encoding="utf-8")
    ran = nk("log", "anna", "coffee", "next:2w")
    assert ran.status == 0
    assert ran.out.startswith("Logged a meeting with Anna Virtanen: “coffee”. ")
    assert ran.err == "netkeeper: Done, but the calendar file is as it was: ~/gone/netkeeper.ics: it isn't there.\n"


def test_a_setting_that_means_nothing_is_said_and_changes_nothing(nk: Run, anna: None, config: Path) -> None:
    config.write_text('[calendar]\nfile = "netkeeper.ics"\n', encoding="utf-8")
    ran = nk("followup", "anna", "call", "due:fri")
    assert ran.status == 0
    assert ran.err.count("\n") == 1
    assert "config.toml, line 2: the calendar file needs its whole path" in ran.err


def test_another_network_than_ones_own_leaves_it_alone(nk: Run, calendar: Path, tmp_path: Path) -> None:
    nk("--data", str(tmp_path / "other"), "add", "Bo", "birthday:1.2.")
    assert not calendar.exists()


def test_export_begins_to_keep_it(nk: Run, anna: None, config: Path, surroundings: Path) -> None:
    config.write_text("# mine\n", encoding="utf-8")
    ran = nk("export", "-o", "~/here.ics", "--as", "events", "--keep-current")
    assert ran.status == 0
    assert "~/here.ics is written, and kept current from now on" in ran.err
    assert config.read_text(encoding="utf-8").startswith("# mine\n")
    nk("followup", "anna", "call", "due:fri")
    text = (surroundings / "here.ics").read_text(encoding="utf-8")
    assert "BEGIN:VEVENT" in text
    assert "BEGIN:VTODO" not in text


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--keep-current"], "needs a file"),
        (["-o", "~/x.vcf", "--keep-current"], "whose name ends in .ics"),
        (["-o", "~/x.ics", "--format", "json", "--keep-current"], "whose name ends in .ics"),
        (["-o", "~/x.ics", "--keep-current", "field:food"], "leave the filter out"),
        (["-o", "~/x.ics", "--keep-current", "--data", "elsewhere"], "leave --data out"),
    ],
)
def test_what_cannot_be_kept_current_is_refused(nk: Run, anna: None, args: list[str], said: str, config: Path) -> None:
    ran = nk("export", *args)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err
    assert not config.exists()


def test_a_file_of_another_program_is_not_taken(nk: Run, anna: None, config: Path, surroundings: Path) -> None:
    (surroundings / "x.ics").write_text("mine")
    ran = nk("export", "-o", "~/x.ics", "--keep-current")
    assert ran.status == 1
    assert "was left alone" in ran.err
    assert not config.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="filelock does the locking there")
@pytest.mark.parametrize("text", [None, 'theme = "jarvi"\n'])
def test_a_machine_without_one_loads_nothing_for_it(nk: Run, anna: None, config: Path, text: str | None) -> None:
    if text is not None:
        config.write_text(text, encoding="utf-8")
    loaded = _loaded("log", "anna", "coffee", "next:2w")
    assert not loaded & {"tomllib", "netkeeper.config.settings", "netkeeper.cli.calendar_file", "netkeeper.interchange"}


def test_the_person_reads_what_was_done_before_the_file_is_written(nk: Run, anna: None, calendar: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "netkeeper", "log", "anna", "coffee", "next:2w"],
        capture_output=True,
        text=True,
        check=True,
    )
    assert ran.stdout.startswith("Logged a meeting")
    assert calendar.exists()
