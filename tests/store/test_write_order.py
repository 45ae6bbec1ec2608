"""A change is on the disk before it is acknowledged, and each call to the disk that fails leaves old or new."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable

import pytest

from netkeeper.domain.errors import NetkeeperError, StoreError
from netkeeper.store import storage as storage_module
from netkeeper.system.files import replace_file
from tests.store.dying import dying, refusing, watched
from tests.store.helpers import bytes_of, on_disk, plain, put, storage_at, unfinished

MOST_CALLS = 200
CODES = (errno.EIO, errno.ENOSPC)


def begun(folder: str) -> None:
    """A network with something in each table, compacted, and something in its journal."""
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna")
    put(storage, "interactions", "2", note="coffee")
    storage.compact()
    put(storage, "contacts", "3", name="Bo")
    put(storage, "interactions", "4", note="lunch")


def write(folder: str) -> None:
    put(storage_at(folder), "contacts", "5", name="Cai")


def compact(folder: str) -> None:
    storage_at(folder).compact()


def begin(folder: str) -> None:
    put(storage_at(folder), "contacts", "1", name="Anna")


def back_up(folder: str) -> None:
    storage_at(folder).back_up("asked")


CASES = {
    "beginning": (None, begin),
    "writing": (begun, write),
    "compaction": (begun, compact),
    "backing up": (begun, back_up),
}
cases = pytest.mark.parametrize(("before", "act"), CASES.values(), ids=CASES)


def test_a_replaced_file_is_written_then_synced_then_renamed_then_its_folder_synced(tmp_path: os.PathLike[str]) -> None:
    target = os.path.join(tmp_path, "some.json")
    with watched() as disk:
        replace_file(target, b"new")

    temporary = disk.calls[0][1]
    assert os.path.dirname(temporary) == os.fspath(tmp_path)
    assert [call for call in disk.calls if call[0] != "fchmod"] == [
        ("open", temporary),
        ("write", temporary),
        ("fsync", temporary),
        ("replace", target),
        ("open", os.fspath(tmp_path)),
        ("fsync", os.fspath(tmp_path)),
    ]


def test_a_transaction_is_one_write_and_one_fsync_of_the_journal(folder: str) -> None:
    begun(folder)
    storage = storage_at(folder)
    put(storage, "contacts", "6", name="Eva")
    with watched() as disk:
        put(storage, "contacts", "7", name="Dan")

    journal = os.path.join(folder, "journal.jsonl")
    on_the_journal = [name for name, path in disk.calls if path == journal]
    assert on_the_journal == ["open", "write", "fsync"]
    assert disk.names().count("fsync") == 1


@pytest.mark.parametrize("size", [10, 5000])
def test_logging_costs_one_fsync_however_much_there_is_and_reads_no_interactions(folder: str, size: int) -> None:
    first = storage_at(folder)
    with first.transaction("Filled") as draft:
        for number in range(size):
            draft.put("interactions", str(number), {"note": "x" * 50})
    first.compact()
    put(first, "contacts", "1", name="Anna")
    storage = storage_at(folder)
    put(storage, "contacts", "2", name="Bo")
    with watched() as disk, storage.transaction("Logged") as draft:
        draft.put("interactions", storage.new_id("interactions"), {"note": "coffee"})

    assert disk.names().count("fsync") == 1
    assert not storage.is_loaded("interactions")


@cases
def test_killed_at_any_call_to_the_disk_the_network_is_old_or_new(
    folder: str, before: Callable[[str], None] | None, act: Callable[[str], None]
) -> None:
    states, deaths = both_states(folder, before, act), 0
    for after in range(MOST_CALLS):
        start(folder, before)
        with dying(after) as death:
            act(folder)
        assert on_disk(folder) in states, death
        # The network goes on where the dead process left it, and what that left behind is cleared away.
        put(storage_at(folder), "contacts", "9", name="Eva")
        assert on_disk(folder)["contacts"]["9"] == {"name": "Eva"}
        assert not unfinished(folder)
        if not death:
            break
        deaths += 1
    assert 5 < deaths < MOST_CALLS - 1


@cases
@pytest.mark.parametrize("code", CODES, ids=errno.errorcode.get)
@pytest.mark.parametrize("for_good", [False, True], ids=["once", "from then on"])
def test_each_refused_call_leaves_old_or_new_on_disk_and_in_memory(
    folder: str, before: Callable[[str], None] | None, act: Callable[[str], None], code: int, for_good: bool
) -> None:
    states, refusals = both_states(folder, before, act), 0
    for after in range(MOST_CALLS):
        start(folder, before)
        error = ""
        with refusing(after, code, for_good=for_good) as failed:
            try:
                act(folder)
            except NetkeeperError as raised:
                error = str(raised)
        if not failed:
            break
        assert on_disk(folder) in states, failed
        if error:
            refusals += 1
            assert "\n" not in error
        elif act is not back_up:
            assert on_disk(folder) == states[1], "what was acknowledged is there"
    assert refusals >= 3


def test_a_refused_write_leaves_memory_as_it_was_and_the_next_one_works(folder: str) -> None:
    begun(folder)
    storage = storage_at(folder)
    put(storage, "contacts", "5", name="Cai")
    known, kept = plain(storage), bytes_of(folder)
    for after in range(MOST_CALLS):
        with refusing(after, errno.EIO) as failed:
            try:
                put(storage, "contacts", "6", name="Dan")
            except StoreError as error:
                assert "nothing was changed" in str(error) or "Can't write in" in str(error)
        if not failed or plain(storage) != known:
            break
        assert bytes_of(folder) == kept
    else:
        raise AssertionError("it never worked")
    put(storage, "contacts", "7", name="Eva")
    assert on_disk(folder) == plain(storage)
    assert on_disk(folder)["contacts"].keys() >= {"6", "7"}


def test_a_failed_fsync_takes_the_line_back(folder: str) -> None:
    begun(folder)
    storage = storage_at(folder)
    put(storage, "contacts", "5", name="Cai")
    kept = bytes_of(folder)

    def hook(name: str, args: tuple[object, ...], number: int) -> None:
        if name == "fsync":
            raise OSError(errno.EIO, "no")

    with watched(hook), pytest.raises(StoreError, match="nothing was changed"):
        put(storage, "contacts", "6", name="Dan")
    assert bytes_of(folder) == kept
    assert "6" not in storage.table("contacts")
    put(storage, "contacts", "6", name="Dan")
    assert on_disk(folder)["contacts"]["6"] == {"name": "Dan"}


def test_a_line_that_could_not_be_taken_back_is_noticed(folder: str) -> None:
    begun(folder)
    storage = storage_at(folder)
    put(storage, "contacts", "5", name="Cai")

    def hook(name: str, args: tuple[object, ...], number: int) -> None:
        if name in ("fsync", "ftruncate"):
            raise OSError(errno.EIO, "no")

    with watched(hook), pytest.raises(StoreError, match="may have been saved or not"):
        put(storage, "contacts", "6", name="Dan")
    put(storage, "contacts", "7", name="Eva")
    assert plain(storage) == on_disk(folder)
    assert "7" in storage.table("contacts")


def test_a_compaction_that_fails_while_logging_loses_nothing(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage_module, "JOURNAL_LIMIT_BYTES", 0)
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna")
    for after in range(MOST_CALLS):
        number = str(100 + after)
        with refusing(after, errno.ENOSPC, for_good=True):
            try:
                put(storage, "interactions", number, note="x")
            except StoreError as error:
                taken_back = number not in on_disk(folder).get("interactions", {})
                assert taken_back or "may have been saved" in str(error)
                continue
        assert plain(storage) == on_disk(folder)
        assert number in storage.table("interactions")
    put(storage, "interactions", "1", note="y")
    assert plain(storage) == on_disk(folder)


def both_states(folder: str, before: Callable[[str], None] | None, act: Callable[[str], None]) -> tuple[object, object]:
    """What the network holds before and after something is done."""
    start(folder, before)
    old = on_disk(folder)
    act(folder)
    return old, on_disk(folder)


def start(folder: str, before: Callable[[str], None] | None) -> None:
    """The folder as it is before something is done."""
    from shutil import rmtree

    rmtree(folder, ignore_errors=True)
    if before is not None:
        before(folder)
