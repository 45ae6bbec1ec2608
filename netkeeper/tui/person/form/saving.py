"""Saves the content of the contact form."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from netkeeper.actions.people.people import add_made, save
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.phrases.promised import in_brackets, what_became
from netkeeper.tui.core.session import Session
from netkeeper.tui.person.form.entry import FormReading


class Saved(NamedTuple):
    """The result of the contact form.

    Attributes:
        message: The text of a toast.
    """

    contact_id: str
    message: str


def save_form(session: Session, base: Contact, reading: FormReading, *, is_new: bool, is_second: bool) -> Saved | None:
    """Store what the form says.

    Args:
        base: The contact as it was when the form was opened; without an id for a new one.
        is_new: Whether to add the contact: it is new, or was deleted meanwhile.
        is_second: Whether another contact of that name exists, which the toast then says.

    Returns:
        None where nothing differs.

    Raises:
        ConflictError: Properties that the form changes were changed elsewhere since ``base`` was read.
        NetkeeperError: It is refused; nothing was changed.
    """
    contact, promise = reading.contact, reading.promise
    before = _open_promises(session, base)
    if is_new:
        kept = add_made(session.network, contact, session.today(), promise)
    elif contact == base and promise.next_on is None:
        return None
    else:
        kept = save(session.network, base, contact, session.today(), promise)
    message = session.last_done
    if is_second:
        message += " · another of that name was here already"
    if promise.next_on is not None:
        message += _next_words(session, before, _open_promises(session, kept), promise.next_on)
    if kept.archived and not contact.archived:
        message += " · they were archived elsewhere meanwhile"
    return Saved(kept.id, message)


def _open_promises(session: Session, contact: Contact) -> Mapping[str, FollowUp]:
    followups = session.network.followups(contact.id) if contact.id else ()
    return {each.id: each for each in followups if each.is_open}


def _next_words(
    session: Session, before: Mapping[str, FollowUp], after: Mapping[str, FollowUp], wanted_on: date
) -> str:
    """The new follow-up, whether its day was moved, and the follow-ups that it replaced, for the toast."""
    today = session.today()
    made = next((each for each in after.values() if before.get(each.id) != each), None)
    replaced = [each for each in before.values() if each != after.get(each.id)]
    due_on = made.due_on if made else session.network.member.days_off.next_working(wanted_on)
    moved_from = wanted_on if made and due_on != wanted_on else None
    became = what_became(made, False, moved_from, replaced, today) if made else ["already promised"]
    return f" · next {describe_day(due_on, today)}{in_brackets(became)}"
