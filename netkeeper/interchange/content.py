"""What a file brings in and what goes out, beyond contacts alone."""

from __future__ import annotations

from dataclasses import dataclass

from netkeeper.domain.followup import FollowUp
from netkeeper.domain.interaction import Interaction
from netkeeper.domain.member import Member
from netkeeper.interchange.cards import Reading, WriteContact


@dataclass(frozen=True, slots=True)
class Incoming:
    """What a file holds.

    Attributes:
        reading: Its contacts, and what could not become one.
        interactions: Only netkeeper's own files hold them; ``contact_ids`` are the file's ids.
        followups: Likewise.
        member: Likewise; None where the file says nothing of a member.
    """

    reading: Reading
    interactions: tuple[Interaction, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    member: Member | None = None


@dataclass(frozen=True, slots=True)
class Outgoing:
    """What is to be written to a file; a format writes as much of it as it can hold."""

    cards: tuple[WriteContact, ...]
    interactions: tuple[Interaction, ...] = ()
    followups: tuple[FollowUp, ...] = ()
    member: Member | None = None
