"""A contact with the records around it, as card and timeline show them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from netkeeper.actions.people.in_common import InCommon
from netkeeper.actions.people.people import name_of
from netkeeper.domain.errors import StoreError
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.interactions.reasons_to_call import Reason, reasons_to_call
from netkeeper.domain.member.turn import turn_of
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.store.network import Network
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.person.headline import Headline


@dataclass(frozen=True, slots=True)
class Person:
    """A contact with the records around it.

    Attributes:
        why: The reason why they are listed; None for none.
        next_contact_on: The day the next contact is due; None for never.
        via_name: The name of the person who introduced them; empty where unknown.
        followups: Open and closed ones, soonest due first.
        interactions: Newest first.
        others: Names of the other participants of the interactions, by id.
        reasons: Reasons to call, the best first.
        trouble: Why the interactions can't be read; empty where they can.
        promise: The follow-up that ``why`` is about; None where it is about something else.
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
        """Whether the card shows what comes next: it does unless ``why`` says it already."""
        return self.why is None or not self.why.says_what_is_next

    @property
    def other_promises(self) -> list[FollowUp]:
        """The open follow-ups that the card shows neither as next nor as ``why``."""
        shown = self.promise if not self.shows_next else self.promises[0] if self.promises else None
        return [followup for followup in self.promises if shown is None or followup.id != shown.id]

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
    """Collect the records around a contact.

    Args:
        in_common: Shared fields and meetings of the network's people.
        followup_id: The follow-up that ``why`` is about; None for none.

    Raises:
        InvalidValueError: The contact doesn't exist any more.
    """
    contact = network.contact(contact_id)
    turn = turn_of(contact, network.member)
    trouble = ""
    past: tuple[Interaction, ...] = ()
    try:
        past = tuple(network.interactions(contact_id))
    except StoreError as error:
        trouble = trouble_text(error)  # Everything else is still readable and can be acted on.
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
    """The names of an item's other participants, by id, without contacts that don't exist any more."""
    ids = item.contact_ids if isinstance(item, Interaction) else ()
    return {other: network.contact(other).name for other in ids if other != contact_id and network.has_contact(other)}


def _reasons(
    network: Network, in_common: InCommon, contact: Contact, past: tuple[Interaction, ...], today: date
) -> tuple[Reason, ...]:
    """Reasons to call, without follow-ups, which the pane shows itself."""
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
