"""What is done with one contact of an import, once it is known who it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import NamedTuple

from netkeeper.actions.importing.last_met import is_news, with_last_met
from netkeeper.actions.importing.plan import Action, Item
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.import_diff import replacements, what_is_added
from netkeeper.domain.people.identity.import_reason import Change, ImportWhy, Sign, WhyKind
from netkeeper.domain.people.identity.source_updates import SourceValues, update
from netkeeper.interchange.cards import ReadContact

NOT_YET = "new:"
"""How the id of a contact begins that gets its own only when it is written."""


class Match(NamedTuple):
    """Who a contact is, or could be, and what is worth saying of it.

    Attributes:
        known: Who it is taken for; None for nobody.
        maybe: Who else it could be, by name only or in spite of the name.
        sign: What tells; None where nothing does.
    """

    known: Contact | None
    maybe: Contact | None
    sign: Sign | None = None


class Given(NamedTuple):
    """What an item follows from; while that is the same, so is the item.

    Attributes:
        match: Who it is.
        kept: What is kept of whom it is like.
        said: What the same source said of them before.
        contact_id: The id that a new contact brings along; empty where it has none to bring.
        choice: What the person wants done; None for what is proposed.
    """

    match: Match
    kept: tuple[str, ...]
    said: SourceValues
    contact_id: str
    choice: Action | None

    def is_like(self, other: Given) -> bool:
        """Whether the same follows from both; people are told apart by identity, which errs on the safe side."""
        return (
            self.match.known is other.match.known
            and self.match.maybe is other.match.maybe
            and self.match.sign == other.match.sign
            and self[1:] == other[1:]
        )


def decided(place: int, file: str, read: ReadContact, given: Given) -> Item:
    """The item that follows from who a contact is, and from what the person wants."""
    match, kept, said, contact_id, choice = given
    known = match.known or match.maybe
    filled, all_kept, brings = known, kept, ImportWhy("here")
    if known is not None:
        filled = with_last_met(update(known, read.contact, said), read.last_met)
        all_kept = (*kept, *(line for line in read.unknown_properties if line not in kept))
        brings = _brings(read, known, filled, has_more=all_kept != kept)
    brings_anything = brings != ImportWhy("here")
    proposed: Action = "add" if match.known is None else "update" if brings_anything else "skip"
    can: dict[Action, bool] = {"update": brings_anything, "skip": True, "add": True}
    options = (proposed, *(action for action, is_possible in can.items() if is_possible and action != proposed))
    action = choice if choice in options else proposed
    if filled is not None and (action == "update" or (action == "skip" and match.known)):
        contact, kept_then = filled, all_kept
    else:
        contact, kept_then = replace(read.contact, id=contact_id or f"{NOT_YET}{place}"), read.unknown_properties
        contact = with_last_met(contact, read.last_met)
    why = _why(read, match, action, proposed, brings)
    return Item(
        place, file, read, action, proposed, options, contact, kept_then if action != "skip" else (), why, known
    )


def _brings(read: ReadContact, known: Contact, filled: Contact, *, has_more: bool) -> ImportWhy:
    """What comes along with somebody who is here; a bare one for nothing."""
    added = tuple(what_is_added(known, filled))
    changed = tuple(Change(*each) for each in replacements(known, filled))
    return ImportWhy(
        "here",
        added=added,
        changed=changed,
        details=has_more and not added and not changed,
        last_met=_last_met(read, known),
    )


def _last_met(read: ReadContact, known: Contact | None = None) -> date | None:
    """The day of the last meeting that a file tells of; None where it tells of none that is news."""
    return read.last_met.on if read.last_met is not None and is_news(read.last_met, known) else None


def _why(read: ReadContact, match: Match, action: Action, proposed: Action, brings: ImportWhy) -> ImportWhy:
    """Why a contact is dealt with as it is; where the person wanted it so, what speaks for something else."""
    known = match.known or match.maybe
    name, remarks = known.name if known else "", tuple(read.remarks)
    if action == "update":
        kind: WhyKind = "update" if action == proposed else "chosen update"
        return brings._replace(kind=kind, sign=match.sign, name=name, remarks=remarks)
    if action == proposed == "skip" and known:
        differing = _differing(known, read.contact) if match.sign == Sign("id") else ()
        return ImportWhy("here", match.sign, name, differing=differing, remarks=remarks)
    kind = "new" if action == proposed else "chosen new" if action == "add" else "left out"
    taken_for = name if match.known and action != proposed else ""
    last_met = _last_met(read) if action == "add" else None
    return ImportWhy(kind, match.sign, taken_for, last_met=last_met, remarks=remarks)


def _differing(known: Contact, contact: Contact) -> tuple[str, ...]:
    """The properties that the same contact has otherwise in the file, and keeps as they are here."""
    names = ("name", "organization", "title", "step", "archived", "cadence", "notes")
    return tuple(name for name in names if getattr(known, name) != getattr(contact, name))
