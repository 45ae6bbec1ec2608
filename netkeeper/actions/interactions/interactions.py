"""Editing and deleting interactions."""

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
"""The form's labels of an interaction's properties."""


def edit_interaction(network: Network, base: Interaction, edited: Interaction, today: date) -> Interaction:
    """Save a form's changes of an interaction, merged by property with changes made meanwhile.

    The first and last days of contact of everybody it was or is with are worked out anew.

    Args:
        base: The interaction with which the form was filled.
        edited: The interaction as the form leaves it.

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
    """Delete an interaction, and return it.

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
    """The contacts of these ids that still exist."""
    return [network.contact(contact_id) for contact_id in contact_ids if network.has_contact(contact_id)]


def _put_days(
    network: Network, draft: NetworkDraft, contact: Contact, was: Interaction, becomes: Interaction | None
) -> None:
    """Work a contact's first and last days out anew after a change of one interaction."""
    others = [each for each in network.interactions(contact.id) if each.id != was.id]
    # Put even where the days stay, so that no earlier change of the contact can be undone before this one.
    draft.put_contact(without_interaction(contact, others, was, becomes))
