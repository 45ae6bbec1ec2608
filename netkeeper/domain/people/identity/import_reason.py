"""The reasons of an import for what it does with a contact, as values."""

from __future__ import annotations

from datetime import date
from typing import Literal, NamedTuple

from netkeeper.domain.people.identity.import_diff import Replacement

ImportWhyKind = Literal["new", "update", "here", "chosen update", "chosen new", "left out", "unclear"]
"""What is done: what netkeeper proposes (``here`` for whoever adds nothing, ``unclear`` for a bare name that several have), or
what the person chose instead."""


class Sign(NamedTuple):
    """What tells who a contact is, or could be.

    Attributes:
        kind: The same ``id``, the same ``card``, the same ``name`` where a file has nothing else, a shared ``key``; the same name and something else (``alike``); a
            ``namesake``, one who differs (``another``), or a shared key in spite of another name (``other name``),
            another birthday (``other birthday``) or with a card of their own in the same file (``own card``).
        key: What is shared (``email``, ``phone`` …), or differs for ``another``; empty for the other kinds.
        name: Who shares it, or is called so.
    """

    kind: Literal[
        "id",
        "card",
        "name",
        "key",
        "alike",
        "namesake",
        "another",
        "other name",
        "other birthday",
        "own card",
        "several",
    ]
    key: str = ""
    name: str = ""


class ImportWhy(NamedTuple):
    """The reason of an import for what it does with a contact.

    Attributes:
        kind: What is done.
        sign: What tells who it is, or could be; None where nothing does.
        name: Whom it is taken for; empty where it is somebody new, or could be somebody only.
        added: The properties that get something.
        changed: The properties that get another value.
        details: Whether nothing but details of the card comes along that netkeeper has no property for.
        last_met: The last meeting that comes along; None for none, or none that is news.
        otherwise: What the file says otherwise for the first time, and what stays as it is here.
        differing: The properties in which the same contact differs, and which stay as they are here.
        remarks: What was read otherwise than it was written.
        interactions: Whether what the file says happened comes along, and nothing else.
        joins: The names of others here that turn out to be the same person, and become one with it.
    """

    kind: ImportWhyKind
    sign: Sign | None = None
    name: str = ""
    added: tuple[str, ...] = ()
    changed: tuple[Replacement, ...] = ()
    details: bool = False
    last_met: date | None = None
    differing: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    joins: tuple[str, ...] = ()
    otherwise: tuple[Replacement, ...] = ()
    interactions: bool = False

    @property
    def is_plainly_new(self) -> bool:
        """Whether the contact is new without signs and remarks."""
        return self.kind == "new" and self.sign is None and not self.remarks

    @property
    def is_only_new(self) -> bool:
        """Whether the contact is new without signs, remarks and a last meeting."""
        return self.is_plainly_new and self.last_met is None

    @property
    def is_nothing_new(self) -> bool:
        """Whether the contact is known, and the file has nothing new or different."""
        return self.kind == "here" and not (self.differing or self.remarks or self.otherwise)
