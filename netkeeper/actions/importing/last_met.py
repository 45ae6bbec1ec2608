"""The last meeting in a table: it becomes an interaction where none is logged on that day or later."""

from __future__ import annotations

import os
from dataclasses import replace

from netkeeper.domain.interactions.interaction import Interaction, Kind
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.display import fit, plain
from netkeeper.interchange.cards import LastMet

_LONGEST_SHOWN = 40


def is_news(last_met: LastMet | None, known: Contact | None) -> bool:
    """Whether a meeting is later than a contact's latest interaction; ``known`` is None for a new contact."""
    return last_met is not None and (known is None or known.last_on is None or known.last_on < last_met.on)


def with_last_met(contact: Contact, last_met: LastMet | None) -> Contact:
    """The contact with its first and last day of contact updated by a meeting that is news."""
    if last_met is None or not is_news(last_met, contact):
        return contact
    return replace(contact, first_on=contact.first_on or last_met.on, last_on=last_met.on)


def last_met_interaction(last_met: LastMet, file: str, contact_id: str) -> Interaction:
    """The interaction of a last meeting, with a note on the column and the file (a path) it comes from."""
    column = fit(plain(last_met.column), _LONGEST_SHOWN) or "Last contact"
    name = plain(os.path.basename(file))
    note = f"{column}, from {name}" if name else column
    return Interaction("", last_met.on, (contact_id,), Kind.OTHER, note)
