"""A person as the card and the timeline show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netkeeper.actions.people.in_common import InCommon
from netkeeper.actions.people.lists import name_of
from netkeeper.domain.errors import StoreError
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.interactions.reasons_to_call import Reason, reasons_to_call
from netkeeper.domain.member.turn import turn_of
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.store.network import Network
from netkeeper.tui.core.error_text import trouble_text
from netkeeper.tui.person.headline import Headline


@dataclass(frozen=True, slots=True)
class Person:
    """A contact with what is around it.

    Attributes:
        contact: Who.
        today: The day it is looked at.
        why: Why they are looked at; None where nothing is to be said.
        next_contact_on: The day their turn comes; None where it never does.
        via_name: The name of who introduced you; empty where it isn't known.
        followups: Soonest due first, open or not.
        interactions: Newest first.
        others: Names of those who took part in the interactions too, by id.
        reasons: What there is to say to them, the best first.
        trouble: Why the interactions can't be read; empty where they can.
        promise: The follow-up that ``why`` tells of; None where it tells of something else.
    """

    contact: Contact
    today: date
    why: Headline | None
    next_contact_on: date | None
    via_name: str
    followups: tuple[FollowUp, ...]
    interactions: tuple[Interaction, ...]
    others: Mapping[str, str]
    reasons: tuple[Reason, ...]
    trouble: str = ""
    promise: FollowUp | None = None

    @property
    def shows_next(self) -> bool:
        """Whether there is need to say what comes next, besides why they are looked at."""
        return self.why is None or not self.why.says_what_is_next

    @property
    def other_promises(self) -> list[FollowUp]:
        """The open follow-ups that are told of neither as what comes next nor as why they are looked at."""
        told = self.promise if not self.shows_next else self.promises[0] if self.promises else None
        return [followup for followup in self.promises if told is None or followup.id != told.id]

    @property
    def promises(self) -> list[FollowUp]:
        """The open follow-ups, soonest due first."""
        return [followup for followup in self.followups if followup.is_open]


def person_of(
    network: Network,
    in_common: InCommon,
    contact_id: str,
    today: date,
    why: Headline | None,
    followup_id: str | None = None,
) -> Person:
    """A person with everything around them.

    Args:
        network: Where.
        in_common: What its people have in common.
        contact_id: Who.
        today: The day.
        why: Why they are looked at.
        followup_id: The follow-up that ``why`` tells of, if it does of one.

    Raises:
        InvalidValueError: The contact isn't there any more.
    """
    contact = network.contact(contact_id)
    turn = turn_of(contact, network.member)
    trouble = ""
    past: tuple[Interaction, ...] = ()
    try:
        past = tuple(network.interactions(contact_id))
    except StoreError as error:
        trouble = trouble_text(error)  # The rest is known all the same, and can be acted on.
    others = {
        other: name for interaction in past for other, name in others_in(network, interaction, contact_id).items()
    }
    followups = tuple(network.followups(contact_id))
    return Person(
        contact=contact,
        today=today,
        why=why,
        next_contact_on=date.fromisoformat(turn) if turn else None,
        via_name=name_of(network, contact.via),
        followups=followups,
        interactions=past,
        others=others,
        reasons=_reasons(network, in_common, contact, past, today),
        trouble=trouble,
        promise=next((followup for followup in followups if followup.id == followup_id), None),
    )


def others_in(network: Network, item: Interaction | FollowUp, contact_id: str) -> dict[str, str]:
    """The names of those who took part in something besides one contact, by id; without those who are gone."""
    ids = item.contact_ids if isinstance(item, Interaction) else ()
    return {other: network.contact(other).name for other in ids if other != contact_id and network.has_contact(other)}


def _reasons(
    network: Network, in_common: InCommon, contact: Contact, past: tuple[Interaction, ...], today: date
) -> tuple[Reason, ...]:
    """What there is to say to somebody, besides what is promised to them, which the pane tells by itself."""
    own_fields = network.member.fields
    common = in_common.common_among([*contact.fields, *own_fields])
    return reasons_to_call(
        contact,
        past,
        (),
        today,
        own_fields=own_fields,
        neighbours=in_common.neighbours(contact, common),
        common=common,
        met_with_many=in_common.met_with_many(contact.met),
    )
