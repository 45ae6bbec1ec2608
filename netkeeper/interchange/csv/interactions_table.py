"""Writing interactions as a table for spreadsheets, a row each, oldest first."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator, Mapping

from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.content import Outgoing
from netkeeper.interchange.csv.formula_escape import escape_formula, unescape_formula
from netkeeper.interchange.csv.sheet import write_sheet
from netkeeper.interchange.text import one_line_text, writable_text
from netkeeper.interchange.vcard.own import uid_of, uid_of_id

ID_HEADER = "netkeeper id"
"""The header of the last column, by which netkeeper finds its people again, as in the column UID of its contacts."""

HEADER = ("date", "who", "kind", "note", "feeling", "signals", ID_HEADER)

BETWEEN_NAMES = "; "
"""What stands between several people of one interaction."""

Row = tuple[str, ...]


def write_interactions(outgoing: Outgoing) -> bytes:
    """Write all interactions; cells that a spreadsheet would run as formulas are escaped."""
    return write_sheet(
        HEADER, (list(map(escape_formula, row)) for row in interaction_rows(outgoing)), outgoing.separator
    )


def interaction_rows(outgoing: Outgoing) -> Iterator[Row]:
    """The rows below the header, before they are escaped."""
    names = _names(outgoing.cards)
    marks = _marks(outgoing.cards)
    for each in sorted(outgoing.interactions, key=lambda each: (each.on, each.created, each.id)):
        yield _row(each, names, marks)


def _row(interaction: Interaction, names: Mapping[str, str], marks: Mapping[str, str]) -> Row:
    who = [each for each in interaction.contact_ids if each in names]
    return (
        interaction.on.isoformat(),
        BETWEEN_NAMES.join(names[each] for each in who),
        str(interaction.kind),
        writable_text(interaction.note),
        "" if interaction.feeling is None else str(interaction.feeling),
        ", ".join(map(str, interaction.signals)),
        BETWEEN_NAMES.join(marks[each] for each in who),
    )


def _marks(cards: tuple[WriteContact, ...]) -> dict[str, str]:
    """What each contact is found again by, by id: the UID, as netkeeper's own table of contacts has it."""
    marks = {card.contact.id: one_line_text(uid_of(card.contact)) for card in cards}
    shared = Counter(marks.values())
    return {
        number: (mark if shared[mark] == 1 else uid_of_id(number)).replace("%", "%25").replace(";", "%3B")
        for number, mark in marks.items()
    }


def uid_in_mark(mark: str) -> str:
    """The UID in a cell of the last column."""
    return mark.replace("%3B", ";").replace("%25", "%")


def _names(cards: tuple[WriteContact, ...]) -> dict[str, str]:
    """What each contact is called in the table, by id; namesakes with an email address or a phone number."""
    people = [card.contact for card in cards]
    called = {contact.id: one_line_text(contact.name).replace(";", ",") for contact in people}
    alike = Counter(called.values())
    for contact in people:
        reach = [item.value for item in (*contact.emails, *contact.phones)]
        if alike[called[contact.id]] > 1 and reach:
            called[contact.id] = f"{called[contact.id]} <{one_line_text(reach[0]).replace(';', ',')}>"
    return called


def read_rows(data: bytes) -> list[Row]:
    """The rows of a file of :func:`write_interactions`, unescaped.

    Raises:
        ValueError: It is no such file.
    """
    text = data.decode("utf-8-sig")
    header, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if text.startswith("date;") else ",")
    if tuple(header) != HEADER:
        raise ValueError("the header is another")
    return [tuple(map(unescape_formula, row)) for row in rows]
