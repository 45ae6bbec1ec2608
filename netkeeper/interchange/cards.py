"""What every reader of contact files yields, and what every writer takes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.people.contact import Contact

if TYPE_CHECKING:
    from netkeeper.domain.people.identity.source_updates import SourceValues

WRONG_LETTERS = "if letters look wrong, name another encoding"
"""What a remark ends with where a file's encoding was guessed."""


class LastMet(NamedTuple):
    """The last time that a table says one was in touch with somebody.

    Attributes:
        on: The day.
        column: The header of the column that says it; may be empty.
    """

    on: date
    column: str = ""


@dataclass(frozen=True, slots=True)
class ReadContact:
    """A contact as a file holds it.

    Attributes:
        contact: The contact; its ``id`` is empty, because only the network gives ids, but where
            netkeeper itself wrote the file: then it is the one it had.
        line: The line of the file it begins on, from 1.
        unknown_properties: What the network has no place for, as it came, to be written out again: for a vCard
            unfolded content lines, group and parameters included.
        remarks: One line each on what was read otherwise than it was written.
        source_values: What imports said of the contact before, by source (see ``updating``): only netkeeper's
            own files hold it.
        is_placed: Whether the file says where the contact stands: a step, a cadence, a last meeting, or
            all that netkeeper itself wrote. Whoever it says nothing of waits to be sorted.
        last_met: The last meeting that a table made elsewhere tells of; None where it tells of none.
    """

    contact: Contact
    line: int
    unknown_properties: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    source_values: Mapping[str, SourceValues] = field(default_factory=dict)
    is_placed: bool = False
    last_met: LastMet | None = None


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in a file that could not become a contact.

    Attributes:
        line: The line of the file it begins on, from 1.
        reason: One line that says why.
    """

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class ParsedFile:
    """All that was found in a file, in the order of the file.

    Attributes:
        contacts: The contacts.
        skipped: What could not become one.
        origin: What the file is, so that a later file of the same kind from the same program is
            known to be from the same source.
    """

    contacts: tuple[ReadContact, ...]
    skipped: tuple[Skipped, ...] = ()
    origin: str = ""


@dataclass(frozen=True, slots=True)
class WriteContact:
    """A contact to be written.

    Attributes:
        contact: The contact.
        unknown_properties: What came with it from a file and is to go out again (see ``ReadContact``).
        via_name: The name of the contact that ``contact.via`` is the id of; empty where ``via``
            itself is a name.
        source_values: What imports said of it, by source (see ``updating``).
    """

    contact: Contact
    unknown_properties: tuple[str, ...] = ()
    via_name: str = ""
    source_values: Mapping[str, SourceValues] = field(default_factory=dict)
