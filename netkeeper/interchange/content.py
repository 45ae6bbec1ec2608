"""Whole imported and exported networks: contacts with interactions, follow-ups and other records."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.member.member import Member
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.review.diary import DiaryDay
from netkeeper.interchange.cards import ParsedFile, WriteContact


@dataclass(frozen=True, slots=True)
class Hints:
    """The user's answers to what a file itself does not tell.

    Every question that a format may have to ask gets a property here; its default means "detect it". A reader
    that can't detect it raises an error that says what to answer. The command line has an option for each; the
    app asks in ``ImportScreen.read``, the only place where it reads a file, and reads again with the answer.

    Attributes:
        encoding: Text encoding.
        columns: Meanings of table columns in the syntax of ``--map``: ``Vorname=given``.
        passphrase: Passphrase of a locked file.
        dates: Order in dates such as 6/3/2005: ``day-first`` or ``month-first``.
        header_line: Line number of a table's header, from 1; 0 for a table without one.
        today: Later dates are rejected as days of a last contact; None accepts any date.
        remembered: What columns are, as at earlier imports, by header; ``columns`` comes first.
    """

    encoding: str | None = None
    columns: tuple[str, ...] = ()
    dates: str | None = None
    passphrase: str | None = field(default=None, repr=False)
    header_line: int | None = None
    today: date | None = None
    remembered: Mapping[str, str] = field(default_factory=dict)


NO_HINTS = Hints()


Records = Mapping[str, tuple[Any, ...]]
"""Records of the exchanged tables (domain/records/tables.py), by table name."""


class _HasRecords:
    """Typed access to the records used most."""

    __slots__ = ()
    records: Records

    @property
    def interactions(self) -> tuple[Interaction, ...]:
        """All interactions."""
        return self.records.get("interactions", ())

    @property
    def followups(self) -> tuple[FollowUp, ...]:
        """All follow-ups, open or closed."""
        return self.records.get("followups", ())

    @property
    def diary(self) -> tuple[DiaryDay, ...]:
        """All diary days."""
        return self.records.get("diary", ())


@dataclass(frozen=True, slots=True)
class Incoming(_HasRecords):
    """The content of an imported file.

    Attributes:
        reading: Its contacts and skipped entries.
        records: Records of other tables with the ids of the file; only netkeeper's JSON has any.
        member: The member; None if the file has none.
        source: The file's path; set by the caller that opened the file, not by the reader.
        format: The name of the file's format; set by the same caller.
    """

    reading: ParsedFile
    records: Records = field(default_factory=dict)
    member: Member | None = None
    source: str = ""
    format: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing(_HasRecords):
    """The content of a file to export; each format writes what it can hold.

    Attributes:
        cards: The contacts.
        records: Records that name them; tables that name no contacts only if the whole network is exported.
        member: The member.
        on: The day of the export.
        as_events: Write follow-ups to a calendar as events (VEVENT) instead of to-dos (VTODO).
        separator: The character between the cells of netkeeper's own table.
    """

    cards: tuple[WriteContact, ...]
    records: Records = field(default_factory=dict)
    member: Member | None = None
    on: date = date.min
    as_events: bool = False
    separator: str = ","
