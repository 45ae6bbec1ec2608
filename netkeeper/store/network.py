"""A network: the store in the words of the domain."""

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
        storage: The files beneath.
    """

    def __init__(self, folder: str, *, clock: Callable[[], datetime] = utc_now, by: str = "") -> None:
        """Open the network in a folder; an empty one where there is none yet.

        Args:
            clock: What tells the moment, in UTC.
            by: What changes it, for the history: ``app`` or ``shell``.

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
        """This moment, as audit times have it."""
        return stamp(self._clock())

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody in it."""
        return not self.storage.table("contacts")

    @property
    def people_count(self) -> int:
        """How many are in it, archived or not; known without reading any of them."""
        return len(self.storage.table("contacts"))

    # People

    @property
    def member(self) -> Member:
        """Whose network it is."""
        return records.member_from(self.storage.table("member").get(MEMBER_ID, {}), self.holidays)

    @property
    def holidays(self) -> Holidays:
        """The public holidays that are kept, of whichever country."""
        return records.holidays_from(self.storage.table(HOLIDAYS).get(MEMBER_ID, {}))

    def contact(self, contact_id: str) -> Contact:
        """A contact by its whole id.

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
        """Whether there is a contact with that id."""
        return contact_id in self.storage.table("contacts")

    def last_on(self, contact_id: str) -> date | None:
        """The latest day one was in touch with a contact, read without building it; None where there is none."""
        return self._day(contact_id, "last_on")

    def nudge_from(self, contact_id: str) -> date | None:
        """The day to which a contact's turn was put off, read without building it; None where it wasn't."""
        return self._day(contact_id, "nudge_from")

    def _day(self, contact_id: str, name: str) -> date | None:
        return records.optional_day(self.storage.table("contacts").get(contact_id, {}).get(name))

    def contacts(self) -> list[Contact]:
        """Everybody, archived or not, in the order they were added."""
        return [self.contact(contact_id) for contact_id in self.storage.table("contacts")]

    def names(self) -> list[tuple[str, str]]:
        """Id and name of everybody, without building ten thousand contacts."""
        return list(contact_summaries.names(self.storage.table("contacts")))

    def active_names(self) -> list[tuple[str, str]]:
        """Id and name of everybody who is not archived."""
        return list(contact_summaries.names(self.storage.table("contacts"), archived=False))

    def fields_in_use(self) -> list[str]:
        """Every field that somebody has, the most used first."""
        counts: dict[str, int] = {}
        for document in self.storage.table("contacts").values():
            for field in document.get("fields", ()):
                counts[field] = counts.get(field, 0) + 1
        return sorted(counts, key=lambda field: (-counts[field], field))

    def contact_summaries(self) -> list[ContactSummary]:
        """Where everybody stands who is not archived: what the review needs, made in one pass."""
        return contact_summaries.contact_summaries(self.storage.table("contacts"), self.member)

    def kept_lines(self, contact_id: str) -> tuple[str, ...]:
        """A contact's vCard properties that netkeeper has no place for."""
        return tuple(self.table("kept").get(contact_id, {}).get("lines", ()))

    def said(self, contact_id: str) -> Mapping[str, SourceValues]:
        """What imports said of a contact, by source (see ``domain/people/identity/source_updates.py``)."""
        return self.table("said").get(contact_id, {})

    # What happened and what was promised

    def interactions(self, contact_id: str | None = None) -> list[Interaction]:
        """Interactions, newest first: all, or those with one contact. Loads the large file."""
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
        """Every interaction as far as counting needs it, in no order. Loads the large file.

        Attempts that reached nobody are no contact, and are left out.
        """
        from netkeeper.store.interaction_summaries import interaction_summaries

        return list(interaction_summaries(self.table("interactions")))

    def followups(self, contact_id: str | None = None) -> list[FollowUp]:
        """Follow-ups, open or not, soonest due first: all, or one contact's."""
        found = [records.followup_from(*each) for each in self.documents("followups", contact_id)]
        return sorted(found, key=lambda followup: (followup.due_on, followup.created, followup.id))

    def followups_on(self, day: date) -> list[FollowUp]:
        """The follow-ups that a day's review shows or counts: open ones due by then, and those closed on the day."""
        documents, on = self.storage.table("followups"), day.isoformat()
        due = [number for number, _, due_on in contact_summaries.open_followups(documents) if due_on <= on]
        closed = [
            number
            for number, document in candidates(documents, f'"closed_on":"{on}"')
            if document.get("closed_on") == on
        ]
        return [records.followup_from(number, documents[number]) for number in (*due, *closed)]

    def promised(self) -> dict[str, date]:
        """When the first open promise to somebody is due, by the contact's id, due already or not."""
        return {contact_id: records.day_of(due_on) for contact_id, due_on in self.next_dues().items()}

    def promise_lines(self) -> list[PromiseLine]:
        """Every follow-up, open or not, as far as a list needs it."""
        return list(contact_summaries.promise_lines(self.storage.table("followups")))

    def diary(self) -> tuple[DiaryDay, ...]:
        """The days on which the review was opened, the oldest first."""
        return tuple(self.records(DIARY))

    def diary_day(self, on: date) -> DiaryDay:
        """A day of the diary, which may say nothing of it."""
        number = records.day_number(on)
        noted, said = self.storage.table(DIARY), self.storage.table(DIARY_ANSWERS)
        return records.diary_day_from(number, noted.get(number, {}), said.get(number, {}))

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
        """The earliest open follow-up's due date (ISO) of every contact that has one."""
        earliest: dict[str, str] = {}
        for _, contact_id, due_on in contact_summaries.open_followups(self.storage.table("followups")):
            if due_on < earliest.get(contact_id, "~"):
                earliest[contact_id] = due_on
        return earliest

    # Changing and living together

    @contextlib.contextmanager
    def transaction(self, what: str | Message = "") -> Iterator[NetworkDraft]:
        """Change the network: all of it or none; see :meth:`JournaledStorage.transaction`.

        Inside, everything that is read is what it is at this moment: nobody else can write.
        """
        from netkeeper.store.network_draft import NetworkDraft

        with with_recovery_hint(self.folder), self.storage.transaction(what) as draft:
            yield NetworkDraft(draft, self.storage, self._clock())

    def refresh(self) -> bool:
        """Take in what other processes wrote; whether there was anything."""
        with with_recovery_hint(self.folder):
            return self.storage.refresh()

    def undo(self, seq: int | None = None) -> Transaction:
        """Take back the last thing done, or one thing by its number; see :func:`history.undo`."""
        from netkeeper.store import history

        with with_recovery_hint(self.folder):
            return history.undo(self.storage, seq)

    def undo_from(self, seq: int, *, shown_seq: int | None = None) -> UndoRange:
        """Take back everything from one transaction on; see :func:`history.undo_from`."""
        from netkeeper.store import history

        with with_recovery_hint(self.folder):
            return history.undo_from(self.storage, seq, shown_seq=shown_seq)

    def undo_range(self, seq: int) -> UndoRange:
        """What :meth:`undo_from` would take back; changes nothing."""
        from netkeeper.store import history

        with with_recovery_hint(self.folder):
            return history.undo_range(self.storage, seq)

    def find_transaction(self, seq: int) -> Transaction | None:
        """One thing that was done, by its number; None where it is not on record any more."""
        from netkeeper.store import history

        with with_recovery_hint(self.folder):
            return history.find_transaction(self.storage, seq)

    def past(self) -> Iterator[Transaction]:
        """What was done, newest first."""
        from netkeeper.store import history

        with with_recovery_hint(self.folder):
            yield from history.past(self.storage)

    def close(self) -> None:
        """Fold the journal into the snapshots.

        Raises:
            StoreError: It can't be written; nothing is lost.
        """
        with with_recovery_hint(self.folder):
            self.storage.compact()
