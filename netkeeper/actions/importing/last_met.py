"""The last meeting that a table tells of: an interaction on that day, where nothing is logged then or later."""

from __future__ import annotations

import os
from dataclasses import replace

from netkeeper.domain.interactions.interaction import Interaction, Kind
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.display import fit, plain
from netkeeper.interchange.cards import LastMet

_LONGEST_SHOWN = 40


def is_news(last_met: LastMet | None, known: Contact | None) -> bool:
    """Whether a table tells of a meeting later than all that is known.

    Args:
        last_met: What it tells; None for nothing.
        known: Whom it is of; None where they are new.
    """
    return last_met is not None and (known is None or known.last_on is None or known.last_on < last_met.on)


def with_last_met(contact: Contact, last_met: LastMet | None) -> Contact:
    """The contact with its first and latest days brought up to a last meeting that is news."""
    if last_met is None or not is_news(last_met, contact):
        return contact
    return replace(contact, first_on=contact.first_on or last_met.on, last_on=last_met.on)


def last_met_interaction(last_met: LastMet, file: str, contact_id: str) -> Interaction:
    """What is kept of it, with a note on where it comes from.

    Args:
        last_met: The meeting.
        file: The path of the table.
        contact_id: With whom it was.
    """
    column = fit(plain(last_met.column), _LONGEST_SHOWN) or "Last contact"
    name = plain(os.path.basename(file))
    note = f"{column}, from {name}" if name else column
    return Interaction("", last_met.on, (contact_id,), Kind.OTHER, note)
