"""The network's folder as one TinyDB storage: two snapshots, a journal, a lock, backups.

Writing happens in transactions, under the lock, after reading what others wrote.
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
from netkeeper.store.live_tables import LiveTables
from netkeeper.store.moments import stamp, utc_now
from netkeeper.store.opening import OpenedNetwork, open_network
from netkeeper.store.snapshot import FORMAT, Tables
from netkeeper.system.files import make_folder, remove_unfinished
from netkeeper.system.lock import Lock, locked

JOURNAL_LIMIT_BYTES = 1_000_000
"""How long the journal may grow before it is folded into the snapshots."""


class JournaledStorage(LiveTables):
    """A network's folder, to read from and to write to."""

    def __init__(self, folder: str, *, clock: Callable[[], datetime] = utc_now, by: str = "") -> None:
        """Open a network; a folder that isn't there, or holds none, is an empty one.

        Nothing is written until the first transaction.

        Args:
            clock: What tells the moment, in UTC.
            by: What transactions are made with, for the history: ``app`` or ``shell``.

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
        """An id that no document of the table has: fifteen digits, the first not 0."""
        while True:
            number = str(10**14 + int.from_bytes(os.urandom(8)) % (9 * 10**14))
            if number not in self._tables.get(table, ()) and number not in self._given_ids:
                self._given_ids.add(number)
                return number

    @contextlib.contextmanager
    def transaction(
        self, what: str | Message, *, undoes: int | None = None, undoes_from: int | None = None
    ) -> Iterator[Draft]:
        """Change documents: all of it or none, for good once the block ends.

        Args:
            what: What is done, for the history: a message, or words.
            undoes: The number of the transaction that this one takes back.
            undoes_from: The number of the first of those that it takes back.

        Raises:
            BusyError: Another process does not stop writing.
            StoreError: It can't be written; nothing changed.
        """
        with self.lock():
            draft = Draft(what, self._before, undoes=undoes, undoes_from=undoes_from)
            yield draft
            if changes := draft.changes():
                self._commit(draft, changes)

    def write(self, data: Tables) -> None:
        """Make the network hold exactly these tables, as one transaction: TinyDB's way to write."""
        self.write_as("Changed tables by hand", data)

    def write_as(self, what: str, data: Tables) -> None:
        """As :meth:`write`, with words for the history."""
        with self.transaction(what) as draft:
            draft.put_all(self.read(), data)

    def close(self) -> None:
        """Nothing stays open from one call to the next; TinyDB asks for it all the same."""

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other writers out, with everything they wrote read first; may be held twice over."""
        if self._lock is None:
            make_folder(self.folder)
        with self._exclusively() as newly:
            if newly:
                self._refresh()
            yield

    def compact(self) -> None:
        """Fold the journal into the snapshots and put it aside.

        Raises:
            StoreError: It can't be written; the network is as it was.
        """
        with self.lock():
            if self._opened is not None and self._opened.in_journal:
                from netkeeper.store.compaction import compact

                compact(self._files, self._opened, self.read())

    def back_up(self, reason: str) -> str:
        """Copy the network as it is now.

        Args:
            reason: One lower-case word for the backup's name.

        Returns:
            The backup's name.

        Raises:
            StoreError: There is nothing yet, or it can't be written.
        """
        with self.lock():
            if not self.begun:
                raise StoreError("There is nothing to back up yet.")
            from netkeeper.store import backups

            return backups.make(self.folder, self._clock(), reason)

    @contextlib.contextmanager
    def _exclusively(self) -> Iterator[bool]:
        """Keep other processes and threads out; says whether that was not so already."""
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
        """What a document is now, without loading a large table for one that is new."""
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
            self._backed_up_on = today
        transaction = Transaction(
            opened.seq + 1, at, draft.what, changes, draft.undoes, draft.undoes_from, self._by, draft.message
        )
        place = self._files.journal.append(encode_transaction(transaction), opened.place)
        self._take_in(opened, transaction, place)
        if self._lock is not None:
            self._lock.note(high_water_note(HighWaterMark(opened.network, opened.seq)))
        self._announce(transaction, from_elsewhere=False)
        if opened.place.offset > JOURNAL_LIMIT_BYTES:
            # The change is safe already; folding can wait for a better moment than a full disk.
            with contextlib.suppress(StoreError):
                self.compact()

    def _begin(self) -> OpenedNetwork:
        from netkeeper.store.compaction import begin

        self._opened = begin(self._files, {name: {} for name in TABLES})
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
