"""Dealing with a person or promise under the cursor: the action that each key means, and what to say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from netkeeper.actions.log import Promises, log
from netkeeper.actions.people import archive
from netkeeper.actions.promises import done, follow_up, snooze, snooze_turn, was_in_touch
from netkeeper.domain.describe import describe_day
from netkeeper.domain.words import LogWords
from netkeeper.tui.session import Session
from netkeeper.tui.subject import Subject


@dataclass(frozen=True, slots=True)
class LogWanted:
    """What is to be logged.

    Attributes:
        words: What happened.
        promises: What becomes of open promises to the person.
        followup_id: The one promise that is kept with it, whatever becomes of the others.
    """

    words: LogWords
    promises: Promises
    followup_id: str | None


def log_it(session: Session, subject: Subject, wanted: LogWanted) -> str:
    """Log an interaction with somebody.

    Returns:
        What was done, in words.

    Raises:
        NetkeeperError: It can't be done; nothing changed.
    """
    network, today = session.network, session.today()
    logged = log(
        network,
        [subject.contact_id],
        wanted.words,
        today,
        promises=wanted.promises,
        followup_id=wanted.followup_id,
    )
    next_on = f" · next {describe_day(logged.followup.due_on, today)}" if logged.followup else ""
    return f"{session.last_done}{next_on}"


def mark_done(session: Session, subject: Subject) -> str:
    """The promise is kept, or one was in touch; returns and raises as :func:`log_it`."""
    network, today = session.network, session.today()
    if subject.followup_id is None:
        was_in_touch(network, subject.contact_id, today)
        return session.last_done
    following = done(network, subject.contact_id, today, followup_id=subject.followup_id).following
    again = f" · again {describe_day(following[0].due_on, today)}" if following else ""
    return f"{session.last_done}{again}"


def put_off(session: Session, subject: Subject, until: date) -> str:
    """Put a promise or a person's turn off; returns and raises as :func:`log_it`."""
    network, today = session.network, session.today()
    if subject.followup_id is None:
        snooze_turn(network, subject.contact_id, until, today)
    else:
        snooze(network, subject.contact_id, until, today, followup_id=subject.followup_id)
    return f"{subject.name} can wait until {describe_day(until, today)}"


def promise(session: Session, subject: Subject, what: str, due_on: date, rrule: str = "") -> str:
    """Promise somebody something, recurring by ``rrule`` if it is one; returns and raises as :func:`log_it`."""
    follow_up(session.network, subject.contact_id, what, due_on, rrule=rrule)
    about = f": {what}" if what else ""
    again = " and again" if rrule else ""
    return f"Promised {subject.name}, {describe_day(due_on, session.today())}{again}{about}"


def put_away(session: Session, subject: Subject) -> str:
    """Put somebody into the archive, or take them out again; returns and raises as :func:`log_it`."""
    contact = session.network.contact(subject.contact_id)
    archive(session.network, [contact.id], archived=not contact.archived)
    return session.last_done
