"""Writing rows as a CSV file."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence

from netkeeper.domain.people.contact import Contact, NameParts
from netkeeper.domain.people.names import name_parts_from


def write_sheet(header: Sequence[str], rows: Iterable[Sequence[str]], separator: str = ",") -> bytes:
    """A CSV file: UTF-8 with a byte order mark, which Excel and Outlook need; CRLF.

    Lone surrogates, which can't be encoded, are left out.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(header)
    writer.writerows(rows)
    return codecs.BOM_UTF8 + text.getvalue().encode("utf-8", "ignore")


def parts_to_write(contact: Contact) -> NameParts:
    """The name parts, guessed from the name if unknown, for programs that show only the parts."""
    parts = contact.name_parts
    return parts if parts.formatted() else name_parts_from(contact.name)
