"""A network's tables in memory, kept up to date with its files.

Reading needs no file lock: snapshots are replaced atomically and hold the number of their last transaction, and the
journal only grows until it is archived.
"""

from __future__ import annotations

import contextlib
import os
from _thread import RLock  # What threading.RLock is; that module would cost every command a millisecond.
from collections.abc import Callable, Iterator, Sequence

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.records.tables import TABLES, is_large
from netkeeper.store.journal import JournalPosition, Transaction
from netkeeper.store.network_folder import NetworkFolder
from netkeeper.store.opening import (
    AHEAD,
    TRIES,
    OpenedNetwork,
    apply_transaction,
    check_order,
    open_network,
    read_large,
    read_next_journal,
)
from netkeeper.store.snapshot import FORMAT, META, Documents, Tables, damaged


class LiveTables:
    """The tables of a network's folder.

    Attributes:
        folder: The absolute path.
        on_transaction: Called with each transaction that takes effect, and whether it came from another process;
            with None instead of a transaction if all files were read again.
    """

    def __init__(self, folder: str) -> None:
        """Read a network; see :class:`JournaledStorage`."""
        self.folder = os.path.abspath(folder)
        self.on_transaction: Callable[[Transaction | None, bool], None] | None = None
        self._files = NetworkFolder(self.folder)
        self._opened: OpenedNetwork | None = None
        self._tables: Tables = {}
        self._thread_lock = RLock()
        self._load()

    def read(self) -> Tables:
        """All tables, large ones included; part of TinyDB's storage interface."""
        return {name: self.table(name) for name in dict.fromkeys((*TABLES, *self._tables))}

    def table(self, name: str) -> Documents:
        """A table's documents by id, not copied; change them only in a transaction."""
        if name not in self._tables and is_large(name):
            self._load_large()
        if name == META:
            raise InvalidValueError(f"The table {META} is netkeeper's own; use another name.")
        return self._tables.setdefault(name, {})

    def is_loaded(self, name: str) -> bool:
        """Whether a table is in memory already."""
        return name in self._tables

    @property
    def seq(self) -> int:
        """The number of the last transaction in memory; 0 if there is no network yet."""
        return self._opened.seq if self._opened else 0

    @property
    def begun(self) -> bool:
        """Whether the folder holds a network."""
        return self._opened is not None

    @property
    def network(self) -> str:
        """The network's unique id; empty if there is no network yet."""
        return self._opened.network if self._opened else ""

    def transactions(self) -> Sequence[Transaction]:
        """The transactions in the journal, oldest first; older ones are in archived journals."""
        return self._opened.in_journal if self._opened else ()

    @contextlib.contextmanager
    def read_lock(self) -> Iterator[None]:
        """Hold the in-process lock: ``refresh`` in other threads applies nothing until the block ends.

        For threads that read for a longer time. Other processes can still write.
        """
        with self._thread_lock:
            yield

    def refresh(self) -> bool:
        """Apply what other processes wrote.

        Returns:
            Whether there was anything; False also if another thread holds the in-process lock.

        Raises:
            DamagedError: The files fail their checks; memory is unchanged.
            StoreError: It can't be read.
        """
        if not self._thread_lock.acquire(blocking=False):
            return False  # Another thread is writing, which refreshed first, or reads for a longer time.
        try:
            return self._refresh()
        finally:
            self._thread_lock.release()

    def _refresh(self) -> bool:
        if self._opened is None:
            self._load()
            if self.begun:
                self._announce(None, from_elsewhere=True)
            return self.begun
        journal = self._files.journal
        if not journal.changed_since(self._opened.place):
            return False
        found = journal.read(self._opened.place) or read_next_journal(self._files, self._opened)
        if found is None:
            self._load()
            self._announce(None, from_elsewhere=True)
            return True
        check_order(journal, self._opened.seq, found.transactions)
        for transaction in found.transactions:
            self._take_in(self._opened, transaction, found.place)
        self._opened.place = found.place
        for transaction in found.transactions:
            self._announce(transaction, from_elsewhere=True)
        return bool(found.transactions)

    def _load(self) -> None:
        """Read the network into memory; memory is unchanged if that fails."""
        opened = open_network(self._files)
        if opened is None:
            if self._opened is not None:
                raise damaged(self._files.small.path, "it was there, and is gone with all the others")
            self._tables = {name: {} for name in TABLES}
        elif opened.format < FORMAT:
            self._migrate()
        else:
            self._opened, self._tables = opened, opened.tables

    def _load_large(self) -> None:
        with self._thread_lock:
            for _ in range(TRIES):
                if self._opened is None:
                    return
                tables = read_large(self._files.large, self._opened)
                if tables is not None:
                    self._tables.update(tables)
                    return
                self._refresh()
        raise damaged(self._files.large.path, AHEAD)

    def _take_in(self, opened: OpenedNetwork, transaction: Transaction, place: JournalPosition) -> None:
        """Apply a transaction of the journal to memory."""
        apply_transaction(transaction, self._tables)
        opened.in_journal.append(transaction)
        opened.seq, opened.place = transaction.seq, place

    def _announce(self, transaction: Transaction | None, *, from_elsewhere: bool) -> None:
        if self.on_transaction is not None:
            self.on_transaction(transaction, from_elsewhere)

    def _migrate(self) -> None:
        """Convert files of an older format to the current one and load them."""
        raise NotImplementedError
