"""Reading a network's files consistently, without a lock.

Another process may compact the journal while the files are read one after the other. The transaction numbers in the
files show that, and they are read again.
"""

from __future__ import annotations

import os
from collections.abc import Sequence

from netkeeper.domain.records.tables import is_large, names_of
from netkeeper.store.high_water_mark import read_high_water_mark
from netkeeper.store.journal import Journal, JournalPosition, JournalRead, Transaction
from netkeeper.store.migrate import migrate
from netkeeper.store.network_folder import NetworkFolder
from netkeeper.store.snapshot import SnapshotStorage, Tables, damaged
from netkeeper.system.files import real_path
from netkeeper.system.lock import LOCK_NAME

TRIES = 5
AHEAD = "it is ahead of the journal"
_MISSING = "it is missing, though other files of the network are there"


class OpenedNetwork:
    """The small tables and the journal of a network.

    Attributes:
        network: The network's id.
        format: The format version of network.json.
        tables: The small tables with the journal applied.
        in_journal: The journal's transactions, oldest first.
        place: The position up to which the journal was read.
        seq: The number of the last transaction.
    """

    __slots__ = ("format", "in_journal", "network", "place", "seq", "tables")

    def __init__(
        self,
        network: str,
        written_in: int,
        tables: Tables,
        in_journal: list[Transaction],
        place: JournalPosition,
        seq: int,
    ) -> None:
        self.network = network
        self.format = written_in
        self.tables = tables
        self.in_journal = in_journal
        self.place = place
        self.seq = seq


def apply_transaction(transaction: Transaction, tables: Tables) -> None:
    """Apply a transaction to tables; changes to large tables that aren't loaded are ignored."""
    for table, number, _, after in transaction.changes:
        documents = tables.get(table)
        if documents is None:
            if is_large(table):
                continue
            documents = tables.setdefault(table, {})
        if after is None:
            documents.pop(number, None)
        else:
            documents[number] = after


def open_network(folder: NetworkFolder) -> OpenedNetwork | None:
    """Read network.json and the journal.

    Returns:
        The network; None if there is none yet.

    Raises:
        DamagedError: A file is missing or fails its checks.
        NewerFormatError: A newer netkeeper wrote one.
        StoreError: One can't be read.
    """
    small, large, journal = folder.small, folder.large, folder.journal
    tries = TRIES
    while True:
        tries -= 1
        saved = read_high_water_mark(folder.path)
        tables = small.read()
        found = journal.read()
        if tables is None or small.meta is None:
            if os.path.exists(small.path) and tries:
                continue  # Another process has just begun the network.
            _check_new(small, large, found)
            return None
        if found is None or found.header is None:
            raise damaged(journal.path, _MISSING)
        meta, header, transactions, place = small.meta, found.header, found.transactions, found.place
        if header.network != meta.network:
            raise damaged(journal.path, f"it belongs to another network than {small.path}")
        if header.base <= meta.seq:
            break
        if not tries:
            raise damaged(journal.path, f"it begins after transaction {header.base}; {small.path} ends before that")
    check_order(journal, header.base, transactions)
    seq = header.base + len(transactions)
    if seq < meta.seq:
        raise damaged(journal.path, f"it ends at transaction {seq}, and {small.path} at {meta.seq}")
    if saved is not None and saved.network == meta.network and saved.seq > seq:
        raise damaged(
            journal.path,
            f"it ends at change {seq}, though change {saved.seq} was saved (to go on with what is left, "
            f"remove {os.path.join(folder.path, LOCK_NAME)})",
        )
    if not os.path.exists(real_path(large.path)):
        raise damaged(large.path, _MISSING)
    small_tables = {name: tables.get(name, {}) for name in dict.fromkeys((*names_of(large=False), *tables))}
    for transaction in transactions[max(0, meta.seq - header.base) :]:
        apply_transaction(transaction, small_tables)
    return OpenedNetwork(meta.network, meta.format, small_tables, transactions, place, seq)


def read_large(large: SnapshotStorage, opened: OpenedNetwork) -> Tables | None:
    """Read interactions.json and apply the journal to it.

    Returns:
        The large tables; None if another process has written since ``opened`` was read, so that it must be
        refreshed.

    Raises:
        DamagedError: The file is missing or fails its checks.
        StoreError: It can't be read.
    """
    tables = large.read()
    if tables is None or large.meta is None:
        raise damaged(large.path, _MISSING)
    if large.meta.network != opened.network:
        raise damaged(large.path, "it belongs to another network than the files beside it")
    if large.meta.seq > opened.seq:
        return None
    first = opened.in_journal[0].seq if opened.in_journal else opened.seq + 1
    if large.meta.seq < first - 1:
        raise damaged(large.path, f"it ends at transaction {large.meta.seq}, and the journal begins at {first}")
    tables = {name: tables.get(name, {}) for name in names_of(large=True)}
    for transaction in opened.in_journal[large.meta.seq + 1 - first :]:
        apply_transaction(transaction, tables)
    return {name: tables[name] for name in names_of(large=True)}


def read_whole(folder: str) -> tuple[OpenedNetwork, Tables] | None:
    """Read a whole network, converted to the current format in memory only; for backups and the doctor.

    Returns:
        The network and all its tables; None if there is none.

    Raises:
        DamagedError: A file is missing or fails its checks.
        NewerFormatError: A newer netkeeper wrote one.
        StoreError: One can't be read.
    """
    files = NetworkFolder(folder)
    for _ in range(TRIES):
        opened = open_network(files)
        if opened is None:
            return None
        tables = read_large(files.large, opened)
        if tables is not None and files.large.meta is not None:
            return opened, migrate(opened.format, opened.tables) | migrate(files.large.meta.format, tables)
    raise damaged(files.large.path, AHEAD)


def read_next_journal(folder: NetworkFolder, opened: OpenedNetwork) -> JournalRead | None:
    """Read the new journal after another process compacted the old one.

    Updates ``opened.in_journal`` to the known transactions in the new journal.

    Returns:
        The new transactions; None if some were missed, so that the network must be read again.

    Raises:
        DamagedError: The journal fails its checks.
        StoreError: It can't be read.
    """
    found = folder.journal.read()
    if found is None or found.header is None or found.header.network != opened.network:
        return None
    known = opened.seq - found.header.base
    if not 0 <= known <= min(len(found.transactions), len(opened.in_journal)):
        return None
    check_order(folder.journal, found.header.base, found.transactions)
    if found.transactions[:known] != opened.in_journal[len(opened.in_journal) - known :]:
        return None  # The same numbers, but not the same changes: a copy from elsewhere.
    opened.in_journal = found.transactions[:known]
    return found._replace(transactions=found.transactions[known:])


def check_order(journal: Journal, base: int, transactions: Sequence[Transaction]) -> None:
    """Check that the transactions of a journal are numbered consecutively.

    Raises:
        DamagedError: One is missing or duplicated.
    """
    for expected, transaction in enumerate(transactions, base + 1):
        if transaction.seq != expected:
            raise damaged(journal.path, f"transaction {expected} should stand where {transaction.seq} is")


def _check_new(
    small: SnapshotStorage,
    large: SnapshotStorage,
    found: JournalRead | None,
) -> None:
    """Check that a folder without network.json holds no other data than that of an interrupted creation."""
    begun = found is not None and (found.transactions or (found.header is not None and found.header.base))
    if begun or any((large.read() or {}).values()):
        raise damaged(small.path, _MISSING)
