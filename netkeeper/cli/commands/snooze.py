"""netkeeper snooze."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from netkeeper.actions.promises.snooze import snooze_all
from netkeeper.cli import common_lines
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.person_args import Taken, take_all
from netkeeper.cli.spec import WHO_ALL, Argument, Command, Option
from netkeeper.cli.which_promise import ask_which, choose, matching_promises, open_promises
from netkeeper.cli.who_besides import naming_another
from netkeeper.domain.dates.describe import describe_cadence, describe_day
from netkeeper.domain.dates.parse_day import read_sure_day, reads_as_day
from netkeeper.domain.dates.typed_day import TypedDay
from netkeeper.domain.errors import WordError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.outcomes import Snoozed
from netkeeper.domain.text.display import plain
from netkeeper.phrases.promised import moved_off_day_off
from netkeeper.phrases.snoozed import snoozed_notes, turn_sentence


def run(session: Session, *, who: str, when: tuple[str, ...], takes_all: bool) -> None:
    """Put off what is due with somebody."""
    today = session.today
    network = session.network
    taken = take_all(session, who, when, leave=1)
    if not taken.rest:
        raise WrongUsageError("Say until when: netkeeper snooze anna 3d (or fri, next week, 24.12.).")
    with naming_another(network, taken, "snooze"):
        words, day = _words_and_day(session, taken, today)
    ids = {
        contact.id: _meant(session, contact, words, taken.rest[len(words) :], takes_all=takes_all)
        for contact in taken.contacts
    }
    if day.is_span:
        session.keep_holidays()
    put_off = snooze_all(network, list(ids), day.day, today, is_span=day.is_span, hour=day.hour, meant=ids)
    for place, snoozed in enumerate(put_off, 1):
        sentences = [_snoozed_sentence(snoozed, today), *_besides(day, snoozed, today)]
        is_last = place == len(put_off) and session.has_changed
        session.out.line(" ".join(sentences), *common_lines.undo_at_end(is_last))


def _words_and_day(session: Session, taken: Taken, today: date) -> tuple[Sequence[str], TypedDay]:
    """The words that match a promise to a single contact (may be empty), and the day.

    Raises:
        WordError: The day can't be read.
    """
    try:
        return (), read_sure_day(" ".join(taken.rest), today)
    except WordError:
        waiting = open_promises(session.network, taken.contacts[0].id) if len(taken.contacts) == 1 else []
        for count in range(1, len(taken.rest)):
            words, day = taken.rest[:count], " ".join(taken.rest[count:])
            if matching_promises(words, waiting) and reads_as_day(day, today):
                return words, read_sure_day(day, today)
        raise


def _meant(
    session: Session, contact: Contact, words: Sequence[str], day: Sequence[str], *, takes_all: bool
) -> tuple[str, ...]:
    """The ids of the promises to put off; empty where there are not several to choose from."""
    if contact.archived:
        return ()
    waiting = open_promises(session.network, contact.id)
    if words:
        return choose(session, contact, waiting, words, ["snooze", *day], takes_all=takes_all)
    due = [promise for promise in waiting if promise.due_on <= session.today]
    return ask_which(session, contact, due, ["snooze", *day], takes_all=takes_all) if len(due) > 1 else ()


def _snoozed_sentence(snoozed: Snoozed, today: date) -> str:
    """What was put off, and until when; safe to show."""
    what = [plain(followup.what) for followup in snoozed.followups if followup.what]
    notes = snoozed_notes(snoozed, today)
    return _SNOOZED[bool(what), bool(notes)].format(
        name=plain(snoozed.contact.name),
        day=describe_day(snoozed.until, today),
        what=", ".join(what),
        notes="; ".join(notes),
    )


_SNOOZED = {
    (False, False): "Snoozed {name} to {day}.",
    (False, True): "Snoozed {name} to {day} ({notes}).",
    (True, False): "Snoozed {name} to {day}: {what}.",
    (True, True): "Snoozed {name} to {day}: {what} ({notes}).",
}
"""By whether something was promised in words, and whether there are notes."""


def _besides(day: TypedDay, snoozed: Snoozed, today: date) -> list[str]:
    """Sentences: that the day moved, that the hour isn't kept, that it is longer than the cadence, when the turn comes."""
    sentences = []
    if snoozed.moved_from is not None:
        sentences.append(f"{moved_off_day_off(snoozed.moved_from, snoozed.until, today)}.")
    if day.hour and not any(day.hour in followup.what for followup in snoozed.followups):
        sentences.append(f"The hour ({plain(day.hour)}) isn't kept: only a promise with words of its own has one.")
    if snoozed.longer_than is not None:
        sentences.append(f"You meant to be in touch every {describe_cadence(snoozed.longer_than)}.")
    turn = turn_sentence(snoozed, today)
    return [*sentences, turn] if turn else sentences


COMMAND = Command(
    run,
    "Put off what is due with somebody: the promise that is due, or else the next one, or else the person's turn.\n\n"
    "Of several that are due, a word of the promise's text before the day says which; without one it is asked, or "
    "refused where there is no terminal.",
    (WHO_ALL, Argument("when", "WHEN", "A day ahead: 3d, fri, next week, 24.12.", many=True, required=False)),
    (Option("--all", "takes_all", "All that are due, where several are."),),
    (
        ("netkeeper snooze anna 3d", "Three days from now."),
        ("netkeeper snooze anna offer fri", "Of several promises to Anna, the one about an offer."),
        ("netkeeper snooze pekka next week", "Next Monday."),
    ),
)
