"""Dealing with promises and nudges: follow up, done, snooze, drop."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from netkeeper.actions.people import names_of
from netkeeper.actions.promising import OpenPromises, Promised
from netkeeper.domain.cadence import effective_cadence
from netkeeper.domain.contact import Contact
from netkeeper.domain.dates import describe_day
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.followup import FollowUp, Status, check_rrule, closed, snoozed
from netkeeper.domain.interaction import Interaction, Kind
from netkeeper.domain.placing import settled
from netkeeper.domain.touch import in_touch
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


class Snoozed(NamedTuple):
    """What was put off.

    Attributes:
        contact: Whose turn it was, or to whom the promise is.
        until: The new day.
        followups: The promises that were moved; empty where it was a nudge.
        moved_from: The day that was counted, where it is a day off and ``until`` is the next working day.
        longer_than: The person's cadence in days, where a turn was put off for longer than that; else None.
    """

    contact: Contact
    until: date
    followups: tuple[FollowUp, ...]
    moved_from: date | None = None
    longer_than: int | None = None


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
    place of those that say no more (see :class:`netkeeper.actions.promising.OpenPromises`).

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
    if rrule:
        check_rrule(rrule)
    with network.transaction() as draft:
        contact = network.contact(contact_id)
        if contact.archived or contact.unsorted:
            # A promise to somebody who is put away would never be shown; and whoever is promised something is sorted.
            draft.put_contact(settled(replace(contact, archived=False), network.member.cadences, due_on))
        draft.describe(f"Follow-up with {contact.name}: {what}" if what else f"Follow-up with {contact.name}")
        waiting = OpenPromises(network, draft)
        return waiting.promise(contact_id, due_on, what, rrule, is_span=is_span, anchor_on=anchor_on)


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


def done_all(network: Network, contact_ids: Sequence[str], today: date) -> list[Done]:
    """As :func:`done`, with several people as one step."""
    with network.transaction() as draft:
        dealt_with = [_done(network, draft, contact_id, today, None) for contact_id in contact_ids]
        if len(dealt_with) > 1:
            draft.describe(f"Done with {names_of([each.contact for each in dealt_with])}")
    return dealt_with


def _done(network: Network, draft: NetworkDraft, contact_id: str, today: date, followup_id: str | None) -> Done:
    contact = network.contact(contact_id)
    was_archived = contact.archived
    promises = _meant(network, contact_id, today, followup_id)
    kept, following = OpenPromises(network, draft).close(promises, today)
    whats = [promise.what for promise in promises if promise.what]
    interaction = None
    if not promises or len(whats) < len(promises):
        contact, interaction = _note_contact(draft, contact, today)
    if whats:
        draft.describe(f"Done with {contact.name}: {whats[0]}")
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
    draft.describe(f"Was in touch with {contact.name}")
    interaction = Interaction(id="", on=today, contact_ids=(contact.id,), kind=Kind.OTHER)
    return draft.put_contact(in_touch(contact, interaction, today)), draft.put_interaction(interaction)


def _meant(network: Network, contact_id: str, today: date, followup_id: str | None) -> list[FollowUp]:
    """The open promises that a person means: the one named, else all due, else the next one."""
    if followup_id is not None:
        followup = network.followup(followup_id)
        if not followup.is_open:
            raise InvalidValueError(f"That follow-up is {followup.status} already; nothing was changed.")
        return [followup]
    waiting = [followup for followup in network.followups(contact_id) if followup.is_open]
    return [followup for followup in waiting if followup.due_on <= today] or waiting[:1]


def snooze(
    network: Network,
    contact_id: str,
    until: date,
    today: date,
    *,
    followup_id: str | None = None,
    is_span: bool = False,
) -> Snoozed:
    """Put off what is due with a contact; it never counts as contact.

    Args:
        network: Where.
        contact_id: With whom.
        until: The new day, after today.
        today: The day.
        followup_id: The one promise meant; None for all that are due, else the next one if it comes before
            the new day, else the person's turn.
        is_span: Whether the day was counted from today, so that it moves to a working day.

    Raises:
        InvalidValueError: The day is not ahead, or what is meant isn't there any more.
    """
    with network.transaction() as draft:
        return _snooze(network, draft, contact_id, _Day.of(network, until, today, is_span=is_span), followup_id)


def snooze_all(
    network: Network, contact_ids: Sequence[str], until: date, today: date, *, is_span: bool = False, hour: str = ""
) -> list[Snoozed]:
    """As :func:`snooze`, with several people as one step; an hour is kept with what is promised once, in its words."""
    with network.transaction() as draft:
        day = _Day.of(network, until, today, is_span=is_span)._replace(hour=hour)
        put_off = [_snooze(network, draft, contact_id, day, None) for contact_id in contact_ids]
        if len(put_off) > 1:
            draft.describe(f"Snoozed {names_of([each.contact for each in put_off])} to {day.until.isoformat()}")
    return put_off


def snooze_turn(network: Network, contact_id: str, until: date, today: date, *, is_span: bool = False) -> Snoozed:
    """Put off a person's turn, whatever is promised; it never counts as contact.

    Raises:
        InvalidValueError: The day is not ahead, or the contact isn't there any more.
    """
    with network.transaction() as draft:
        day = _Day.of(network, until, today, is_span=is_span)
        return _put_off(network, draft, network.contact(contact_id), day)


class _Day(NamedTuple):
    """The day to which something is put off.

    Attributes:
        until: The day.
        today: From when.
        moved_from: As in :class:`Snoozed`.
        hour: The time of that day, to be kept with what is promised; may be empty.
    """

    until: date
    today: date
    moved_from: date | None
    hour: str = ""

    @classmethod
    def of(cls, network: Network, until: date, today: date, *, is_span: bool) -> _Day:
        """The day that was meant.

        Raises:
            InvalidValueError: It is not ahead.
        """
        if until <= today:
            day = describe_day(until, today)
            raise InvalidValueError(f"Snooze to a day ahead, not {day}: 3d, fri or next week.")
        moved = network.member.days_off.next_working(until) if is_span else until
        return cls(moved, today, until if moved != until else None)


def _snooze(network: Network, draft: NetworkDraft, contact_id: str, day: _Day, followup_id: str | None) -> Snoozed:
    contact = network.contact(contact_id)
    promises = _meant(network, contact_id, day.today, followup_id)
    if followup_id is None:
        promises = [promise for promise in promises if promise.due_on < day.until]
    if not promises:
        return _put_off(network, draft, contact, day)
    waiting = OpenPromises(network, draft)
    moved = [waiting.put(_at(snoozed(promise, day.until), day.hour)) for promise in promises]
    there = {each.id: each for each in waiting.to(contact_id)}
    draft.describe(f"Snoozed {contact.name} to {day.until.isoformat()}")
    # Two that say the same became one on the new day.
    followups = tuple(there[each] for each in dict.fromkeys(each.id for each in moved) if each in there)
    return Snoozed(contact, day.until, followups, day.moved_from)


def _at(promise: FollowUp, hour: str) -> FollowUp:
    """A promise with its hour in its words; what recurs, or says no more than to be in touch, has none."""
    if not hour or promise.rrule or not promise.what:
        return promise
    from netkeeper.domain.time_of_day import with_hour

    return replace(promise, what=with_hour(promise.what, hour))


def _put_off(network: Network, draft: NetworkDraft, contact: Contact, day: _Day) -> Snoozed:
    draft.describe(f"Snoozed {contact.name} to {day.until.isoformat()}")
    cadence_days = effective_cadence(contact.cadence, contact.step, network.member.cadences)
    is_long = cadence_days is not None and (day.until - day.today).days > cadence_days
    kept = draft.put_contact(replace(contact, nudge_from=day.until))
    return Snoozed(kept, day.until, (), day.moved_from, cadence_days if is_long else None)


def drop(network: Network, followup_id: str, today: date) -> FollowUp:
    """Let a promise go.

    Raises:
        InvalidValueError: It isn't there any more, or is closed already.
    """
    with network.transaction() as draft:
        promises = _meant(network, "", today, followup_id)
        contact = network.contact(promises[0].contact_id)
        draft.describe(f"Dropped a follow-up with {contact.name}")
        return draft.put_followup(closed(promises[0], today, Status.DROPPED))
