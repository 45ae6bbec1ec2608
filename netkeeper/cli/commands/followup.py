"""netkeeper followup."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.actions.promises import follow_up
from netkeeper.cli import saying
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.spec import WHO, Argument, Command
from netkeeper.cli.who import take_one
from netkeeper.domain.dates import parse_day
from netkeeper.domain.describe import describe_day
from netkeeper.domain.errors import WordError
from netkeeper.domain.recurrence import parse_recurrence
from netkeeper.domain.values import one_line
from netkeeper.domain.words import Word, split_args

_DAY, _EVERY, _WHAT = ("due", "next"), ("every",), ("todo", "")


def run(session: Session, *, who: str, words: tuple[str, ...]) -> None:
    """Promise something to somebody."""
    today = session.today
    network = session.network
    contact, words = take_one(session, who, words)
    said = split_args(words)
    for word in said:
        if word.negated or word.key not in (*_DAY, *_EVERY, *_WHAT):
            raise WordError(f"{word.key}: has no place in a follow-up; there are due: and every:.", word.key)
    due_on = _due_on(_only(said, _DAY), today)
    every = _only(said, _EVERY)
    rrule = parse_recurrence(every) if every is not None else ""
    what = one_line("todo", " ".join(word.value for word in said if word.key in _WHAT))
    followup = follow_up(network, contact.id, what, due_on, rrule=rrule)
    again = [f" It comes again ({every})."] if rrule else []
    session.out.line("Follow-up with ", contact.name, ".", *saying.follows(followup, today), *again, " ", saying.UNDO)


def _only(words: Sequence[Word], keys: Sequence[str]) -> str | None:
    """The value of the one word with one of these keys; None where there is none."""
    values = [word.value for word in words if word.key in keys]
    if len(values) > 1:
        raise WordError(f"{keys[0]}: is said twice; say it once.", f"{keys[0]}:")
    return values[0] if values else None


def _due_on(typed: str | None, today: date) -> date:
    if typed is None:
        raise WrongUsageError("Say for when: netkeeper followup anna send the offer due:fri")
    due_on = parse_day(typed, today)
    if due_on < today:
        raise WordError(f"due:{typed} is {describe_day(due_on, today)}, which has passed; give a day to come.", typed)
    return due_on


COMMAND = Command(
    run,
    "Promise something to somebody for a day. It is in the review when it is due, whatever the cadence. "
    "With every: it comes again once it is done.",
    (
        WHO,
        Argument("words", "WHAT... due:WHEN [every:SPAN]", "What was promised, and for when.", many=True,
                 completes="promising"),
    ),
    (),
    (
        ("netkeeper followup anna send the offer due:fri", "For Friday."),
        ("netkeeper followup pekka call about the stand due:1.12. every:1m", "For the first of every month."),
    ),
)  # fmt: skip
