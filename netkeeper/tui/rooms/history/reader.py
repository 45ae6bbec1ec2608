"""What was done, newest first, as far back as somebody has looked."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from netkeeper.store.history import with_undone_by
from netkeeper.store.journal import Transaction
from netkeeper.store.network import Network


class Done(NamedTuple):
    """A line of history.

    Attributes:
        transaction: What was done, without its changes: thousands of lines are at hand, and few are looked into.
        taken_back_by: The number of what took it back; None while it is in effect.
    """

    transaction: Transaction
    taken_back_by: int | None


class LookBack:
    """A look back at a network, which reads older journals only when it gets that far.

    Attributes:
        done: The lines, newest first.
    """

    def __init__(self, network: Network) -> None:
        self._network = network
        self._whose = ""
        self._known: list[Transaction] = []
        self._older: Iterator[Transaction] = iter(())
        self.done: list[Done] = []

    def catch_up(self, least: int) -> None:
        """Take in what was done since the last look.

        Args:
            least: How many lines to read, where nothing is known yet.

        Raises:
            DamagedError: A journal fails its checks.
        """
        storage = self._network.storage
        newest = self._known[0].seq if self._known else 0
        if storage.network != self._whose or storage.seq < newest or not self._known:
            # Nothing is known yet, or another network was put in place of the one that was.
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
        """Read on.

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
        self.done = [Done(transaction, by) for transaction, by in with_undone_by(self._known)]
