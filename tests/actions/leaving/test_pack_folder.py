"""A pack is there as a whole or not at all, takes nothing of the member's own away, and leaves nothing unfinished."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyrage
import pytest

from netkeeper.actions.leaving import files, pack
from netkeeper.actions.leaving.guide import GUIDE
from netkeeper.actions.leaving.pack import PACK, write_pack
from netkeeper.actions.network.exporting import export, save_export
from netkeeper.actions.network.interrupted import NOTE, cleared_everywhere
from netkeeper.domain.errors import StoreError
from netkeeper.store.network import Network
from netkeeper.system import whole_folders
from netkeeper.system.files import TEMPORARY, hold, replace_file
from netkeeper.system.whole_folders import UNFINISHED, clear_abandoned
from tests.actions.helpers import add

SECRET = "anna@valio.example"

KILLED = """
import os, signal
from netkeeper.actions.leaving import pack
from netkeeper.store.network import Network
from netkeeper.system import files, whole_folders
import sys
network, folder, moment = sys.argv[1:4]

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

if moment == "writing":
    real = pack.replace_file
    def dies(path, data, *, new_only=False):
        real(path, data, new_only=new_only)
        if path.endswith("google.csv"):
            die()
    pack.replace_file = dies
elif moment == "temporary":
    files._rename_new = lambda *_: die()
else:
    real, place = whole_folders._rename, []
    def moves(*args):
        real(*args)
        place.append(args)
        if len(place) == int(moment):
            die()
    whole_folders._rename = moves
pack.write_pack(Network(network), folder, force=True)
"""


@pytest.fixture
def network(folder: str) -> Network:
    network = Network(folder)
    add(network, "Anna Virtanen", f"email:{SECRET} note:hush")
    add(network, "Bo Bergman", "phone:040-5550102")
    return network


def tree(folder: Path) -> dict[str, bytes | None]:
    """All paths below a folder with their content; None for folders."""
    return {
        str(path.relative_to(folder)): None if path.is_dir() else path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if "network" not in path.relative_to(folder).parts[:1]
    }


def killed(network: Network, target: Path, moment: str) -> None:
    """Write a pack in a process of its own that is killed at a moment."""
    ran = subprocess.run(
        [sys.executable, "-c", KILLED, network.folder, str(target), moment], check=False, capture_output=True
    )
    assert ran.returncode == -signal.SIGKILL, ran.stderr


@pytest.mark.parametrize("name", [GUIDE, "google.csv", "network.json", "interactions.csv"])
@pytest.mark.parametrize("has_other", [False, True])
def test_with_a_target_that_cannot_be_replaced_nothing_changes(
    network: Network, tmp_path: Path, name: str, has_other: bool
) -> None:
    target = tmp_path / "pack"
    (target / name).mkdir(parents=True)
    if has_other:
        (target / "contacts.vcf").write_text("mine")
    before = tree(tmp_path)
    with pytest.raises(StoreError, match=r"is a folder; move it away\. Nothing was changed"):
        write_pack(network, str(target), force=True)
    assert tree(tmp_path) == before


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
@pytest.mark.parametrize("name", [GUIDE, "google.csv"])
def test_a_pipe_among_the_files_is_refused_and_stays(network: Network, tmp_path: Path, name: str) -> None:
    target = tmp_path / "pack"
    target.mkdir()
    os.mkfifo(target / name)
    with pytest.raises(StoreError, match="is no file but a device or a pipe"):
        write_pack(network, str(target), force=True)
    assert os.listdir(target) == [name]


@pytest.mark.parametrize("fails_at", range(1, 24))
def test_a_move_that_fails_is_turned_back(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails_at: int
) -> None:
    target = tmp_path / "pack"
    target.mkdir()
    for file in PACK:
        (target / file.name).write_text("mine")
    before = tree(tmp_path)
    real, done = os.rename, []

    def rename(source: str, aim: str) -> None:
        # Turning back must not fail too.
        done.append(source)
        if len(done) == fails_at:
            raise PermissionError(1, "no")
        real(source, aim)

    monkeypatch.setattr(os, "rename", rename)
    with pytest.raises(StoreError, match="nothing was changed"):
        write_pack(network, str(target), force=True)
    assert tree(tmp_path) == before


def test_what_is_no_file_of_the_pack_stays(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_age: None
) -> None:
    monkeypatch.setattr(files, "PACK", [file for file in PACK if file.name in ("contacts.vcf", "google.csv")])
    target = tmp_path / "pack"
    target.mkdir()
    (target / "contacts.vcf").write_text("my own address book")
    made = write_pack(network, str(target), passphrase="rye", force=True)
    assert (target / "contacts.vcf").read_text() == "my own address book"
    assert made.left == ("contacts.vcf",)
    (target / "contacts.vcf").unlink()
    assert write_pack(network, str(target), force=True).left == ()
    assert sorted(os.listdir(target)) == [GUIDE, "contacts.vcf", "google.csv"]
    (target / "google.csv").write_text("changed by me since")
    made = write_pack(network, str(target), passphrase="rye", force=True)
    assert made.left == ("google.csv",)
    assert sorted(os.listdir(target)) == [GUIDE, "contacts.vcf.age", "google.csv", "google.csv.age"]


@pytest.mark.parametrize("without_guide", [False, True])
def test_the_team_gets_no_file_of_everybody_that_was_there(
    network: Network, tmp_path: Path, without_guide: bool
) -> None:
    anna, bo = sorted(network.contacts(), key=lambda each: each.name)
    with network.transaction("One archived, one of the team") as draft:
        draft.put_contact(replace(anna, archived=True))
        draft.put_contact(replace(bo, of_team=True))
    target = tmp_path / "pack"
    write_pack(network, str(target))
    if without_guide:
        (target / GUIDE).unlink()
    else:
        (target / "archived.vcf").write_text("changed since, with Anna in it")
    before = tree(tmp_path)
    with pytest.raises(StoreError, match=r"archived\.vcf.*move (it|them) away.*Nothing was written"):
        write_pack(network, str(target), for_team=True, force=True)
    assert tree(tmp_path) == before
    for path in target.glob("archived*"):
        path.unlink()
    assert write_pack(network, str(target), for_team=True, force=True).is_whole
    assert not any(b"Anna" in (content or b"") for content in tree(target).values())


def test_open_files_are_not_left_beside_locked_ones_of_the_team(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_age: None
) -> None:
    monkeypatch.setattr(files, "PACK", PACK[-1:])
    monkeypatch.setattr(pack, "PACK", PACK[-1:])
    with network.transaction("The team's") as draft:
        draft.put_contact(replace(network.contacts()[0], of_team=True))
    target = tmp_path / "pack"
    target.mkdir()
    (target / "network.json").write_text("of everybody")
    with pytest.raises(StoreError, match=r"network\.json already"):
        write_pack(network, str(target), for_team=True, passphrase="rye", force=True)
    assert os.listdir(target) == ["network.json"]


def test_what_an_earlier_pack_had_more_of_and_was_changed_is_told(network: Network, tmp_path: Path) -> None:
    target = tmp_path / "pack"
    target.mkdir()
    (target / "archived.vcf").write_text("of last year")
    assert write_pack(network, str(target), force=True).left == ("archived.vcf",)


@pytest.mark.skipif(sys.platform == "win32", reason="kills processes by a signal")
@pytest.mark.parametrize("moment", ["writing", "temporary"])
@pytest.mark.parametrize("is_there", [False, True])
def test_a_killed_run_leaves_nothing_once_somebody_looks(
    network: Network, tmp_path: Path, moment: str, is_there: bool
) -> None:
    target = tmp_path / "elsewhere" / "pack"
    (target if is_there else target.parent).mkdir(parents=True)
    killed(network, target, moment)
    assert any(UNFINISHED in path for path in tree(tmp_path))
    (found,) = cleared_everywhere(network.folder)
    assert UNFINISHED in found.text
    assert not any(UNFINISHED in path or TEMPORARY in path for path in tree(tmp_path))
    assert not [name for name in os.listdir(network.folder) if name.startswith(NOTE)]
    killed(network, target, moment)
    # The next run clears it wherever it writes.
    save_export(export(network), str(tmp_path / "other.vcf"))
    assert not any(UNFINISHED in path or TEMPORARY in path for path in tree(tmp_path))
    killed(network, target, moment)
    assert write_pack(network, str(target), force=True).is_whole
    assert not any(UNFINISHED in path or TEMPORARY in path for path in tree(tmp_path))


@pytest.mark.skipif(sys.platform == "win32", reason="kills processes by a signal")
@pytest.mark.parametrize("moment", [1, 5, 12, 20])
def test_a_killed_move_is_turned_back_or_completed(network: Network, tmp_path: Path, moment: int) -> None:
    target = tmp_path / "pack"
    write_pack(network, str(target))
    (target / "mine.txt").write_text("mine")
    before = tree(target)
    with network.transaction("Another") as draft:
        draft.put_contact(replace(network.contacts()[0], organization="Valio"))
    killed(network, target, str(moment))
    assert cleared_everywhere(network.folder)
    after = tree(target)
    assert after.keys() == before.keys()
    files_before = len(before) - 1
    # Every old one is aside before the first new one comes.
    assert (after == before) is (moment <= files_before)
    assert (b"Valio" in (after["network.json"] or b"")) is (moment > files_before)


def test_what_somebody_is_writing_is_left_alone(network: Network, tmp_path: Path) -> None:
    with whole_folders.unfinished_folder(str(tmp_path / "pack")) as unfinished:
        assert clear_abandoned(str(tmp_path)) == []
        assert os.path.isdir(unfinished)
    assert not os.path.exists(unfinished)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows holds no folders")
@pytest.mark.parametrize("is_cleared", [False, True])
def test_a_folder_that_another_run_looks_at_before_it_is_held_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_cleared: bool
) -> None:
    made: list[tuple[str, int]] = []
    real = tempfile.mkdtemp

    def looked_at(**more: Any) -> str:
        path: str = real(**more)
        if not made:
            other = os.open(path, os.O_RDONLY)
            made.append((path, other))
            if is_cleared:
                assert clear_abandoned(str(tmp_path)) == [path]
            else:
                assert hold(other)
        return path

    monkeypatch.setattr(tempfile, "mkdtemp", looked_at)
    with whole_folders.unfinished_folder(str(tmp_path / "pack")) as unfinished:
        assert unfinished != made[0][0]
        os.close(made[0][1])
        assert clear_abandoned(str(tmp_path)) == []
        assert os.path.isdir(unfinished)
    assert os.listdir(tmp_path) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows holds no folders")
def test_what_is_being_cleared_can_be_held_by_nobody_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = tmp_path / f"{UNFINISHED}left"
    left.mkdir()
    held = []

    def looks(path: str) -> None:
        descriptor = os.open(path, os.O_RDONLY)
        held.append(hold(descriptor))
        os.close(descriptor)
        os.rmdir(path)

    monkeypatch.setattr(whole_folders, "rmtree", looks)
    assert clear_abandoned(str(tmp_path)) == [str(left)]
    assert held == [False]


def test_every_file_is_locked_once_and_opens(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_age: None
) -> None:
    calls: list[str] = []
    for name in ("encrypt", "decrypt"):
        real = getattr(pyrage.passphrase, name)

        def counted(*args: object, name: str = name, real: Any = real) -> Any:
            calls.append(name)
            return real(*args)

        monkeypatch.setattr(pyrage.passphrase, name, counted)
    made = write_pack(network, str(tmp_path / "pack"), passphrase="rye")
    assert made.is_whole
    assert calls == ["encrypt"] * len(made.files)
    for file in made.files:
        path = tmp_path / "pack" / file.name
        assert SECRET.encode() not in path.read_bytes()
        assert pyrage.passphrase.decrypt(path.read_bytes(), "rye")


def test_a_locked_file_that_is_not_on_the_disk_as_it_was_locked_is_told(
    network: Network, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, quick_age: None
) -> None:
    monkeypatch.setattr(
        pack,
        "replace_file",
        lambda path, data, **more: replace_file(path, data[:-1] if "google" in path else data, **more),
    )
    made = write_pack(network, str(tmp_path / "pack"), passphrase="rye")
    assert [file.name for file in made.files if not file.is_whole] == ["google.csv.age"]
