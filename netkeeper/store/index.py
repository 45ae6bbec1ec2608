"""Finding the follow-ups of one contact without looking at everybody's."""

from __future__ import annotations

from netkeeper.store.documents import candidates
from netkeeper.store.snapshot import Documents
from netkeeper.store.storage import JournaledStorage


class FollowUpIndex:
    """Which follow-ups each contact has, brought up to date with each transaction.

    So that logging costs the same among ten thousand follow-ups as among three hundred.
    """

    def __init__(self, storage: JournaledStorage) -> None:
        self._storage = storage
        self._asked: Documents | None = None
        self._documents: Documents | None = None
        self._seq = 0
        self._ids: dict[str, set[str]] = {}

    def of(self, contact_id: str) -> set[str]:
        """The ids of a contact's follow-ups."""
        documents = self._storage.table("followups")
        if documents is not self._asked:
            # A command asks once; only who asks again is better off with an index.
            self._asked = documents
            fragment = f'"contact_id":"{contact_id}"'
            return {number for number, found in candidates(documents, fragment) if found["contact_id"] == contact_id}
        if documents is not self._documents or not self._catch_up():
            self._build(documents)
        return self._ids.get(contact_id, set())

    def _catch_up(self) -> bool:
        """Take in the transactions since the last look; False where they aren't at hand any more."""
        behind = self._storage.seq - self._seq
        transactions = self._storage.transactions()
        if behind > len(transactions):
            return False
        for transaction in transactions[len(transactions) - behind :]:
            for table, number, before, after in transaction.changes:
                if table == "followups":
                    if before is not None:
                        self._ids.get(before["contact_id"], set()).discard(number)
                    if after is not None:
                        self._ids.setdefault(after["contact_id"], set()).add(number)
        self._seq = self._storage.seq
        return True

    def _build(self, documents: Documents) -> None:
        self._ids = {}
        for number, document in documents.items():
            self._ids.setdefault(document["contact_id"], set()).add(number)
        self._documents, self._seq = documents, self._storage.seq
