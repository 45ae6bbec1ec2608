"""netkeeper done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.actions.promises.promises import Done, done_all
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.spec import WHO_ALL_WHOLE, Command, Option
from netkeeper.cli.which_promise import ask_which, choose, open_promises, people_and_words
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.same_promise import BE_IN_TOUCH
from netkeeper.domain.text.display import plain
from netkeeper.phrases.promised import again_sentence, next_sentence


def run(session: Session, *, who: tuple[str, ...], takes_all: bool) -> None:
    """Mark what is due with somebody as done."""
    network, today = session.network, session.today
    people, words = people_and_words(session, who)
    ids = {contact.id: _meant(session, contact, words, takes_all=takes_all) for contact in people}
    dealt_with = done_all(network, list(ids), today, ids)
    for place, done in enumerate(dealt_with, 1):
        sentences = [_done_sentence(done, today)]
        if done.taken_out:
            sentences.append("They are out of the archive again.")
        if len(done.following) > 1:
            sentences.append(again_sentence(done.following, today))
        elif done.following:
            sentences.append(next_sentence(done.following[0], today))
        session.out.line(" ".join(sentences), *common_lines.undo_at_end(place == len(dealt_with)))


def _meant(session: Session, contact: Contact, words: Sequence[str], *, takes_all: bool) -> tuple[str, ...]:
    """The ids of the promises to keep; empty where there are not several to choose from."""
    waiting = open_promises(session.network, contact.id)
    if words:
        return choose(session, contact, waiting, words, ["done"], takes_all=takes_all)
    due = [promise for promise in waiting if promise.due_on <= session.today] or waiting
    return ask_which(session, contact, due, ["done"], takes_all=takes_all) if len(due) > 1 else ()


def _done_sentence(done: Done, today: date) -> str:
    """What was done, with each promise, and its day where that is ahead; safe to show."""
    promises = []
    for promise in done.closed:
        ahead = promise.due_on > today
        if promise.what or ahead or len(done.closed) > 1:
            template = "{what} (it was for {day})" if ahead else "{what}"
            what = plain(promise.what) or BE_IN_TOUCH
            promises.append(template.format(what=what, day=describe_day(promise.due_on, today)))
    template = _DONE[done.interaction is not None, bool(promises)]
    return template.format(name=plain(done.contact.name), promises=", ".join(promises))


_DONE = {
    (False, False): "Done with {name}.",
    (False, True): "Done with {name}: {promises}.",
    (True, False): "Noted that you were in touch with {name}.",
    (True, True): "Noted that you were in touch with {name}. Done: {promises}.",
}
"""By whether an interaction was noted, and whether there are promises to name."""


COMMAND = Command(
    run,
    "Mark what is due with somebody as done: the promise that is due, or else the one that is open. Where nothing "
    "more was promised than to be in touch, it notes that you were.\n\n"
    "Of several, a word of the promise's text behind the name says which; without one it is asked, or refused where "
    "there is no terminal.",
    (WHO_ALL_WHOLE,),
    (Option("--all", "takes_all", "All that are due, or else all that are open, where several are."),),
    (
        ("netkeeper done anna", "What was promised to Anna is done."),
        ("netkeeper done anna offer", "Of several promises to Anna, the one about an offer."),
        ("netkeeper done pekka,maija", "You were in touch with both."),
    ),
)
