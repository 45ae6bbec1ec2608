"""A format that nobody has, for what has to take on new ones by itself."""

from __future__ import annotations

from netkeeper.domain.people.contact import Contact
from netkeeper.interchange.cards import ParsedFile, ReadContact, ReadProgress
from netkeeper.interchange.content import Hints, Incoming, Outgoing
from netkeeper.interchange.formats import Format


def _read(data: bytes, _hints: Hints, _progress: ReadProgress | None) -> Incoming:
    names = data.decode().splitlines()[1:]
    return Incoming(
        ParsedFile(tuple(ReadContact(Contact(id="", name=name), line) for line, name in enumerate(names, 2)))
    )


def _write(outgoing: Outgoing) -> bytes:
    return b"NAMES\n" + b"".join(f"{card.contact.name}\n".encode() for card in outgoing.cards)


MADE_UP = Format(
    "names",
    "Plain names",
    "which nobody else reads",
    (".names", ".nms"),
    lambda start: start.startswith(b"NAMES\n"),
    _read,
    _write,
)
