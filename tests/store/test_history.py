"""Taking back, taking back again, and looking back, across restarts and compaction."""

from __future__ import annotations

import os

import pytest

from netkeeper.domain.errors import CannotUndoError, DamagedError
from netkeeper.store import backups
from netkeeper.store.network import Network
from tests.store.helpers import Plain, add_people, network_at, on_disk, plain, put, remove, storage_at


def three_changes(folder: str, *, compacts: bool) -> list[Plain]:
    """Make three changes, each in a process of its own, as it were; the states, the empty one first."""
    states: list[Plain] = [{}]
    for number in range(3):
        storage = storage_at(folder)
        with storage.transaction(f"Change {number + 1}") as draft:
            draft.put("contacts", "1", {"name": f"Anna {number}"})
            draft.put("interactions", str(number), {"note": f"note {number}"})
        if compacts:
            storage.compact()
        states.append(plain(storage))
    return states


@pytest.mark.parametrize("compacts", [False, True], ids=["in the journal", "compacted"])
def test_undo_goes_back_step_by_step_across_restarts_and_compaction(folder: str, compacts: bool) -> None:
    states = three_changes(folder, compacts=compacts)
    for number in (3, 2, 1):
        assert network_at(folder).undo().what == f"Change {number}"
        assert on_disk(folder) == states[number - 1]
        if compacts:
            network_at(folder).close()
    with pytest.raises(CannotUndoError, match="nothing to take back"):
        network_at(folder).undo()


@pytest.mark.parametrize("compacts", [False, True], ids=["in the journal", "compacted"])
def test_an_undo_can_be_taken_back(folder: str, compacts: bool) -> None:
    states = three_changes(folder, compacts=compacts)
    network = network_at(folder)
    network.undo()
    if compacts:
        network.close()
    taken_back = next(iter(network_at(folder).past()))
    assert taken_back.undoes == 3
    assert network_at(folder).undo(taken_back.seq).what == "Took back: Change 3"
    assert on_disk(folder) == states[3]
    # And the change counts again: the next undo takes it back once more.
    assert network_at(folder).undo().what == "Change 3"
    assert on_disk(folder) == states[2]
    assert network_at(folder).undo().what == "Change 2"
    assert on_disk(folder) == states[1]


def test_one_change_in_the_middle_can_be_taken_back_if_nothing_came_after_it(folder: str) -> None:
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna")
    put(storage, "contacts", "2", name="Bo")
    put(storage, "contacts", "3", name="Cai")
    assert network_at(folder).undo(2).what == "Put 2 into contacts"
    assert on_disk(folder) == {"contacts": {"1": {"name": "Anna"}, "3": {"name": "Cai"}}}
    assert network_at(folder).undo().what == "Put 3 into contacts"
    assert network_at(folder).undo().what == "Put 1 into contacts"


def test_a_refusal_names_what_came_between(folder: str) -> None:
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna")
    put(storage, "contacts", "2", name="Bo")
    with storage.transaction("Renamed Anna") as draft:
        draft.put("contacts", "1", {"name": "Anna B"})
    before = on_disk(folder)
    with pytest.raises(CannotUndoError) as caught:
        network_at(folder).undo(1)
    assert str(caught.value) == (
        "Can't take back “Put 1 into contacts”: “Renamed Anna” (3) came after it and changed the same; "
        "take that back first: netkeeper undo 3"
    )
    assert on_disk(folder) == before


def test_what_was_taken_back_cannot_be_taken_back_again(folder: str) -> None:
    put(storage_at(folder), "contacts", "1", name="Anna")
    network_at(folder).undo()
    with pytest.raises(CannotUndoError, match=r"1 was taken back already; to have it again, .*: netkeeper undo 2"):
        network_at(folder).undo(1)
    network_at(folder).undo(2)
    assert network_at(folder).undo(1).what == "Put 1 into contacts"


def test_an_unknown_number_is_refused(folder: str) -> None:
    put(storage_at(folder), "contacts", "1", name="Anna")
    with pytest.raises(CannotUndoError, match="There is no 99 on record; netkeeper history shows"):
        network_at(folder).undo(99)


def test_undo_sees_what_another_process_did_meanwhile(folder: str) -> None:
    network = network_at(folder)
    add_people(network, "Anna")
    add_people(network_at(folder), "Bo")
    assert network.undo().what == "Added Bo"
    assert [contact.name for contact in Network(folder).contacts()] == ["Anna"]


def test_a_removal_can_be_taken_back(folder: str) -> None:
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna", emails=[{"value": "a@b.example"}])
    storage.compact()
    remove(storage_at(folder), "contacts", "1")
    assert on_disk(folder) == {}
    network_at(folder).undo()
    assert on_disk(folder) == {"contacts": {"1": {"name": "Anna", "emails": [{"value": "a@b.example"}]}}}


def test_history_goes_back_through_every_journal_once(folder: str) -> None:
    for number in range(12):
        storage = storage_at(folder)
        put(storage, "contacts", str(number), name="x")
        if number % 3 == 1:
            storage.compact()
    assert [transaction.seq for transaction in network_at(folder).past()] == list(range(12, 0, -1))


def test_a_journal_put_aside_twice_is_told_once(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna")
    # Killed between keeping the journal and starting the next one, the journal goes on growing.
    backups.archive_journal(folder, storage.network, 1, 1)
    put(storage, "contacts", "2", name="Bo")
    storage.compact()
    put(storage, "contacts", "3", name="Cai")
    assert [transaction.seq for transaction in network_at(folder).past()] == [3, 2, 1]


def test_journals_are_kept_on_a_drive_without_hard_links(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_links(source: str, target: str) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", no_links)
    states = three_changes(folder, compacts=True)
    network_at(folder).undo()
    assert on_disk(folder) == states[2]
    assert [transaction.seq for transaction in network_at(folder).past()] == [4, 3, 2, 1]


def test_the_history_of_a_network_that_was_here_before_is_not_this_ones(folder: str) -> None:
    storage = storage_at(folder)
    for number in range(3):
        put(storage, "contacts", str(number), name="old")
        storage.compact()
    for name in ("network.json", "interactions.json", "journal.jsonl"):
        os.unlink(os.path.join(folder, name))
    fresh = storage_at(folder)
    for number in range(2):
        put(fresh, "contacts", str(number), name="new")
        fresh.compact()
    assert [(change.seq, change.changes[0].after) for change in network_at(folder).past()] == [
        (2, {"name": "new"}),
        (1, {"name": "new"}),
    ]
    network_at(folder).undo()
    network_at(folder).undo()
    assert on_disk(folder) == {}
    with pytest.raises(CannotUndoError):
        network_at(folder).undo()


def test_a_damaged_old_journal_is_said_only_when_the_look_back_gets_there(folder: str) -> None:
    three_changes(folder, compacts=True)
    oldest = backups.all_archived_journals(folder)[-1]
    with open(oldest, "r+b") as file:
        file.write(b"garbage")
    network = network_at(folder)
    assert network.undo().what == "Change 3"
    with pytest.raises(DamagedError, match=os.path.basename(oldest)):
        list(network.past())


def test_a_change_that_changes_nothing_is_none(folder: str) -> None:
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna")
    put(storage, "contacts", "1", name="Anna")
    remove(storage, "contacts", "9")
    assert storage.seq == 1


def test_an_error_inside_a_transaction_undoes_all_of_it(folder: str) -> None:
    storage = storage_at(folder)
    put(storage, "contacts", "1", name="Anna")
    before = plain(storage)
    with pytest.raises(ZeroDivisionError), storage.transaction("Half") as draft:
        draft.put("contacts", "1", {"name": "Bo"})
        draft.put("contacts", "2", {"name": "Cai"})
        raise ZeroDivisionError
    assert plain(storage) == on_disk(folder) == before
    assert storage.seq == 1
