"""What was written down of every interaction, read from the documents' texts without parsing them; and whom changes concern."""

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
    """What was written down of an interaction.

    Attributes:
        id: Which.
        on: The day (ISO).
        contact_ids: With whom.
        note: What was written down, as it came; never empty.
    """

    id: str
    on: str
    contact_ids: tuple[str, ...]
    note: str


def note_lines(interactions: Mapping[str, Fields]) -> Iterator[NoteLine]:
    """Every interaction of which something was written down, in no order; may be taken a few at a time."""
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
    """The ids of the contacts whose interactions or follow-ups have changed since a transaction.

    Args:
        seq: The number of the last transaction that is known.

    Returns:
        None where the transactions since aren't at hand any more.
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
    """The ids of the contacts whose own documents have changed, or are gone; else as :func:`changed_since`."""
    transactions = _transactions_since(storage, seq)
    if transactions is None:
        return None
    return {number for each in transactions for table, number, _, _ in each.changes if table == "contacts"}


def _transactions_since(storage: JournaledStorage, seq: int) -> Sequence[Transaction] | None:
    transactions = storage.transactions()
    behind = storage.seq - seq
    return transactions[len(transactions) - behind :] if 0 <= behind <= len(transactions) else None


_CONCERNED = ("interactions", "followups")
