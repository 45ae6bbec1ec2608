"""What a file is by its bytes: cards, a calendar, or something that is not read, described for error messages."""

from __future__ import annotations

import re

_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive without LinkedIn's Connections.csv, or an office document (Excel, Word)"),
    (b"\xd0\xcf\x11\xe0", "an older office document (Excel, Word, Outlook)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3", "a database"),
    (b"<?xml", "an XML file"),
)
_WEB_PAGE = re.compile(rb"<(?:!doctype\s+html|html)\b", re.IGNORECASE)
_CALENDAR = re.compile(rb"BEGIN:VCALENDAR", re.IGNORECASE)
# In UTF-16 and UTF-32 there are zero bytes between ASCII letters.
_WIDE = rb"\0{0,3}"
_CARD_LINE = (
    rb"(?:"
    + rb"|".join(_WIDE.join(re.escape(bytes([byte])) for byte in word) for word in (b"BEGIN", b"END"))
    + rb")[\0 \t]*:[\0 \t]*"
    + _WIDE.join(bytes([byte]) for byte in b"VCARD")
)
_CARD = re.compile(rb"(?:\A|[\r\n])[\0 \t\xef\xbb\xbf\xff\xfe]*" + _CARD_LINE, re.IGNORECASE)
_BEGINS_AS_CARD = re.compile(rb"[\0\s\xef\xbb\xbf\xff\xfe]*+" + _CARD_LINE, re.IGNORECASE)
_LOOKED_AT_BYTES = 4096


def has_card(data: bytes) -> bool:
    """Whether a line of a file begins or ends a vCard."""
    return _CARD.search(data) is not None


def begins_as_card(data: bytes) -> bool:
    """Whether the first line of a file that is not empty does."""
    return _BEGINS_AS_CARD.match(data) is not None


def is_calendar(data: bytes) -> bool:
    """Whether a file begins as a calendar (iCalendar or vCalendar)."""
    return _CALENDAR.match(data[:_LOOKED_AT_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")) is not None


def kind_of(data: bytes) -> str:
    """The kind of a file with its article: ``a PDF document``; ``text with no contact in it`` for unknown text."""
    start = data[:_LOOKED_AT_BYTES].lstrip(b"\xef\xbb\xbf \t\r\n")
    for beginning, kind in _BEGINNINGS:
        if start.startswith(beginning):
            return kind
    if _WEB_PAGE.match(start):
        return "a web page"
    if _CALENDAR.match(start):
        return "a calendar"
    return "a binary file" if b"\0" in start else "text with no contact in it"
