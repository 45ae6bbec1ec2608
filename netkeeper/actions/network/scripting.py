"""Opening a network from a script."""

from __future__ import annotations

from netkeeper.config import places
from netkeeper.store.database import Database
from netkeeper.store.journal import SHELL
from netkeeper.store.network import Network


def database(folder: str | None = None) -> Database:
    """One's network as a TinyDB database: queries read it, each writing call is one undoable transaction.

    Args:
        folder: The network's folder; None for ``NETKEEPER_DATA``, else the platform's data folder.

    Raises:
        DamagedError: A file fails its checks.
        NewerFormatError: A newer netkeeper wrote it.
        StoreError: It can't be read.
    """
    return Database(Network(places.data_folder(folder), clock=places.clock(), by=SHELL), places.today)
