"""Decoding cells that are in another encoding than the rest of the file, and the remark about guessed encodings."""

from __future__ import annotations

import re
from dataclasses import replace

from netkeeper.interchange.cards import WRONG_LETTERS, ReadContact
from netkeeper.interchange.csv.encodings import Encoding
from netkeeper.interchange.csv.records import Record
from netkeeper.interchange.vcard.charsets import Decoder

_SURROGATE = re.compile("[\udc80-\udcff]")
_FOR_PEOPLE = {"cp1252": "windows-1252", "mac_roman": "mac_roman (an old Mac)", "cp850": "cp850 (DOS)"}


class EncodingRepair:
    """Repairs the rows of one file."""

    def __init__(self, encoding: Encoding) -> None:
        self._encoding = encoding
        self._decoder = Decoder(b"", "")

    def repaired(self, record: Record) -> Record:
        """A row whose invalid bytes (lone surrogates) are decoded in another encoding."""
        if not self._encoding.is_mixed:
            return record
        cells = [self._text(cell) if _SURROGATE.search(cell) else cell for cell in record.cells]
        return record if cells == record.cells else record._replace(cells=cells)

    def _text(self, cell: str) -> str:
        raw = cell.encode("utf-8", "surrogateescape")
        return self._decoder.text(raw, "", raw)[0]

    def with_remark(self, contacts: list[ReadContact]) -> list[ReadContact]:
        """The contacts, with a remark on the first with letters beyond ASCII if the encoding was guessed."""
        if not (self._encoding.is_guessed or self._encoding.is_mixed):
            return contacts
        read_as = (
            "more than one encoding"
            if self._encoding.is_mixed
            else _FOR_PEOPLE.get(self._encoding.codec, self._encoding.codec)
        )
        remark = f"the file is read as {read_as}; {WRONG_LETTERS}"
        for place, read in enumerate(contacts):
            if not repr(read.contact).isascii():
                contacts[place] = replace(read, remarks=(*read.remarks, remark))
                break
        return contacts
