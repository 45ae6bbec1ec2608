"""Changing and taking away what was logged."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from netkeeper.actions.promises.edit_promise import changed_elsewhere
from netkeeper.domain.editing.message import Message, some
from netkeeper.domain.editing.three_way import merge_edit
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.interactions.interaction import Interaction, Kind
from netkeeper.domain.interactions.touch import in_touch, without_interaction
from netkeeper.domain.people.contact import Contact
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft

_CALLED = {"on": "when", "contact_ids": "with", "feeling": "feeling", "signals": "they", "note": "note", "kind": "kind"}
"""What a form calls the properties of an interaction."""


def edit_interaction(network: Network, base: Interaction, edited: Interaction, today: date) -> Interaction:
    """Save what a form made of an interaction, merged by property with what was changed meanwhile.

    The days of first and last contact of everybody it was or is with are what they are without it, and with it.

    Args:
        network: Where to.
        base: The interaction as the form was filled with it.
        edited: The interaction as the form leaves it.
        today: The day.

    Returns:
        The interaction as it is now.

    Raises:
        ConflictError: Both changed the same property differently; the message names it.
        InvalidValueError: It isn't there any more, it is with nobody, or somebody new to it is gone.
    """
    with network.transaction() as draft:
        now = network.interaction(base.id)
        merged, clashes = merge_edit(base, edited, now)
        if clashes:
            raise changed_elsewhere(_CALLED.get(name, name) for name in clashes)
        if not merged.contact_ids:
            raise InvalidValueError("Leave somebody whom it was with, or delete it.")
        if merged == now:
            return now
        newcomers = [network.contact(each) for each in merged.contact_ids if each not in now.contact_ids]
        for contact in newcomers:
            draft.put_contact(in_touch(contact, merged, today))
        is_met_now = now.kind is Kind.TRIED and merged.kind is not Kind.TRIED
        for contact in _people(network, now.contact_ids):
            contact = replace(contact, archived=False) if is_met_now else contact
            _put_days(network, draft, contact, now, merged if contact.id in merged.contact_ids else None)
        draft.describe(
            Message(
                "interaction_edited",
                {"kind": str(merged.kind), "names": some([each.name for each in _people(network, merged.contact_ids)])},
            )
        )
        return draft.put_interaction(merged)


def delete_interaction(network: Network, interaction_id: str) -> Interaction:
    """Take an interaction away.

    Returns:
        What it was.

    Raises:
        InvalidValueError: It isn't there any more.
    """
    with network.transaction() as draft:
        gone = network.interaction(interaction_id)
        people = _people(network, gone.contact_ids)
        for contact in people:
            _put_days(network, draft, contact, gone, None)
        draft.remove_interaction(interaction_id)
        draft.describe(
            Message("interaction_deleted", {"kind": str(gone.kind), "names": some([each.name for each in people])})
        )
        return gone


def _people(network: Network, contact_ids: Iterable[str]) -> list[Contact]:
    """Those of some contacts that are still there."""
    return [network.contact(contact_id) for contact_id in contact_ids if network.has_contact(contact_id)]


def _put_days(
    network: Network, draft: NetworkDraft, contact: Contact, was: Interaction, becomes: Interaction | None
) -> None:
    """Bring a contact's days up to a change of one interaction."""
    others = [each for each in network.interactions(contact.id) if each.id != was.id]
    # Also where the days stay: what was done before can't be taken back from under this.
    draft.put_contact(without_interaction(contact, others, was, becomes))
