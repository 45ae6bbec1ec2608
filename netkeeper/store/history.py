"""Looking back at what was done, and taking it back."""

from __future__ import annotations

from collections.abc import Iterator

from netkeeper.domain.errors import CannotUndoError
from netkeeper.store.backups import kept_journals
from netkeeper.store.documents import candidates
from netkeeper.store.journal import Change, Journal, Transaction
from netkeeper.store.storage import JournaledStorage


def past(storage: JournaledStorage) -> Iterator[Transaction]:
    """Every transaction that is still on record, newest first.

    Journals that were put aside are read only when the look back gets that far.

    Raises:
        DamagedError: A journal fails its checks.
    """
    oldest = storage.seq + 1
    for transaction in reversed(storage.transactions()):
        oldest = transaction.seq
        yield transaction
    for path in kept_journals(storage.folder, storage.network):
        found = Journal(path).read()
        for transaction in reversed(found[1] if found else ()):
            if transaction.seq < oldest:
                oldest = transaction.seq
                yield transaction


def in_effect(transactions: Iterator[Transaction]) -> Iterator[Transaction]:
    """Of transactions newest first, those that were not taken back and take nothing back."""
    taken_back: set[int] = set()
    for transaction in transactions:
        if transaction.seq in taken_back:
            continue
        if transaction.undoes is None:
            yield transaction
        else:
            taken_back.add(transaction.undoes)


def undo(storage: JournaledStorage, seq: int | None = None) -> Transaction:
    """Turn a transaction round, as a new one.

    Args:
        storage: The network.
        seq: The number of the transaction to take back, which may itself be an undo; None for the
            last one in effect.

    Returns:
        The transaction that was taken back.

    Raises:
        CannotUndoError: There is nothing to take back, or a later change to the same thing stands
            in the way; the message names it.
        StoreError: It can't be written.
    """
    with storage.lock():
        transaction = _find(storage, seq)
        for change in transaction.changes:
            if storage.table(change.table).get(change.id) != change.after:
                raise CannotUndoError(_what_came_between(storage, transaction, change))
        for change in _left_behind(storage, transaction):
            raise CannotUndoError(_what_came_between(storage, transaction, change))
        with storage.transaction(f"Took back: {transaction.what}", undoes=transaction.seq) as draft:
            for table, number, before, _ in transaction.changes:
                if before is None:
                    draft.remove(table, number)
                else:
                    draft.put(table, number, before)
        return transaction


def _find(storage: JournaledStorage, seq: int | None) -> Transaction:
    if seq is None:
        for transaction in in_effect(past(storage)):
            return transaction
        raise CannotUndoError("There is nothing to take back.")
    for transaction in past(storage):
        if transaction.seq == seq:
            return transaction
        if transaction.undoes == seq and _still_stands(storage, transaction):
            raise CannotUndoError(
                f"{seq} was taken back already; to have it again, take back {transaction.seq}: netkeeper undo {transaction.seq}"
            )
    raise CannotUndoError(f"There is no {seq} on record; netkeeper history shows what there is.")


def _still_stands(storage: JournaledStorage, undoing: Transaction) -> bool:
    """Whether an undo was not itself taken back."""
    return not any(later.undoes == undoing.seq for later in past(storage) if later.seq > undoing.seq)


def _left_behind(storage: JournaledStorage, transaction: Transaction) -> Iterator[Change]:
    """What names somebody whom an undo would take away, and would stay without them."""
    changed = {(change.table, change.id) for change in transaction.changes}
    added = {change.id for change in transaction.changes if change.table == "contacts" and change.before is None}
    if not added:
        return
    for table, name in (("followups", "contact_id"), ("contacts", "via")):
        for number, document in candidates(storage.table(table), f'"{name}":"'):
            if document.get(name) in added and (table, number) not in changed:
                yield Change(table, number, None, document)


def _what_came_between(storage: JournaledStorage, transaction: Transaction, change: Change) -> str:
    for later in past(storage):
        if later.seq <= transaction.seq:
            break
        if any((change.table, change.id) == (table, number) for table, number, _, _ in later.changes):
            return (
                f"Can't take back “{transaction.what}”: “{later.what}” ({later.seq}) came after it and changed the "
                f"same; take that back first: netkeeper undo {later.seq}"
            )
    return f"Can't take back “{transaction.what}”: what it changed has changed since."
