"""Finding what concerns one contact without looking at everybody's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from netkeeper.store.documents import candidates, raw
from netkeeper.store.storage import JournaledStorage

if TYPE_CHECKING:
    from netkeeper.domain.records import Fields
    from netkeeper.store.snapshot import Documents

# Inside JSON strings every quotation mark is escaped, so these can't be part of one.
_IN_TEXT = {"contact_id": r'"contact_id":"([^"\\]+)"', "contact_ids": r'"contact_ids":\["([^\]\\]+)"\]'}


class ContactIndex:
    """Which documents of a table concern each contact, brought up to date with each transaction.

    So that logging, or looking at somebody, costs the same among ten thousand as among three hundred.
    """

    def __init__(self, storage: JournaledStorage, table: str, key: str) -> None:
        """Index a table, once somebody has asked twice.

        Args:
            storage: Where the table is.
            table: Its name.
            key: What of a document says whom it concerns: ``contact_id`` or ``contact_ids``.
        """
        self._storage = storage
        self._table = table
        self._key = key
        self._asked: Documents | None = None
        self._documents: Documents | None = None
        self._seq = 0
        self._ids: dict[str, set[str]] = {}

    def of(self, contact_id: str) -> set[str]:
        """The ids of the documents that concern a contact."""
        documents = self._storage.table(self._table)
        if documents is not self._asked:
            # A command asks once; only who asks again is better off with an index.
            self._asked = documents
            fragment = f'"{contact_id}"'
            return {number for number, found in candidates(documents, fragment) if contact_id in self._concerned(found)}
        if documents is not self._documents or not self._catch_up():
            self._build(documents)
        return self._ids.get(contact_id, set())

    def _concerned(self, document: Fields) -> Iterable[str]:
        found = document[self._key]
        return (found,) if isinstance(found, str) else found

    def _catch_up(self) -> bool:
        """Take in the transactions since the last look; False where they aren't at hand any more."""
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
        """Look at every document; those that are text still need no parsing for that."""
        ids: dict[str, set[str]] = {}
        search = re.compile(_IN_TEXT[self._key]).search
        for number, value in raw(documents).items():
            found = search(value) if isinstance(value, str) else None
            for contact_id in found[1].split('","') if found else self._concerned(documents[number]):
                ids.setdefault(contact_id, set()).add(number)
        self._ids = ids
        self._documents, self._seq = self._storage.table(self._table), self._storage.seq
