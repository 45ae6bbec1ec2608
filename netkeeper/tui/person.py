"""A person as the card and the timeline show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netkeeper.actions.lists import name_of, next_due
from netkeeper.domain.contact import Contact
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.interaction import Interaction
from netkeeper.domain.reasons import reasons_to_call
from netkeeper.store.network import Network


@dataclass(frozen=True, slots=True)
class Person:
    """A contact with what is around it.

    Attributes:
        contact: Who.
        today: The day it is looked at.
        next_due: The earliest promise's day, else the day their turn comes; None for neither.
        via_name: The name of who introduced you; empty where it isn't known.
        followups: Soonest due first, open or not.
        interactions: Newest first; None where they have not been read yet.
        others: Names of those who took part in the interactions too, by id.
        why: Why they are looked at, after a mark; empty where that isn't known.
        reasons: What there is to say to them, the best first.
        trouble: Why the interactions can't be read; empty where they can.
    """

    contact: Contact
    today: date
    next_due: date | None
    via_name: str
    followups: tuple[FollowUp, ...]
    interactions: tuple[Interaction, ...] | None = None
    others: Mapping[str, str] | None = None
    why: str = ""
    reasons: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def promises(self) -> list[FollowUp]:
        """The open follow-ups, soonest due first."""
        return [followup for followup in self.followups if followup.is_open]


def person_of(network: Network, contact_id: str, today: date, *, with_past: bool) -> Person:
    """A person, as far as it is to be read.

    Args:
        network: Where.
        contact_id: Who.
        today: The day.
        with_past: Whether to read what happened: the large file, which the first paint does without.

    Raises:
        InvalidValueError: The contact isn't there any more.
        StoreError: What happened can't be read.
    """
    contact = network.contact(contact_id)
    past = tuple(network.interactions(contact_id)) if with_past else None
    ids = {other for interaction in past or () for other in interaction.contact_ids if other != contact_id}
    return Person(
        contact=contact,
        today=today,
        next_due=next_due(network, contact),
        via_name=name_of(network, contact.via),
        followups=tuple(network.followups(contact_id)),
        interactions=past,
        others={other: network.contact(other).name for other in ids if network.has_contact(other)},
        reasons=reasons_to_call(past or (), today),
    )
