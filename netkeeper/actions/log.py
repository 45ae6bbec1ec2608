"""Logging an interaction: what happened, how it felt, and when to meet next."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from enum import Enum
from typing import NamedTuple

from netkeeper.actions.people import made_of, names_of, put_new, with_via
from netkeeper.actions.promises import close
from netkeeper.domain.contact import Contact
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.interaction import Interaction, Kind, a_kind_with
from netkeeper.domain.touch import in_touch
from netkeeper.domain.words import ContactChanges, LogWords, apply_changes
from netkeeper.store.network import Network


class Promises(Enum):
    """What logging does with open promises to the same people.

    An attempt that reached nobody keeps none that is due: ``CLOSE_DUE`` then closes nothing.
    """

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
        replaced: The open promises to be in touch that the new one took the place of, as they were before.
        already: Whether what is next was promised already, to all of them.
        moved_from: The day that was counted, where it is a day off and the promise is for the next working day.
        following: When those of the closed that recur are due again.
        taken_out: Those who were in the archive until now.
        again_on: When the first of them comes up again who was tried and not reached: their earliest promise,
            else their turn; None where they were reached, or nothing is to come.
    """

    interaction: Interaction
    followup: FollowUp | None
    contacts: tuple[Contact, ...]
    closed: tuple[FollowUp, ...]
    added: tuple[Contact, ...] = ()
    replaced: tuple[FollowUp, ...] = ()
    already: bool = False
    moved_from: date | None = None
    following: tuple[FollowUp, ...] = ()
    taken_out: tuple[Contact, ...] = ()
    again_on: date | None = None


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
        contacts = tuple(draft.put_contact(in_touch(person, words, today)) for person in changed)
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
        is_tried = words.kind is Kind.TRIED
        if is_tried and promises is Promises.CLOSE_DUE:
            promises = Promises.KEEP
        kept = _kept_by_this(network, contacts, today, promises, followup_id)
        closed, following = close(draft, kept, today)
        followups = []
        if words.next_on is not None:
            followups = [
                draft.put_followup(FollowUp(id="", contact_id=contact.id, due_on=words.next_on, what=words.todo))
                for contact in contacts
            ]
        names = names_of(contacts)
        draft.describe(f"Tried to reach {names}" if is_tried else f"Logged {a_kind_with(words.kind)} {names}")
    again_on = None
    if is_tried:
        # Finding people has much to load, and most logs need nothing of it.
        from netkeeper.actions.lists import next_due

        again_on = next_due(network, contacts[0])
    return Logged(
        interaction,
        followups[0] if followups else None,
        contacts,
        closed,
        added,
        following=following,
        taken_out=tuple(
            after for before, after in zip(people, contacts, strict=True) if before.archived > after.archived
        ),
        again_on=again_on,
    )


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
