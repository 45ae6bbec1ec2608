"""A disk that is full, or takes only a part, loses nothing."""

from __future__ import annotations

import contextlib
import errno
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from netkeeper.domain.errors import NetkeeperError, StoreError
from netkeeper.store.network import Network
from tests.store.helpers import add_people, bytes_of, log_with, network_at, on_disk, unfinished

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs limits or mounts that Windows lacks")


@pytest.fixture
def anna(folder: str) -> str:
    """The one contact of a network that has been written to today; her id."""
    network = network_at(folder)
    (anna,) = add_people(network, "Anna")
    network.close()
    add_people(network, "Bo")
    return anna


@contextlib.contextmanager
def files_up_to(size: int) -> Iterator[None]:
    """Let no file grow beyond a size: what the system refuses, it refuses in the middle of a write."""
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@posix
def test_a_file_that_may_not_grow_leaves_all_as_it_was(folder: str, anna: str) -> None:
    network = network_at(folder)
    before = bytes_of(folder)
    size = len(before["journal.jsonl"])
    for room in (0, 1, 50, 200):
        with files_up_to(size + room), pytest.raises(StoreError) as caught:
            log_with(network, anna, "x" * 1000)
        assert "may not grow any more" in str(caught.value)
        assert "\n" not in str(caught.value)
        assert bytes_of(folder) == before
        assert not unfinished(folder)
        assert network.interactions() == []
    log_with(network, anna, "coffee")
    assert [interaction.note for interaction in Network(folder).interactions()] == ["coffee"]


@posix
def test_a_snapshot_that_may_not_grow_leaves_the_old_one(folder: str, anna: str) -> None:
    network = network_at(folder)
    log_with(network, anna, "x" * 3000)
    before, known = bytes_of(folder), on_disk(folder)
    with files_up_to(1000), pytest.raises(StoreError, match="may not grow any more; nothing was changed"):
        network.close()
    assert bytes_of(folder) == before
    assert not unfinished(folder)
    network.close()
    assert on_disk(folder) == known


@pytest.mark.parametrize("most", [1, 7, 100])
def test_a_disk_that_takes_little_at_a_time_gets_all_of_it(
    folder: str, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: write(descriptor, data[:most]))
    network = network_at(folder)
    (anna,) = add_people(network, "Anna")
    log_with(network, anna, "coffee" * 50)
    network.close()
    backup = network.storage.back_up("asked")
    monkeypatch.undo()
    assert [interaction.note for interaction in Network(folder).interactions()] == ["coffee" * 50]
    assert on_disk(folder) == on_disk(os.path.join(folder, "backups", backup))


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, None])
def test_a_write_that_is_cut_short_by_a_full_disk_changes_nothing(
    folder: str, anna: str, monkeypatch: pytest.MonkeyPatch, code: int | None
) -> None:
    network, write = network_at(folder), os.write
    before = bytes_of(folder)
    written: list[int] = []

    def half(descriptor: int, data: bytes) -> int:
        if written:
            if code is None:
                return 0
            raise OSError(code, "no")
        written.append(write(descriptor, data[: len(data) // 2]))
        return written[0]

    monkeypatch.setattr(os, "write", half)
    with pytest.raises(StoreError, match=r"(disk is full|quota is used up); nothing was changed"):
        log_with(network, anna, "coffee")
    monkeypatch.undo()
    assert written
    assert bytes_of(folder) == before
    assert Network(folder).interactions() == []


@pytest.fixture
def small_disk(tmp_path: os.PathLike[str]) -> Iterator[str]:
    """A file system of 256 kB of its own."""
    place = os.path.join(tmp_path, "disk")
    os.mkdir(place)
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("mounting a small disk takes root on Linux")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", place], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip(f"mounting is not allowed here: {mounted.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", place], check=True)


def test_a_full_disk_keeps_all_that_was_acknowledged(small_disk: str) -> None:
    folder = os.path.join(small_disk, "network")
    network = network_at(folder)
    (anna,) = add_people(network, "Anna")
    notes: list[str] = []
    error = ""
    while not error and len(notes) < 1000:
        note = f"{len(notes)} " + "x" * 2000
        try:
            log_with(network, anna, note)
            notes.append(note)
        except NetkeeperError as refused:
            error = str(refused)
    assert "disk is full; nothing was changed" in error
    assert "\n" not in error
    before = bytes_of(folder)
    with pytest.raises(NetkeeperError):
        network_at(folder).close()
    with pytest.raises(NetkeeperError):
        network_at(folder).storage.back_up("asked")
    assert bytes_of(folder) == before
    assert not unfinished(folder)
    assert sorted(interaction.note for interaction in Network(folder).interactions()) == sorted(notes)
    # Room again: it goes on.
    log_with(network_with_room(small_disk), anna, "at last")
    assert len(Network(folder).interactions()) == len(notes) + 1


def network_with_room(small_disk: str) -> Network:
    """The network after somebody made the disk larger."""
    subprocess.run(["mount", "-o", "remount,size=2m", small_disk], check=True, capture_output=True)
    return network_at(os.path.join(small_disk, "network"))
