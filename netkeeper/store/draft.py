"""The changes of a transaction before it is committed."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from netkeeper.domain.editing.message import Message
from netkeeper.domain.records import Fields
from netkeeper.store.documents import raw
from netkeeper.store.journal import Change
from netkeeper.store.snapshot import Tables


class Draft:
    """Changes that are committed when the transaction's block ends without an error.

    Attributes:
        what: The text for the history; may be set until the end.
        message: The same as a message; None if there is only text.
        undoes: The number of the transaction that this one undoes; None for none.
        undoes_from: The number of the first transaction of a range that this one undoes; None for none.
        preparations: What is to be written into the network's folder before the transaction, under its lock.
    """

    def __init__(
        self,
        what: str | Message,
        before: Callable[[str, str], Fields | None],
        *,
        undoes: int | None = None,
        undoes_from: int | None = None,
    ) -> None:
        self.what = ""
        self.message: Message | None = None
        self.describe(what)
        self.undoes = undoes
        self.undoes_from = undoes_from
        self.preparations: list[Callable[[str], None]] = []
        self._before = before
        self._changes: dict[tuple[str, str], Change] = {}

    def describe(self, what: str | Message) -> None:
        """Set the description for the history: a message, or a script's own text."""
        if isinstance(what, str):
            self.what, self.message = what, None
            return
        # Imported here, because a review's own notes have no message and need no catalogue.
        from netkeeper.phrases.history import message_words

        self.what, self.message = message_words(what), what

    def put(self, table: str, number: str, document: Fields | None) -> None:
        """Add or change a document; None removes it, if there is one."""
        self._changes[table, number] = Change(table, number, self._before(table, number), document)

    def documents_after(self, table: str, documents: Mapping[str, Fields]) -> Mapping[str, str | Fields]:
        """A table's documents after these changes, each parsed or JSON text."""
        changed = {number: change.after for (name, number), change in self._changes.items() if name == table}
        both = {**raw(documents), **changed}
        return {number: document for number, document in both.items() if document is not None}

    def put_all(self, now: Tables, wanted: Tables) -> None:
        """Replace the whole content of the network.

        Args:
            now: All present tables.
            wanted: The new tables; missing ones become empty.
        """
        for name in dict.fromkeys((*now, *wanted)):
            documents = {str(number): dict(document) for number, document in wanted.get(name, {}).items()}
            for number in now.get(name, {}).keys() - documents.keys():
                self.put(name, number, None)
            for number, document in documents.items():
                self.put(name, number, document)

    def changes(self) -> tuple[Change, ...]:
        """The effective changes, in the order of first mention."""
        return tuple(change for change in self._changes.values() if change.before != change.after)
