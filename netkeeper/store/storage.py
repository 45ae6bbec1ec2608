"""A network's folder as a TinyDB storage: two snapshots, a journal, a lock, backups.

Transactions hold the lock and first read what other processes wrote.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator
from datetime import datetime

from netkeeper.domain.editing.message import Message
from netkeeper.domain.errors import StoreError
from netkeeper.domain.records import Fields
from netkeeper.domain.records.tables import TABLES
from netkeeper.override import override
from netkeeper.store.draft import Draft
from netkeeper.store.high_water_mark import HighWaterMark, high_water_note
from netkeeper.store.journal import Change, Transaction, encode_transaction
from netkeeper.store.layout import PHOTOS_FOLDER
from netkeeper.store.live_tables import LiveTables
from netkeeper.store.moments import stamp, utc_now
from netkeeper.store.opening import OpenedNetwork, open_network
from netkeeper.store.snapshot import FORMAT, Tables
from netkeeper.system.files import make_folder
from netkeeper.system.folders import remove_unfinished
from netkeeper.system.lock import Lock, locked

JOURNAL_LIMIT_BYTES = 1_000_000
"""Size of the journal from which it is compacted into the snapshots."""


class JournaledStorage(LiveTables):
    """A network's folder for reading and writing."""

    def __init__(self, folder: str, *, clock: Callable[[], datetime] = utc_now, by: str = "") -> None:
        """Open a network; a missing or empty folder is an empty network, created by the first transaction.

        Args:
            clock: Returns the current time in UTC.
            by: The program, for the history: ``app`` or ``shell``.

        Raises:
            DamagedError: A file fails its checks.
            NewerFormatError: A newer netkeeper wrote it.
            StoreError: It can't be read.
        """
        self._clock = clock
        self._by = by
        self._given_ids: set[str] = set()
        self._backed_up_on = ""
        self._lock: Lock | None = None
        super().__init__(folder)

    def new_id(self, table: str) -> str:
        """An unused id in a table: fifteen digits, the first not 0."""
        while True:
            number = str(10**14 + int.from_bytes(os.urandom(8)) % (9 * 10**14))
            if number not in self._tables.get(table, ()) and number not in self._given_ids:
                self._given_ids.add(number)
                return number

    @contextlib.contextmanager
    def transaction(
        self, what: str | Message, *, undoes: int | None = None, undoes_from: int | None = None
    ) -> Iterator[Draft]:
        """Change documents atomically; committed durably when the block ends without an error.

        Args:
            what: The description for the history: a message, or text.
            undoes: The number of the transaction that this one undoes.
            undoes_from: The number of the first transaction of a range that this one undoes.

        Raises:
            BusyError: Another process holds the lock.
            StoreError: It can't be written; nothing changed.
        """
        with self.lock():
            draft = Draft(what, self._before, undoes=undoes, undoes_from=undoes_from)
            yield draft
            if changes := draft.changes():
                self._commit(draft, changes)

    def write(self, data: Tables) -> None:
        """Replace all tables in one transaction; part of TinyDB's storage interface."""
        self.write_as("Changed tables by hand", data)

    def write_as(self, what: str, data: Tables) -> None:
        """As :meth:`write`, with a text for the history."""
        with self.transaction(what) as draft:
            draft.put_all(self.read(), data)

    def close(self) -> None:
        """Do nothing, as no file stays open; part of TinyDB's storage interface."""

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Hold the lock, after reading what others wrote; may be nested."""
        if self._lock is None:
            make_folder(self.folder)
        with self._exclusively() as newly:
            if newly:
                self._refresh()
            yield

    def compact(self) -> None:
        """Compact the journal into the snapshots and archive it.

        Raises:
            StoreError: They can't be written; the network is unchanged.
        """
        with self.lock():
            if self._opened is not None and self._opened.in_journal:
                from netkeeper.store.compaction import compact

                compact(self._files, self._opened, self.read())

    def back_up(self, reason: str) -> str:
        """Make a backup.

        Args:
            reason: One lower-case word for the backup's name.

        Returns:
            The backup's name.

        Raises:
            StoreError: There is no network yet, or the backup can't be written.
        """
        with self.lock():
            if not self.begun:
                raise StoreError("There is nothing to back up yet.")
            from netkeeper.store import backups

            return backups.make_backup(self.folder, self._clock(), reason)

    @contextlib.contextmanager
    def _exclusively(self) -> Iterator[bool]:
        """Hold both the file lock and the in-process lock; yields False if they were held already."""
        with self._thread_lock:
            if self._lock is not None:
                yield False
                return
            with locked(self.folder) as self._lock:
                try:
                    yield True
                finally:
                    self._lock = None

    def _before(self, table: str, number: str) -> Fields | None:
        """The present document; None for a new id, without loading a large table."""
        if not self.is_loaded(table) and number in self._given_ids:
            return None
        return self.table(table).get(number)

    def _commit(self, draft: Draft, changes: tuple[Change, ...]) -> None:
        opened = self._opened or self._begin()
        moment = self._clock()
        at = stamp(moment)
        today = at[:10]
        if today != self._backed_up_on:
            from netkeeper.store import backups

            if opened.seq:
                backups.first_of_the_day(self.folder, moment)
            remove_unfinished(self.folder)
            remove_unfinished(backups.backups_folder(self.folder))
            remove_unfinished(os.path.join(self.folder, PHOTOS_FOLDER))
            self._backed_up_on = today
        for write in draft.preparations:
            write(self.folder)
        transaction = Transaction(
            opened.seq + 1, at, draft.what, changes, draft.undoes, draft.undoes_from, self._by, draft.message
        )
        place = self._files.journal.append(encode_transaction(transaction), opened.place)
        self._take_in(opened, transaction, place)
        if self._lock is not None:
            self._lock.note(high_water_note(HighWaterMark(opened.network, opened.seq)))
        self._announce(transaction, from_elsewhere=False)
        if opened.place.offset > JOURNAL_LIMIT_BYTES:
            # The transaction is committed; if the disk is full, compacting can wait.
            with contextlib.suppress(StoreError):
                self.compact()

    def _begin(self) -> OpenedNetwork:
        from netkeeper.store.compaction import create_network

        self._opened = create_network(self._files, {name: {} for name in TABLES})
        self._tables = self._opened.tables
        return self._opened

    @override
    def _migrate(self) -> None:
        with self._exclusively():
            opened = open_network(self._files)
            if opened is None or opened.format >= FORMAT:
                self._load()  # Another process was quicker.
                return
            from netkeeper.store.compaction import compact_older

            self._opened = compact_older(self._files, opened, self._clock())
            self._tables = self._opened.tables
