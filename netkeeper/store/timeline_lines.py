"""Notes of all interactions, extracted from JSON text without parsing it; and the contacts affected by transactions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from netkeeper.domain.records.tables import TABLES
from netkeeper.domain.records.values import Fields
from netkeeper.store.documents import decode_json, raw
from netkeeper.store.journal import Transaction
from netkeeper.store.storage import JournaledStorage

_NOTE = re.compile(
    r'\{"on":"([\d-]{10})","contact_ids":\["(\d+(?:","\d+)*)"\],"kind":"\w+"'
    r'(?:,"note":("[^"\\]*(?:\\.[^"\\]*)*"))?'
)


class NoteLine(NamedTuple):
    """The note of an interaction.

    Attributes:
        id: The interaction's id.
        on: Its day (ISO).
        contact_ids: Its contacts.
        note: The note, not sanitized for display; never empty.
    """

    id: str
    on: str
    contact_ids: tuple[str, ...]
    note: str


def note_lines(interactions: Mapping[str, Fields]) -> Iterator[NoteLine]:
    """The notes of all interactions that have one, in no order; lazy, and safe if the table changes meanwhile."""
    for number, value in list(raw(interactions).items()):
        found = _NOTE.match(value) if isinstance(value, str) else None
        if found is not None:
            on, ids, note = found.groups()
            if note:
                yield NoteLine(number, on, tuple(ids.split('","')), decode_json(note) if "\\" in note else note[1:-1])
        elif number in interactions and (note := interactions[number].get("note", "")):
            document = interactions[number]
            yield NoteLine(number, document["on"], tuple(document["contact_ids"]), note)


def changed_since(storage: JournaledStorage, seq: int) -> set[str] | None:
    """The ids of contacts whose interactions or follow-ups changed after a transaction.

    Returns:
        None if the journal does not have all transactions since then any more.
    """
    transactions = _transactions_since(storage, seq)
    if transactions is None:
        return None
    changed: set[str] = set()
    for transaction in transactions:
        for table, _, before, after in transaction.changes:
            if table in _CONCERNED:
                for document in (before, after):
                    changed.update(TABLES[table].references_in(document or {}))
    return changed


def contacts_changed_since(storage: JournaledStorage, seq: int) -> set[str] | None:
    """The ids of contacts whose own documents were changed or removed; as :func:`changed_since`."""
    transactions = _transactions_since(storage, seq)
    if transactions is None:
        return None
    return {number for each in transactions for table, number, _, _ in each.changes if table == "contacts"}


def _transactions_since(storage: JournaledStorage, seq: int) -> Sequence[Transaction] | None:
    transactions = storage.transactions()
    behind = storage.seq - seq
    return transactions[len(transactions) - behind :] if 0 <= behind <= len(transactions) else None


_CONCERNED = ("interactions", "followups")
