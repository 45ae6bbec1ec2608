"""Reading and undoing past transactions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from netkeeper.domain.editing.message import Message
from netkeeper.domain.errors import CannotUndoError, ConflictError
from netkeeper.domain.records import Fields
from netkeeper.domain.records.tables import is_quiet, tables_naming_people
from netkeeper.store.backups import archived_journals, journal_holds
from netkeeper.store.documents import candidates
from netkeeper.store.journal import Change, Journal, Transaction
from netkeeper.store.storage import JournaledStorage


class UndoRange(NamedTuple):
    """All transactions from one on, and the effect of undoing them.

    Attributes:
        first: The first transaction of the range.
        taken_back: Transactions that are in effect now and would be undone, newest first.
        brought_back: Transactions that are undone now and would be in effect again, newest first.
        before: The documents that the range changed, in their state before it, by table and id.
    """

    first: Transaction
    taken_back: tuple[Transaction, ...]
    brought_back: tuple[Transaction, ...]
    before: dict[tuple[str, str], Fields | None]


def past(storage: JournaledStorage) -> Iterator[Transaction]:
    """All recorded transactions except quiet ones, newest first.

    Archived journals are read lazily.

    Raises:
        DamagedError: A journal fails its checks.
    """
    return (transaction for transaction in _all_transactions(storage) if not transaction.is_quiet)


def _all_transactions(storage: JournaledStorage) -> Iterator[Transaction]:
    oldest = storage.seq + 1
    for transaction in reversed(storage.transactions()):
        oldest = transaction.seq
        yield transaction
    for path in archived_journals(storage.folder, storage.network):
        found = Journal(path).read()
        for transaction in reversed(found[1] if found else ()):
            if transaction.seq < oldest:
                oldest = transaction.seq
                yield transaction


def find_transaction(storage: JournaledStorage, seq: int) -> Transaction | None:
    """A transaction by its number; None if it is not recorded (any more).

    Raises:
        DamagedError: The journal it is in fails its checks.
    """
    for transaction in reversed(storage.transactions()):
        if transaction.seq == seq:
            return transaction
    for path in archived_journals(storage.folder, storage.network):
        if journal_holds(path, seq) and (found := Journal(path).find(seq)):
            return found
    return None


def with_undone_by(newest_first: Iterable[Transaction]) -> Iterator[tuple[Transaction, int | None]]:
    """Pairs of a transaction and the number of the one that undid it, None if it is in effect.

    An undo that was undone itself has no effect.
    """
    taken_back: dict[int, int] = {}
    floor, floor_by = None, 0
    for transaction in newest_first:
        by = taken_back.pop(transaction.seq, None)
        if by is None and floor is not None and transaction.seq >= floor:
            by = floor_by
        if by is None:
            if transaction.undoes is not None:
                taken_back[transaction.undoes] = transaction.seq
            if transaction.undoes_from is not None and (floor is None or transaction.undoes_from < floor):
                floor, floor_by = transaction.undoes_from, transaction.seq
        yield transaction, by


def in_effect(newest_first: Iterable[Transaction]) -> Iterator[Transaction]:
    """The transactions that were not undone and are not undos of a single transaction."""
    for transaction, by in with_undone_by(newest_first):
        if by is None and transaction.undoes is None:
            yield transaction


def undo(storage: JournaledStorage, seq: int | None = None) -> Transaction:
    """Undo a transaction by a new one.

    Args:
        seq: The number of the transaction, which may itself be an undo; None for the last one in effect.

    Returns:
        The transaction that was undone.

    Raises:
        CannotUndoError: There is nothing to undo, or a later transaction changed the same document; the
            message names it.
        StoreError: It can't be written.
    """
    with storage.lock():
        transaction = _find_to_undo(storage, seq)
        changes = [change for change in transaction.changes if not is_quiet(change.table)]
        for change in changes:
            if storage.table(change.table).get(change.id) != change.after:
                raise _conflict_error(storage, transaction, change)
        for change in _dangling_references(storage, transaction):
            raise _conflict_error(storage, transaction, change)
        with storage.transaction(_message_about("taken_back", transaction), undoes=transaction.seq) as draft:
            for table, number, before, _ in changes:
                draft.put(table, number, before)
        return transaction


def _message_about(key: str, transaction: Transaction) -> Message:
    """A message about a transaction, without the message of one that it undid, so that nesting is limited."""
    done: dict[str, Any] = {"what": transaction.what}
    if transaction.message and "done" not in transaction.message.values:
        done["message"] = transaction.message.kept()
    return Message(key, {"done": done})


def _find_to_undo(storage: JournaledStorage, seq: int | None) -> Transaction:
    if seq is None:
        for transaction in in_effect(past(storage)):
            return transaction
        raise CannotUndoError("There is nothing to take back.")
    for transaction, by in with_undone_by(past(storage)):
        if transaction.seq == seq:
            if by is None:
                return transaction
            brief = f"{seq} was taken back already; to have it again, take back {by}"
            raise CannotUndoError(f"{brief}: netkeeper undo {by}", brief=f"{brief}.")
    raise _not_on_record(seq)


def _not_on_record(seq: int) -> CannotUndoError:
    brief = f"There is no {seq} on record"
    return CannotUndoError(f"{brief}; netkeeper history shows what there is.", brief=f"{brief} any more.")


def undo_range(storage: JournaledStorage, seq: int) -> UndoRange:
    """The effect of undoing all transactions from one on; changes nothing.

    Raises:
        CannotUndoError: It is not recorded, or a transaction in the range can't be undone; the message names it.
        DamagedError: A journal fails its checks.
    """
    looked_at: list[tuple[Transaction, int | None]] = []
    before: dict[tuple[str, str], Fields | None] = {}
    newer = storage.seq + 1
    lowest = seq
    for transaction, by in with_undone_by(_all_transactions(storage)):
        if transaction.seq < lowest:
            break
        if transaction.seq >= seq:
            if transaction.seq != newer - 1:
                raise CannotUndoError(
                    f"What was done between {transaction.seq} and {newer} is not on record any more; "
                    "only what came later can be taken back."
                )
            newer = transaction.seq
            _rewind(storage, transaction, before)
        if transaction.is_quiet:
            continue
        looked_at.append((transaction, by))
        # Undos in the range may refer to transactions before it.
        lowest = min(lowest, transaction.undoes or lowest, transaction.undoes_from or lowest)
    if newer != seq or seq > storage.seq:
        raise _not_on_record(seq)
    return _range_of(looked_at, seq, before)


def _rewind(storage: JournaledStorage, transaction: Transaction, before: dict[tuple[str, str], Fields | None]) -> None:
    """Update ``before`` from the state after a transaction to the state before it."""
    for table, number, was, became in transaction.changes:
        if is_quiet(table):
            continue  # Quiet tables are never undone.
        now = before[table, number] if (table, number) in before else storage.table(table).get(number)
        if now != became:
            raise CannotUndoError(
                f"Can't take back “{transaction.what}” ({transaction.seq}): what it changed has changed since, "
                "and how is not on record."
            )
        before[table, number] = was


def _range_of(
    looked_at: list[tuple[Transaction, int | None]], seq: int, before: dict[tuple[str, str], Fields | None]
) -> UndoRange:
    """The range from a transaction on: compares what is in effect now with what was before it."""
    then = {transaction.seq for transaction in in_effect(each for each, _ in looked_at if each.seq < seq)}
    now = {transaction.seq for transaction, by in looked_at if by is None and transaction.undoes is None}
    everything = [transaction for transaction, _ in looked_at]
    return UndoRange(
        next(transaction for transaction in everything if transaction.seq == seq),
        tuple(transaction for transaction in everything if transaction.seq in now - then),
        tuple(transaction for transaction in everything if transaction.seq in then - now),
        before,
    )


def undo_from(storage: JournaledStorage, seq: int, *, shown_seq: int | None = None) -> UndoRange:
    """Undo all transactions from one on, as one transaction, which can be undone in turn.

    Args:
        seq: The number of the first transaction to undo.
        shown_seq: The number of the last transaction that the user saw; None to skip the check.

    Returns:
        What was undone.

    Raises:
        CannotUndoError: A transaction in the range can't be undone, or all of it is undone already.
        ConflictError: There are transactions after ``shown_seq``.
        StoreError: It can't be written.
    """
    with storage.lock():
        newest = next(past(storage), None)
        if shown_seq is not None and newest is not None and newest.seq > shown_seq:
            raise ConflictError(f"Something was done meanwhile (“{newest.what}”); look at it, then go back.")
        found = undo_range(storage, seq)
        with storage.transaction(_message_about("went_back", found.first), undoes_from=seq) as draft:
            for (table, number), document in found.before.items():
                draft.put(table, number, document)
            if not draft.changes():
                raise CannotUndoError("All of that is taken back already.")
        return found


def _dangling_references(storage: JournaledStorage, transaction: Transaction) -> Iterator[Change]:
    """Documents that reference a contact whose creation would be undone, and that the undo would not change."""
    changed = {(change.table, change.id) for change in transaction.changes}
    added = {change.id for change in transaction.changes if change.table == "contacts" and change.before is None}
    if not added:
        return
    # Adding to a large table (interactions) changes the contact too, so that the undo is refused anyway.
    for table in (table for table in tables_naming_people() if not table.large):
        for reference in table.people_of:
            for number, document in candidates(storage.table(table.name), f'"{reference.name}":'):
                names = not added.isdisjoint(table.references_in(document))
                if names and (table.name, number) not in changed:
                    yield Change(table.name, number, None, document)


def _conflict_error(storage: JournaledStorage, transaction: Transaction, change: Change) -> CannotUndoError:
    for later in past(storage):
        if later.seq <= transaction.seq:
            break
        if any((change.table, change.id) == (table, number) for table, number, _, _ in later.changes):
            brief = (
                f"Can't take back “{transaction.what}”: “{later.what}” ({later.seq}) came after it and changed the "
                "same; take that back first"
            )
            return CannotUndoError(f"{brief}: netkeeper undo {later.seq}", brief=f"{brief}.")
    return CannotUndoError(f"Can't take back “{transaction.what}”: what it changed has changed since.")
