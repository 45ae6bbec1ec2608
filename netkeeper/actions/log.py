"""Logging an interaction: what happened, how it felt, and when to meet next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from enum import Enum
from typing import NamedTuple

from netkeeper.actions.people import made_of, names_of, put_new, with_via
from netkeeper.actions.promises import close, in_touch
from netkeeper.domain.contact import Contact
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.interaction import Interaction, a_kind
from netkeeper.domain.words import ContactChanges, LogWords, apply_changes
from netkeeper.store.network import Network


class Promises(Enum):
    """What logging does with open promises to the same people."""

    CLOSE_DUE = "close those that are due"
    CLOSE_ALL = "close all"
    KEEP = "keep all"


class Logged(NamedTuple):
    """What a log did.

    Attributes:
        interaction: The interaction as it is kept.
        followup: The next promise to the first of the contacts, if one was made.
        contacts: The contacts as they are now.
        closed: Promises that were closed with it.
        added: Those of the contacts that are new.
    """

    interaction: Interaction
    followup: FollowUp | None
    contacts: tuple[Contact, ...]
    closed: tuple[FollowUp, ...]
    added: tuple[Contact, ...] = ()


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
        network: Where to.
        contact_ids: With whom.
        words: What was said of it.
        today: The day it is logged on.
        new_names: People to add first, as more of those it was with.
        promises: What becomes of open promises to them.
        followup_id: The one promise that this log keeps, whatever ``promises`` says of the others.

    Raises:
        InvalidValueError: Nobody was named, or somebody isn't there any more.
    """
    if not contact_ids and not new_names:
        raise InvalidValueError("Say with whom: netkeeper log anna coffee next:2w")
    with network.transaction() as draft:
        added = tuple(put_new(draft, made_of(network, name, ContactChanges(), today), today) for name in new_names)
        people = [*(network.contact(contact_id) for contact_id in dict.fromkeys(contact_ids)), *added]
        changes = with_via(network, words.contact)
        changed = [apply_changes(person, changes, today) for person in people]
        # Whoever one is in touch with is not put away.
        seen = [replace(in_touch(person, words.on, today), archived=False) for person in changed]
        contacts = tuple(draft.put_contact(person) for person in seen)
        interaction = draft.put_interaction(
            Interaction(
                id="",
                on=words.on,
                contact_ids=tuple(contact.id for contact in contacts),
                kind=words.kind,
                note=words.note,
                feeling=words.feeling,
                signals=words.signals,
            )
        )
        kept = _kept_by_this(network, contacts, today, promises, followup_id)
        closed, _ = close(draft, kept, today)
        followups = []
        if words.next_on is not None:
            followups = [
                draft.put_followup(FollowUp(id="", contact_id=contact.id, due_on=words.next_on, what=words.todo))
                for contact in contacts
            ]
        draft.describe(f"Logged {a_kind(words.kind)} with {names_of(contacts)}")
    return Logged(interaction, followups[0] if followups else None, contacts, closed, added)


def _kept_by_this(
    network: Network, contacts: Sequence[Contact], today: date, promises: Promises, followup_id: str | None
) -> list[FollowUp]:
    """The open promises that a log closes."""
    waiting = [followup for contact in contacts for followup in network.followups(contact.id) if followup.is_open]
    if promises is Promises.CLOSE_ALL:
        return waiting
    return [
        followup
        for followup in waiting
        if followup.id == followup_id or (promises is Promises.CLOSE_DUE and followup.due_on <= today)
    ]
