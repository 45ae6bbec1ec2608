"""netkeeper snooze."""

from __future__ import annotations

from netkeeper.actions.promises import snooze_all
from netkeeper.cli import saying
from netkeeper.cli.context import Session
from netkeeper.cli.output import Part
from netkeeper.cli.spec import WHO_ALL, Argument, Command
from netkeeper.cli.who import take_all
from netkeeper.domain.dates import parse_day
from netkeeper.domain.describe import describe_day


def run(session: Session, *, who: str, when: tuple[str, ...]) -> None:
    """Put off what is due with somebody."""
    today = session.today
    network = session.network
    taken = take_all(session, who, when, leave=1)
    until = parse_day(" ".join(taken.rest), today)
    put_off = snooze_all(network, [contact.id for contact in taken.contacts], until, today)
    for place, snoozed in enumerate(put_off, 1):
        what = [followup.what for followup in snoozed.followups if followup.what]
        line: list[Part] = ["Snoozed ", snoozed.contact.name, " to ", describe_day(until, today)]
        for count, each in enumerate(what):
            line += [", " if count else ": ", each]
        session.out.line(*line, ".", *saying.way_back(place == len(put_off)))


COMMAND = Command(
    run,
    "Put off what is due with somebody: the promises that are due, or else the next one, or else the person's turn.",
    (WHO_ALL, Argument("when", "WHEN", "A day ahead: 3d, fri, next week, 24.12.", many=True)),
    (),
    (
        ("netkeeper snooze anna 3d", "Three days from now."),
        ("netkeeper snooze pekka next week", "Next Monday."),
    ),
)
