"""A person as the card and the timeline show them.

A named tuple, because the class is made before the first line can be shown.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netkeeper.domain.contact import Contact
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.interaction import Interaction
from netkeeper.domain.reasons import reasons_to_call
from netkeeper.store.network import Network, turn_of


class Person(NamedTuple):
    """A contact with what is around it.

    Attributes:
        contact: Who.
        today: The day it is looked at.
        turn_on: The day their turn comes; None where it never does.
        via_name: The name of who introduced you; empty where it isn't known.
        followups: Soonest due first, open or not.
        interactions: Newest first.
        is_whole: Whether follow-ups and interactions have been read.
        others: Names of those who took part in the interactions too, by id.
        why: Why they are looked at, after a mark; empty where that isn't known.
        reasons: What there is to say to them, the best first.
        trouble: Why the interactions can't be read; empty where they can.
    """

    contact: Contact
    today: date
    turn_on: date | None
    via_name: str
    followups: tuple[FollowUp, ...] = ()
    interactions: tuple[Interaction, ...] = ()
    is_whole: bool = False
    others: Mapping[str, str] = {}
    why: str = ""
    reasons: tuple[str, ...] = ()
    trouble: str = ""

    @property
    def promises(self) -> list[FollowUp]:
        """The open follow-ups, soonest due first."""
        return [followup for followup in self.followups if followup.is_open]


def person_of(network: Network, contact_id: str, today: date, *, is_whole: bool) -> Person:
    """A person, as far as it is to be read.

    Args:
        network: Where.
        contact_id: Who.
        today: The day.
        is_whole: Whether to read what was promised and what happened: the large tables, which the
            first paint does without.

    Raises:
        InvalidValueError: The contact isn't there any more.
        StoreError: What happened can't be read.
    """
    contact = network.contact(contact_id)
    turn = turn_of(contact, network.member)
    via_name = network.contact(contact.via).name if network.has_contact(contact.via) else contact.via
    person = Person(contact, today, date.fromisoformat(turn) if turn else None, via_name)
    if not is_whole:
        return person
    past = tuple(network.interactions(contact_id))
    others = {other for interaction in past for other in interaction.contact_ids if other != contact_id}
    return person._replace(
        followups=tuple(network.followups(contact_id)),
        interactions=past,
        is_whole=True,
        others={other: network.contact(other).name for other in others if network.has_contact(other)},
        reasons=reasons_to_call(past, today),
    )
