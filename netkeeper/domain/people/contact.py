"""The contact: a person in the network, with all properties."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from netkeeper.domain.people.ladder import Step, StepChange

if TYPE_CHECKING:
    from netkeeper.domain.dates.birthday import Birthday


class Hope(StrEnum):
    """What a contact may become after graduation."""

    CUSTOMER = "customer"
    PARTNER = "partner"
    EMPLOYER = "employer"
    MENTOR = "mentor"
    FRIEND = "friend"


class Importance(StrEnum):
    """How much a contact matters to the member."""

    A = "a"
    B = "b"
    C = "c"


@dataclass(frozen=True, slots=True)
class NameParts:
    """The five parts of a vCard's N property (RFC 6350, section 6.2.2)."""

    prefix: str = ""
    given: str = ""
    additional: str = ""
    family: str = ""
    suffix: str = ""

    def formatted(self) -> str:
        """The parts in reading order, single blanks between them; empty where all are."""
        return " ".join(" ".join((self.prefix, self.given, self.additional, self.family, self.suffix)).split())


@dataclass(frozen=True, slots=True)
class Labelled:
    """An email address, phone number or URL as it was written, with what it is for.

    Attributes:
        value: As written; never normalized.
        label: ``work``, ``home``, ``mobile`` or any other word; may be empty.
    """

    value: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address: the seven parts of a vCard's ADR (RFC 6350, section 6.3.1) and a label."""

    label: str = ""
    po_box: str = ""
    extended: str = ""
    street: str = ""
    locality: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""

    def one_line(self) -> str:
        """The parts that are not empty, in reading order."""
        town = " ".join(part for part in (self.postal_code, self.locality) if part)
        parts = (self.street, self.extended, self.po_box, town, self.region, self.country)
        return ", ".join(" ".join(part.split()) for part in parts if part.strip())


@dataclass(frozen=True, slots=True)
class Contact:
    """A person in the network.

    Attributes:
        id: Fifteen digits; any unambiguous prefix names the contact.
        name: The formatted name (vCard FN); never empty.
        name_parts: The five parts of the name, as far as they are known.
        organization: The company or other body; may be empty.
        title: The position held there; may be empty.
        emails: As written, the preferred one first.
        phones: As written, the preferred one first.
        urls: Web addresses, as written.
        addresses: Postal addresses.
        birthday: May lack the year; None where it isn't known.
        fields: Lines of business or study (*ala*): lower-case tags, ``/`` between levels.
        step: The step of the ladder.
        ladder: Every move on the ladder, oldest first.
        hopes: What the contact may become after graduation.
        met: How or where you met, in the member's words.
        via: Who introduced you: a contact's id, or a name as written where it is no contact.
        notes: Free text.
        cadence: Days between contacts; 0 for none wanted; None for the step's default.
        importance: How much they matter to the member; None for unknown.
        archived: Whether it is left out of lists and the review.
        unsorted: Whether it was imported and not placed yet: it has no turns until it is.
        of_team: Whether it belongs to the team rather than to the member, and stays with it.
        uid: The UID of the vCard it came from (RFC 6350, section 6.7.6); may be empty.
        merged: The ids and UIDs of contacts that were merged into it, which files may still name.
        nudge_from: Snoozed: not to be nudged about before this day.
        first_turn_on: The day set for the first contact, where an import spread many; until there is one.
        first_on: The day of the earliest interaction; None where there is none.
        last_on: The day of the latest interaction; None where there is none.
        tried_on: The day of the latest attempt that reached nobody; it is no interaction to ``last_on``.
        created: When it was added: UTC, ISO 8601 with seconds and ``Z``.
        updated: When it last changed: the same form.
    """

    id: str
    name: str
    name_parts: NameParts = NameParts()
    organization: str = ""
    title: str = ""
    emails: tuple[Labelled, ...] = ()
    phones: tuple[Labelled, ...] = ()
    urls: tuple[Labelled, ...] = ()
    addresses: tuple[Address, ...] = ()
    birthday: Birthday | None = None
    fields: tuple[str, ...] = ()
    step: Step = Step.POTENTIAL
    ladder: tuple[StepChange, ...] = ()
    hopes: tuple[Hope, ...] = ()
    met: str = ""
    via: str = ""
    notes: str = ""
    cadence: int | None = None
    importance: Importance | None = None
    archived: bool = False
    unsorted: bool = False
    of_team: bool = False
    uid: str = ""
    merged: tuple[str, ...] = ()
    nudge_from: date | None = None
    first_turn_on: date | None = None
    first_on: date | None = None
    last_on: date | None = None
    tried_on: date | None = None
    created: str = ""
    updated: str = ""
