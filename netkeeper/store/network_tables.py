"""Generic access to a network's tables, as documents and as records."""

from __future__ import annotations

from collections.abc import Set
from typing import TYPE_CHECKING, Any

from netkeeper.domain.records.tables import TABLES
from netkeeper.store.index import ContactIndex
from netkeeper.store.recovery_hint import with_recovery_hint

if TYPE_CHECKING:
    from netkeeper.domain.records import Fields
    from netkeeper.store.snapshot import Documents
    from netkeeper.store.storage import JournaledStorage


class NetworkTables:
    """The tables of a network.

    Attributes:
        storage: The underlying storage.
    """

    def __init__(self, storage: JournaledStorage) -> None:
        self.storage = storage
        self._indexes: dict[str, ContactIndex] = {}

    @property
    def folder(self) -> str:
        """The network's folder."""
        return self.storage.folder

    def table(self, name: str) -> Documents:
        """A table's documents by id, as :meth:`JournaledStorage.table`; errors name the recovery."""
        with with_recovery_hint(self.folder):
            return self.storage.table(name)

    def documents(self, name: str, contact_id: str | None = None) -> list[tuple[str, Fields]]:
        """Ids and documents of a table, in no order: all, or those that reference a contact."""
        documents = self.table(name)
        if contact_id is None:
            return list(documents.items())
        if name not in self._indexes:
            self._indexes[name] = ContactIndex(self.storage, name)
        return [(number, documents[number]) for number in self._indexes[name].of(contact_id)]

    def records(self, name: str, among: Set[str] | None = None) -> list[Any]:
        """The records of a table in its order, combined with the tables that extend it (``Table.part_of``).

        Args:
            name: The table.
            among: Contact ids: only records that reference one of them; None for all records.
        """
        table = TABLES[name]
        whole = {
            number: dict(document)
            for number, document in self.table(name).items()
            if among is None or not among.isdisjoint(table.references_in(document))
        }
        for part in (each.name for each in TABLES.values() if each.part_of == name):
            for number, document in self.table(part).items():
                whole.setdefault(number, {}).update(document)

        def place(item: tuple[str, Fields]) -> list[str]:
            return [*(item[1].get(key, "") for key in table.order), item[0]]

        return [table.read(number, document) for number, document in sorted(whole.items(), key=place)]
