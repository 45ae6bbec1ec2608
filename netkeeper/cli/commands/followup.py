"""netkeeper followup."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.actions.promises.promises import promise_all
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.person_args import take_all
from netkeeper.cli.spec import WHO_ALL, Argument, Command
from netkeeper.cli.who_besides import FOLLOWUP, note_on_others
from netkeeper.domain.dates.time_of_day import with_hour
from netkeeper.domain.errors import WordError
from netkeeper.domain.language.contact_words import refuse_slips
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.partial_days import refuse_partial_days
from netkeeper.domain.language.promise_words import PromiseWords, promise_for_day, promise_from_text, with_whole_days
from netkeeper.domain.language.tokens import PROMISING, split_args
from netkeeper.domain.language.values import one_line
from netkeeper.domain.promises.recurrence import parse_recurrence
from netkeeper.domain.text.display import plain
from netkeeper.phrases.archived import asked_about_again
from netkeeper.phrases.promised import promised_sentences

_DAY, _EVERY, _WHAT = ("due", "next"), ("every",), ("todo", "")


def run(session: Session, *, who: str, words: tuple[str, ...]) -> None:
    """Promise something to somebody."""
    today = session.today
    network = session.network
    taken = take_all(session, who, words)
    parsed = with_whole_days(split_args(taken.rest, PROMISING), today)
    refuse_slips(parsed, today)
    refuse_partial_days(parsed, today)
    for word in parsed:
        if word.negated or word.key not in (*_DAY, *_EVERY, *_WHAT):
            raise WordError(f"{word.key}: has no place in a follow-up; there are due: and every:.", word.key)
    what = one_line("todo", " ".join(word.value for word in parsed if word.key in _WHAT))
    promise = _promise(_only(parsed, _DAY), what, today)
    every = _only(parsed, _EVERY)
    rrule = parse_recurrence(every) if every is not None else ""
    assert promise.next_on is not None
    besides = note_on_others(network, taken, FOLLOWUP)
    text = with_hour(promise.todo, promise.hour)
    contact_ids = [contact.id for contact in taken.contacts]
    if promise.is_span:
        session.keep_holidays()
    made = promise_all(network, contact_ids, text, promise.next_on, rrule=rrule, is_span=promise.is_span)
    again = [f"It comes again ({plain(every or '')})."] if rrule else []
    for place, (contact, promised) in enumerate(zip(taken.contacts, made, strict=True), 1):
        placed, taken_out = [contact] if contact.unsorted else [], [contact] if contact.archived else []
        sentences = [f"Follow-up with {plain(contact.name)}.", *promised_sentences(promised, promise, today), *again]
        sentences += asked_about_again(placed, taken_out)
        way_back = common_lines.undo_at_end(session.has_changed and place == len(made))
        session.out.line(" ".join(sentences), *way_back)
    if besides:
        session.err.line(*besides)


def _only(words: Sequence[Word], keys: Sequence[str]) -> str | None:
    """The value of the only word with one of these keys; None where there is none."""
    values = [word.value for word in words if word.key in keys]
    if len(values) > 1:
        raise WordError(f"{keys[0]}: is said twice; say it once.", f"{keys[0]}:")
    return values[0] if values else None


def _promise(typed: str | None, what: str, today: date) -> PromiseWords:
    """The promise for the typed day, else for the day in the text."""
    if typed is not None:
        return promise_for_day(typed, what, today, "due")
    promise = promise_from_text(what, today)
    if promise.is_default:
        raise WrongUsageError("Say for when: netkeeper followup anna send the offer due:fri")
    return promise


COMMAND = Command(
    run,
    "Promise something to somebody for a day. It is in the review when it is due, whatever the cadence. "
    "With every: it comes again once it is done.",
    (
        WHO_ALL,
        Argument("words", "WHAT... due:WHEN [every:SPAN]", "What was promised, and for when.", many=True, required=False,
                 completes="promising"),
    ),
    (),
    (
        ("netkeeper followup anna send the offer due:fri", "For Friday."),
        ("netkeeper followup anna,pekka send the minutes due:mon", "To both, as one step."),
        ("netkeeper followup pekka call about the stand due:1.12. every:1m", "For the first of every month."),
    ),
)  # fmt: skip
