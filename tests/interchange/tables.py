"""Small tables for the tests, and reading just one row."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Sequence

from netkeeper.interchange.cards import ReadContact
from netkeeper.interchange.csv import read_csv


def table(*rows: Sequence[str], separator: str = ",", encoding: str = "utf-8") -> bytes:
    """A table of these rows, written as spreadsheets do."""
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


def filled(header: Sequence[str], **cells: str) -> bytes:
    """A table of one row, with a text in some columns; ``Home_Phone_2`` names ``Home Phone 2``."""
    wanted = {name.replace("_", " "): text for name, text in cells.items()}
    assert wanted.keys() <= set(header), wanted.keys() - set(header)
    return table(header, [wanted.get(name, "") for name in header])


def read_one(data: bytes, **options: str) -> ReadContact:
    """The one contact in some bytes, nothing skipped."""
    reading = read_csv(data, **options)  # type: ignore[arg-type]
    assert reading.skipped == ()
    assert len(reading.contacts) == 1
    return reading.contacts[0]


def named(data: bytes) -> list[str]:
    """The names in some bytes."""
    return [found.contact.name for found in read_csv(data).contacts]


KEPT = (
    "ORG:Valio\\; Oy\\, Ab;Sales;Nordic",
    "NICKNAME:Ansku",
    "PHOTO;VALUE=uri:https://photos.example/a.jpg",
    "item1.X-ABDATE:2010-06-05",
    "item1.X-ABLabel:_$!<Anniversary>!$_",
    "item2.X-ABRELATEDNAMES:Jussi",
    "item2.X-ABLabel:_$!<Spouse>!$_",
    "item3.X-ABDATE:2011-01-02",
    "item3.X-ABLabel:First sale",
)
"""What came with a contact that Google and Outlook have columns for."""


def rows(data: bytes) -> list[dict[str, str]]:
    """The rows of a file by header, what is empty left out."""
    assert data.startswith(codecs.BOM_UTF8)
    found = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert len(found[0]) == len(set(found[0]))
    assert {len(row) for row in found} == {len(found[0])}
    return [{name: cell for name, cell in zip(found[0], row, strict=True) if cell} for row in found[1:]]


def row(data: bytes) -> dict[str, str]:
    """The only row."""
    (found,) = rows(data)
    return found


def header(data: bytes) -> list[str]:
    """The headers."""
    return next(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
