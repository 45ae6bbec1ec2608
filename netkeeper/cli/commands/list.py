"""netkeeper list."""

from __future__ import annotations

from netkeeper.actions.lists import listed
from netkeeper.cli.context import Session
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.spec import FILTER, JSON, Command
from netkeeper.domain.describe import describe_day
from netkeeper.domain.search import parse_search
from netkeeper.domain.words import split_args

_TITLES: list[Part] = [Styled(title, "dim") for title in ("name", "organization", "step", "fields", "last", "next")]


def run(session: Session, *, words: tuple[str, ...], as_json: bool) -> None:
    """List contacts."""
    today = session.today
    search = parse_search(split_args(words), today) if words else None
    network = session.network
    found = listed(network, search)
    if as_json:
        from netkeeper.cli.as_json import contact_json

        session.out.json([contact_json(network, item.contact, item.next_due) for item in found])
        return
    if not found:
        session.err.line("Nobody fits." if search else "Nobody is in your network yet; netkeeper add begins it.")
        return
    rows: list[list[Part]] = [
        [
            Styled(item.contact.name, "bold"),
            item.contact.organization,
            str(item.contact.step),
            " ".join(item.contact.fields),
            describe_day(item.contact.last_on, today) if item.contact.last_on else "–",
            describe_day(item.next_due, today) if item.next_due else "–",
        ]
        for item in found
    ]
    session.out.table([_TITLES, *rows])
    session.err.line(Styled("1 contact" if len(found) == 1 else f"{len(found)} contacts", "dim"))


COMMAND = Command(
    run,
    "List contacts: all who are not in the archive, or those who fit every word. A minus before a word turns it round.",
    (FILTER,),
    (JSON,),
    (
        ("netkeeper list", "Everybody."),
        ("netkeeper list field:food step:customer -has:email", "Customers in food whose address you lack."),
        ("netkeeper list last:60d+", "Whom you have not been in touch with for two months."),
        ("netkeeper list is:fading", "Who may be lost on leaving the academy; is:lasting lists the others."),
        ("netkeeper list is:archived --json", "The archive, for a script."),
    ),
)
