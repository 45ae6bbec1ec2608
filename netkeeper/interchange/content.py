"""What a file brings in and what goes out, beyond contacts alone."""

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
    """What a person says of a file where the file itself doesn't tell.

    This is the place for all that a format may have to ask before its file can be read: it gets a
    property here whose default means "find it out", and the reader that can't refuses with a word on
    what is to be said. The command line has an option for each; the app asks in ``ImportScreen.read``,
    the one place where it reads a file, and reads again with the answer.

    Attributes:
        encoding: What its text is encoded in.
        columns: What some columns of a table are, as ``--map`` has it: ``Vorname=given``.
        passphrase: What opens it, where it is locked.
        dates: What comes first in dates such as 6/3/2005: ``day-first`` or ``month-first``.
        header_line: The line of a table that the headers are on, from 1; 0 where there is none.
        today: The day, for tables that tell of last meetings: one that is still to come was none. None
            takes any day.
    """

    encoding: str | None = None
    columns: tuple[str, ...] = ()
    dates: str | None = None
    passphrase: str | None = field(default=None, repr=False)
    header_line: int | None = None
    today: date | None = None


NO_HINTS = Hints()


Records = Mapping[str, tuple[Any, ...]]
"""The records of the tables that are exchanged (domain/records/tables.py), by the table's name."""


class _HasRecords:
    """The records that are read most, by their types."""

    __slots__ = ()
    records: Records

    @property
    def interactions(self) -> tuple[Interaction, ...]:
        """What happened with the contacts."""
        return self.records.get("interactions", ())

    @property
    def followups(self) -> tuple[FollowUp, ...]:
        """What is promised to them, open or not."""
        return self.records.get("followups", ())

    @property
    def diary(self) -> tuple[DiaryDay, ...]:
        """The days of the reviews."""
        return self.records.get("diary", ())


@dataclass(frozen=True, slots=True)
class Incoming(_HasRecords):
    """What a file holds.

    Attributes:
        reading: Its contacts, and what could not become one.
        records: What else it holds of a network, with the file's ids; only netkeeper's own files do.
        member: Likewise; None where the file says nothing of a member.
        source: The path of the file; a reader leaves it to whoever opened the file.
        format: The name of the format that it is in; likewise.
    """

    reading: ParsedFile
    records: Records = field(default_factory=dict)
    member: Member | None = None
    source: str = ""
    format: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing(_HasRecords):
    """What is to be written to a file; a format writes as much of it as it can hold.

    Attributes:
        cards: The contacts.
        records: What else there is of them; tables that name nobody only where all of a network is taken out.
        member: Whose network it is.
        on: The day it is taken out.
        as_events: Whether follow-ups go into a calendar as events, for those that pass over to-dos.
    """

    cards: tuple[WriteContact, ...]
    records: Records = field(default_factory=dict)
    member: Member | None = None
    on: date = date.min
    as_events: bool = False
