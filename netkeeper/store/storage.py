"""The network's folder as one TinyDB storage: two snapshots, a journal, a lock, backups.

Reading needs no lock: snapshots are replaced whole and know their place, and the journal only grows
until it is put aside. Writing happens in transactions, under the lock, after reading what others
wrote.
"""

from __future__ import annotations

import contextlib
import os
from _thread import RLock  # What threading.RLock is; that module would cost every command a millisecond.
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from netkeeper.domain.errors import InvalidValueError, StoreError
from netkeeper.domain.records import Fields
from netkeeper.store.draft import Draft
from netkeeper.store.journal import Change, Place, Transaction, encode_transaction
from netkeeper.store.layout import LARGE_TABLES, TABLES
from netkeeper.store.moments import stamp, utc_now
from netkeeper.store.network_folder import NetworkFolder
from netkeeper.store.opening import (
    AHEAD,
    TRIES,
    Opened,
    apply,
    check_order,
    journal_put_aside,
    open_network,
    read_large,
)
from netkeeper.store.saved import Saved, saved_note
from netkeeper.store.snapshot import FORMAT, META, Documents, Tables, damaged
from netkeeper.store.system.files import make_folder, remove_unfinished
from netkeeper.store.system.lock import Lock, locked

JOURNAL_LIMIT_BYTES = 1_000_000
"""How long the journal may grow before it is folded into the snapshots."""


class JournaledStorage:
    """A network's folder.

    Attributes:
        folder: Where it is.
        on_transaction: Called with each transaction that takes effect here, and with whether it
            came from another process; with None instead of the transaction where all was read anew.
    """

    def __init__(self, folder: str, *, clock: Callable[[], datetime] = utc_now) -> None:
        """Open a network; a folder that isn't there, or holds none, is an empty one.

        Nothing is written until the first transaction.

        Raises:
            DamagedError: A file fails its checks.
            NewerFormatError: A newer netkeeper wrote it.
            StoreError: It can't be read.
        """
        self.folder = os.path.abspath(folder)
        self.on_transaction: Callable[[Transaction | None, bool], None] | None = None
        self._clock = clock
        self._files = NetworkFolder(self.folder)
        self._opened: Opened | None = None
        self._tables: Tables = {}
        self._given_ids: set[str] = set()
        self._backed_up_on = ""
        self._lock: Lock | None = None
        self._turn = RLock()
        self._load()

    # Reading

    def read(self) -> Tables:
        """Every table, the large ones too: TinyDB's view of the network."""
        return {name: self.table(name) for name in dict.fromkeys((*TABLES, *self._tables))}

    def table(self, name: str) -> Documents:
        """A table's live documents by id; not to be changed but through a transaction."""
        if name in LARGE_TABLES and name not in self._tables:
            self._load_large()
        if name == META:
            raise InvalidValueError(f"The table {META} is netkeeper's own; use another name.")
        return self._tables.setdefault(name, {})

    def is_loaded(self, name: str) -> bool:
        """Whether a table is in memory already."""
        return name in self._tables

    def new_id(self, table: str) -> str:
        """An id that no document of the table has: fifteen digits, the first not 0."""
        while True:
            number = str(10**14 + int.from_bytes(os.urandom(8)) % (9 * 10**14))
            if number not in self._tables.get(table, ()) and number not in self._given_ids:
                self._given_ids.add(number)
                return number

    @property
    def seq(self) -> int:
        """The number of the last transaction that is known here; 0 in a network not begun yet."""
        return self._opened.seq if self._opened else 0

    @property
    def begun(self) -> bool:
        """Whether anything was ever written here."""
        return self._opened is not None

    @property
    def network(self) -> str:
        """The network's mark, which no other network has; empty in one not begun yet."""
        return self._opened.network if self._opened else ""

    def transactions(self) -> Sequence[Transaction]:
        """The transactions in the journal, oldest first; older ones are in the journals put aside."""
        return self._opened.in_journal if self._opened else ()

    # Living together

    def refresh(self) -> bool:
        """Take in what other processes wrote.

        Returns:
            Whether there was anything.

        Raises:
            DamagedError: What is there now fails its checks; what was known stays known.
            StoreError: It can't be read.
        """
        if not self._turn.acquire(blocking=False):
            return False  # Another thread here is writing, and takes in what others wrote before it does.
        try:
            return self._refresh()
        finally:
            self._turn.release()

    def _refresh(self) -> bool:
        if self._opened is None:
            self._load()
            if self.begun:
                self._announce(None, from_elsewhere=True)
            return self.begun
        journal = self._files.journal
        if not journal.changed_since(self._opened.place):
            return False
        found = journal.read(self._opened.place) or journal_put_aside(self._files, self._opened)
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

    # Writing

    @contextlib.contextmanager
    def transaction(self, what: str, *, undoes: int | None = None) -> Iterator[Draft]:
        """Change documents: all of it or none, for good once the block ends.

        Args:
            what: What is done, in words, for the history.
            undoes: The number of the transaction that this one takes back.

        Raises:
            BusyError: Another process does not stop writing.
            StoreError: It can't be written; nothing changed.
        """
        with self.lock():
            draft = Draft(what, undoes, self._before)
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
        with self._alone() as newly:
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
                from netkeeper.store.folding import fold

                fold(self._files, self._opened, self.read())

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

    # Inside

    @contextlib.contextmanager
    def _alone(self) -> Iterator[bool]:
        """Keep other processes and threads out; says whether that was not so already."""
        with self._turn:
            if self._lock is not None:
                yield False
                return
            with locked(self.folder) as self._lock:
                try:
                    yield True
                finally:
                    self._lock = None

    def _load(self) -> None:
        """Read the network into memory; where it can't be read, memory stays as it is."""
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
        with self._turn:
            for _ in range(TRIES):
                if self._opened is None:
                    return
                tables = read_large(self._files.large, self._opened)
                if tables is not None:
                    self._tables.update(tables)
                    return
                self._refresh()
        raise damaged(self._files.large.path, AHEAD)

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
        transaction = Transaction(opened.seq + 1, at, draft.what, changes, draft.undoes)
        place = self._files.journal.append(encode_transaction(transaction), opened.place)
        self._take_in(opened, transaction, place)
        if self._lock is not None:
            self._lock.note(saved_note(Saved(opened.network, opened.seq)))
        self._announce(transaction, from_elsewhere=False)
        if opened.place.offset > JOURNAL_LIMIT_BYTES:
            # The change is safe already; folding can wait for a better moment than a full disk.
            with contextlib.suppress(StoreError):
                self.compact()

    def _take_in(self, opened: Opened, transaction: Transaction, place: Place) -> None:
        """Bring memory up to a transaction that is in the journal."""
        apply(transaction, self._tables)
        opened.in_journal.append(transaction)
        opened.seq, opened.place = transaction.seq, place

    def _announce(self, transaction: Transaction | None, *, from_elsewhere: bool) -> None:
        if self.on_transaction is not None:
            self.on_transaction(transaction, from_elsewhere)

    def _begin(self) -> Opened:
        from netkeeper.store.folding import begin

        self._opened = begin(self._files, {name: {} for name in TABLES})
        self._tables = self._opened.tables
        return self._opened

    def _migrate(self) -> None:
        with self._alone():
            opened = open_network(self._files)
            if opened is None or opened.format >= FORMAT:
                self._load()  # Another process was quicker.
                return
            from netkeeper.store.folding import fold_older

            self._opened = fold_older(self._files, opened, self._clock())
            self._tables = self._opened.tables
