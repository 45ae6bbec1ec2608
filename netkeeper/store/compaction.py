"""Writing all files of a network: when it is created, compacted, or migrated.

Everything requires the lock. Files are written in an order that leaves either the old or the new network valid if
the process is interrupted.
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


def create_network(folder: NetworkFolder, tables: Mapping[str, Documents], seq: int = 0) -> OpenedNetwork:
    """Write a new network; network.json is written last and makes it valid.

    Args:
        seq: The number of the last transaction in ``tables``.

    Raises:
        StoreError: It can't be written.
    """
    meta = Meta(os.urandom(8).hex(), seq)
    _write_large(folder, meta, tables)
    place = folder.journal.start(Header(meta.network, seq))
    _write_small(folder, meta, tables)
    return OpenedNetwork(meta.network, FORMAT, dict(tables), [], place, seq)


def compact(folder: NetworkFolder, opened: OpenedNetwork, tables: Mapping[str, Documents]) -> None:
    """Write both snapshots, archive the journal and begin a new one.

    Args:
        opened: The network up to its last transaction; updated to the new journal.
        tables: All tables as of that transaction.

    Raises:
        StoreError: They can't be written; the files are still a valid network.
    """
    meta = Meta(opened.network, opened.seq)
    _write_large(folder, meta, tables)
    _write_small(folder, meta, tables)
    if opened.in_journal:
        backups.archive_journal(folder.path, opened.network, opened.in_journal[0].seq, opened.seq)
    opened.place = folder.journal.start(Header(opened.network, opened.seq))
    opened.in_journal = []


def compact_older(folder: NetworkFolder, opened: OpenedNetwork, moment: datetime) -> OpenedNetwork:
    """Back up files of an older format, then write them in the current one.

    Args:
        moment: Now, UTC.

    Raises:
        DamagedError: interactions.json fails its checks.
        StoreError: They can't be written.
    """
    large = read_large(folder.large, opened)
    if large is None or folder.large.meta is None:
        raise damaged(folder.large.path, "it is ahead of the journal")
    backups.make_backup(folder.path, moment, f"format{opened.format}")
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
