"""Nonsense gets one clear line, and changes nothing."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from netkeeper.cli.registry import HELP
from tests.cli.conftest import Run

LONG = "x" * 10_000

NONSENSE: list[tuple[str, ...]] = [
    ("add",),
    ("add", ""),
    ("add", " "),
    ("add", LONG),
    ("add", "\x1b]52;c;x\x07"),
    ("add", "Anna\nVirtanen\x00"),
    ("add", "Anna", "birthday:soon"),
    ("add", "Anna", "birthday:31.2."),
    ("add", "Anna", "step:boss"),
    ("add", "Anna", "email:"),
    ("add", "Anna", "email:nonsense"),
    ("add", "Anna", "every:blue"),
    ("add", "Anna", "via:nobody"),
    ("add", "Anna", "next:yesterday"),
    ("add", "Anna", "kind:call"),
    ("add", "Anna", f"org:{LONG}"),
    ("add", "Anna", 'org:"Valio'),
    ("add", "\udcff"),
    ("log",),
    ("log", ""),
    ("log", ","),
    ("log", " , ", "--new"),
    ("log", "nobody"),
    ("log", LONG),
    ("log", LONG, "--new"),
    ("log", "\x9b31m", "--new"),
    ("log", "anna", "when:tomorrow"),
    ("log", "anna", "when:32.13."),
    ("log", "anna", "feel:9"),
    ("log", "anna", "feel:"),
    ("log", "anna", "signal:smoke"),
    ("log", "anna", "next:never"),
    ("log", "anna", "kind:dream"),
    ("log", "anna", "note:" + "x" * 200_000),
    ("log", "anna,nobody", "coffee"),
    ("log", "anna,nobody", "coffee", "org:Fazer", "--new", "feel:6"),
    ("due", "--on", ""),
    ("due", "--on", "someday"),
    ("due", "--on", LONG),
    ("due", "field:"),
    ("due", "due:soon"),
    ("due", "step:boss"),
    ("done",),
    ("done", ""),
    ("done", "nobody"),
    ("done", "anna,nobody"),
    ("snooze", "anna"),
    ("snooze", "anna", ""),
    ("snooze", "anna", "yesterday"),
    ("snooze", "anna", "today"),
    ("snooze", "anna", LONG),
    ("snooze", "nobody", "3d"),
    ("followup", "anna"),
    ("followup", "anna", "", "due:"),
    ("followup", "anna", LONG, "due:fri"),
    ("followup", "anna", "call", "due:99999w"),
    ("followup", "anna", "call", "due:fri", "every:0d"),
    ("followup", "anna", "call", "due:fri", "every:99999m"),
    ("followup", "anna", "call", "due:fri", "every:default"),
    ("list", "step:"),
    ("list", "last:blue"),
    ("list", "has:hair"),
    ("list", "next:2w"),
    ("show",),
    ("show", ""),
    ("show", "nobody"),
    ("show", LONG),
    ("show", "anna", "pekka"),
    ("show", "00000000000000000000"),
    ("me", "pace:none of that"),
    ("me", "title:x"),
    ("edit",),
    ("edit", "anna"),
    ("edit", "anna", "name:"),
    ("edit", "anna", f"name:{LONG}"),
    ("edit", "anna", "name:\x1b[2J"),
    ("edit", "anna", "-org:Valio"),
    ("edit", "anna", "due:fri"),
    ("edit", "nobody", "org:Valio"),
    ("step", "anna"),
    ("step", "anna", ""),
    ("step", "anna", "boss"),
    ("step", "anna", "customer", LONG),
    ("step", "nobody", "customer"),
    ("sort", ""),
    ("sort", "nobody", "90d"),
    ("sort", "anna"),
    ("sort", "anna", "sometimes"),
    ("sort", "--again"),
    ("sort", "--again", "field:nothing"),
    ("sort", "anna", "90d", "--json"),
    ("archive",),
    ("archive", ""),
    ("archive", "nobody"),
    ("archive", "anna", "--back"),
    ("merge",),
    ("merge", "anna"),
    ("merge", "anna", "anna"),
    ("merge", "anna", "nobody"),
    ("merge", "anna", "pekka", "--theirs", LONG),
    ("duplicates", "x"),
    ("duplicates", "--not-same", ""),
    ("duplicates", "--not-same", "anna"),
    ("duplicates", "--not-same", "anna,nobody"),
    ("import",),
    ("import", ""),
    ("import", "absent.vcf"),
    ("import", "folder"),
    ("import", LONG),
    ("import", "binary.vcf"),
    ("import", "binary.json"),
    ("import", "list.json"),
    ("import", "good.vcf", "absent.vcf"),
    ("import", "good.vcf", "--encoding", "nonsense"),
    ("export", "-o", "folder"),
    ("export", "-o", "absent/contacts.vcf"),
    ("export", "-o", LONG),
    ("export", "-o", "good.vcf"),
    ("export", "--format", ""),
    ("export", "--format", LONG),
    ("export", "field:nothing"),
    ("export", "field:"),
    ("leave",),
    ("leave", ""),
    ("leave", "good.vcf"),
    ("leave", "folder/absent", "--for-team"),
    ("leave", "absent", "--lock"),
    ("leave", "."),
    ("export", "--as", "jobs"),
    ("export", "--without", "shoes"),
    ("import", "good.vcf", "--map", "x"),
    ("remind", "now"),
    ("remind", "--at", "9"),
    ("remind", "--yes"),
    ("remind", "--install", "--remove"),
    ("remind", "--install", "--at", "25:00"),
    ("remind", "--install", "--at", LONG),
    ("remind", "--install", "--at", ""),
    ("stats", "now"),
    ("undo", ""),
    ("undo", "x"),
    ("undo", "-1"),
    ("undo", "0"),
    ("undo", "99"),
    ("undo", "9" * 10_000),
    ("undo", "²"),
    ("history", "-n", ""),
    ("history", "-n", "x"),
    ("history", "-n", "-1"),
    ("history", "x"),
    ("doctor", "x"),
    ("backup", "x"),
    ("restore", ""),
    ("restore", "nothing"),
    ("restore", "../../etc"),
    ("restore", LONG),
    ("completion",),
    ("completion", ""),
    ("completion", LONG),
    ("demo",),
    ("demo", "x"),
    (LONG,),
    ("",),
]


@pytest.fixture
def around(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files to name on the command line."""
    monkeypatch.chdir(tmp_path)
    Path("folder").mkdir()
    Path("binary.vcf").write_bytes(bytes(range(256)) * 20)
    Path("binary.json").write_bytes(b"{\x00\xff\xfe")
    Path("list.json").write_text("[1, 2]")
    Path("good.vcf").write_text("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ville\r\nEND:VCARD\r\n")


def _files(folder: str) -> dict[str, bytes]:
    """Every file beneath a folder with what is in it, locks aside."""
    return {str(path): path.read_bytes() for path in Path(folder).rglob("*") if path.is_file() and path.name != ".lock"}


@pytest.mark.parametrize("args", NONSENSE, ids=lambda args: " ".join(args)[:40].encode("unicode_escape").decode())
def test_nonsense_gets_one_line_and_changes_nothing(
    nk: Run, anna: None, around: None, folder: str, tmp_path: Path, args: tuple[str, ...]
) -> None:
    before = _files(folder) | _files(str(tmp_path))

    ran = nk(*args)

    assert ran.status in (1, 2), ran
    assert ran.out == ""
    assert ran.err.startswith("netkeeper: ")
    assert ran.err.endswith("\n")
    assert ran.err.count("\n") == 1
    assert ran.err[:-1].isprintable()
    assert len(ran.err) < 1100
    assert "fault here" not in ran.err
    assert _files(folder) | _files(str(tmp_path)) == before


def test_every_command_has_its_nonsense() -> None:
    assert {args[0] for args in NONSENSE} >= set(HELP)


_READING = [
    ("due",),
    ("due", "--json"),
    ("list",),
    ("show", "anna"),
    ("history",),
    ("undo",),
    ("export",),
    ("log", "anna"),
]
_READING += [("add", "Anna"), ("done", "anna"), ("backup",), ("import", "good.vcf")]


@pytest.mark.parametrize("args", _READING, ids=" ".join)
def test_a_file_where_the_folder_should_be_gets_one_line(nk: Run, around: None, args: tuple[str, ...]) -> None:
    ran = nk("--data", "good.vcf", *args)

    assert ran.status == 1
    assert (ran.out, ran.err.count("\n")) == ("", 1)
    assert "good.vcf" in ran.err
    assert "fault here" not in ran.err
    assert Path("good.vcf").read_text().startswith("BEGIN")


@contextlib.contextmanager
def _unreadable(folder: str) -> Iterator[None]:
    """A folder that can't be read; as root, who may read everything, by being somebody else for a while."""
    os.chmod(folder, 0)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        os.chmod(folder, 0o700)


@pytest.mark.skipif(sys.platform == "win32", reason="there are no modes")
@pytest.mark.parametrize("args", _READING, ids=" ".join)
def test_a_folder_that_can_not_be_read_gets_one_line(
    nk: Run, anna: None, around: None, folder: str, tmp_path: Path, args: tuple[str, ...]
) -> None:
    # All that is loaded late is loaded now, because a stranger may not read it either.
    nk("--data", str(tmp_path / "other"), *args)
    nk("--data", str(tmp_path / "good.vcf"), *args)
    with _unreadable(folder):
        ran = nk(*args)

    assert ran.status == 1
    assert (ran.out, ran.err.count("\n")) == ("", 1)
    assert "fault here" not in ran.err


@pytest.mark.parametrize("args", [*_READING, ("restore",), ()], ids=" ".join)
@pytest.mark.parametrize("day", ["garbage", "2026-13-01", "23.11.2026", "\x1b[2J", LONG])
def test_a_day_that_is_none_gets_one_line(
    nk: Run, anna: None, around: None, folder: str, monkeypatch: pytest.MonkeyPatch, day: str, args: tuple[str, ...]
) -> None:
    before = _files(folder)
    monkeypatch.setenv("NETKEEPER_TODAY", day)
    monkeypatch.setattr("netkeeper.cli.start.need_terminal", lambda: None)

    ran = nk(*args)

    assert ran.status == 1
    assert (ran.out, ran.err.count("\n")) == ("", 1)
    assert "NETKEEPER_TODAY" in ran.err
    assert ran.err[:-1].isprintable()
    assert _files(folder) == before


def test_an_odd_folder_name_is_only_a_name(nk: Run, tmp_path: Path) -> None:
    odd = str(tmp_path / "a b'\"$(x);\x1b[2J é")

    assert nk("--data", odd, "add", "Anna").status == 0
    assert nk("--data", odd, "list").out.endswith("Wed 23 Dec\n")
    assert "\x1b" not in nk("--data", odd, "backup").out
