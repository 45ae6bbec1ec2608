"""netkeeper list."""

from __future__ import annotations

from datetime import date
from typing import Any

from netkeeper.actions.people.lists import Listed, listed
from netkeeper.cli.common_lines import command_hint
from netkeeper.cli.context import Session
from netkeeper.cli.output import Part, Styled
from netkeeper.cli.spec import FILTER, JSON, Command
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.language.tokens import split_args
from netkeeper.domain.people.properties import with_importance
from netkeeper.domain.search.haystack import TextSource
from netkeeper.domain.search.search import parse_search
from netkeeper.phrases.counted import plural
from netkeeper.store.network import Network

_TITLES = ("name", "organization", "step", "fields", "last", "next")
_SHOWN = (TextSource.NAME, TextSource.ORGANIZATION, TextSource.FIELDS)
"""The places that the table shows anyway."""

_EXCERPT_COLUMNS = 60


def run(session: Session, *, words: tuple[str, ...], as_json: bool) -> None:
    """List contacts."""
    today = session.today
    search = parse_search(split_args(words), today) if words else None
    network = session.network
    found = listed(network, search, best_first=True)
    if as_json:
        session.out.json([_json(network, item) for item in found])
        return
    if not found:
        nobody = "Nobody fits." if search else "Nobody is in your network yet; netkeeper add begins it."
        session.err.line(command_hint(nobody))
        return
    rows: list[list[Part]] = [
        [
            Styled(with_importance(item.contact), "bold"),
            item.contact.organization,
            str(item.contact.step),
            " ".join(item.contact.fields),
            describe_day(item.contact.last_on, today) if item.contact.last_on else "–",
            describe_day(item.next_due, today) if item.next_due else "–",
        ]
        for item in found
    ]
    titles: list[Part] = [Styled(title, "dim") for title in _TITLES]
    whys = [_why(item, today) for item in found]
    if any(whys):
        titles.append(Styled("found in", "dim"))
        rows = [[*row, Styled(why, "dim")] for row, why in zip(rows, whys, strict=True)]
    session.out.table([titles, *rows])
    session.err.line(Styled(plural(len(found), "1 contact", "{count} contacts"), "dim"))


def _json(network: Network, item: Listed) -> dict[str, Any]:
    """A contact's JSON, with where the free text matched."""
    from netkeeper.cli.as_json import contact_json

    found = item.found
    found_in = {"in": str(found.place), "text": found.text, "on": found.on and found.on.isoformat()} if found else None
    return {**contact_json(network, item.contact, item.next_due), "found": found_in}


def _why(item: Listed, today: date) -> str:
    """Where the free text matched; empty where the table shows that place anyway."""
    if item.found is None or item.found.place in _SHOWN:
        return ""
    text, _ = item.found.excerpt(_EXCERPT_COLUMNS)
    return f"{item.found.label(today)}: {text}"


COMMAND = Command(
    run,
    "List contacts: all who are not in the archive, or those who fit every word. A minus before a word turns it round.",
    (FILTER,),
    (JSON,),
    (
        ("netkeeper list", "Everybody."),
        ("netkeeper list field:food step:customer -has:email", "Customers in food whose address you lack."),
        ("netkeeper list last:60d+", "Whom you have not been in touch with for two months."),
        ("netkeeper list sailing", "Who has it anywhere: in their notes, or in what you logged with them."),
        ("netkeeper list 0405550105", "Whose number it is, or a part of it."),
        ("netkeeper list is:fading", "Who may be lost on leaving the academy; is:lasting lists the others."),
        ("netkeeper list is:archived --json", "The archive, for a script."),
    ),
)
