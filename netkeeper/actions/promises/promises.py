"""Dealing with promises and nudges: follow up, done, drop."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from netkeeper.actions.promises.promise_changes import OpenPromises
from netkeeper.domain.editing.message import Message, some
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.interactions.interaction import Interaction, Kind
from netkeeper.domain.interactions.touch import in_touch
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp, Status, check_rrule, closed
from netkeeper.domain.promises.outcomes import Promised
from netkeeper.domain.review.placing import settled
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft


class Done(NamedTuple):
    """What was dealt with.

    Attributes:
        contact: With whom.
        closed: The promises that were kept.
        following: When those that recur are due again.
        interaction: Being in touch, where that is what was done; None where a promise said what.
        taken_out: Whether the contact was in the archive until now.
    """

    contact: Contact
    closed: tuple[FollowUp, ...]
    following: tuple[FollowUp, ...]
    interaction: Interaction | None
    taken_out: bool = False


def promise(
    network: Network,
    contact_id: str,
    what: str,
    due_on: date,
    *,
    rrule: str = "",
    is_span: bool = False,
    anchor_on: date | None = None,
) -> Promised:
    """Promise something to a contact.

    A promise that is there already stays the only one, and one that says no more than to be in touch takes the
    place of those that say no more (see :class:`netkeeper.actions.promises.promise_changes.OpenPromises`).

    Args:
        network: Where to.
        contact_id: To whom.
        what: What; may be empty (then: be in touch).
        due_on: When.
        rrule: How it recurs; empty where it doesn't.
        is_span: Whether the day was counted from today, so that it moves to a working day.
        anchor_on: The day that the rule counts from, where that is not the day it is due.

    Raises:
        InvalidValueError: The contact isn't there any more, or the rule can't be read.
    """
    (promised,) = promise_all(network, [contact_id], what, due_on, rrule=rrule, is_span=is_span, anchor_on=anchor_on)
    return promised


def promise_all(
    network: Network,
    contact_ids: Sequence[str],
    what: str,
    due_on: date,
    *,
    rrule: str = "",
    is_span: bool = False,
    anchor_on: date | None = None,
) -> list[Promised]:
    """As :func:`promise`, the same to several people as one step."""
    if rrule:
        check_rrule(rrule)
    with network.transaction() as draft:
        people = [network.contact(contact_id) for contact_id in contact_ids]
        for contact in people:
            if contact.archived or contact.unsorted:
                # A promise to somebody put away would never be shown; and whoever is promised something is sorted.
                draft.put_contact(settled(replace(contact, archived=False), network.member.cadences, due_on))
        draft.describe(
            Message(
                "follow_up_what" if what else "follow_up", {"names": some([each.name for each in people]), "what": what}
            )
        )
        waiting = OpenPromises(network, draft)
        return [
            waiting.promise(contact.id, due_on, what, rrule, is_span=is_span, anchor_on=anchor_on) for contact in people
        ]


def follow_up(network: Network, contact_id: str, what: str, due_on: date, *, rrule: str = "") -> FollowUp:
    """As :func:`promise`: the promise that is there now."""
    return promise(network, contact_id, what, due_on, rrule=rrule).followup


def done(network: Network, contact_id: str, today: date, *, followup_id: str | None = None) -> Done:
    """Mark what is due with a contact as done.

    With a promise that is due (or, where none is, the next one): it is kept. A promise that says no
    more than "be in touch", and a nudge, are done by being in touch, so that is noted too.

    Args:
        network: Where.
        contact_id: With whom.
        today: The day.
        followup_id: The one promise meant; None for all that are due.

    Raises:
        InvalidValueError: The contact or promise isn't there any more, or is closed already.
    """
    with network.transaction() as draft:
        return _done(network, draft, contact_id, today, followup_id)


def done_all(
    network: Network, contact_ids: Sequence[str], today: date, meant: Mapping[str, Sequence[str]] | None = None
) -> list[Done]:
    """As :func:`done`, with several people as one step.

    Args:
        network: Where.
        contact_ids: With whom.
        today: The day.
        meant: The ids of the promises meant, by whom they are to; of others all that are due, or the next one.
    """
    with network.transaction() as draft:
        dealt_with = [
            _done(network, draft, contact_id, today, *(meant or {}).get(contact_id, ())) for contact_id in contact_ids
        ]
        if len(dealt_with) > 1:
            draft.describe(Message("done", {"names": some([each.contact.name for each in dealt_with])}))
    return dealt_with


def _done(network: Network, draft: NetworkDraft, contact_id: str, today: date, *followup_ids: str | None) -> Done:
    contact = network.contact(contact_id)
    was_archived = contact.archived
    promises = [promise for each in followup_ids or (None,) for promise in open_meant(network, contact_id, today, each)]
    kept, following = OpenPromises(network, draft).close(promises, today)
    whats = [promise.what for promise in promises if promise.what]
    interaction = None
    if not promises or len(whats) < len(promises):
        contact, interaction = _note_contact(draft, contact, today)
    if whats:
        draft.describe(Message("done_what", {"name": contact.name, "promises": some(whats)}))
    return Done(contact, kept, following, interaction, was_archived and not contact.archived)


def done_with(network: Network, contact_id: str, today: date) -> Done:
    """What is due with a contact is kept; where nothing is, one was in touch, whatever is promised for later.

    Raises:
        InvalidValueError: The contact isn't there any more.
    """
    with network.transaction() as draft:
        if any(followup.is_open and followup.due_on <= today for followup in network.followups(contact_id)):
            return _done(network, draft, contact_id, today, None)
        before = network.contact(contact_id)
        contact, interaction = _note_contact(draft, before, today)
    return Done(contact, (), (), interaction, before.archived)


def was_in_touch(network: Network, contact_id: str, today: date) -> Done:
    """Note that one was in touch, whatever is promised for later.

    Raises:
        InvalidValueError: The contact isn't there any more.
    """
    with network.transaction() as draft:
        before = network.contact(contact_id)
        contact, interaction = _note_contact(draft, before, today)
    return Done(contact, (), (), interaction, before.archived)


def _note_contact(draft: NetworkDraft, contact: Contact, today: date) -> tuple[Contact, Interaction]:
    draft.describe(Message("in_touch", {"name": contact.name}))
    interaction = Interaction(id="", on=today, contact_ids=(contact.id,), kind=Kind.OTHER)
    return draft.put_contact(in_touch(contact, interaction, today)), draft.put_interaction(interaction)


def open_meant(network: Network, contact_id: str, today: date, followup_id: str | None) -> list[FollowUp]:
    """The open promises that a person means: the one named, else all due, else the next one."""
    if followup_id is not None:
        followup = network.followup(followup_id)
        if not followup.is_open:
            raise InvalidValueError(f"That follow-up is {followup.status} already; nothing was changed.")
        return [followup]
    waiting = [followup for followup in network.followups(contact_id) if followup.is_open]
    return [followup for followup in waiting if followup.due_on <= today] or waiting[:1]


def drop(network: Network, followup_id: str, today: date) -> FollowUp:
    """Let a promise go.

    Raises:
        InvalidValueError: It isn't there any more, or is closed already.
    """
    with network.transaction() as draft:
        promises = open_meant(network, "", today, followup_id)
        contact = network.contact(promises[0].contact_id)
        draft.describe(Message("follow_up_dropped", {"name": contact.name}))
        return draft.put_followup(closed(promises[0], today, Status.DROPPED))
