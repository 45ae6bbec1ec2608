"""The formats there are: the one list that the commands and the app choose from.

A format's code is loaded when a file of it is read or written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from os.path import splitext

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.interchange.content import Incoming, Outgoing

Progress = Callable[[int, int], None]
"""Called now and then with what is done and what there is in all; may raise to cancel."""


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    Attributes:
        name: What it is called in ``--format``.
        title: What it is, for people.
        extension: How a file of it is named, with the dot.
        read: Reads a file's bytes (with the encoding named by the person, if one was); None where
            the format is only written.
        write: Makes a file's bytes; None where the format is only read.
    """

    name: str
    title: str
    extension: str
    read: Callable[[bytes, str | None, Progress | None], Incoming] | None
    write: Callable[[Outgoing], bytes] | None


def _read_vcard(data: bytes, encoding: str | None, progress: Progress | None) -> Incoming:
    from netkeeper.interchange.vcard import read_vcards

    return Incoming(read_vcards(data, encoding=encoding, progress=progress))


def _write_vcard3(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.vcard import write_vcards

    return write_vcards(outgoing.cards, version="3.0")


def _write_vcard4(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.vcard import write_vcards

    return write_vcards(outgoing.cards, version="4.0")


def _read_json(data: bytes, encoding: str | None, progress: Progress | None) -> Incoming:
    from netkeeper.interchange.lossless import read_network

    return read_network(data, encoding=encoding, progress=progress)


def _write_json(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.lossless import write_network

    return write_network(outgoing)


FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format("vcard", "vCard 3.0, which phones, Google, Outlook and Apple read", ".vcf", _read_vcard, _write_vcard3),
        Format("vcard4", "vCard 4.0", ".vcf", None, _write_vcard4),
        Format("json", "netkeeper's own, which loses nothing", ".json", _read_json, _write_json),
    )
}
"""Every format by name."""


def format_to_read(data: bytes) -> Format:
    """The format that a file's bytes are in.

    Raises:
        UnreadableFileError: It is none that netkeeper reads.
    """
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    if start[:1] in (b"{", b"["):
        return FORMATS["json"]
    return FORMATS["vcard"]


def format_to_write(name: str | None, path: str | None) -> Format:
    """The format to write: the one named, else the one that the file's name ends like, else vCard.

    Raises:
        UnreadableFileError: There is no such format, or none whose files are named like that.
    """
    writable = [known for known in FORMATS.values() if known.write]
    if name is not None:
        for known in writable:
            if known.name == name.lower():
                return known
        names = ", ".join(known.name for known in writable)
        raise UnreadableFileError(f"There is no format {name!r}; there are {names}.")
    ending = splitext(path or "")[1].lower()
    for known in writable:
        if ending == known.extension:
            return known
    if ending:
        names = ", ".join(f"{known.name} ({known.extension})" for known in writable)
        raise UnreadableFileError(f"netkeeper writes no {ending} files; with --format, {path} can be one of {names}.")
    return FORMATS["vcard"]
