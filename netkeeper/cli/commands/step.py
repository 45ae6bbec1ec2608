"""netkeeper step."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.actions.people import set_step
from netkeeper.cli import saying
from netkeeper.cli.context import Session
from netkeeper.cli.spec import WHO, Argument, Command
from netkeeper.cli.who import take_one
from netkeeper.domain.errors import WordError
from netkeeper.domain.ladder import Step
from netkeeper.domain.tokens import LOGGING, split_args
from netkeeper.domain.values import choose, one_line


def run(session: Session, *, who: str, step: str, why: tuple[str, ...]) -> None:
    """Move a contact on the ladder."""
    network = session.network
    contact, (step, *reasons) = take_one(session, who, (step, *why), leave=1)
    to = choose("step", step, list(Step))
    reason = _reason(reasons)
    moved = set_step(network, contact.id, to, reason, session.today)
    why_said = ["Why: ", reason, ". "] if reason else []
    session.out.line(moved.name, f" moved from {contact.step} to {moved.step}. ", *why_said, saying.UNDO)


def _reason(typed: Sequence[str]) -> str:
    """The reason, in which no word of another command is lost."""
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
        WHO,
        Argument("step", "STEP", "potential, customer or regular; a beginning will do.", completes="step"),
        Argument("why", "[WHY]...", "The reason, in your own words.", many=True, required=False),
    ),
    (),
    (
        ("netkeeper step anna regular third order this year", "A regular, and why."),
        ("netkeeper step pekka cust", "A customer."),
    ),
)
