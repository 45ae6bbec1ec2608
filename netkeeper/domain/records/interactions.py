"""Codec of interactions."""

from __future__ import annotations

from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.records.tables import Description
from netkeeper.domain.records.values import Fields, day_of, each, filled


def interaction_document(interaction: Interaction) -> Fields:
    """An interaction as a document, its id left out."""
    return filled(
        on=interaction.on.isoformat(),
        contact_ids=list(interaction.contact_ids),
        kind=str(interaction.kind),
        note=interaction.note,
        feeling=interaction.feeling,
        signals=each(interaction.signals, str),
        created=interaction.created,
    )


def interaction_from(number: str, document: Fields) -> Interaction:
    """A document as an interaction."""
    get = document.get
    return Interaction(
        id=number,
        on=day_of(document["on"]),
        contact_ids=tuple(document["contact_ids"]),
        kind=Kind(document["kind"]),
        note=get("note", ""),
        feeling=get("feeling"),
        signals=tuple(Signal(signal) for signal in get("signals", [])),
        created=get("created", ""),
    )


DESCRIPTION = Description(
    "{kind} with {people}",
    {"on": "day", "contact_ids": "with", "kind": "kind", "note": "note", "feeling": "feeling", "signals": "signals"},
    ("contact_ids", "kind"),
    {"contact_ids": "contacts", "on": "day"},
)
"""How History describes an interaction."""
