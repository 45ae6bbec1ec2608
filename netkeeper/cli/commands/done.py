"""netkeeper done."""

from __future__ import annotations

from datetime import date

from netkeeper.actions.promises import Done, done_all
from netkeeper.cli import saying
from netkeeper.cli.context import Session
from netkeeper.cli.output import Part
from netkeeper.cli.spec import WHO_ALL_WHOLE, Command
from netkeeper.cli.who import everyone
from netkeeper.domain.describe import describe_day


def run(session: Session, *, who: tuple[str, ...]) -> None:
    """Mark what is due with somebody as done."""
    network, today = session.network, session.today
    people = everyone(session, who)
    dealt_with = done_all(network, [contact.id for contact in people], today)
    for place, done in enumerate(dealt_with, 1):
        line = _said(done, today)
        if done.taken_out:
            line += [" They are out of the archive again."]
        if done.following:
            line += saying.follows(done.following[0], today)
        session.out.line(*line, *saying.way_back(place == len(dealt_with)))


def _said(done: Done, today: date) -> list[Part]:
    """What was done, each promise named, with its day where that is yet to come."""
    parts: list[Part] = []
    for promise in done.closed:
        ahead = promise.due_on > today
        if promise.what or ahead:
            parts += [", " if parts else "", promise.what or "be in touch"]
            parts += [f" (it was for {describe_day(promise.due_on, today)})"] if ahead else []
    if done.interaction is not None:
        also: list[Part] = [" Done: ", *parts, "."] if parts else []
        return ["Noted that you were in touch with ", done.contact.name, ".", *also]
    return ["Done with ", done.contact.name, ": ", *parts, "."]


COMMAND = Command(
    run,
    "Mark what is due with somebody as done: the promises that are due, or else the next one. Where nothing more was "
    "promised than to be in touch, it notes that you were.",
    (WHO_ALL_WHOLE,),
    (),
    (
        ("netkeeper done anna", "What was promised to Anna is done."),
        ("netkeeper done pekka,maija", "You were in touch with both."),
    ),
)
