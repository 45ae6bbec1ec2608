"""A network: the store's interface in terms of domain objects."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING

from netkeeper.domain import records
from netkeeper.domain.editing.message import Message
from netkeeper.domain.errors import InvalidValueError
from netkeeper.store import contact_summaries
from netkeeper.store.documents import candidates
from netkeeper.store.layout import DIARY, DIARY_ANSWERS, HOLIDAYS, MEMBER_ID
from netkeeper.store.moments import stamp, utc_now
from netkeeper.store.network_tables import NetworkTables
from netkeeper.store.recovery_hint import with_recovery_hint
from netkeeper.store.storage import JournaledStorage

if TYPE_CHECKING:
    # Most commands need a few of these only, and each takes its time to load.
    from netkeeper.domain.interactions.interaction import Interaction
    from netkeeper.domain.interactions.interaction_summary import InteractionSummary
    from netkeeper.domain.member.days_off import Holidays
    from netkeeper.domain.member.member import Member
    from netkeeper.domain.people.contact import Contact
    from netkeeper.domain.people.identity.source_updates import SourceValues
    from netkeeper.domain.promises.follow_up import FollowUp
    from netkeeper.domain.review.contact_summary import ContactSummary
    from netkeeper.domain.review.diary import DiaryDay
    from netkeeper.store.contact_summaries import PromiseLine
    from netkeeper.store.history import UndoRange
    from netkeeper.store.journal import Transaction
    from netkeeper.store.network_draft import NetworkDraft


class Network(NetworkTables):
    """A member's network, read from its folder and written to it.

    Attributes:
        storage: The underlying storage.
    """

    def __init__(self, folder: str, *, clock: Callable[[], datetime] = utc_now, by: str = "") -> None:
        """Open the network in a folder, which need not exist.

        Args:
            clock: Returns the current time in UTC.
            by: The program, for the history: ``app`` or ``shell``.

        Raises:
            DamagedError: A file fails its checks; the message names it and the newest good backup.
            NewerFormatError: A newer netkeeper wrote it.
            StoreError: It can't be read.
        """
        self._clock = clock
        self._contacts: dict[str, tuple[object, Contact]] = {}
        with with_recovery_hint(folder):
            super().__init__(JournaledStorage(folder, clock=clock, by=by))

    @property
    def now(self) -> str:
        """The current time in the form of audit times."""
        return stamp(self._clock())

    @property
    def is_empty(self) -> bool:
        """Whether it has no contacts."""
        return not self.storage.table("contacts")

    @property
    def people_count(self) -> int:
        """Number of contacts, archived ones included; parses none."""
        return len(self.storage.table("contacts"))

    # People

    @property
    def member(self) -> Member:
        """The member who owns the network."""
        return records.member_from(self.storage.table("member").get(MEMBER_ID, {}), self.holidays)

    @property
    def holidays(self) -> Holidays:
        """The stored public holidays."""
        return records.holidays_from(self.storage.table(HOLIDAYS).get(MEMBER_ID, {}))

    def contact(self, contact_id: str) -> Contact:
        """A contact by its full id; cached until its document changes.

        Raises:
            InvalidValueError: There is none with that id (any more).
        """
        document = self.storage.table("contacts").get(contact_id)
        if document is None:
            raise InvalidValueError(f"There is no contact {contact_id} any more.")
        known = self._contacts.get(contact_id)
        if known is None or known[0] is not document:
            known = (document, records.contact_from(contact_id, document))
            self._contacts[contact_id] = known
        return known[1]

    def has_contact(self, contact_id: str) -> bool:
        """Whether a contact with that id exists."""
        return contact_id in self.storage.table("contacts")

    def last_on(self, contact_id: str) -> date | None:
        """The day of the last contact, read without building a ``Contact``; None if there was none."""
        return self._day(contact_id, "last_on")

    def nudge_from(self, contact_id: str) -> date | None:
        """The day to which a contact's turn was put off, read without building it; None where it wasn't."""
        return self._day(contact_id, "nudge_from")

    def _day(self, contact_id: str, name: str) -> date | None:
        return records.optional_day(self.storage.table("contacts").get(contact_id, {}).get(name))

    def contacts(self) -> list[Contact]:
        """All contacts, archived ones included, in the order they were added."""
        return [self.contact(contact_id) for contact_id in self.storage.table("contacts")]

    def names(self) -> list[tuple[str, str]]:
        """Id and name of every contact, without building ``Contact`` objects."""
        return list(contact_summaries.names(self.storage.table("contacts")))

    def active_names(self) -> list[tuple[str, str]]:
        """Id and name of every contact that is not archived."""
        return list(contact_summaries.names(self.storage.table("contacts"), archived=False))

    def fields_in_use(self) -> list[str]:
        """All fields in use, most used first."""
        counts: dict[str, int] = {}
        for document in self.storage.table("contacts").values():
            for field in document.get("fields", ()):
                counts[field] = counts.get(field, 0) + 1
        return sorted(counts, key=lambda field: (-counts[field], field))

    def contact_summaries(self) -> list[ContactSummary]:
        """Summaries of all contacts that are not archived, for the review."""
        return contact_summaries.contact_summaries(self.storage.table("contacts"), self.member)

    def kept_lines(self, contact_id: str) -> tuple[str, ...]:
        """A contact's unknown properties, as vCard content lines."""
        return tuple(self.table("kept").get(contact_id, {}).get("lines", ()))

    def source_values(self, contact_id: str) -> Mapping[str, SourceValues]:
        """What imports said of a contact, by source (see ``domain/people/identity/source_updates.py``)."""
        return self.table("said").get(contact_id, {})

    # Interactions, follow-ups, diary

    def interactions(self, contact_id: str | None = None) -> list[Interaction]:
        """Interactions of one contact or all, newest first. Loads the large file."""
        found = [records.interaction_from(*each) for each in self.documents("interactions", contact_id)]
        return sorted(
            found, key=lambda interaction: (interaction.on, interaction.created, interaction.id), reverse=True
        )

    def interaction(self, interaction_id: str) -> Interaction:
        """An interaction by its id. Loads the large file.

        Raises:
            InvalidValueError: There is none with that id (any more).
        """
        document = self.table("interactions").get(interaction_id)
        if document is None:
            raise InvalidValueError("That isn't in the timeline any more.")
        return records.interaction_from(interaction_id, document)

    def interaction_summaries(self) -> list[InteractionSummary]:
        """Summaries of all interactions except attempts that reached nobody, in no order. Loads the large file."""
        from netkeeper.store.interaction_summaries import interaction_summaries

        return list(interaction_summaries(self.table("interactions")))

    def followups(self, contact_id: str | None = None) -> list[FollowUp]:
        """Follow-ups of one contact or all, open or closed, soonest due first."""
        found = [records.followup_from(*each) for each in self.documents("followups", contact_id)]
        return sorted(found, key=lambda followup: (followup.due_on, followup.created, followup.id))

    def followups_on(self, day: date) -> list[FollowUp]:
        """The follow-ups that a day's review needs: open ones due by then, and those closed on the day."""
        documents, on = self.storage.table("followups"), day.isoformat()
        due = [number for number, _, due_on in contact_summaries.open_followups(documents) if due_on <= on]
        closed = [
            number
            for number, document in candidates(documents, f'"closed_on":"{on}"')
            if document.get("closed_on") == on
        ]
        return [records.followup_from(number, documents[number]) for number in (*due, *closed)]

    def promised(self) -> dict[str, date]:
        """The earliest due date of open follow-ups, by contact id."""
        return {contact_id: records.day_of(due_on) for contact_id, due_on in self.next_dues().items()}

    def promise_lines(self) -> list[PromiseLine]:
        """The list form of every follow-up, open or closed."""
        return list(contact_summaries.promise_lines(self.storage.table("followups")))

    def diary(self) -> tuple[DiaryDay, ...]:
        """All days on which the review was opened, oldest first."""
        return tuple(self.records(DIARY))

    def diary_day(self, on: date) -> DiaryDay:
        """The diary of a day; empty if the review was not opened."""
        number = records.day_number(on)
        noted, answers = self.storage.table(DIARY), self.storage.table(DIARY_ANSWERS)
        return records.diary_day_from(number, noted.get(number, {}), answers.get(number, {}))

    def followup(self, followup_id: str) -> FollowUp:
        """A follow-up by its id.

        Raises:
            InvalidValueError: There is none with that id (any more).
        """
        document = self.storage.table("followups").get(followup_id)
        if document is None:
            raise InvalidValueError("That follow-up isn't there any more.")
        return records.followup_from(followup_id, document)

    def next_dues(self) -> dict[str, str]:
        """The earliest due date (ISO) of open follow-ups, by contact id."""
        earliest: dict[str, str] = {}
        for _, contact_id, due_on in contact_summaries.open_followups(self.storage.table("followups")):
            if due_on < earliest.get(contact_id, "~"):
                earliest[contact_id] = due_on
        return earliest

    # Transactions and history

    @contextlib.contextmanager
    def transaction(self, what: str | Message = "") -> Iterator[NetworkDraft]:
        """Change the network atomically; see :meth:`JournaledStorage.transaction`.

        Within the block, the lock is held and everything is up to date.
        """
        from netkeeper.store.network_draft import NetworkDraft

        with with_recovery_hint(self.folder), self.storage.transaction(what) as draft:
            yield NetworkDraft(draft, self.storage, self._clock())

    def refresh(self) -> bool:
        """Apply what other processes wrote; returns whether there was anything."""
        with with_recovery_hint(self.folder):
            return self.storage.refresh()

    def undo(self, seq: int | None = None) -> Transaction:
        """Undo a transaction; see :func:`history.undo`."""
        from netkeeper.store import history

        with with_recovery_hint(self.folder):
            return history.undo(self.storage, seq)

    def undo_from(self, seq: int, *, shown_seq: int | None = None) -> UndoRange:
        """Undo all transactions from one on; see :func:`history.undo_from`."""
        from netkeeper.store import history

        with with_recovery_hint(self.folder):
            return history.undo_from(self.storage, seq, shown_seq=shown_seq)

    def undo_range(self, seq: int) -> UndoRange:
        """The effect of :meth:`undo_from`; changes nothing."""
        from netkeeper.store import history

        with with_recovery_hint(self.folder):
            return history.undo_range(self.storage, seq)

    def find_transaction(self, seq: int) -> Transaction | None:
        """A transaction by its number; None if it is not recorded (any more)."""
        from netkeeper.store import history

        with with_recovery_hint(self.folder):
            return history.find_transaction(self.storage, seq)

    def past(self) -> Iterator[Transaction]:
        """All recorded transactions, newest first; see :func:`history.past`."""
        from netkeeper.store import history

        with with_recovery_hint(self.folder):
            yield from history.past(self.storage)

    def close(self) -> None:
        """Compact the journal into the snapshots.

        Raises:
            StoreError: They can't be written; nothing is lost.
        """
        with with_recovery_hint(self.folder):
            self.storage.compact()
