"""TinyDB's tables on top of the journal: what is read is live, what is written is a transaction."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.records import Fields, contact_document, contact_from
from netkeeper.store.snapshot import SnapshotStorage
from netkeeper.store.storage import JournaledStorage

# They are storages in all but the base class, which a command that only reads need not load.
Storage.register(JournaledStorage)
Storage.register(SnapshotStorage)


class JournaledTable(Table):
    """A TinyDB table whose every writing call is one transaction of the network.

    It reads the one table it needs (stock TinyDB reads all of them for each call) and hands out
    copies to whatever updates in place, so that nothing changes but through the journal.
    """

    def __init__(self, storage: Storage, name: str, **options: Any) -> None:
        """Without a cache of answers, whatever ``options`` say: other processes write too."""
        super().__init__(storage, name, **{**options, "cache_size": 0})

    @property
    def _journaled(self) -> JournaledStorage:
        return cast("JournaledStorage", self._storage)

    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return cast("dict[str, Mapping[str, Any]]", self._journaled.table(self.name))

    def _get_next_id(self) -> int:
        return int(self._journaled.new_id(self.name))

    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with self._journaled.transaction(f"Changed {self.name} by hand") as transaction:
            before = self._journaled.table(self.name)
            after = {int(number): cast("Mapping[str, Any]", copy.deepcopy(doc)) for number, doc in before.items()}
            updater(after)
            for number, document in after.items():
                if before.get(str(number)) != document:
                    transaction.put(self.name, str(number), _in_order(self.name, str(number), document))
            for gone in before.keys() - {str(number) for number in after}:
                transaction.remove(self.name, gone)


def _in_order(table: str, number: str, document: Mapping[str, Any]) -> Fields:
    """A document whose properties stand in the order that standings.py reads, wherever they were added."""
    if table != "contacts":
        return dict(document)
    try:
        usual = contact_document(contact_from(number, dict(document)))
    except (NetkeeperError, LookupError, TypeError, ValueError, AttributeError):
        return dict(document)
    return {name: document[name] for name in (*usual, *document) if name in document}


class JournaledDB(TinyDB):
    """TinyDB over a network's folder: ``JournaledDB(folder, storage=JournaledStorage)``."""

    table_class: type[Table] = JournaledTable

    @property
    def journaled(self) -> JournaledStorage:
        """The network's folder beneath."""
        return cast("JournaledStorage", self.storage)
