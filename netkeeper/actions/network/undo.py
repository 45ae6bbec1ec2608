"""Taking back what was done: one transaction, or every transaction from one on."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from netkeeper.store.history import UndoRange
    from netkeeper.store.journal import Transaction
    from netkeeper.store.network import Network


def undo(network: Network, seq: int | None = None) -> Transaction:
    """Take back the last transaction in effect, or the one with a number; returns the one that was taken back.

    Raises:
        CannotUndoError: There is none, or a later change touched the same; the message names it.
    """
    return network.undo(seq)


def go_back(network: Network, seq: int, shown_seq: int) -> UndoRange:
    """Take back every transaction from one on, as one transaction.

    Args:
        seq: The number of the oldest that is taken back.
        shown_seq: The number of the newest when the user decided on it.

    Raises:
        CannotUndoError: One of them can't be taken back.
        ConflictError: Something was done since ``shown_seq``.
    """
    return network.undo_from(seq, shown_seq=shown_seq)
