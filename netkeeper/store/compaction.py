"""Writing a network's files whole: the first time, when the journal is folded in, and after a migration.

Everything here happens under the lock, in an order that leaves the old network or the new one wherever
it is cut short.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import datetime

from netkeeper.domain.records.tables import TABLES, is_large, names_of
from netkeeper.store import backups
from netkeeper.store.journal import Header
from netkeeper.store.migrate import migrate
from netkeeper.store.network_folder import NetworkFolder
from netkeeper.store.opening import OpenedNetwork, read_large
from netkeeper.store.snapshot import FORMAT, Documents, Meta, Tables, damaged


def begin(folder: NetworkFolder, tables: Mapping[str, Documents], seq: int = 0) -> OpenedNetwork:
    """Write a new network; its network.json comes last and makes it one.

    Args:
        seq: The number of the last transaction in it.

    Raises:
        StoreError: It can't be written.
    """
    meta = Meta(os.urandom(8).hex(), seq)
    _write_large(folder, meta, tables)
    place = folder.journal.start(Header(meta.network, seq))
    _write_small(folder, meta, tables)
    return OpenedNetwork(meta.network, FORMAT, dict(tables), [], place, seq)


def compact(folder: NetworkFolder, opened: OpenedNetwork, tables: Mapping[str, Documents]) -> None:
    """Write both snapshots, then put the journal aside and begin a new one.

    Args:
        opened: The network, brought up to its last transaction; it is told of the new journal.
        tables: Every table as of that transaction.

    Raises:
        StoreError: They can't be written; what is there is still the network, folded or not.
    """
    meta = Meta(opened.network, opened.seq)
    _write_large(folder, meta, tables)
    _write_small(folder, meta, tables)
    if opened.in_journal:
        backups.keep_journal(folder.path, opened.network, opened.in_journal[0].seq, opened.seq)
    opened.place = folder.journal.start(Header(opened.network, opened.seq))
    opened.in_journal = []


def compact_older(folder: NetworkFolder, opened: OpenedNetwork, moment: datetime) -> OpenedNetwork:
    """Keep a copy of the files of an older format, then write them in today's.

    Args:
        moment: Now, UTC.

    Raises:
        DamagedError: interactions.json fails its checks.
        StoreError: They can't be written.
    """
    large = read_large(folder.large, opened)
    if large is None or folder.large.meta is None:
        raise damaged(folder.large.path, "it is ahead of the journal")
    backups.make(folder.path, moment, f"format{opened.format}")
    empty: Tables = {name: {} for name in TABLES}
    tables = empty | migrate(opened.format, opened.tables)
    tables |= migrate(folder.large.meta.format, large)
    now = OpenedNetwork(opened.network, FORMAT, tables, opened.in_journal, opened.place, opened.seq)
    compact(folder, now, tables)
    return now


def _write_large(folder: NetworkFolder, meta: Meta, tables: Mapping[str, Documents]) -> None:
    folder.large.write_at(meta, {name: tables.get(name, {}) for name in names_of(large=True)})


def _write_small(folder: NetworkFolder, meta: Meta, tables: Mapping[str, Documents]) -> None:
    folder.small.write_at(meta, {name: documents for name, documents in tables.items() if not is_large(name)})
