"""netkeeper step."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.actions.people.bulk import move
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.person_args import take_all
from netkeeper.cli.spec import WHO_ALL, Argument, Command
from netkeeper.cli.who_besides import naming_another
from netkeeper.domain.errors import WordError
from netkeeper.domain.language.tokens import LOGGING, split_args
from netkeeper.domain.language.values import choose, one_line
from netkeeper.domain.people.ladder import Step
from netkeeper.phrases.archived import in_archive_still


def run(session: Session, *, who: str, words: tuple[str, ...]) -> None:
    """Move people on the ladder."""
    network, today = session.network, session.today
    taken = take_all(session, who, words, leave=1)
    if not taken.rest:
        raise WrongUsageError("Say which step: netkeeper step anna customer (potential, customer or regular).")
    with naming_another(network, taken, "step"):
        to = choose("step", taken.rest[0], list(Step))
    reason = _reason(taken.rest[1:])
    reason_parts = ["Why: ", reason, ". "] if reason else []
    done = move(network, [contact.id for contact in taken.contacts], to, reason, today)
    if len(taken.contacts) > 1:
        session.out.line(f"{done.sentence}. ", *reason_parts, common_lines.undo_hint())
        return
    (contact,), (moved,) = taken.contacts, done.changed
    still = common_lines.sentences([in_archive_still([moved])])
    session.out.line(
        moved.name, f" moved from {contact.step} to {moved.step}. ", *reason_parts, *still, common_lines.undo_hint()
    )


def _reason(typed: Sequence[str]) -> str:
    """The reason; a word with a key is refused rather than stored as text."""
    words = split_args(typed, LOGGING)
    for word in words:
        if word.key:
            raise WordError(
                f"{word.key}: says nothing about a step; log it: netkeeper log WHO {word.key}:…", f"{word.key}:"
            )
    return one_line("why", " ".join(word.value for word in words))


COMMAND = Command(
    run,
    "Move a contact on the customer ladder: potential, customer, regular. The day and the reason are kept.",
    (
        WHO_ALL,
        Argument(
            "words",
            "STEP [WHY]...",
            "potential, customer or regular; a beginning will do. Then the reason, in your own words.",
            many=True,
            required=False,
            completes="step",
        ),
    ),
    (),
    (
        ("netkeeper step anna regular third order this year", "A regular, and why."),
        ("netkeeper step pekka cust", "A customer."),
    ),
)
