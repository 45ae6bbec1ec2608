"""Editing a promise, and reopening a closed one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from netkeeper.actions.promises.promise_changes import OpenPromises
from netkeeper.domain.editing.message import Message
from netkeeper.domain.editing.three_way import merge_edit
from netkeeper.domain.errors import ConflictError, InvalidValueError
from netkeeper.domain.promises.follow_up import FollowUp, check_rrule, reopened
from netkeeper.domain.promises.same_promise import says_the_same
from netkeeper.store.network import Network

_CALLED = {"what": "what", "due_on": "when", "rrule": "how it recurs", "anchor_on": "how it recurs"}
"""The form's labels of a promise's properties."""


def edit_follow_up(network: Network, base: FollowUp, edited: FollowUp) -> FollowUp:
    """Save a form's changes of a promise, merged by property with changes made meanwhile.

    Where it then has the text and day of another, the two become one.

    Args:
        base: The promise with which the form was filled.
        edited: The promise as the form leaves it; :func:`netkeeper.domain.promises.follow_up.rewritten` makes it.

    Raises:
        ConflictError: Both changed the same property differently; the message names it.
        InvalidValueError: The promise isn't there any more, or is closed; or its rule can't be read.
    """
    if edited.rrule != base.rrule and edited.rrule:
        check_rrule(edited.rrule)
    with network.transaction() as draft:
        now = network.followup(base.id)
        if not now.is_open:
            raise InvalidValueError(f"That follow-up is {now.status} already; nothing was changed.")
        merged, clashes = merge_edit(base, edited, now)
        if clashes:
            raise changed_elsewhere(_CALLED.get(name, name) for name in clashes)
        draft.describe(Message("follow_up_edited", {"name": network.contact(now.contact_id).name}))
        return OpenPromises(network, draft).put(merged) if merged != now else now


def changed_elsewhere(called: Iterable[str]) -> ConflictError:
    """The error that another process changed the same properties meanwhile, by the form's labels."""
    return ConflictError(f"Changed elsewhere meanwhile: {', '.join(dict.fromkeys(called))}.")


def reopen(network: Network, followup_id: str) -> FollowUp:
    """Reopen a closed promise.

    Raises:
        InvalidValueError: It isn't there any more, or is open already.
    """
    with network.transaction() as draft:
        followup = network.followup(followup_id)
        if followup.is_open:
            raise InvalidValueError("That follow-up is open already; nothing was changed.")
        contact = network.contact(followup.contact_id)
        again = reopened(followup)
        if any(says_the_same(each, again) for each in OpenPromises(network, draft).to(contact.id)):
            raise InvalidValueError(f"The same is promised to {contact.name} already; nothing was changed.")
        if contact.archived:
            # A promise to a contact in the archive would never be shown.
            draft.put_contact(replace(contact, archived=False))
        draft.describe(Message("follow_up_opened", {"name": contact.name}))
        return draft.put_followup(again)
