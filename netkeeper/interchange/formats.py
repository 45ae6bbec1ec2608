"""The registry of file formats, used by the commands and the app.

To add a format, add an entry to ``FORMATS``. A format's modules are imported when a file of it is read or written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from os.path import splitext
from typing import TYPE_CHECKING, cast

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.interchange.cards import ReadProgress
from netkeeper.interchange.content import Hints, Incoming, Outgoing
from netkeeper.interchange.kinds import begins_as_card, has_card, is_calendar, kind_of

if TYPE_CHECKING:
    from netkeeper.interchange.csv import Order


@dataclass(frozen=True, slots=True)
class Format:
    """A file format.

    Attributes:
        name: The name for ``--format``.
        title: The name in the app, two or three words.
        about: A description that follows the title.
        endings: File name endings with the dot, in lower case; the first one is used for new files.
        recognizes: Whether the first bytes of a file are in this format; None if it is only written.
        read: Reads a file's bytes; None if it is only written.
        write: Makes a file's bytes; None if it is only read.
    """

    name: str
    title: str
    about: str
    endings: tuple[str, ...]
    recognizes: Callable[[bytes], bool] | None = None
    read: Callable[[bytes, Hints, ReadProgress | None], Incoming] | None = None
    write: Callable[[Outgoing], bytes] | None = None

    @property
    def extension(self) -> str:
        """The ending for new files, with the dot."""
        return self.endings[0]


_RECOGNIZED_BY_BYTES = 1_000_000
"""Number of bytes from which a format is detected."""


def _read_vcard(data: bytes, hints: Hints, progress: ReadProgress | None) -> Incoming:
    from netkeeper.interchange.vcard import read_vcards

    return Incoming(read_vcards(data, encoding=hints.encoding, progress=progress))


def _write_vcard3(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.vcard import write_vcards

    return write_vcards(outgoing.cards, version="3.0")


def _write_vcard4(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.vcard import write_vcards

    return write_vcards(outgoing.cards, version="4.0")


def _is_json(start: bytes) -> bool:
    return start.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"[")


def _read_json(data: bytes, hints: Hints, progress: ReadProgress | None) -> Incoming:
    from netkeeper.interchange.lossless import read_network

    return read_network(data, encoding=hints.encoding, progress=progress)


def _write_json(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.lossless import write_network

    return write_network(outgoing)


def _is_table(start: bytes) -> bool:
    return _begins_as_table(start, is_by_ending=True)


def _begins_as_table(start: bytes, *, is_by_ending: bool) -> bool:
    from netkeeper.interchange.csv import begins_with_header, looks_like_csv

    return looks_like_csv(start) if is_by_ending else begins_with_header(start)


def _read_table(data: bytes, hints: Hints, progress: ReadProgress | None) -> Incoming:
    from netkeeper.interchange.csv import parse_map, read_csv, read_if_interactions, targets_of

    chosen_targets = parse_map(hints.columns) if hints.columns else None
    if not chosen_targets and (found := read_if_interactions(data, hints, progress)):
        return found
    return Incoming(
        read_csv(
            data,
            encoding=hints.encoding,
            chosen_targets=chosen_targets,
            header_line=hints.header_line,
            dates=cast("Order | None", hints.dates),
            today=hints.today,
            progress=progress,
            remembered=targets_of(hints.remembered),
        )
    )


def _write_table(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.csv import write_csv

    return write_csv(outgoing.cards, separator=outgoing.separator)


def _write_google(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.csv import write_google

    return write_google(outgoing.cards)


def _write_outlook(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.csv import write_outlook

    return write_outlook(outgoing.cards)


def _write_interactions(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.csv import write_interactions

    return write_interactions(outgoing)


def _write_calendar(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.ical import write_calendar

    return write_calendar(outgoing)


def _write_markdown(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.book import write_markdown

    return write_markdown(outgoing)


def _write_html(outgoing: Outgoing) -> bytes:
    from netkeeper.interchange.book import write_html

    return write_html(outgoing)


FORMATS: dict[str, Format] = {
    known.name: known
    for known in (
        Format(
            "vcard",
            "vCard",
            "version 3.0, which phones, Google, Outlook and Apple read",
            (".vcf", ".vcard"),
            has_card,
            _read_vcard,
            _write_vcard3,
        ),
        Format("vcard4", "vCard 4.0", "for address books that want nothing older", (".vcf",), write=_write_vcard4),
        Format(
            "json",
            "netkeeper's own",
            "which loses nothing: what happened and what is promised comes along",
            (".json",),
            _is_json,
            _read_json,
            _write_json,
        ),
        Format(
            "csv",
            "table",
            "for a spreadsheet; every property, and it reads back",
            (".csv", ".tsv"),
            _is_table,
            _read_table,
            _write_table,
        ),
        Format("google", "Google table", "which Google Contacts reads", (".csv",), write=_write_google),
        Format("outlook", "Outlook table", "which Outlook reads", (".csv",), write=_write_outlook),
        Format(
            "interactions",
            "interactions table",
            "what happened with whom, for a spreadsheet",
            (".csv",),
            write=_write_interactions,
        ),
        Format("ics", "calendar", "follow-ups with alarms, and birthdays", (".ics",), write=_write_calendar),
        Format("markdown", "book, as text", "the network to read, as Markdown", (".md",), write=_write_markdown),
        Format("html", "book", "the network to read and print, with pictures", (".html",), write=_write_html),
    )
}
"""All formats by name, in the order of menus."""


def readable() -> list[Format]:
    """The formats that can be read."""
    return [known for known in FORMATS.values() if known.read]


def writable() -> list[Format]:
    """The formats that can be written."""
    return [known for known in FORMATS.values() if known.write]


def read_by_ending(path: str) -> Format | None:
    """The readable format with the ending of a file's name; None if there is none."""
    ending = _ending(path)
    return next((known for known in readable() if ending in known.endings), None)


def format_to_read(data: bytes, path: str = "", hints: Hints | None = None) -> Format:
    """Detect the format of a file by its first line and its ending, else by what stands in it.

    A card or a JSON object may stand in a note of a table too.

    Args:
        hints: With an encoding chosen by the user, bytes and name may both say nothing; then vCard is returned.

    Raises:
        UnreadableFileError: netkeeper can't read it; the message says what the file seems to be.
    """
    start = data[:_RECOGNIZED_BY_BYTES]
    if is_calendar(start):
        raise UnreadableFileError(
            f"This is {kind_of(data)}, which netkeeper writes and doesn't read. {_what_is_read()}"
        )
    if not begins_as_card(start) and _is_table_first(start, path):
        return FORMATS["csv"]
    for known in readable():
        if known.recognizes and known.recognizes(start):
            return known
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n"):
        raise UnreadableFileError("The file is empty; export the contacts again.")
    by_name = read_by_ending(path)
    if by_name is not None:
        return by_name
    if hints is not None and hints.encoding is not None:
        return FORMATS["vcard"]
    raise UnreadableFileError(f"This is {kind_of(data)}. {_what_is_read()}")


def _is_table_first(start: bytes, path: str) -> bool:
    """Whether a file is a table by its ending, or by a first line that names columns where a card stands further down."""
    by_name = read_by_ending(path)
    if by_name is FORMATS["csv"]:
        return _is_table(start)
    if by_name is not None or not has_card(start):
        return False
    return _begins_as_table(start, is_by_ending=False)


def _what_is_read() -> str:
    *others, last = [f"{known.title} ({known.extension})" for known in readable()]
    return f"Export the contacts as one of what is read: {', '.join(others)} or {last}."


def format_to_write(name: str | None, path: str | None) -> Format:
    """The format to write: by name, else by the ending of the path, else vCard.

    Raises:
        UnreadableFileError: There is no format of that name, or with that ending.
    """
    if name is not None:
        for known in writable():
            if known.name == name.lower():
                return known
        names = ", ".join(known.name for known in writable())
        raise UnreadableFileError(f"There is no format {name!r}; there are {names}.")
    ending = _ending(path or "")
    if by_name := written_by_ending(path or ""):
        return by_name
    if ending:
        names = ", ".join(f"{known.name} ({known.extension})" for known in writable())
        raise UnreadableFileError(
            f"netkeeper writes no {ending} files; with --format, {path} can be one of {names}.",
            brief=f"netkeeper writes no {ending} files; it writes {names}.",
        )
    return FORMATS["vcard"]


def written_by_ending(path: str) -> Format | None:
    """The first writable format with the ending of a path; None if there is none."""
    ending = _ending(path)
    return next((known for known in writable() if ending in known.endings), None)


def _ending(path: str) -> str:
    return splitext(path)[1].lower()
