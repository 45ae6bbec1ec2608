"""What a file brings in and what goes out, beyond contacts alone."""

from __future__ import annotations

from dataclasses import dataclass

from netkeeper.domain.followup import FollowUp
from netkeeper.domain.interaction import Interaction
from netkeeper.domain.member import Member
from netkeeper.interchange.cards import Reading, WriteContact


@dataclass(frozen=True, slots=True)
class Hints:
    """What a person says of a file where the file itself doesn't tell.

    This is the place for all that a format may have to ask before its file can be read: it gets a
    property here whose default means "find it out", and the reader that can't refuses with a word on
    what is to be said. The command line has an option for each; the app asks in ``ImportScreen.read``,
    the one place where it reads a file, and reads again with the answer.

    Attributes:
        encoding: What its text is encoded in.
    """

    encoding: str | None = None


NO_HINTS = Hints()


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds.

    Attributes:
        reading: Its contacts, and what could not become one.
        interactions: Only netkeeper's own files hold them; ``contact_ids`` are the file's ids.
        followups: Likewise.
        member: Likewise; None where the file says nothing of a member.
        source: The path of the file; a reader leaves it to whoever opened the file.
    """

    reading: Reading
    interactions: tuple[Interaction, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    member: Member | None = None
    source: str = ""


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is to be written to a file; a format writes as much of it as it can hold."""

    cards: tuple[WriteContact, ...]
    interactions: tuple[Interaction, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    member: Member | None = None
