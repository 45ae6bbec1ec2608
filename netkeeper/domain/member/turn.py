"""The day of a contact's next turn."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from netkeeper.domain.member.cadence import effective_cadence, next_contact_on

if TYPE_CHECKING:
    from netkeeper.domain.member.member import Member
    from netkeeper.domain.people.contact import Contact


def turn_of(contact: Contact, member: Member) -> str | None:
    """The day (ISO 8601) of a contact's next turn; None for none."""
    if contact.archived or contact.unsorted:
        return None
    cadence_days = effective_cadence(contact.cadence, contact.step, member.cadences)
    created_on = date.fromisoformat(contact.created[:10])
    turn = next_contact_on(
        cadence_days, contact.last_on, contact.nudge_from, created_on, contact.first_turn_on, contact.tried_on
    )
    return turn.isoformat() if turn else None
