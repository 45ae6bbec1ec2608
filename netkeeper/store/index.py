"""An index of documents by the contacts that they reference."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from netkeeper.domain.records.tables import TABLES
from netkeeper.store.documents import candidates, raw
from netkeeper.store.storage import JournaledStorage

if TYPE_CHECKING:
    from netkeeper.domain.records import Fields
    from netkeeper.store.snapshot import Documents

_IN_TEXT = r'"%s":(?:"([^"\\]+)"|\["([^\]\\]+)"\])'
"""A property with contact ids; quotation marks within texts are escaped, so this can't match part of a text."""


class ContactIndex:
    """The documents of a table by contact, updated incrementally from the journal's transactions.

    It makes the cost of logging or showing a contact independent of the size of the network.
    """

    def __init__(self, storage: JournaledStorage, table: str) -> None:
        """Prepare an index, which is built at the second query.

        Args:
            table: The table's name; its ``people_of`` say which properties hold contact ids.
        """
        self._storage = storage
        self._table = table
        self._concerned = TABLES[table].references_in
        self._asked: Documents | None = None
        self._documents: Documents | None = None
        self._seq = 0
        self._ids: dict[str, set[str]] = {}

    def of(self, contact_id: str) -> set[str]:
        """The ids of the documents that reference a contact."""
        documents = self._storage.table(self._table)
        if documents is not self._asked:
            # A command queries once, for which a search is faster than building the index.
            self._asked = documents
            fragment = f'"{contact_id}"'
            return {number for number, found in candidates(documents, fragment) if contact_id in self._concerned(found)}
        if documents is not self._documents or not self._catch_up():
            self._build(documents)
        return self._ids.get(contact_id, set())

    def _catch_up(self) -> bool:
        """Apply the transactions since the last query; False if the journal does not have them all any more."""
        behind = self._storage.seq - self._seq
        transactions = self._storage.transactions()
        if behind > len(transactions):
            return False
        for transaction in transactions[len(transactions) - behind :]:
            for table, number, before, after in transaction.changes:
                if table == self._table:
                    for contact_id in self._concerned(before) if before is not None else ():
                        self._ids.get(contact_id, set()).discard(number)
                    for contact_id in self._concerned(after) if after is not None else ():
                        self._ids.setdefault(contact_id, set()).add(number)
        self._seq = self._storage.seq
        return True

    def _build(self, documents: Mapping[str, Fields]) -> None:
        """Build the index, where possible without parsing documents."""
        ids: dict[str, set[str]] = {}
        keys = [reference.name for reference in TABLES[self._table].people_of]
        search = re.compile(_IN_TEXT % keys[0]).search if len(keys) == 1 else None
        for number, value in raw(documents).items():
            found = search(value) if search is not None and isinstance(value, str) else None
            concerned = (found[1] or found[2]).split('","') if found else self._concerned(documents[number])
            for contact_id in concerned:
                ids.setdefault(contact_id, set()).add(number)
        self._ids = ids
        self._documents, self._seq = self._storage.table(self._table), self._storage.seq
