"""The actions that keys run on the person or follow-up under the cursor, and the texts of their toasts.

Each function performs one action, returns the toast's text, and raises a NetkeeperError where the action is refused;
then nothing was changed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from netkeeper.actions.interactions.interactions import delete_interaction, edit_interaction
from netkeeper.actions.interactions.log import Promises, log
from netkeeper.actions.people.bulk import archive
from netkeeper.actions.people.people import name_of, open_promises_of_archived
from netkeeper.actions.promises.edit_promise import edit_follow_up, reopen
from netkeeper.actions.promises.promises import done, done_with, drop, was_in_touch
from netkeeper.actions.promises.promises import promise as make_promise
from netkeeper.actions.promises.snooze import snooze, snooze_turn
from netkeeper.domain.dates.describe import describe_cadence, describe_day
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.interactions.reached import may_be_unreached
from netkeeper.domain.language.log_words import LogWords
from netkeeper.domain.language.mentioned import mentioned
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.domain.promises.outcomes import Snoozed
from netkeeper.domain.promises.recurrence_words import describe_recurrence
from netkeeper.domain.text.display import fit
from netkeeper.phrases.archived import still_promised
from netkeeper.phrases.logged import log_sentences
from netkeeper.phrases.promised import in_brackets, what_became
from netkeeper.phrases.snoozed import snoozed_notes
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.person_words import in_toast, joined
from netkeeper.tui.draw.short_words import promised
from netkeeper.tui.person.subject import Subject

_WHAT_COLUMNS = 40


@dataclass(frozen=True, slots=True)
class LogRequest:
    """An interaction to log.

    Attributes:
        words: The parsed log words.
        promises: What to do with the person's open follow-ups.
        followup_id: A follow-up to close in any case; None for none.
    """

    words: LogWords
    promises: Promises
    followup_id: str | None


def others_in_note(session: Session, subject: Subject, words: LogWords) -> list[str]:
    """The names of other contacts whose full name occurs in the note, although nothing is logged for them."""
    people = session.network.active_names()
    return [name for _, name in mentioned(words.note, people, [(subject.contact_id, subject.name)])]


def log_it(session: Session, subject: Subject, wanted: LogRequest, another: str = "") -> str:
    """Log an interaction.

    Args:
        another: Which key logs the others whose names occur in the note too; empty where there is none.
    """
    network, today = session.network, session.today()
    before = () if wanted.words.contact.is_empty else (network.contact(subject.contact_id),)
    logged = log(
        network,
        [subject.contact_id],
        wanted.words,
        today,
        promises=wanted.promises,
        followup_id=wanted.followup_id,
    )
    sentences = log_sentences(logged, wanted.words, before, partial(name_of, network), today)
    if others := others_in_note(session, subject, wanted.words):
        way = f" for {joined(others)} too: {another}" if another else f" {joined(others)} not"
        sentences.append(f"Only {subject.name} was logged;{way}.")
    if may_be_unreached(wanted.words.kind, wanted.words.note):
        sentences.append("Not reached? Take it back, and log it as tried.")
    return in_toast(sentences)


def mark_done(session: Session, subject: Subject, *, is_whole: bool) -> str:
    """Mark a follow-up as done, or, without one, that contact was made.

    Args:
        is_whole: Whether a subject without a follow-up means all that is due with the person; else it means
            their next contact, or an occasion.
    """
    network, today = session.network, session.today()
    if subject.followup_id is not None:
        dealt = done(network, subject.contact_id, today, followup_id=subject.followup_id)
    elif is_whole:
        dealt = done_with(network, subject.contact_id, today)
    else:
        dealt = was_in_touch(network, subject.contact_id, today)
    again = f" · again {describe_day(dealt.following[0].due_on, today)}" if dealt.following else ""
    return f"{session.last_done}{again}{' · out of the archive' if dealt.taken_out else ''}"


def put_off(session: Session, subject: Subject, until: date, *, is_whole: bool) -> str:
    """Snooze a follow-up or a person's next contact; ``is_whole`` as in :func:`mark_done`."""
    network, today = session.network, session.today()
    if subject.followup_id is not None or is_whole:
        put = snooze(network, subject.contact_id, until, today, followup_id=subject.followup_id)
    else:
        put = snooze_turn(network, subject.contact_id, until, today)
    what = _what_was_put_off(session, subject, put)
    text = f"{what} can wait until {describe_day(until, today)}{in_brackets(snoozed_notes(put, today))}"
    if put.longer_than is not None:
        # A single key press must not silence a person for longer than their cadence without saying so.
        text += f" · beyond every {describe_cadence(put.longer_than)}; nothing asks about them before"
    return text


def _what_was_put_off(session: Session, subject: Subject, put: Snoozed) -> str:
    """The person's name; with the follow-ups that moved, or their turn, where other follow-ups stay due."""
    moved = {followup.id for followup in put.followups}
    others = [each for each in session.network.followups(subject.contact_id) if each.is_open and each.id not in moved]
    if put.followups and others:
        whats = ", ".join(fit(promised(each), _WHAT_COLUMNS) for each in put.followups)
        return f"{whats} with {subject.name}"
    if any(each.due_on < put.until for each in others):
        return f"The turn of {subject.name}"
    return subject.name


def promise(session: Session, subject: Subject, wanted: FollowUp) -> str:
    """Make a follow-up."""
    made = make_promise(
        session.network,
        subject.contact_id,
        wanted.what,
        wanted.due_on,
        rrule=wanted.rrule,
        anchor_on=wanted.anchor_on,
    )
    became = what_became(made.followup, made.already, made.moved_from, made.replaced, session.today())
    return f"Promised {subject.name}, {_in_brief(session, made.followup)}{in_brackets(became)}"


def rewrite_promise(session: Session, subject: Subject, base: FollowUp, edited: FollowUp) -> str:
    """Save an edited follow-up.

    Raises:
        ConflictError: The same properties were changed elsewhere since ``base`` was read.
    """
    kept = edit_follow_up(session.network, base, edited)
    return f"Now promised {subject.name}, {_in_brief(session, kept)}"


def let_go(session: Session, followup_id: str) -> str:
    """Drop a follow-up."""
    dropped = drop(session.network, followup_id, session.today())
    return f"{session.last_done}{f': {dropped.what}' if dropped.what else ''}"


def open_again(session: Session, followup_id: str) -> str:
    """Reopen a closed follow-up."""
    opened = reopen(session.network, followup_id)
    return f"{session.last_done}{f': {opened.what}' if opened.what else ''}"


def rewrite_log(session: Session, base: Interaction, edited: Interaction) -> str:
    """Save an edited interaction; raises as :func:`rewrite_promise`."""
    kept = edit_interaction(session.network, base, edited, session.today())
    if kept == base:
        return "Nothing was changed."
    return session.last_done


def delete_log(session: Session, interaction: Interaction) -> str:
    """Delete an interaction."""
    delete_interaction(session.network, interaction.id)
    return session.last_done


def _in_brief(session: Session, promised: FollowUp) -> str:
    every = f", {describe_recurrence(promised.rrule)}" if promised.rrule else ""
    about = f": {promised.what}" if promised.what else ""
    return f"{describe_day(promised.due_on, session.today())}{every}{about}"


def put_away(session: Session, subject: Subject) -> str:
    """Archive a contact, or take an archived one out again."""
    contact = session.network.contact(subject.contact_id)
    moved = archive(session.network, [contact.id], archived=not contact.archived).changed
    return with_open_promises(session, session.last_done, moved)


def with_open_promises(session: Session, done: str, people: Sequence[Contact]) -> str:
    """The text ``done``, followed by the open follow-ups of those among ``people`` who are archived now."""
    promises = open_promises_of_archived(session.network, people)
    promised = still_promised(promises, names_people=len(people) > 1)
    return f"{done}. {in_toast([promised])}" if promised else done
