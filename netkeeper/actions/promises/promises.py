"""Making, keeping and dropping promises; being in touch."""

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
    """What was done with a contact.

    Attributes:
        closed: The promises that were kept.
        following: The next occurrences of those that recur.
        interaction: The interaction that was noted; None where every kept promise has a text.
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

    It is not made twice, and one without a text replaces an open one without a text
    (see :class:`netkeeper.actions.promises.promise_changes.OpenPromises`).

    Args:
        what: The text; empty for being in touch.
        rrule: A recurrence rule (RFC 5545); empty for none.
        is_span: Whether the day was counted from today, so that it moves to a working day.
        anchor_on: The day from which the rule counts; None for ``due_on``.

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
    """:func:`promise` the same to several contacts, in one transaction."""
    if rrule:
        check_rrule(rrule)
    with network.transaction() as draft:
        people = [network.contact(contact_id) for contact_id in contact_ids]
        for contact in people:
            if contact.archived or contact.unsorted:
                # A promise to a contact in the archive would never be shown; and a promise sorts its contact.
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
    """:func:`promise`, returning the promise alone."""
    return promise(network, contact_id, what, due_on, rrule=rrule).followup


def done(network: Network, contact_id: str, today: date, *, followup_id: str | None = None) -> Done:
    """Mark what is due with a contact as done.

    The promises that are due, else the next one, are kept. Where one of them has no text, or there is none, being
    in touch was what was due, and an interaction is noted.

    Args:
        followup_id: The one promise to keep; None for all that are due.

    Raises:
        InvalidValueError: The contact or promise isn't there any more, or is closed already.
    """
    with network.transaction() as draft:
        return _done(network, draft, contact_id, today, followup_id)


def done_all(
    network: Network, contact_ids: Sequence[str], today: date, meant: Mapping[str, Sequence[str]] | None = None
) -> list[Done]:
    """:func:`done` with several contacts, in one transaction.

    Args:
        meant: Ids of promises to keep, by contact id; without an entry as :func:`done` chooses.
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
    """Keep the promises that are due; where none is, note being in touch, whatever is promised for later.

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
    """Note being in touch, whatever is promised.

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
    """The open promise of an id; without one, all that are due, else the next one."""
    if followup_id is not None:
        followup = network.followup(followup_id)
        if not followup.is_open:
            raise InvalidValueError(f"That follow-up is {followup.status} already; nothing was changed.")
        return [followup]
    waiting = [followup for followup in network.followups(contact_id) if followup.is_open]
    return [followup for followup in waiting if followup.due_on <= today] or waiting[:1]


def drop(network: Network, followup_id: str, today: date) -> FollowUp:
    """Drop a promise.

    Raises:
        InvalidValueError: It isn't there any more, or is closed already.
    """
    with network.transaction() as draft:
        promises = open_meant(network, "", today, followup_id)
        contact = network.contact(promises[0].contact_id)
        draft.describe(Message("follow_up_dropped", {"name": contact.name}))
        return draft.put_followup(closed(promises[0], today, Status.DROPPED))
