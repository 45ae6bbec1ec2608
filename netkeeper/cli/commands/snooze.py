"""netkeeper snooze."""

from __future__ import annotations

from datetime import date

from netkeeper.actions import told
from netkeeper.actions.snoozing import Snoozed, snooze_all
from netkeeper.cli import saying
from netkeeper.cli.context import Session
from netkeeper.cli.errors import WrongUsageError
from netkeeper.cli.output import Part
from netkeeper.cli.spec import WHO_ALL, Argument, Command
from netkeeper.cli.who import take_all
from netkeeper.cli.who_besides import unless_another
from netkeeper.domain.dates import TypedDay
from netkeeper.domain.describe import describe_cadence, describe_day
from netkeeper.domain.yearless import read_sure_day


def run(session: Session, *, who: str, when: tuple[str, ...]) -> None:
    """Put off what is due with somebody."""
    today = session.today
    network = session.network
    taken = take_all(session, who, when, leave=1)
    if not taken.rest:
        raise WrongUsageError("Say until when: netkeeper snooze anna 3d (or fri, next week, 24.12.).")
    with unless_another(network, taken, "snooze"):
        day = read_sure_day(" ".join(taken.rest), today)
    ids = [contact.id for contact in taken.contacts]
    if day.is_span:
        session.keep_holidays()
    put_off = snooze_all(network, ids, day.day, today, is_span=day.is_span, hour=day.hour)
    for place, snoozed in enumerate(put_off, 1):
        what = [followup.what for followup in snoozed.followups if followup.what]
        line: list[Part] = ["Snoozed ", snoozed.contact.name, " to ", describe_day(snoozed.until, today)]
        for count, each in enumerate(what):
            line += [", " if count else ": ", each]
        line += told.snoozed_parts(snoozed, today)
        is_last = place == len(put_off) and session.has_changed
        session.out.line(*line, ".", *_besides(day, snoozed, today), *saying.way_back(is_last))


def _besides(day: TypedDay, snoozed: Snoozed, today: date) -> list[Part]:
    """What else is to be said: that the day moved, or that there is nothing to keep an hour with."""
    parts = saying.moved(snoozed.moved_from, snoozed.until, today)
    if day.hour and not any(day.hour in followup.what for followup in snoozed.followups):
        parts.append(f" The hour ({day.hour}) isn't kept: only a promise with words of its own has one.")
    if snoozed.longer_than is not None:
        parts.append(f" You meant to be in touch every {describe_cadence(snoozed.longer_than)}.")
    return parts + [f" {sentence}" for sentence in told.turn_parts(snoozed, today)]


COMMAND = Command(
    run,
    "Put off what is due with somebody: the promises that are due, or else the next one, or else the person's turn.",
    (WHO_ALL, Argument("when", "WHEN", "A day ahead: 3d, fri, next week, 24.12.", many=True, required=False)),
    (),
    (
        ("netkeeper snooze anna 3d", "Three days from now."),
        ("netkeeper snooze pekka next week", "Next Monday."),
    ),
)
