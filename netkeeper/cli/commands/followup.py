"""netkeeper followup."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.actions.promises import promise
from netkeeper.cli import saying
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.output import Part
from netkeeper.cli.spec import WHO, Argument, Command
from netkeeper.cli.who import take_one
from netkeeper.domain.dates import TypedDay, read_day
from netkeeper.domain.describe import describe_day
from netkeeper.domain.errors import WordError
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.recurrence import parse_recurrence
from netkeeper.domain.time_of_day import with_hour
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
    day = _due_on(_only(said, _DAY), today)
    every = _only(said, _EVERY)
    rrule = parse_recurrence(every) if every is not None else ""
    what = one_line("todo", with_hour(" ".join(word.value for word in said if word.key in _WHAT), day.hour))
    promised = promise(network, contact.id, what, day.day, rrule=rrule, is_span=day.is_span)
    again = [f" It comes again ({every})."] if rrule else []
    if promised.already:
        again.append(" (already promised)")
    next_up = [*saying.follows(promised.followup, today), *_instead(promised.replaced, today)]
    moved = saying.moved(promised.moved_from, promised.followup.due_on, today)
    session.out.line("Follow-up with ", contact.name, ".", *next_up, *moved, *again, " ", saying.UNDO)


def _instead(replaced: Sequence[FollowUp], today: date) -> list[Part]:
    """Which promises this one took the place of, as a sentence; nothing where it did of none."""
    days = ", ".join(describe_day(each.due_on, today) for each in replaced)
    return [f" It takes the place of the one for {days}."] if replaced else []


def _only(words: Sequence[Word], keys: Sequence[str]) -> str | None:
    """The value of the one word with one of these keys; None where there is none."""
    values = [word.value for word in words if word.key in keys]
    if len(values) > 1:
        raise WordError(f"{keys[0]}: is said twice; say it once.", f"{keys[0]}:")
    return values[0] if values else None


def _due_on(typed: str | None, today: date) -> TypedDay:
    if typed is None:
        raise WrongUsageError("Say for when: netkeeper followup anna send the offer due:fri")
    found = read_day(typed, today)
    if found.day < today:
        shown = describe_day(found.day, today)
        raise WordError(f"due:{typed} is {shown}, which has passed; give a day to come.", typed)
    return found


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
