"""Codec of follow-ups."""

from __future__ import annotations

from netkeeper.domain.promises.follow_up import FollowUp, Status
from netkeeper.domain.records.tables import Description
from netkeeper.domain.records.values import Fields, day_of, filled, iso, optional_day


def followup_document(followup: FollowUp) -> Fields:
    """A follow-up as a document, its id left out."""
    return filled(
        contact_id=followup.contact_id,
        due_on=followup.due_on.isoformat(),
        what=followup.what,
        status=str(followup.status),
        closed_on=iso(followup.closed_on),
        rrule=followup.rrule,
        anchor_on=iso(followup.anchor_on),
        snoozes=followup.snoozes or None,
        created=followup.created,
    )


def followup_from(number: str, document: Fields) -> FollowUp:
    """A document as a follow-up."""
    get = document.get
    return FollowUp(
        id=number,
        contact_id=document["contact_id"],
        due_on=day_of(document["due_on"]),
        what=get("what", ""),
        status=Status(document["status"]),
        closed_on=optional_day(get("closed_on")),
        rrule=get("rrule", ""),
        anchor_on=optional_day(get("anchor_on")),
        snoozes=get("snoozes", 0),
        created=get("created", ""),
    )


DESCRIPTION = Description(
    "Promise to {people}",
    {"contact_id": "to", "what": "what", "due_on": "due", "rrule": "comes again", "status": "state"},
    ("contact_id",),
    {"contact_id": "contact", "due_on": "day", "rrule": "recurrence"},
)
"""How History describes a follow-up."""
