"""Writing netkeeper's own CSV layout: all properties of contacts, lossless, for spreadsheets."""

from __future__ import annotations

from collections.abc import Iterable

from netkeeper.domain.people.photos import is_photo
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.csv.custom_fields import cell_text
from netkeeper.interchange.csv.formula_escape import escape_cell
from netkeeper.interchange.csv.plain_columns import AFTER, AS_IS, BEFORE, GUARDED, labelled_headers
from netkeeper.interchange.csv.sheet import write_sheet


def write_csv(cards: Iterable[WriteContact], *, guard: bool = True, separator: str = ",") -> bytes:
    """Write contacts in netkeeper's layout, UTF-8 with a byte order mark.

    Args:
        guard: Escape cells that a spreadsheet would run as formulas, or take for other numbers; the last header tells
            the reader.
        separator: The character between cells: a comma, a semicolon or a tab.
    """
    cards = list(cards)
    counts = {
        "email": max((len(card.contact.emails) for card in cards), default=1) or 1,
        "phone": max((len(card.contact.phones) for card in cards), default=1) or 1,
        "url": max((len(card.contact.urls) for card in cards), default=1) or 1,
        "address": max((len(card.contact.addresses) for card in cards), default=1) or 1,
    }
    header = [
        *(title for _, title in BEFORE),
        *labelled_headers(counts),
        *(row.header for row in AFTER),
        GUARDED if guard else AS_IS,
    ]
    rows = (_row(card, counts) for card in cards)
    return write_sheet(header, (list(map(escape_cell, row)) for row in rows) if guard else rows, separator)


def _row(card: WriteContact, counts: dict[str, int]) -> list[str]:
    contact = card.contact
    parts = contact.name_parts
    row = [
        contact.name, parts.prefix, parts.given, parts.additional, parts.family, parts.suffix,
        contact.organization, contact.title,
    ]  # fmt: skip
    for kind, items in (("email", contact.emails), ("phone", contact.phones), ("url", contact.urls)):
        cells = [cell for item in items for cell in (item.value, item.label)]
        row += cells + [""] * (2 * counts[kind] - len(cells))
    cells = []
    for address in contact.addresses:
        cells += [
            address.label, address.po_box, address.extended, address.street, address.locality, address.region,
            address.postal_code, address.country,
        ]  # fmt: skip
    row += cells + [""] * (8 * counts["address"] - len(cells))
    row += [cell_text(each, contact, card.via_name) for each in AFTER]
    # A cell of a spreadsheet holds 32,767 characters, and so no photo. A line of a vCard is one line; what was kept of another format may not be.
    row.append(
        "\n".join(
            line.replace("\r\n", "\\n").replace("\r", "\\n").replace("\n", "\\n")
            for line in card.unknown_properties
            if not is_photo(line)
        )
    )
    return row
