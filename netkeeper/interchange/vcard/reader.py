"""Reading vCards, tolerant of the deviations of address books, whatever the declared version."""

from __future__ import annotations

import re
from binascii import a2b_qp
from collections.abc import Callable
from operator import attrgetter

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.cards import WRONG_LETTERS, Group, ParsedFile, ReadContact, ReadProgress, Skipped
from netkeeper.interchange.no_collecting import garbage_collector_paused
from netkeeper.interchange.vcard.build import build_contact, build_group
from netkeeper.interchange.vcard.card import GROUP, Card, too_long
from netkeeper.interchange.vcard.charsets import LAST_RESORT, Decoder, recode
from netkeeper.interchange.vcard.content_line import QUOTED_PRINTABLE, Head, parse_head, split_line
from netkeeper.interchange.vcard.lines import (
    MAX_LINES,
    MAX_LINES_OF_FILE,
    MAX_PHOTO_TEXT_BYTES,
    MAX_PROPERTIES,
    MAX_PROPERTY_BYTES,
    MAX_TEXT_BYTES,
    Unfolded,
    are_all_within_bounds,
    may_be_quoted,
    unfold_at_once,
    unfold_by_line,
)
from netkeeper.interchange.vcard.properties import FILE_PROPERTIES, PROPERTY_READERS, take_other
from netkeeper.interchange.vcard.scan import Span, find_cards

MAX_CARDS = 100_000
"""Maximum number of cards of one file, skipped ones included."""

_LARGEST_AT_ONCE = 2 * MAX_PHOTO_TEXT_BYTES
_LONGEST_REMEMBERED_HEAD = 200
_MOST_REMEMBERED_HEADS = 2_000
_PROGRESS_EVERY_CARDS = 200

_LONGEST_COMMENT = 4096
_COMMENT = rb"[ \t\r]*(?:(?:#|//|;)[^\n]*)?"
_COMMENTS = re.compile(rb"(?:" + _COMMENT + rb"\n)*" + _COMMENT)
_SURROGATE = re.compile("[\udc80-\udcff]")
_OLD_VERSION = re.compile(r"(?:^|\n)VERSION[ \t]*:[ \t]*2", re.IGNORECASE)

_KnownHead = tuple[Head, Callable[[Card, Head, str], None] | None, bool]
"""A head, the reader of its property (None to ignore it), and whether it has an encoding or a charset."""


def read_vcards(data: bytes, *, encoding: str | None = None, progress: ReadProgress | None = None) -> ParsedFile:
    """Read a file of vCards 2.1, 3.0 or 4.0, or a mixture.

    Nothing is fetched and no picture decoded. Cards that can't be read as a contact are skipped; they don't affect
    other cards.

    Args:
        encoding: The encoding of undeclared text; None to detect it.
        progress: Called regularly with the bytes read and their total; may raise to cancel.

    Raises:
        UnreadableFileError: There is no card, there are more than ``MAX_CARDS``, or there is no such encoding.
    """
    with garbage_collector_paused():
        return _read(data, encoding, progress)


def _read(data: bytes, encoding: str | None, progress: ReadProgress | None) -> ParsedFile:
    data, start, codec = recode(data, encoding)
    if not data[start : start + 4096].strip() and not data[start:].strip():
        raise UnreadableFileError("The file is empty; export the contacts again.")
    if b"\n" not in data:
        data = data.replace(b"\r", b"\n")
    reader = _Reader(data, codec)
    contacts: list[ReadContact] = []
    skipped: list[Skipped] = []
    groups: list[Group] = []
    count = 0
    for span in find_cards(data, start):
        found = reader.read(span)
        if isinstance(found, ReadContact):
            contacts.append(found)
        elif isinstance(found, Group):
            groups.append(found)
        elif found is not None:
            skipped.append(found)
        count += span.is_card
        if count > MAX_CARDS:
            raise UnreadableFileError(f"There are more than {MAX_CARDS:,} cards in the file; split it in several.")
        if progress is not None and count % _PROGRESS_EVERY_CARDS == 0:
            progress(span.bytes_read, len(data))
    if not count:
        raise UnreadableFileError("There is no vCard in the file: no line says BEGIN:VCARD.")
    if progress is not None:
        progress(len(data), len(data))
    by_line = attrgetter("line")
    # Nested cards end in another order than they begin.
    contacts.sort(key=by_line)
    skipped.sort(key=by_line)
    groups.sort(key=by_line)
    return ParsedFile(tuple(contacts), tuple(skipped), "vcard", tuple(groups))


class _Reader:
    """Reads the cards of one file."""

    __slots__ = ("_data", "_decoder", "_heads", "_lines_left", "_may_be_quoted")

    def __init__(self, data: bytes, codec: str) -> None:
        self._data = data
        self._decoder = Decoder(data, codec)
        self._heads: dict[str, _KnownHead] = {}
        self._lines_left = MAX_LINES_OF_FILE
        self._may_be_quoted = may_be_quoted(data)

    def read(self, span: Span) -> ReadContact | Group | Skipped | None:
        """The contact or the group of a card, or the reason to skip it; None for comments between cards."""
        pieces = span.pieces
        if not span.is_card:
            start, end = pieces[0]
            is_comment = _COMMENTS.fullmatch(self._data, start, min(end, start + _LONGEST_COMMENT))
            return None if is_comment else Skipped(span.line, "text outside of any card")
        card = None
        size = pieces[0][1] - pieces[0][0] if len(pieces) == 1 and not span.indent else _LARGEST_AT_ONCE + 1
        if size <= _LARGEST_AT_ONCE:
            lines = unfold_at_once(self._data[pieces[0][0] : pieces[0][1]], self._may_be_quoted)
            if lines is not None and (size <= MAX_PROPERTY_BYTES or are_all_within_bounds(lines)):
                card = self._card(lines)
        if card is None:
            lines_in_card = sum(self._data.count(b"\n", start, end) for start, end in pieces)
            if lines_in_card > min(MAX_LINES, self._lines_left):
                return Skipped(span.line, f"a card of {lines_in_card:,} lines, more than are read")
            self._lines_left -= lines_in_card
            card = self._mended_card(unfold_by_line(self._data, pieces, span.indent))
        if not span.has_end:
            card.remark("END:VCARD is missing")
        if card.kind == GROUP:
            return build_group(card, span.line)
        found = build_contact(card, span.line)
        return found or Skipped(span.line, "a card with no name, organization, email or phone")

    def _card(self, chunk: bytes) -> Card | None:
        """A card with one property per line; None if a line is no property, so that it must be read line by line."""
        is_raw = bool(self._decoder.codec)
        try:
            text = chunk.decode("ascii" if is_raw else "utf-8")
        except UnicodeDecodeError:
            text = chunk.decode("ascii" if is_raw else "utf-8", "surrogateescape")
            is_raw = True
        if "\0" in text:
            text = text.replace("\0", "")
        card = Card(_is_old(text))
        return card if self._fill(card, text.split("\n"), chunk if is_raw else b"") else None

    def _mended_card(self, found: Unfolded) -> Card:
        """A card that was read line by line."""
        chunk = b"\n".join(found.lines)
        encoding = "ascii" if self._decoder.codec else "utf-8"
        lines = [line.decode(encoding, "surrogateescape").replace("\0", "") for line in found.lines]
        card = Card(any(_is_old(line) for line in lines))
        is_raw = self._decoder.codec or any(map(_SURROGATE.search, lines))
        for line in lines:
            if not self._fill(card, [line], chunk if is_raw else b""):
                found.stray.append(line.encode("utf-8", "surrogateescape"))
        for name, size in found.too_long:
            card.remark(too_long(name, size))
        for name, size in found.cut:
            card.remark(f"{name} ({size // 1024:,} KB) is cut: over {MAX_TEXT_BYTES // 1024} KB")
        for stray in found.stray:
            card.remark(f"{quoted(stray.decode('utf-8', 'replace'))} is no property; left out")
        if found.too_many:
            card.remark(f"what follows the first {MAX_PROPERTIES:,} properties is left out")
        return card

    def _fill(self, card: Card, lines: list[str], raw_chunk: bytes) -> bool:
        """Read content lines into a card.

        Args:
            lines: Content lines; invalid bytes are lone surrogates.
            raw_chunk: The bytes of the card if any line must be decoded again; else empty.

        Returns:
            False as soon as a line is no property.
        """
        heads = self._heads
        for line in lines:
            written, colon, value = line.partition(":")
            known = heads.get(written)
            if known is None or not colon:
                if not line or line.isspace():
                    continue
                split = self._split(line, raw_chunk)
                if split is None:
                    return False
                known, value = split
            head, take, is_encoded = known
            if take is None:
                continue
            if is_encoded or raw_chunk:
                take(card, head, self._decoded(card, head, value, raw_chunk))
                card.is_decoded = False
            else:
                take(card, head, value)
        return True

    def _split(self, line: str, raw_chunk: bytes) -> tuple[_KnownHead, str] | None:
        """Parse a line with a new head into head and value; None if it is no property. Caches the head."""
        written, value = split_line(line)
        if len(written) == len(line):
            return None
        clean = written
        if _SURROGATE.search(written):
            clean, _ = self._decoder.text(written.encode("utf-8", "surrogateescape"), "", raw_chunk)
        head = parse_head(clean)
        if head is None:
            return None
        take = None if head.name in FILE_PROPERTIES else PROPERTY_READERS.get(head.name, take_other)
        known = head, take, bool(head.encoding or head.charset)
        # Other lines are looked up by the text before their first colon, which must be the whole head.
        if len(written) <= _LONGEST_REMEMBERED_HEAD and ":" not in written and written.count('"') % 2 == 0:
            if len(self._heads) >= _MOST_REMEMBERED_HEADS:
                self._heads.clear()
            self._heads[written] = known
        return known, value

    def _decoded(self, card: Card, head: Head, value: str, raw_chunk: bytes) -> str:
        """A value decoded from quoted-printable and its charset."""
        is_quoted = head.encoding == QUOTED_PRINTABLE
        if not (is_quoted or head.charset or self._decoder.codec or _SURROGATE.search(value)):
            return value
        card.is_decoded = is_quoted or bool(head.charset)
        raw = value.encode("utf-8", "surrogateescape")
        if is_quoted:
            raw = a2b_qp(raw)
        text, is_guessed = self._decoder.text(raw, head.charset, raw_chunk or raw)
        if is_guessed and not card.is_guessed:
            card.is_guessed = True
            card.remark(f"read as {LAST_RESORT}; {WRONG_LETTERS}")
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text.replace("\0", "") if "\0" in text else text


def _is_old(text: str) -> bool:
    """Whether a card declares version 2.1; without a version it is taken for 3.0."""
    place = text.find("\nVERSION:")
    if place >= 0:
        return text[place + 9 : place + 10] == "2"
    return "VERSION" in text.upper() and _OLD_VERSION.search(text) is not None
