"""Common types of contact files: the results of all readers and the input of all writers."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from netkeeper.domain.people.contact import Contact

if TYPE_CHECKING:
    from netkeeper.domain.people.identity.source_updates import SourceValues
    from netkeeper.domain.people.identity.written_values import Digests

ReadProgress = Callable[[int, int], None]
"""Called regularly with the amount read and the total, in units of the reader; may raise to cancel."""

WRONG_LETTERS = "if letters look wrong, name another encoding"
"""End of a remark about a guessed encoding."""


AN_ORGANIZATION = "an organization's card"
"""A remark about a card that is no person's."""

HAS_DIED = "has died; kept in the archive, where no reminders are"
"""A remark about somebody whose card has a date of death."""

_DEATH = re.compile(r"(?:[A-Za-z0-9.-]+\.)?(?:X-)?DEATHDATE[;:]", re.IGNORECASE)


def is_death(line: str) -> bool:
    """Whether a content line is a date of death (RFC 6474, section 2.3)."""
    return _DEATH.match(line) is not None


class Group(NamedTuple):
    """A group of contacts, which address books keep as a card of its own.

    Attributes:
        name: The group's name.
        members: The UIDs of its contacts, without ``urn:uuid:``.
        line: The line of the file it begins on, from 1.
    """

    name: str
    members: tuple[str, ...]
    line: int


NamedBy = Literal["", "id", "reach", "name"]
"""How a file that is no list of contacts names somebody: by netkeeper's id or a UID, by an email address or a phone number
beside the name, or by the name alone. Empty in a list of contacts."""


class LastMet(NamedTuple):
    """The day of the last contact with a person, from a column of a table.

    Attributes:
        on: The day.
        column: The column's header; may be empty.
    """

    on: date
    column: str = ""


@dataclass(frozen=True, slots=True)
class ReadContact:
    """A contact read from a file.

    Attributes:
        contact: The contact; its ``id`` is empty unless netkeeper wrote the file, which then holds the old id.
        line: The line of the file it begins on, from 1.
        unknown_properties: Properties that contacts have no place for, to be written out again: unfolded vCard
            content lines with group and parameters, otherwise unchanged.
        remarks: Messages of one line about values that were changed or could not be read.
        source_values: Values of earlier imports by source (see ``domain/people/identity/source_updates.py``);
            only in netkeeper's own files.
        is_placed: Whether the file classifies the contact: a step, a cadence, a last contact, or any file that
            netkeeper wrote. Other contacts are imported as unsorted.
        last_met: The last contact according to a table of another program; None if it has none.
        is_organization: Whether the file says that it is an organization and no person.
        written: The digests of its values when netkeeper wrote it (see ``domain/people/identity/written_values.py``);
            empty in files of others.
        program: The program that wrote it, without its version (PRODID); empty for unknown, or one that gives new UIDs.
        named_by: How the file names the contact, if it only names it, as a table of interactions does.
        is_in_group: Whether the file has no card of it and names it as a member of a group.
    """

    contact: Contact
    line: int
    unknown_properties: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    source_values: Mapping[str, SourceValues] = field(default_factory=dict)
    is_placed: bool = False
    last_met: LastMet | None = None
    is_organization: bool = False
    written: Digests = field(default_factory=dict)
    program: str = ""
    named_by: NamedBy = ""
    is_in_group: bool = False


@dataclass(frozen=True, slots=True)
class Skipped:
    """An entry of a file that is no contact.

    Attributes:
        line: The line of the file it begins on, from 1.
        reason: Why, in one line.
        is_read: Whether it was read, as a group is, and its line says what became of it.
    """

    line: int
    reason: str
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """The content of a file, in file order.

    Attributes:
        contacts: The contacts.
        skipped: Entries that could not be read.
        origin: Identifies the source: equal for files of one kind from one program.
        chosen: What the user said columns are, by header; to be remembered.
        remembered: What columns are, by header, because it was said at an earlier import.
        groups: Groups of contacts, whose members may be in other files.
    """

    contacts: tuple[ReadContact, ...]
    skipped: tuple[Skipped, ...] = ()
    origin: str = ""
    groups: tuple[Group, ...] = ()
    chosen: Mapping[str, str] = field(default_factory=dict)
    remembered: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class WriteContact:
    """A contact to be written.

    Attributes:
        contact: The contact.
        unknown_properties: As in ``ReadContact``.
        via_name: The name of the contact that ``contact.via`` is the id of; empty where ``via``
            itself is a name.
        source_values: As in ``ReadContact``.
        missing_photos: How many photos it has that are gone or damaged on the disk, and left out.
    """

    contact: Contact
    unknown_properties: tuple[str, ...] = ()
    via_name: str = ""
    source_values: Mapping[str, SourceValues] = field(default_factory=dict)
    missing_photos: int = 0
