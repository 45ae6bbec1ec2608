"""Writing the rows of a table."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterable, Sequence

from netkeeper.domain.people.contact import Contact, NameParts
from netkeeper.domain.people.names import name_parts_from


def write_sheet(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A file: UTF-8 with a byte order mark, by which Excel and Outlook know it; commas; lines ended by CRLF.

    Half a character (a lone surrogate), which no file can hold, is left out.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(header)
    writer.writerows(rows)
    return codecs.BOM_UTF8 + text.getvalue().encode("utf-8", "ignore")


def parts_to_write(contact: Contact) -> NameParts:
    """The parts of a name: guessed from it where they aren't known, for programs that show nothing else."""
    parts = contact.name_parts
    return parts if parts.formatted() else name_parts_from(contact.name)
