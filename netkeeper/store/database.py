"""A network as a TinyDB database for scripts; each writing call is one transaction that can be undone."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, NoReturn, cast

from tinydb import TinyDB
from tinydb.storages import Storage
from tinydb.table import Table

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.language.values import MAX_LINE
from netkeeper.domain.records import Fields
from netkeeper.domain.records.json_checks import check_encodable
from netkeeper.domain.records.tables import TABLES, is_quiet
from netkeeper.override import override
from netkeeper.store.documents import parse_document, raw
from netkeeper.store.draft import Draft
from netkeeper.store.network import Network
from netkeeper.store.recovery_hint import with_recovery_hint
from netkeeper.store.script_checks import ScriptChecks
from netkeeper.store.snapshot import SnapshotStorage
from netkeeper.store.storage import JournaledStorage

# They don't inherit from TinyDB's class, because commands that only read should not have to import it.
Storage.register(JournaledStorage)
Storage.register(SnapshotStorage)


class NetworkTable(Table):
    """A table of a network; reads only that table, and returns copies of documents."""

    database: Database

    def __init__(self, storage: Storage, name: str, **options: Any) -> None:
        """Disable TinyDB's query cache, because other processes may write too."""
        super().__init__(storage, name, **{**options, "cache_size": 0})

    @override
    def _read_table(self) -> dict[str, Mapping[str, Any]]:
        return cast("dict[str, Mapping[str, Any]]", self.database.documents(self.name))

    @override
    def _get_next_id(self) -> int:
        return int(self.database.journaled.new_id(self.name))

    @override
    def _update_table(self, updater: Callable[[dict[int, Mapping[str, Any]]], None]) -> None:
        with self.database.writing_call(f"Changed {self.name} by a script"):
            before = self.database.documents(self.name)
            after = {int(number): document for number, document in self.database.documents(self.name).items()}
            updater(cast("dict[int, Mapping[str, Any]]", after))
            self.database.put(self.name, before, {str(number): document for number, document in after.items()})


class Database(TinyDB):
    """A network's tables: ``contacts``, ``interactions``, ``followups`` and the others.

    Attributes:
        network: The network.
    """

    table_class: type[Table] = NetworkTable

    def __init__(self, network: Network, today: Callable[[], date]) -> None:
        """Open a network's tables.

        Args:
            today: Returns the date for moves on the ladder.
        """
        super().__init__(storage=lambda: network.storage)
        self.network = network
        self._today = today
        # For each thread its own: another thread's writing call waits for the storage's lock instead of joining the step.
        self._local = threading.local()

    @property
    def journaled(self) -> JournaledStorage:
        """The network's storage."""
        return self.network.storage

    @override
    def table(self, name: str, **options: Any) -> Table:
        """A table by its name.

        Raises:
            InvalidValueError: There is none of that name.
        """
        known = self.tables()
        if name not in known:
            raise InvalidValueError(f"There is no table {name}; there is {', '.join(sorted(known))}.")
        table = cast("NetworkTable", super().table(name, **options))
        table.database = self
        return table

    @override
    def tables(self) -> set[str]:
        """The names of all tables; reserved ones are left out, as :meth:`table` refuses them."""
        return {table.name for table in TABLES.values() if table.decode is not None}

    @override
    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.network.folder}>"

    @override
    def __len__(self) -> NoReturn:
        """Not supported: there is no default table to count."""
        raise TypeError('A network has several tables; count one, like len(db.table("contacts")).')

    def __bool__(self) -> bool:
        """True, so that ``if db`` doesn't call ``__len__``."""
        return True

    @override
    def drop_table(self, name: str) -> NoReturn:
        """Not supported: a network always has its tables; ``truncate`` empties one."""
        raise InvalidValueError(f"The table {name} is part of every network; truncate() empties it.")

    @override
    def drop_tables(self) -> NoReturn:
        """Not supported, as :meth:`drop_table`."""
        raise InvalidValueError("The tables are part of every network; truncate() empties one.")

    @contextlib.contextmanager
    def step(self, what: str) -> Iterator[None]:
        """Combine all writing calls of this thread in the block to one transaction: one line of the history, one undo.

        Writing calls of other threads wait until the block ends.

        Args:
            what: The text for the history.

        Raises:
            InvalidValueError: The text is missing or too long, the step is within another one, or the result would
                not be a valid network; nothing was written.
            BusyError: Another process holds the lock.
            StoreError: It can't be written; nothing changed.
        """
        if self._draft is not None:
            raise InvalidValueError("A step can't be within another step; make all changes in one step.")
        _check_text(what)
        with self.writing_call(what):
            yield

    @contextlib.contextmanager
    def writing_call(self, what: str) -> Iterator[None]:
        """A transaction for one writing call, or the thread's current step, which ignores ``what``; errors as there."""
        if self._draft is not None:
            yield
            return
        with with_recovery_hint(self.network.folder), self.journaled.transaction(what) as draft:
            self._local.draft = draft
            try:
                yield
                self._checks(draft).finish()
            finally:
                self._local.draft = None

    @property
    def _draft(self) -> Draft | None:
        """The changes of this thread's current step; None outside of one."""
        draft: Draft | None = getattr(self._local, "draft", None)
        return draft

    def documents(self, name: str) -> dict[str, Fields]:
        """Copies of a table's documents by id, with the changes of the current step."""
        draft = self._draft
        if draft is None:
            self.network.refresh()
        live = self.network.table(name)
        documents = draft.documents_after(name, live) if draft is not None else raw(live)
        # Through JSON, which copies ten thousand documents faster than copy.deepcopy.
        return {
            number: parse_document(value if isinstance(value, str) else json.dumps(value))
            for number, value in documents.items()
        }

    def put(self, name: str, before: Mapping[str, Fields], after: Mapping[str, Fields]) -> None:
        """Replace a table's documents within the current step.

        Raises:
            InvalidValueError: A document is not a valid record of the table; none was changed.
        """
        draft = self._draft
        assert draft is not None
        if before == after:
            return
        if is_quiet(name):
            raise InvalidValueError(f"netkeeper writes the table {name} by itself; a script can only read it.")
        checks = self._checks(draft)
        changed = {
            number: checks.document(name, number, before.get(number), document)
            for number, document in after.items()
            if before.get(number) != document
        }
        for number, document in changed.items():
            draft.put(name, number, document)
        for number in before.keys() - after.keys():
            draft.put(name, number, None)

    def _checks(self, draft: Draft) -> ScriptChecks:
        return ScriptChecks(self.network, draft, self._today())


def _check_text(what: object) -> None:
    """Refuse what is no text for the history; scripts are seldom type-checked."""
    if not isinstance(what, str) or not what.strip():
        raise InvalidValueError('A step needs a text for the history, like db.step("Met at the fair").')
    if len(what) > MAX_LINE:
        raise InvalidValueError(f"The text of a step is too long for the history; keep it to {MAX_LINE} characters.")
    check_encodable(what, "The text of a step")
