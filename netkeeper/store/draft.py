"""The changes of a transaction that is being made."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from netkeeper.domain.editing.message import Message
from netkeeper.domain.records import Fields
from netkeeper.store.documents import raw
from netkeeper.store.journal import Change
from netkeeper.store.snapshot import Tables


class Draft:
    """Changes that count once the transaction ends without an error.

    Attributes:
        what: What is done, in words; may be set until the end.
        message: The same as a message; None for words alone.
        undoes: The number of the transaction that this one takes back, if it does.
        undoes_from: The number of the first of those that it takes back, if it does so from one on.
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
        self._before = before
        self._changes: dict[tuple[str, str], Change] = {}

    def describe(self, what: str | Message) -> None:
        """Say what is done: as a message, or in words of somebody's own."""
        if isinstance(what, str):
            self.what, self.message = what, None
            return
        # What the review notes by itself is no message, so that showing the review needs no catalogue.
        from netkeeper.phrases.history import message_words

        self.what, self.message = message_words(what), what

    def put(self, table: str, number: str, document: Fields) -> None:
        """Set a document, new or changed; the same as it is now is no change."""
        self._changes[table, number] = Change(table, number, self._before(table, number), document)

    def remove(self, table: str, number: str) -> None:
        """Take a document out; one that isn't there is no change."""
        self._changes[table, number] = Change(table, number, self._before(table, number), None)

    def documents_after(self, table: str, documents: Mapping[str, Fields]) -> Mapping[str, str | Fields]:
        """A table's documents as these changes leave them, as they are at hand: parsed, or their JSON texts."""
        changed = {number: change.after for (name, number), change in self._changes.items() if name == table}
        both = {**raw(documents), **changed}
        return {number: document for number, document in both.items() if document is not None}

    def put_all(self, now: Tables, wanted: Tables) -> None:
        """Make the network hold exactly some tables.

        Args:
            now: Every table as it is.
            wanted: Every table as it shall be; those that aren't mentioned shall be empty.
        """
        for name in dict.fromkeys((*now, *wanted)):
            documents = {str(number): dict(document) for number, document in wanted.get(name, {}).items()}
            for number in now.get(name, {}).keys() - documents.keys():
                self.remove(name, number)
            for number, document in documents.items():
                self.put(name, number, document)

    def changes(self) -> tuple[Change, ...]:
        """What there is to do, in the order it was first mentioned."""
        return tuple(change for change in self._changes.values() if change.before != change.after)
