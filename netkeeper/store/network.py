"""A network: the store in the words of the domain."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

from netkeeper.domain import records
from netkeeper.domain.cadence import effective_cadence, turn_on
from netkeeper.domain.contact import Contact
from netkeeper.domain.errors import DamagedError, InvalidValueError
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.interaction import Interaction
from netkeeper.domain.ladder import Step
from netkeeper.domain.member import Member
from netkeeper.domain.review import Standing
from netkeeper.store import history
from netkeeper.store.draft import Draft
from netkeeper.store.journal import Transaction
from netkeeper.store.snapshot import Documents
from netkeeper.store.storage import JournaledStorage, utc_now

MEMBER_ID = "1"


class NetworkDraft:
    """The domain's objects on their way into a transaction."""

    def __init__(self, draft: Draft, storage: JournaledStorage, moment: datetime) -> None:
        self._draft = draft
        self._storage = storage
        self.now = moment.strftime("%Y-%m-%dT%H:%M:%SZ")

    def describe(self, what: str) -> None:
        """Say in words what is done, once it is known."""
        self._draft.what = what

    def new_id(self) -> str:
        """An id that nothing in the network has."""
        return self._storage.new_id("contacts")

    def put_contact(self, contact: Contact) -> Contact:
        """Add or change a contact; one without an id gets one.

        Returns:
            The contact as it is kept, with its id and audit times.
        """
        kept = replace(
            contact,
            id=contact.id or self.new_id(),
            created=contact.created or self.now,
            updated=self.now,
        )
        self._draft.put("contacts", kept.id, records.contact_document(kept))
        return kept

    def put_interaction(self, interaction: Interaction) -> Interaction:
        """Add or change an interaction; one without an id gets one."""
        kept = replace(
            interaction,
            id=interaction.id or self._storage.new_id("interactions"),
            created=interaction.created or self.now,
        )
        self._draft.put("interactions", kept.id, records.interaction_document(kept))
        return kept

    def put_followup(self, followup: FollowUp) -> FollowUp:
        """Add or change a follow-up; one without an id gets one."""
        kept = replace(
            followup, id=followup.id or self._storage.new_id("followups"), created=followup.created or self.now
        )
        self._draft.put("followups", kept.id, records.followup_document(kept))
        return kept

    def put_member(self, member: Member) -> None:
        """Change the member."""
        self._draft.put("member", MEMBER_ID, records.member_document(member))

    def put_kept(self, contact_id: str, lines: tuple[str, ...]) -> None:
        """Keep a contact's vCard properties that netkeeper has no place for, word for word."""
        if lines:
            self._draft.put("kept", contact_id, {"lines": list(lines)})
        else:
            self._draft.remove("kept", contact_id)


class Network:
    """A member's network, read from its folder and written to it.

    Attributes:
        storage: The files beneath.
    """

    def __init__(self, folder: str, *, clock: Callable[[], datetime] = utc_now) -> None:
        """Open the network in a folder; an empty one where there is none yet.

        Raises:
            DamagedError: A file fails its checks; the message names it and the newest good backup.
            NewerFormatError: A newer netkeeper wrote it.
            StoreError: It can't be read.
        """
        self._clock = clock
        self._contacts: dict[str, tuple[object, Contact]] = {}
        with naming_the_way_out(folder):
            self.storage = JournaledStorage(folder, clock=clock)

    @property
    def folder(self) -> str:
        """Where it is kept."""
        return self.storage.folder

    @property
    def is_empty(self) -> bool:
        """Whether there is nobody in it."""
        return not self.storage.table("contacts")

    # People

    @property
    def member(self) -> Member:
        """Whose network it is."""
        return records.member_from(self.storage.table("member").get(MEMBER_ID, {}))

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

    def contacts(self) -> list[Contact]:
        """Everybody, archived or not, in the order they were added."""
        return [self.contact(contact_id) for contact_id in self.storage.table("contacts")]

    def names(self) -> list[tuple[str, str]]:
        """Id and name of everybody, without building ten thousand contacts."""
        return [(contact_id, document["name"]) for contact_id, document in self.storage.table("contacts").items()]

    def fields_in_use(self) -> list[str]:
        """Every field that somebody has, the most used first."""
        counts: dict[str, int] = {}
        for document in self.storage.table("contacts").values():
            for field in document.get("fields", ()):
                counts[field] = counts.get(field, 0) + 1
        return sorted(counts, key=lambda field: (-counts[field], field))

    def standings(self) -> list[Standing]:
        """Where everybody stands who is not archived: what the review needs, made in one pass."""
        return list(standings(self.storage.table("contacts"), self.member))

    def kept_lines(self, contact_id: str) -> tuple[str, ...]:
        """A contact's vCard properties that netkeeper has no place for."""
        return tuple(self.storage.table("kept").get(contact_id, {}).get("lines", ()))

    # What happened and what was promised

    def interactions(self, contact_id: str | None = None) -> list[Interaction]:
        """Interactions, newest first: all, or those with one contact. Loads the large file."""
        found = [
            records.interaction_from(number, document)
            for number, document in self.storage.table("interactions").items()
            if contact_id is None or contact_id in document["contact_ids"]
        ]
        return sorted(found, key=lambda interaction: (interaction.on, interaction.created), reverse=True)

    def followups(self, contact_id: str | None = None) -> list[FollowUp]:
        """Follow-ups, open or not, soonest due first: all, or one contact's."""
        found = [
            records.followup_from(number, document)
            for number, document in self.storage.table("followups").items()
            if contact_id is None or document["contact_id"] == contact_id
        ]
        return sorted(found, key=lambda followup: (followup.due_on, followup.created, followup.id))

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
        for document in self.storage.table("followups").values():
            if document["status"] == "open":
                contact_id, due_on = document["contact_id"], document["due_on"]
                if contact_id not in earliest or due_on < earliest[contact_id]:
                    earliest[contact_id] = due_on
        return earliest

    # Changing and living together

    @contextlib.contextmanager
    def transaction(self, what: str = "") -> Iterator[NetworkDraft]:
        """Change the network: all of it or none; see :meth:`JournaledStorage.transaction`.

        Inside, everything that is read is what it is at this moment: nobody else can write.
        """
        with naming_the_way_out(self.folder), self.storage.transaction(what) as draft:
            yield NetworkDraft(draft, self.storage, self._clock())

    def refresh(self) -> bool:
        """Take in what other processes wrote; whether there was anything."""
        with naming_the_way_out(self.folder):
            return self.storage.refresh()

    def undo(self, seq: int | None = None) -> Transaction:
        """Take back the last thing done, or one thing by its number; see :func:`history.undo`."""
        return history.undo(self.storage, seq)

    def past(self) -> Iterator[Transaction]:
        """What was done, newest first."""
        return history.past(self.storage)

    def close(self) -> None:
        """Fold the journal into the snapshots.

        Raises:
            StoreError: It can't be written; nothing is lost.
        """
        self.storage.compact()


def standings(contacts: Documents, member: Member) -> Iterator[Standing]:
    """Where everybody stands who is not archived, straight from the documents."""
    cadences = {str(step): days for step, days in member.cadences.items()}
    steps = {str(step): step for step in Step}
    day_of = records.day_of
    for number, document in contacts.items():
        get = document.get
        if get("archived"):
            continue
        step = document["step"]
        cadence_days = get("cadence", cadences[step])
        last_on, first_on, nudge_from = get("last_on"), get("first_on"), get("nudge_from")
        yield Standing(
            number,
            document["name"],
            steps[step],
            get("fields", ()),
            "hopes" in document,
            cadence_days if cadence_days > 0 else None,
            day_of(last_on) if last_on else None,
            day_of(first_on) if first_on else None,
            day_of(nudge_from) if nudge_from else None,
            day_of(document["created"][:10]),
            get("birthday", ""),
        )


def turn_of(contact: Contact, member: Member) -> str | None:
    """The day (ISO) on which a contact's turn comes round; None where no reminders are wanted."""
    if contact.archived:
        return None
    cadence_days = effective_cadence(contact.cadence, contact.step, member.cadences)
    created_on = records.day_of(contact.created[:10])
    turn = turn_on(cadence_days, contact.last_on, contact.nudge_from, created_on)
    return turn.isoformat() if turn else None


@contextlib.contextmanager
def naming_the_way_out(folder: str) -> Iterator[None]:
    """Add the newest good backup and what to do to the word of any damage."""
    try:
        yield
    except DamagedError as error:
        from netkeeper.store.restore import good_backups

        newest = next(good_backups(folder), None)
        way_out = (
            f"The newest good backup is {newest}; netkeeper doctor explains, netkeeper restore brings it back."
            if newest
            else "There is no good backup; netkeeper doctor explains. Nothing was changed."
        )
        raise DamagedError(f"{error} {way_out}", error.path) from error
