"""The transactions of a network, newest first, read as far back as was asked for."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from netkeeper.store.history import with_undone_by
from netkeeper.store.journal import Transaction
from netkeeper.store.network import Network


class HistoryEntry(NamedTuple):
    """A line of history.

    Attributes:
        transaction: Without its changes, which are read when a line is opened: there are thousands of lines.
        taken_back_by: The number of the transaction that undid it; None while it is in effect.
    """

    transaction: Transaction
    taken_back_by: int | None


class HistoryReader:
    """Reads history lazily: older journals only when lines of them are asked for.

    Attributes:
        done: The lines, newest first.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._whose = ""
        self._known: list[Transaction] = []
        self._older: Iterator[Transaction] = iter(())
        self.done: list[HistoryEntry] = []

    def catch_up(self, least: int) -> None:
        """Add the transactions made since the last call.

        Args:
            least: How many lines to read with the first call.

        Raises:
            DamagedError: A journal fails its checks.
        """
        storage = self._network.storage
        newest = self._known[0].seq if self._known else 0
        if storage.network != self._whose or storage.seq < newest or not self._known:
            # First call, or the network was replaced, as by a restore.
            self._whose, self._known, self._older = storage.network, [], self._network.past()
            self.more(least)
            return
        new: list[Transaction] = []
        for transaction in self._network.past():
            if transaction.seq <= newest:
                break
            new.append(transaction._replace(changes=()))
        self._known[:0] = new
        self._mark()

    def more(self, count: int | None) -> None:
        """Read older transactions.

        Args:
            count: How many lines more; None for all there are.

        Raises:
            DamagedError: A journal fails its checks; what was read before it is there.
        """
        try:
            for transaction in islice(self._older, count):
                self._known.append(transaction._replace(changes=()))
        finally:
            self._mark()

    def _mark(self) -> None:
        self.done = [HistoryEntry(transaction, by) for transaction, by in with_undone_by(self._known)]
