"""Validation of what scripts write: valid records, references to existing contacts, step and ladder consistent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date
from typing import Any

from netkeeper.domain import records
from netkeeper.domain.dates.typed_day import FIRST_YEAR, LAST_YEAR
from netkeeper.domain.errors import InvalidValueError, NetkeeperError
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.interactions.touch import with_days_after
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.settings import SETTINGS
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.records import Fields
from netkeeper.domain.records.tables import TABLES, tables_naming_people
from netkeeper.store.documents import parse_document
from netkeeper.store.draft import Draft
from netkeeper.store.journal import Change
from netkeeper.store.layout import MEMBER_ID
from netkeeper.store.network import Network

_REQUIRED = {
    "contacts": ("name",),
    "interactions": ("on", "kind"),
    "followups": ("contact_id", "due_on", "status"),
}
"""The properties that a document must have, by table."""

_DERIVED = ("first_on", "last_on", "tried_on")
"""The properties of a contact that follow from its interactions."""

_PACES = ("pace_floor", "pace", "pace_ceiling")


class ScriptChecks:
    """Checks and completes the documents that a script writes in one transaction."""

    def __init__(self, network: Network, draft: Draft, today: date) -> None:
        self._network = network
        self._draft = draft
        self._today = today

    def document(self, name: str, number: str, before: Fields | None, document: Fields) -> Fields:
        """The document to store: validated, properties in order, ladder and audit times updated.

        Args:
            before: The present document; None for a new one.
            document: The document that the script writes.

        Raises:
            InvalidValueError: It is not a valid record; the message says why.
        """
        table = TABLES[name]
        if name == "contacts":
            document = {"step": _last_step(document), **document, "updated": self._network.now}
        if name == "contacts" or (before is None and table.exchanged):
            document = {"created": self._network.now, **document}
        try:
            if name == "member" and number != MEMBER_ID:
                raise InvalidValueError(f"its one document has the id {MEMBER_ID}")
            for required in _REQUIRED.get(name, ()):
                if required not in document:
                    raise InvalidValueError(f"{required} is missing")
            table.part("check")({"id": number, **document})
            record = table.read(number, document)
            _check_values(record, _changed(before or {}, document), self._today)
            if isinstance(record, Contact):
                record = _with_step_and_ladder_agreeing(
                    records.contact_from(number, before) if before else None, record, self._today
                )
            kept = table.document(record)
            more = {key: value for key, value in document.items() if value and key not in kept}
            for key in more.keys() - _properties(record):
                # Unknown properties of newer versions are kept; a new unknown name is a mistake in the script.
                if before is None or before.get(key) != more[key]:
                    raise InvalidValueError(f"there is no property {key}")
        except (LookupError, TypeError, ValueError, AttributeError, NetkeeperError) as error:
            reason = f"{error} is missing" if isinstance(error, KeyError) else str(error).rstrip(".")
            raise InvalidValueError(f"That can't be written to {name}: {reason}. Nothing was changed.") from error
        return {**kept, **{key: value for key, value in more.items() if key not in _properties(record)}}

    def finish(self) -> None:
        """Update values derived from the changes, and check references to contacts.

        Raises:
            InvalidValueError: A document references a contact that does not exist.
        """
        changes = self._draft.changes()
        self._bring_up_days([change for change in changes if change.table == "interactions"])
        here = self._draft.documents_after("contacts", self._network.table("contacts"))
        gone = {change.id for change in changes if change.table == "contacts" and change.after is None}
        for contact_id in gone:
            self._remove_beside(contact_id)
        for table in tables_naming_people():
            # Only new references are checked: old ones may dangle, as in a network that was repaired by hand.
            named = {
                contact_id
                for change in changes
                if change.table == table.name
                for contact_id in {*table.references_in(change.after or {})}
                - {*table.references_in(change.before or {})}
            }
            if gone:
                for document in map(
                    parse_document, self._draft.documents_after(table.name, self._network.table(table.name)).values()
                ):
                    named.update(gone.intersection(table.references_in(document)))
            for contact_id in sorted(named - here.keys()):
                raise InvalidValueError(
                    f"There is no contact {contact_id}, whom something in {table.name} names. Nothing was changed."
                )

    def _remove_beside(self, contact_id: str) -> None:
        """Remove a contact's documents in side tables, and its pairs of non-duplicates."""
        for table in TABLES.values():
            if table.of_contact:
                self._draft.put(table.name, contact_id, None)
        member = self._draft.documents_after("member", self._network.table("member")).get(MEMBER_ID)
        if member is not None and any(contact_id in pair for pair in parse_document(member).get("apart", ())):
            pairs = [pair for pair in parse_document(member)["apart"] if contact_id not in pair]
            self._draft.put("member", MEMBER_ID, {**parse_document(member), "apart": pairs})

    def _bring_up_days(self, changes: Sequence[Change]) -> None:
        """Update the first and last days of contacts whose interactions changed."""
        documents = [document for change in changes for document in (change.before, change.after) if document]
        for contact_id in {each for document in documents for each in document["contact_ids"]}:
            now = self._draft.documents_after("contacts", self._network.table("contacts")).get(contact_id)
            if now is None:
                continue
            then = {each.id: each for each in self._network.interactions(contact_id)}
            becomes = {change.id: change.after for change in changes}
            after = [each for number, each in then.items() if number not in becomes]
            after += [
                records.interaction_from(number, document)
                for number, document in becomes.items()
                if document is not None and contact_id in document["contact_ids"]
            ]
            contact = with_days_after(records.contact_from(contact_id, parse_document(now)), then.values(), after)
            unknown = {key: value for key, value in parse_document(now).items() if key not in _properties(contact)}
            self._draft.put(
                "contacts", contact_id, {**records.contact_document(contact), "updated": self._network.now, **unknown}
            )


def _changed(before: Fields, document: Fields) -> set[str]:
    """The names of the properties that differ."""
    return {name for name in {*before, *document} if before.get(name) != document.get(name)}


def _check_values(record: Any, changed: set[str], today: date) -> None:
    """Refuse the values that commands refuse, in changed properties only: imports and older versions may have left some.

    Raises:
        InvalidValueError: A value is out of bounds, or follows from other tables; the message names the property.
    """
    if isinstance(record, Contact):
        for name in _DERIVED:
            if name in changed:
                raise InvalidValueError(f"{name} follows from the interactions; add one, or leave it as it is")
    elif isinstance(record, Interaction):
        if "on" in changed and not (record.on.year >= FIRST_YEAR and record.on <= today):
            raise InvalidValueError(f"on must be a day from {FIRST_YEAR} to today, and {record.on} isn't")
        if "contact_ids" in changed and len({*record.contact_ids}) < len(record.contact_ids):
            raise InvalidValueError("contact_ids names somebody twice")
    elif isinstance(record, FollowUp):
        if "due_on" in changed and not FIRST_YEAR <= record.due_on.year <= LAST_YEAR:
            raise InvalidValueError(f"due_on must be a day from {FIRST_YEAR} to {LAST_YEAR}, and {record.due_on} isn't")
    elif isinstance(record, Member) and changed.intersection(_PACES):
        most = SETTINGS["pace"].parts[0].most
        if not record.pace_floor <= record.pace <= record.pace_ceiling <= most:
            values = f"{record.pace_floor}, {record.pace} and {record.pace_ceiling}"
            raise InvalidValueError(
                f"pace_floor, pace and pace_ceiling must each be at least the one before, up to {most}; they are {values}"
            )


def _properties(record: Any) -> set[str]:
    """The names of a record's properties."""
    return {each.name for each in fields(record)} if is_dataclass(record) else set(getattr(record, "_fields", ()))


def _last_step(document: Fields) -> str:
    """The step of a contact's last move on the ladder; the lowest if there is none."""
    ladder = document.get("ladder")
    last = ladder[-1] if isinstance(ladder, list) and ladder else None
    return str(last.get("step", Step.POTENTIAL)) if isinstance(last, dict) else str(Step.POTENTIAL)


def _with_step_and_ladder_agreeing(before: Contact | None, contact: Contact, today: date) -> Contact:
    """A contact with step and ladder made consistent: a changed step adds a move, a changed ladder sets the step."""
    last = contact.ladder[-1].step if contact.ladder else None
    if last is contact.step:
        return contact
    if before is not None and before.step is contact.step and before.ladder != contact.ladder and last is not None:
        return replace(contact, step=last)
    return replace(contact, ladder=(*contact.ladder, StepChange(today, contact.step)))
