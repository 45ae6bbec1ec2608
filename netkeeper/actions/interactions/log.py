"""Logging an interaction: what happened, how it felt, and when to meet next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import Any

from netkeeper.actions.people.people import made_of, put_new, with_via
from netkeeper.actions.promises.promise_changes import OpenPromises
from netkeeper.domain.dates.time_of_day import with_hour
from netkeeper.domain.editing.message import Message, some
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.interactions.interaction import Interaction, Kind
from netkeeper.domain.interactions.touch import in_touch
from netkeeper.domain.language.apply_words import apply_changes
from netkeeper.domain.language.contact_words import ContactChanges
from netkeeper.domain.language.log_words import LogWords
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.promises.outcomes import Logged, Promised
from netkeeper.domain.text.fold import as_compared
from netkeeper.store.network import Network
from netkeeper.store.network_draft import NetworkDraft


class Promises(Enum):
    """What logging does with open promises to its contacts.

    ``CLOSE_DUE`` closes none that was made after the logged day, and none for an attempt that reached nobody.
    """

    CLOSE_DUE = "close those that are due"
    CLOSE_ALL = "close all"
    KEEP = "keep all"


def log(
    network: Network,
    contact_ids: Sequence[str],
    words: LogWords,
    today: date,
    *,
    new_names: Sequence[str] = (),
    promises: Promises = Promises.CLOSE_DUE,
    followup_id: str | None = None,
) -> Logged:
    """Log an interaction.

    Args:
        new_names: Names of contacts to add first, who take part too.
        promises: What becomes of the contacts' open promises.
        followup_id: A promise to close, whatever ``promises`` says of the others.

    Raises:
        InvalidValueError: Nobody was named, or somebody isn't there any more.
    """
    if not contact_ids and not new_names:
        raise InvalidValueError("Say with whom: netkeeper log anna coffee next:2w", brief="Say with whom.")
    with network.transaction() as draft:
        known, added = _known_or_added(network, draft, new_names, today)
        ids = dict.fromkeys([*contact_ids, *known])
        people = [*(network.contact(contact_id) for contact_id in ids), *added]
        contacts = _put_contacts(network, draft, people, words, today)
        interaction = draft.put_interaction(_interaction(words, contacts))
        waiting = OpenPromises(network, draft)
        due = _due(waiting, contacts, words, today)
        closed, following = waiting.close(_kept_by_this(waiting, contacts, words, due, promises, followup_id), today)
        promised = _next(waiting, contacts, words, keeps=promises is Promises.KEEP)
        open_still = _all(waiting, contacts)
        draft.describe(_message(words, contacts, today))
    pairs = list(zip(people, contacts, strict=True))
    return Logged(
        interaction=interaction,
        contacts=contacts,
        added=added,
        promised=promised,
        closed=closed,
        following=following,
        left_open=tuple(each for each in due if each in open_still),
        taken_out=tuple(after for before, after in pairs if before.archived > after.archived),
        placed=tuple(after for before, after in pairs if before.unsorted > after.unsorted),
        again_on=_again_on(network, contacts[0]) if words.kind is Kind.TRIED else None,
    )


def _put_contacts(
    network: Network, draft: NetworkDraft, people: Sequence[Contact], words: LogWords, today: date
) -> tuple[Contact, ...]:
    """The contacts, changed by the words and by being in touch, as they are stored."""
    _refuse_one_persons(words.contact, len(people))
    changes = with_via(network, words.contact)
    changed = [in_touch(apply_changes(person, changes, today), words, today) for person in people]
    if words.promise.next_on is not None:
        # A promise to somebody in the archive would never be shown.
        changed = [replace(person, archived=False) for person in changed]
    return tuple(draft.put_contact(person) for person in changed)


def _interaction(words: LogWords, contacts: Sequence[Contact]) -> Interaction:
    """The interaction that the words describe, not stored yet."""
    return Interaction(
        id="",
        on=words.on,
        contact_ids=tuple(contact.id for contact in contacts),
        kind=words.kind,
        note=words.note,
        feeling=words.feeling,
        signals=words.signals,
    )


def _known_or_added(
    network: Network, draft: NetworkDraft, new_names: Sequence[str], today: date
) -> tuple[list[str], tuple[Contact, ...]]:
    """The ids of contacts that have these very names by now, and the other contacts, added.

    The names were typed before the lock was taken: another process may have added the same contact since.
    """
    if not new_names:
        return [], ()
    there = {as_compared(name): contact_id for contact_id, name in network.names()}
    known = [there[as_compared(name)] for name in new_names if as_compared(name) in there]
    new = [name for name in new_names if as_compared(name) not in there]
    return known, tuple(put_new(draft, made_of(network, name, ContactChanges(), today), today) for name in new)


def _refuse_one_persons(changes: ContactChanges, people: int) -> None:
    """Refuse to give several contacts the same address, number or birthday.

    Raises:
        InvalidValueError: There are several contacts and such a word.
    """
    personal = {"email": changes.emails, "phone": changes.phones, "birthday": changes.birthday}
    if people > 1 and (key := next((key for key, value in personal.items() if value), None)):
        raise InvalidValueError(
            f"{key}: is one person's, and this is with {people}; nothing was changed. Log it without, then: "
            f"netkeeper edit WHO {key}:…",
            brief=f"{key}: is one person's, and this is with {people}; nothing was changed. Log it without, then edit (e).",
        )


def _all(waiting: OpenPromises, contacts: Sequence[Contact]) -> list[FollowUp]:
    return [followup for contact in contacts for followup in waiting.to(contact.id)]


def _due(waiting: OpenPromises, contacts: Sequence[Contact], words: LogWords, today: date) -> list[FollowUp]:
    """The open promises that are due and were made on or before the logged day: an earlier event keeps no promise."""
    made_by = words.on.isoformat() if words.on < today else "~"
    return [each for each in _all(waiting, contacts) if each.due_on <= today and each.created[:10] <= made_by]


def _message(words: LogWords, contacts: Sequence[Contact], today: date) -> Message:
    is_tried, is_today = words.kind is Kind.TRIED, words.on == today
    key = ("tried" if is_today else "tried_on") if is_tried else ("logged" if is_today else "logged_on")
    values: dict[str, Any] = {} if is_tried else {"kind": str(words.kind)}
    values["names"] = some([each.name for each in contacts])
    return Message(key, values if is_today else {**values, "on": words.on.isoformat(), "today": today.isoformat()})


def _kept_by_this(
    waiting: OpenPromises,
    contacts: Sequence[Contact],
    words: LogWords,
    due: Sequence[FollowUp],
    promises: Promises,
    followup_id: str | None,
) -> list[FollowUp]:
    """The open promises that a log closes."""
    found = _all(waiting, contacts)
    if promises is Promises.CLOSE_ALL:
        return found
    closes = due if promises is Promises.CLOSE_DUE and words.kind is not Kind.TRIED else ()
    return [each for each in found if each.id == followup_id or each in closes]


def _next(waiting: OpenPromises, contacts: Sequence[Contact], words: LogWords, *, keeps: bool) -> Promised | None:
    """Make the next promise to each contact; the first one's, with what all of them replaced. None without a day."""
    promise = words.promise
    on = promise.next_on
    if on is None:
        return None
    what = with_hour(promise.todo, promise.hour)
    made = [waiting.promise(each.id, on, what, is_span=promise.is_span, keeps=keeps) for each in contacts]
    replaced = tuple(followup for each in made for followup in each.replaced)
    return made[0]._replace(replaced=replaced, already=all(each.already for each in made))


def _again_on(network: Network, contact: Contact) -> date | None:
    """When a contact comes up in the review again."""
    # Heavy to load, and most logs don't need it.
    from netkeeper.actions.people.lists import next_due

    return next_due(network, contact)
