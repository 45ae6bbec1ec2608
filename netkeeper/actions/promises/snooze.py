"""Putting off a promise, or a contact's turn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from netkeeper.actions.promises.promise_changes import OpenPromises
from netkeeper.actions.promises.promises import open_meant
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.dates.time_of_day import with_hour
from netkeeper.domain.editing.message import Message, some
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.member.cadence import effective_cadence, replaces_turn
from netkeeper.domain.member.turn import turn_of
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp, snoozed
from netkeeper.domain.promises.outcomes import Snoozed
from netkeeper.domain.promises.same_promise import says_the_same
from netkeeper.domain.text.display import quoted
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft


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
        until: The new day, after today.
        followup_id: The one promise meant; None for all that are due, else the next one, unless it is their turn
            before the new day and that promise is more than a cadence away, else the person's turn.
        is_span: Whether the day was counted from today, so that it moves to a working day.

    Raises:
        InvalidValueError: The day is not ahead, what is meant isn't there any more, or nothing asks about them.
    """
    with network.transaction() as draft:
        return _snooze(network, draft, contact_id, _Day.of(network, until, today, is_span=is_span), followup_id)


def snooze_all(
    network: Network,
    contact_ids: Sequence[str],
    until: date,
    today: date,
    *,
    is_span: bool = False,
    hour: str = "",
    meant: Mapping[str, Sequence[str]] | None = None,
) -> list[Snoozed]:
    """As :func:`snooze`, with several people as one step; an hour is kept with what is promised once, in its words.

    Args:
        until: The new day, after today.
        is_span: Whether the day was counted from today, so that it moves to a working day.
        hour: The time of that day; empty where none was said.
        meant: The ids of the promises meant, by whom they are to; of others as :func:`snooze` finds them.
    """
    with network.transaction() as draft:
        day = _Day.of(network, until, today, is_span=is_span)._replace(hour=hour)
        put_off = [_snooze(network, draft, each, day, *(meant or {}).get(each, ())) for each in contact_ids]
        if len(put_off) > 1:
            draft.describe(_message([each.contact for each in put_off], day.until))
    return put_off


def snooze_turn(network: Network, contact_id: str, until: date, today: date, *, is_span: bool = False) -> Snoozed:
    """Put off a contact's turn, whatever is promised; it never counts as being in touch.

    Raises:
        InvalidValueError: The day is not ahead, or the contact isn't there any more.
    """
    with network.transaction() as draft:
        day = _Day.of(network, until, today, is_span=is_span)
        return _put_off(network, draft, network.contact(contact_id), day)


class _Day(NamedTuple):
    """The day to which something is put off.

    Attributes:
        until: The day, moved off a day off.
        today: The current day.
        moved_from: As in :class:`Snoozed`.
        hour: The time of day, to be kept in the promise's text; may be empty.
    """

    until: date
    today: date
    moved_from: date | None
    hour: str = ""

    @classmethod
    def of(cls, network: Network, until: date, today: date, *, is_span: bool) -> _Day:
        """The day, moved to the next working day where it was counted.

        Raises:
            InvalidValueError: It is not after today.
        """
        if until <= today:
            day = describe_day(until, today)
            raise InvalidValueError(f"Snooze to a day ahead, not {day}: 3d, fri or next week.")
        moved = network.member.days_off.next_working(until) if is_span else until
        return cls(moved, today, until if moved != until else None)


def _snooze(network: Network, draft: NetworkDraft, contact_id: str, day: _Day, *followup_ids: str | None) -> Snoozed:
    contact = network.contact(contact_id)
    are_named = any(followup_ids)
    promises = [
        promise for each in followup_ids or (None,) for promise in open_meant(network, contact_id, day.today, each)
    ]
    if not are_named:
        _refuse_unasked(contact, is_promised=bool(promises))
        sooner = [promise for promise in promises if promise.due_on < day.until]
        if not promises or (not sooner and _is_turn_before(network, contact, promises[0], day)):
            return _put_off(network, draft, contact, day)
        promises = sooner or promises
    if not are_named and promises[0].due_on == day.until:
        return Snoozed(contact, day.until, tuple(promises), day.moved_from, already=True)
    waiting = OpenPromises(network, draft)
    already, moved = False, []
    for promise in promises:
        becomes = _at(_on_day(promise, day.until), day.hour)
        already = already or any(
            each.id != promise.id and says_the_same(each, becomes) for each in waiting.to(contact_id)
        )
        moved.append(waiting.put(becomes))
    there = {each.id: each for each in waiting.to(contact_id)}
    draft.describe(_message([contact], day.until))
    # Two of the same text became one on the new day.
    followups = tuple(there[each] for each in dict.fromkeys(each.id for each in moved) if each in there)
    instead_of = promises[0].due_on if promises[0].due_on > day.until else None
    return Snoozed(contact, day.until, followups, day.moved_from, instead_of=instead_of, already=already)


def _refuse_unasked(contact: Contact, *, is_promised: bool) -> None:
    """Refuse a contact that the review doesn't ask about.

    Raises:
        InvalidValueError: The contact is in the archive, or waits to be sorted and nothing is promised.
    """
    who = quoted(contact.name)
    if contact.archived:
        raise InvalidValueError(
            f"{contact.name} is in the archive, where nothing asks about them; nothing was changed. "
            f"netkeeper archive --back {who} takes them out.",
            brief=f"{contact.name} is in the archive, where nothing asks about them; nothing was changed. z takes them out.",
        )
    if contact.unsorted and not is_promised:
        raise InvalidValueError(
            f"{contact.name} waits to be sorted, so nothing asks about them yet; nothing was changed. "
            f"netkeeper sort {who} 90d says how often to.",
            brief=f"{contact.name} waits to be sorted, so nothing asks about them yet; nothing was changed. S sorts them.",
        )


def _is_turn_before(network: Network, contact: Contact, promise: FollowUp, day: _Day) -> bool:
    """Whether a contact's turn comes before the day, and its promise is more than a cadence away and doesn't cover it."""
    cadence_days = effective_cadence(contact.cadence, contact.step, network.member.cadences)
    if cadence_days is None or replaces_turn(promise.due_on, day.today, cadence_days):
        return False
    turn = turn_of(contact, network.member)
    return turn is not None and turn < day.until.isoformat()


def _on_day(promise: FollowUp, until: date) -> FollowUp:
    """A promise moved to another day; an earlier day doesn't count as a snooze."""
    return snoozed(promise, until) if until >= promise.due_on else replace(promise, due_on=until)


def _at(promise: FollowUp, hour: str) -> FollowUp:
    """A promise with the hour in its text; one that recurs, or has no text, stays as it is."""
    if not hour or promise.rrule or not promise.what:
        return promise
    return replace(promise, what=with_hour(promise.what, hour))


def _put_off(network: Network, draft: NetworkDraft, contact: Contact, day: _Day) -> Snoozed:
    draft.describe(_message([contact], day.until))
    cadence_days = effective_cadence(contact.cadence, contact.step, network.member.cadences)
    is_long = cadence_days is not None and (day.until - day.today).days > cadence_days
    kept = draft.put_contact(replace(contact, nudge_from=day.until))
    turn = turn_of(kept, network.member)
    comes_on = date.fromisoformat(turn) if turn else None
    return Snoozed(kept, day.until, (), day.moved_from, cadence_days if is_long else None, comes_on=comes_on)


def _message(people: Sequence[Contact], until: date) -> Message:
    return Message("snoozed", {"names": some([each.name for each in people]), "until": until.isoformat()})
