"""Small vCards for the tests, and reading just one."""

from __future__ import annotations

from netkeeper.interchange.cards import ParsedFile, ReadContact
from netkeeper.interchange.vcard import read_vcards


def card(*lines: str, version: str = "3.0", end: str = "\r\n") -> bytes:
    """A card with these content lines."""
    return end.join(("BEGIN:VCARD", f"VERSION:{version}", *lines, "END:VCARD", "")).encode()


def read(data: bytes, *, encoding: str | None = None) -> ParsedFile:
    """What is in some bytes."""
    return read_vcards(data, encoding=encoding)


def read_one(data: bytes, *, encoding: str | None = None) -> ReadContact:
    """The one contact in some bytes, nothing skipped."""
    reading = read(data, encoding=encoding)
    assert reading.skipped == ()
    assert len(reading.contacts) == 1
    return reading.contacts[0]


def named(data: bytes) -> list[str]:
    """The names in some bytes."""
    return [found.contact.name for found in read(data).contacts]
