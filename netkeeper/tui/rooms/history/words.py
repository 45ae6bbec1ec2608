"""A transaction in words: time, origin and changes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from netkeeper.domain.records.tables import TABLES
from netkeeper.domain.text.display import plain, width
from netkeeper.phrases.document_changes import DocumentChange, PropertyChange, Teller
from netkeeper.phrases.history import done_words
from netkeeper.system.local_time import moment_text
from netkeeper.tui.draw.lines import Line, fitted, hanging, wrap

if TYPE_CHECKING:
    from netkeeper.store.journal import Transaction
    from netkeeper.store.network import Network
    from netkeeper.tui.rooms.history.reader import HistoryEntry

BY = {"app": "app", "shell": "shell"}
"""The origin of a transaction, as shown."""

_INDENT = 16
"""The least cells before a value; a longer label takes as many as it needs, up to half the width."""
_MOST_CHANGES = 40
"""How many changed documents are described; an import may have thousands."""

_NOTHING = "(nothing)"
_HOW = {"added": "added", "changed": "changed", "removed": "removed"}
"""What became of a document, as shown."""


def detail_lines(
    changes: list[DocumentChange], done: HistoryEntry, takes_back: str, today: date, columns: int
) -> Iterator[Line]:
    """The lines of a transaction's details.

    Args:
        changes: Its changes.
        takes_back: What undid it, not yet sanitized; empty while it is in effect.
    """
    transaction = done.transaction
    for line in wrap(done_words(transaction.what, transaction.message), columns):
        yield [(line, "strong")]
    by = {"app": " in the app", "shell": " from the shell"}.get(transaction.by, "")
    for line in wrap(f"{moment_text(transaction.at, today)}{by} · number {transaction.seq}", columns):
        yield [(line, "quiet")]
    if takes_back:
        for line in wrap(f"Taken back: {takes_back}", columns):
            yield [(line, "accent")]
    for each in changes[:_MOST_CHANGES]:
        yield [("", "")]
        yield from _change_lines(each, columns)
    if len(changes) > _MOST_CHANGES:
        yield [("", "")]
        yield [(f"and {len(changes) - _MOST_CHANGES} more", "quiet")]


def _change_lines(change: DocumentChange, columns: int) -> Iterator[Line]:
    yield fitted([(f"{plain(change.about)} ", "accent"), (_HOW[change.how], "quiet")], columns)
    labels = [f"  {difference.label}" for difference in change.differences]
    indent = min(max([_INDENT, *(width(label) + 1 for label in labels)]), columns // 2)
    for label, difference in zip(labels, change.differences, strict=True):
        yield from hanging(label, _before_after(difference), columns, indent)


def _before_after(difference: PropertyChange) -> str:
    if not difference.before:
        return difference.after
    return f"{difference.before} → {difference.after or _NOTHING}"


def described_changes(network: Network, transaction: Transaction, today: date) -> list[DocumentChange]:
    """The changes of a transaction, described.

    Args:
        transaction: The transaction, with its changes.
    """
    known = {
        number: str((after or before or {}).get("name", ""))
        for table, number, before, after in transaction.changes
        if table == "contacts"
    }

    def name_of(contact_id: str) -> str:
        return network.contact(contact_id).name if network.has_contact(contact_id) else known.get(contact_id, "")

    teller = Teller(today, name_of)
    changes = (
        change for change in transaction.changes if change.table not in TABLES or TABLES[change.table].is_described
    )
    return [teller.describe(table, before, after) for table, _, before, after in changes]
