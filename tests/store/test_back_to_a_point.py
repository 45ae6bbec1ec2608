"""Back to a point in one step, forth again in one step, and refused as a whole where that can't be."""

from __future__ import annotations

import os

import pytest

from netkeeper.domain.errors import CannotUndoError, ConflictError, DamagedError
from netkeeper.store import backups
from netkeeper.store.history import with_undone_by
from netkeeper.store.journal import APP, SHELL
from netkeeper.store.network import Network
from tests.store.helpers import Plain, add_people, bytes_of, network_at, on_disk, put, remove, storage_at


def changes(folder: str, count: int = 5, *, compacts: bool = False) -> list[Plain]:
    """Make some changes to one document and to others; the states, the empty one first."""
    states: list[Plain] = [{}]
    for number in range(1, count + 1):
        storage = storage_at(folder)
        with storage.transaction(f"Change {number}") as draft:
            draft.put("contacts", "1", {"name": f"Anna {number}"})
            draft.put("interactions", str(number), {"note": f"note {number}"})
        if compacts:
            storage.compact()
        states.append(on_disk(folder))
    return states


def marks(folder: str) -> list[tuple[int, int | None]]:
    """Each line of history, with the number of what took it back."""
    return [(transaction.seq, by) for transaction, by in with_undone_by(network_at(folder).past())]


def whats(transactions: tuple[object, ...]) -> list[str]:
    return [transaction.what for transaction in transactions]  # type: ignore[attr-defined]


@pytest.mark.parametrize("compacts", [False, True], ids=["in the journal", "compacted"])
@pytest.mark.parametrize("seq", [1, 3, 5])
def test_back_to_a_point_and_forth_again(folder: str, seq: int, compacts: bool) -> None:
    states = changes(folder, compacts=compacts)
    found = network_at(folder).undo_from(seq)
    assert on_disk(folder) == states[seq - 1]
    assert whats(found.taken_back) == [f"Change {number}" for number in range(5, seq - 1, -1)]
    assert found.brought_back == ()
    if compacts:
        network_at(folder).close()
    back = next(network_at(folder).past())
    assert (back.seq, back.what, back.undoes, back.undoes_from) == (
        6,
        f"Went back to before “Change {seq}”",
        None,
        seq,
    )
    assert marks(folder) == [(6, None), *((number, 6 if number >= seq else None) for number in range(5, 0, -1))]
    # The next undo brings all of it again, and the one after that goes on from there.
    assert network_at(folder).undo().what == back.what
    assert on_disk(folder) == states[5]
    assert marks(folder)[:3] == [(7, None), (6, 7), (5, None)]
    assert network_at(folder).undo().what == "Change 5"
    assert on_disk(folder) == states[4]


def test_forth_again_can_itself_be_taken_back(folder: str) -> None:
    states = changes(folder)
    network_at(folder).undo_from(2)
    network_at(folder).undo()
    network_at(folder).undo(7)
    assert on_disk(folder) == states[1]
    assert marks(folder) == [(8, None), (7, 8), (6, None), (5, 6), (4, 6), (3, 6), (2, 6), (1, None)]


def test_what_was_taken_back_in_between_comes_back(folder: str) -> None:
    states = changes(folder, 3)
    network = network_at(folder)
    network.undo()
    put(storage_at(folder), "contacts", "2", name="Bo")
    found = network_at(folder).undo_range(4)
    assert (whats(found.taken_back), whats(found.brought_back)) == (["Put 2 into contacts"], ["Change 3"])
    network_at(folder).undo_from(4)
    assert on_disk(folder) == states[3]
    assert marks(folder) == [(6, None), (5, 6), (4, 6), (3, None), (2, None), (1, None)]


def test_what_was_brought_again_in_between_goes_again(folder: str) -> None:
    states = changes(folder, 3)
    network_at(folder).undo()
    network_at(folder).undo(4)
    found = network_at(folder).undo_range(5)
    assert (whats(found.taken_back), whats(found.brought_back)) == (["Change 3"], [])
    network_at(folder).undo_from(5)
    assert on_disk(folder) == states[2]


def test_a_way_back_inside_a_way_back(folder: str) -> None:
    states = changes(folder)
    network_at(folder).undo_from(2)
    put(storage_at(folder), "contacts", "7", name="Bo")
    found = network_at(folder).undo_from(6)
    assert (whats(found.taken_back), whats(found.brought_back)) == (
        ["Put 7 into contacts", "Went back to before “Change 2”"],
        ["Change 5", "Change 4", "Change 3", "Change 2"],
    )
    assert on_disk(folder) == states[5]
    network_at(folder).undo_from(4)
    assert on_disk(folder) == states[3]
    assert [by for _, by in marks(folder)] == [None, 9, 9, 9, 9, 9, None, None, None]


def test_one_change_of_a_stretch_that_was_taken_back_is_not_taken_back_again(folder: str) -> None:
    put(storage_at(folder), "contacts", "1", name="Anna")
    remove(storage_at(folder), "contacts", "1")
    put(storage_at(folder), "contacts", "2", name="Bo")
    network_at(folder).undo_from(1)
    before = bytes_of(folder)
    with pytest.raises(CannotUndoError, match=r"2 was taken back already; .*: netkeeper undo 4"):
        network_at(folder).undo(2)
    assert bytes_of(folder) == before


def test_where_nothing_is_left_to_take_back_nothing_is_written(folder: str) -> None:
    changes(folder, 2)
    network_at(folder).undo_from(1)
    before = bytes_of(folder)
    with pytest.raises(CannotUndoError, match=r"^All of that is taken back already\.$"):
        network_at(folder).undo_from(1)
    assert bytes_of(folder) == before


def test_an_unknown_number_is_refused(folder: str) -> None:
    changes(folder, 2)
    for seq in (0, 3, 99):
        with pytest.raises(CannotUndoError, match=f"There is no {seq} on record"):
            network_at(folder).undo_from(seq)


def test_what_was_done_since_it_was_shown_is_never_taken_back_unseen(folder: str) -> None:
    network = network_at(folder)
    add_people(network, "Anna", "Bo")
    shown_seq = network.storage.seq
    add_people(network_at(folder), "Cai")
    before = bytes_of(folder)
    with pytest.raises(ConflictError, match=r"Something was done meanwhile .“Added Cai”.; look at it, then go back"):
        network.undo_from(1, shown_seq=shown_seq)
    assert bytes_of(folder) == before
    network.undo_from(1, shown_seq=network.storage.seq)
    assert network.is_empty


def test_a_gap_in_the_record_is_refused_as_a_whole(folder: str) -> None:
    states = changes(folder, 4, compacts=True)
    os.unlink(backups.all_archived_journals(folder)[2])
    before = bytes_of(folder)
    with pytest.raises(CannotUndoError, match=r"What was done between 1 and 3 is not on record any more"):
        network_at(folder).undo_from(1)
    assert bytes_of(folder) == before
    with pytest.raises(CannotUndoError, match="There is no 2 on record"):
        network_at(folder).undo_from(2)
    network_at(folder).undo_from(3)
    assert on_disk(folder) == states[2]


def test_a_change_that_is_not_on_record_is_refused_as_a_whole(folder: str) -> None:
    changes(folder, 2)
    storage = storage_at(folder)
    # As a migration would: changed, and no line of the journal says so.
    storage.table("contacts")["1"] = {"name": "Åsa"}
    storage.compact()
    put(storage_at(folder), "contacts", "2", name="Bo")
    before = bytes_of(folder)
    with pytest.raises(CannotUndoError, match=r"^Can't take back “Change 2” \(2\): what it changed has changed since"):
        network_at(folder).undo_from(1)
    assert bytes_of(folder) == before
    network_at(folder).undo_from(3)


def test_a_damaged_old_journal_is_said_and_nothing_is_taken_back(folder: str) -> None:
    changes(folder, 3, compacts=True)
    with open(backups.all_archived_journals(folder)[-1], "r+b") as file:
        file.write(b"garbage")
    before = bytes_of(folder)
    with pytest.raises(DamagedError):
        network_at(folder).undo_from(1)
    assert bytes_of(folder) == before


def test_one_line_of_history_is_found_wherever_it_is(folder: str) -> None:
    changes(folder, 4, compacts=True)
    put(storage_at(folder), "contacts", "2", name="Bo")
    network = network_at(folder)
    assert [change.what for seq in range(1, 6) if (change := network.find_transaction(seq))] == [
        *(f"Change {number}" for number in range(1, 5)),
        "Put 2 into contacts",
    ]
    assert network.find_transaction(6) is None
    assert network.find_transaction(0) is None


def test_each_line_says_what_it_was_done_with(folder: str) -> None:
    add_people(Network(folder, by=SHELL), "Anna")
    app = Network(folder, by=APP)
    add_people(app, "Bo")
    app.undo()
    Network(folder, by=SHELL).undo_from(1)
    network_at(folder).undo()
    assert [change.by for change in network_at(folder).past()] == ["", SHELL, APP, APP, SHELL]
