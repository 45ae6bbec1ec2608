"""An interaction: something that happened on a date with one or more contacts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """The kind of an interaction; ``TRIED`` is an attempt that reached nobody, and doesn't count as contact."""

    MEETING = "meeting"
    CALL = "call"
    MESSAGE = "message"
    EMAIL = "email"
    EVENT = "event"
    OTHER = "other"
    TRIED = "tried"


class Signal(StrEnum):
    """Something a contact did that shows an active relation."""

    RECOMMENDED = "recommended"
    INVITED = "invited"
    ASKED_ADVICE = "asked-advice"
    INTRODUCED = "introduced"


@dataclass(frozen=True, slots=True)
class Interaction:
    """Something that happened with one or more contacts.

    Attributes:
        id: Fifteen digits.
        on: The calendar day it happened.
        contact_ids: The contacts' ids; at least one.
        kind: The kind.
        note: The member's note; may be empty.
        feeling: 1 (drained) to 5 (lifted); None for none.
        signals: What the contacts did.
        created: When it was logged: UTC, ISO 8601 with seconds and ``Z``.
    """

    id: str
    on: date
    contact_ids: tuple[str, ...]
    kind: Kind = Kind.MEETING
    note: str = ""
    feeling: int | None = None
    signals: tuple[Signal, ...] = ()
    created: str = ""


def a_kind(kind: Kind) -> str:
    """A kind as one speaks of it: ``a meeting``, ``an email``; ``a contact`` where it is none of the others."""
    if kind is Kind.OTHER:
        return "a contact"
    if kind is Kind.TRIED:
        return "an attempt"
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def a_kind_with(kind: Kind) -> str:
    """As :func:`a_kind`, before the names: ``a meeting with``, ``an attempt to reach``."""
    return f"{a_kind(kind)} {'to reach' if kind is Kind.TRIED else 'with'}"


def kind_label(kind: Kind) -> str:
    """A kind where it stands alone: in a timeline, or to be chosen."""
    return "tried, not reached" if kind is Kind.TRIED else str(kind)
