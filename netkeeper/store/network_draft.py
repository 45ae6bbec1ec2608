"""Writing domain objects in a transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from netkeeper.domain import records
from netkeeper.domain.editing.message import Message
from netkeeper.domain.records import Fields
from netkeeper.domain.records.tables import TABLES
from netkeeper.store.draft import Draft
from netkeeper.store.layout import DIARY, DIARY_ANSWERS, HOLIDAYS, MEMBER_ID
from netkeeper.store.moments import stamp
from netkeeper.store.storage import JournaledStorage

if TYPE_CHECKING:
    from netkeeper.domain.interactions.interaction import Interaction
    from netkeeper.domain.member.days_off import Holidays
    from netkeeper.domain.member.member import Member
    from netkeeper.domain.people.contact import Contact
    from netkeeper.domain.people.identity.source_updates import SourceValues
    from netkeeper.domain.promises.follow_up import FollowUp
    from netkeeper.domain.review.diary import DiaryDay


class NetworkDraft:
    """Adds, changes and removes domain objects in a transaction."""

    def __init__(self, draft: Draft, storage: JournaledStorage, moment: datetime) -> None:
        self._draft = draft
        self._storage = storage
        self.now = stamp(moment)

    def describe(self, what: str | Message) -> None:
        """Set the description for the history; see :meth:`Draft.describe`."""
        self._draft.describe(what)

    def prepare(self, write: Callable[[str], None]) -> None:
        """Have something written before the transaction; see :attr:`Draft.preparations`."""
        self._draft.preparations.append(write)

    def new_id(self) -> str:
        """A new contact id."""
        return self._storage.new_id("contacts")

    def put_contact(self, contact: Contact, *, as_it_was: bool = False) -> Contact:
        """Add or change a contact; one without an id gets one.

        Args:
            contact: The contact.
            as_it_was: Keep its time of last change, for contacts from another network.

        Returns:
            The stored contact, with id and audit times.
        """
        kept = replace(
            contact,
            id=contact.id or self.new_id(),
            created=contact.created or self.now,
            updated=contact.updated if as_it_was and contact.updated else self.now,
        )
        self._draft.put("contacts", kept.id, records.contact_document(kept))
        return kept

    def remove_contact(self, contact_id: str) -> None:
        """Remove a contact and its documents in side tables; the caller must change what references it."""
        for table in TABLES.values():
            if table.of_contact:
                self._draft.put(table.name, contact_id, None)

    def put(self, name: str, record: Any) -> Any:
        """Add or change a record of a table; a missing id and ``created`` are filled in."""
        kept = replace(record, id=record.id or self._storage.new_id(name), created=record.created or self.now)
        self._draft.put(name, kept.id, TABLES[name].document(kept))
        return kept

    def repoint(self, name: str, number: str, document: Fields, ids: Mapping[str, str]) -> None:
        """Replace contact ids in a document; ids missing from the mapping are unchanged."""
        self._draft.put(name, number, TABLES[name].with_people(document, lambda each: ids.get(each, each)))

    def put_interaction(self, interaction: Interaction) -> Interaction:
        """Add or change an interaction; one without an id gets one."""
        kept: Interaction = self.put("interactions", interaction)
        return kept

    def remove_interaction(self, interaction_id: str) -> None:
        """Remove an interaction."""
        self._draft.put("interactions", interaction_id, None)

    def put_followup(self, followup: FollowUp) -> FollowUp:
        """Add or change a follow-up; one without an id gets one."""
        kept: FollowUp = self.put("followups", followup)
        return kept

    def remove_followup(self, followup_id: str) -> None:
        """Remove a follow-up; one that was done or dropped must be closed instead."""
        self._draft.put("followups", followup_id, None)

    def put_member(self, member: Member) -> None:
        """Change the member."""
        self._draft.put("member", MEMBER_ID, records.member_document(member))

    def note_holidays(self, holidays: Holidays) -> None:
        """Store the public holidays of the member's country; a transaction of nothing else is quiet."""
        self._draft.put(HOLIDAYS, MEMBER_ID, records.holidays_document(holidays))

    def note_day(self, day: DiaryDay) -> None:
        """Store what a day's review selected and what became of it; a transaction of nothing else is quiet."""
        self._draft.put(DIARY, records.day_number(day.on), records.noted_document(day))

    def forget_day(self, on: date) -> None:
        """Remove what was stored of a day's review; quiet likewise."""
        self._draft.put(DIARY, records.day_number(on), None)

    def put_answer(self, day: DiaryDay) -> None:
        """Store the member's answer about a day's review."""
        self._draft.put(DIARY_ANSWERS, records.day_number(day.on), records.answer_document(day) or None)

    def put_kept(self, contact_id: str, lines: tuple[str, ...]) -> None:
        """Store a contact's unknown properties, as vCard content lines."""
        self._draft.put("kept", contact_id, {"lines": list(lines)} if lines else None)

    def put_source_values(self, contact_id: str, source_values: Mapping[str, SourceValues]) -> None:
        """Remember what imports said of a contact, by source (see ``domain/people/identity/source_updates.py``)."""
        self._draft.put("said", contact_id, dict(source_values) or None)

    def join_beside(self, stays_id: str, goes_id: str) -> None:
        """Merge the side-table documents of two contacts that become one."""
        for table in TABLES.values():
            if (join := table.part("join")) is not None:
                documents = self._storage.table(table.name)
                joined = join(documents.get(stays_id, {}), documents.get(goes_id, {}))
                self._draft.put(table.name, stays_id, joined or None)
