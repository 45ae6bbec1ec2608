"""The network's folder as one TinyDB storage: two snapshots, a journal, a lock, backups.

Reading needs no lock: snapshots are replaced whole and know their place, and the journal only grows
until it is put aside. Writing happens in transactions, under the lock, after reading what others
wrote.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from tinydb.storages import Storage

from netkeeper.domain.errors import StoreError
from netkeeper.domain.records import Fields
from netkeeper.store import backups
from netkeeper.store.draft import Draft
from netkeeper.store.journal import Change, Header, Journal, Reading, Transaction, encode_transaction
from netkeeper.store.layout import INTERACTIONS_FILE, JOURNAL_FILE, LARGE_TABLES, NETWORK_FILE, SMALL_TABLES, TABLES
from netkeeper.store.migrate import migrate
from netkeeper.store.opening import TRIES, Opened, apply, check_order, open_network, read_large
from netkeeper.store.snapshot import FORMAT, Documents, Meta, SnapshotStorage, Tables, damaged
from netkeeper.store.system.files import make_folder, remove_unfinished, why
from netkeeper.store.system.lock import locked

JOURNAL_LIMIT_BYTES = 1_000_000
"""How long the journal may grow before it is folded into the snapshots."""


def utc_now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


class JournaledStorage(Storage):
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
        self._small = SnapshotStorage(self._path(NETWORK_FILE))
        self._large = SnapshotStorage(self._path(INTERACTIONS_FILE))
        self._journal = Journal(self._path(JOURNAL_FILE))
        self._opened: Opened | None = None
        self._tables: Tables = {}
        self._given_ids: set[str] = set()
        self._backed_up_on = ""
        self._lock_depth = 0
        self._load()

    # Reading

    def read(self) -> Tables:
        """Every table, the large ones too: TinyDB's view of the network."""
        return {name: self.table(name) for name in TABLES}

    def table(self, name: str) -> Documents:
        """A table's live documents by id; not to be changed but through a transaction."""
        if name in LARGE_TABLES and name not in self._tables:
            self._load_large()
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
        if self._opened is None:
            self._load()
            return self.begun
        if not self._journal.changed_since(self._opened.place):
            return False
        found = self._journal.read(self._opened.place) or self._journal_put_aside(self._opened)
        if found is None:
            self._load()
            self._announce(None, from_elsewhere=True)
            return True
        check_order(self._journal, self._opened.seq, found.transactions)
        self._opened.place = found.place
        for transaction in found.transactions:
            self._take_in(self._opened, transaction, from_elsewhere=True)
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
            for name in TABLES:
                wanted = {str(number): dict(document) for number, document in data.get(name, {}).items()}
                for number in self.table(name).keys() - wanted.keys():
                    draft.remove(name, number)
                for number, document in wanted.items():
                    draft.put(name, number, document)

    @contextlib.contextmanager
    def lock(self) -> Iterator[None]:
        """Keep other writers out, with everything they wrote read first; may be held twice over."""
        if self._lock_depth:
            yield
            return
        make_folder(self.folder)
        with locked(self.folder):
            self.refresh()
            self._lock_depth += 1
            try:
                yield
            finally:
                self._lock_depth -= 1

    def compact(self) -> None:
        """Fold the journal into the snapshots and put it aside.

        Raises:
            StoreError: It can't be written; the network is as it was.
        """
        with self.lock():
            if self._opened is not None and self._opened.in_journal:
                self._fold(self._opened)
                remove_unfinished(self.folder)

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
            return backups.make(self.folder, self._clock(), reason)

    # Inside

    def _path(self, name: str) -> str:
        return os.path.join(self.folder, name)

    def _load(self) -> None:
        """Read the network into memory; where it can't be read, memory stays as it is."""
        opened = open_network(self._small, self._large, self._journal)
        if opened is None:
            self._tables = {name: {} for name in TABLES}
        elif opened.format < FORMAT:
            self._migrate()
        else:
            self._opened, self._tables = opened, opened.tables

    def _load_large(self) -> None:
        for _ in range(TRIES):
            if self._opened is None:
                return
            tables = read_large(self._large, self._opened)
            if tables is not None:
                self._tables.update(tables)
                return
            self.refresh()
        raise damaged(self._large.path, "it is ahead of the journal")

    def _journal_put_aside(self, opened: Opened) -> Reading | None:
        """Another process folded the journal: what is new in the one that follows, if nothing was missed."""
        found = self._journal.read()
        if found is None or found.header is None or found.header.network != opened.network:
            return None
        known = opened.seq - found.header.base
        if not 0 <= known <= len(found.transactions):
            return None
        check_order(self._journal, found.header.base, found.transactions)
        opened.in_journal = found.transactions[:known]
        return found._replace(transactions=found.transactions[known:])

    def _before(self, table: str, number: str) -> Fields | None:
        """What a document is now, without loading a large table for one that is new."""
        if not self.is_loaded(table) and number in self._given_ids:
            return None
        return self.table(table).get(number)

    def _commit(self, draft: Draft, changes: tuple[Change, ...]) -> None:
        opened = self._opened or self._begin()
        moment = self._clock()
        today = moment.strftime("%Y-%m-%d")
        if today != self._backed_up_on:
            if opened.seq:
                backups.first_of_the_day(self.folder, moment)
            self._backed_up_on = today
        at = moment.strftime("%Y-%m-%dT%H:%M:%SZ")
        transaction = Transaction(opened.seq + 1, at, draft.what, changes, draft.undoes)
        try:
            opened.place = self._journal.append(encode_transaction(transaction), opened.place)
        except OSError as error:
            raise StoreError(f"Can't write {self._journal.path}: {why(error)}; nothing was changed.") from error
        self._take_in(opened, transaction, from_elsewhere=False)
        if opened.place.offset > JOURNAL_LIMIT_BYTES:
            # The change is safe already; folding can wait for a better moment than a full disk.
            with contextlib.suppress(StoreError):
                self.compact()

    def _take_in(self, opened: Opened, transaction: Transaction, *, from_elsewhere: bool) -> None:
        opened.seq = transaction.seq
        opened.in_journal.append(transaction)
        apply(transaction, self._tables)
        self._announce(transaction, from_elsewhere=from_elsewhere)

    def _announce(self, transaction: Transaction | None, *, from_elsewhere: bool) -> None:
        if self.on_transaction is not None:
            self.on_transaction(transaction, from_elsewhere)

    def _begin(self) -> Opened:
        """Write an empty network; network.json comes last and makes it one."""
        meta = Meta(os.urandom(8).hex(), 0)
        self._tables = {name: {} for name in TABLES}
        self._large.write_at(meta, {name: {} for name in LARGE_TABLES})
        place = self._journal.start(Header(meta.network, 0))
        self._small.write_at(meta, {name: {} for name in SMALL_TABLES})
        self._opened = Opened(meta.network, FORMAT, self._tables, [], place, 0)
        return self._opened

    def _fold(self, opened: Opened) -> None:
        """Write both snapshots, then put the journal aside; in this order a crash in between does no harm."""
        meta = Meta(opened.network, opened.seq)
        self._large.write_at(meta, {name: self.table(name) for name in LARGE_TABLES})
        others = [name for name in self._tables if name not in TABLES]
        self._small.write_at(meta, {name: self.table(name) for name in (*SMALL_TABLES, *others)})
        if opened.in_journal:
            backups.keep_journal(self.folder, opened.in_journal[0].seq, opened.seq)
        opened.place = self._journal.start(Header(opened.network, opened.seq))
        opened.in_journal = []

    def _migrate(self) -> None:
        """Keep a copy of the files of an older format, then write them in today's."""
        with locked(self.folder):
            opened = open_network(self._small, self._large, self._journal)
            if opened is None or opened.format >= FORMAT:
                # Another process was quicker.
                self._load()
                return
            large = read_large(self._large, opened)
            if large is None or self._large.meta is None:
                raise damaged(self._large.path, "it is ahead of the journal")
            backups.make(self.folder, self._clock(), f"format{opened.format}")
            self._tables = migrate(opened.format, opened.tables) | migrate(self._large.meta.format, large)
            self._fold(opened)
            self._opened = opened
