"""Unfolding: from the bytes of a card to its content lines.

Lines are joined before they are decoded, because folds and soft line breaks may split characters. Most cards are
unfolded by replacing bytes in the whole card; those with quoted-printable, vCard 2.1 folds, values continued on
unindented lines, or very long properties are read line by line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from netkeeper.domain.people.photos import MAX_PHOTO_BYTES
from netkeeper.interchange.vcard.content_line import MAX_HEAD

MAX_PROPERTY_BYTES = 64 * 1024
"""Maximum size of a property; larger ones would slow down every load of the network."""

MAX_PHOTO_TEXT_BYTES = MAX_PHOTO_BYTES * 3 // 2
"""Maximum size of a picture as text: four letters for three bytes, folds, and a head."""

MAX_TEXT_BYTES = 1 << 20
"""Maximum size of a note, name or address; longer ones are cut."""

MAX_PROPERTIES = 5_000
"""Maximum number of properties of one card."""

MAX_LINES = 2_000_000
"""Maximum number of lines of one card that are read line by line: as many as a photo of 150 MB has."""

MAX_LINES_OF_FILE = 3_000_000
"""Maximum number of such lines in all cards of a file."""

MAX_STRAY = 100
"""Maximum number of reported lines of one card that belong to no property."""

_RETURNS = re.compile(rb"\r+\n?")
_QUOTED = re.compile(rb";[ \t]*(?:ENCODING[ \t]*=[ \t]*)?QUOTED-PRINTABLE[ \t]*(?:[;:]|\Z)", re.IGNORECASE)
_OLD = re.compile(rb"\nVERSION[ \t]*:[ \t]*2", re.IGNORECASE)

_HEAD = re.compile(rb"(?:[A-Za-z0-9_-]+\.)*([A-Za-z0-9_-]+)[ \t]*(?=[;:])")
_PICTURES = frozenset((b"PHOTO", b"LOGO"))
_BINARY = frozenset((b"PHOTO", b"LOGO", b"SOUND", b"KEY"))
_BASE64_NAMES = frozenset((b"BASE64", b"B"))
_BASE64_LINE = re.compile(rb"[A-Za-z0-9+/]+=*[ \t]*\Z")
_RUNS_ON = frozenset((b"FN", b"NOTE", b"LABEL", b"ADR", b"ORG", b"TITLE"))
_KNOWN = frozenset((
    b"ADR", b"AGENT", b"ANNIVERSARY", b"BDAY", b"CATEGORIES", b"CLASS", b"EMAIL", b"FN", b"GENDER", b"GEO", b"IMPP",
    b"KEY", b"LABEL", b"LANG", b"LOGO", b"MAILER", b"N", b"NICKNAME", b"NOTE", b"ORG", b"PHOTO", b"PRODID", b"REV",
    b"ROLE", b"SORT-STRING", b"SOUND", b"SOURCE", b"TEL", b"TITLE", b"TZ", b"UID", b"URL", b"VERSION",
))  # fmt: skip
# A vCard 2.1 line folded at a blank is shorter than one cut at the writer's line limit.
_CUT_AT_LIMIT = 74


@dataclass(slots=True)
class Unfolded:
    """The content lines of a card.

    Attributes:
        lines: One per property, in bytes, without its line end; a note continued on unindented lines contains
            line feeds.
        too_long: Name and size in bytes of properties that are left out because of their size.
        cut: Name and size in bytes of texts that are cut because of their size.
        stray: Lines that belong to no property.
        too_many: Whether the card has more than ``MAX_PROPERTIES``.
    """

    lines: list[bytes] = field(default_factory=list)
    too_long: list[tuple[str, int]] = field(default_factory=list)
    cut: list[tuple[str, int]] = field(default_factory=list)
    stray: list[bytes] = field(default_factory=list)
    too_many: bool = False


def most_bytes(name: bytes) -> int:
    """The maximum size of a property, by its name in capitals."""
    return MAX_TEXT_BYTES if name in _RUNS_ON else MAX_PHOTO_TEXT_BYTES if name in _PICTURES else MAX_PROPERTY_BYTES


def are_all_within_bounds(chunk: bytes) -> bool:
    """Whether no line of an unfolded card is too long for its property."""
    for line in chunk.split(b"\n"):
        if len(line) > MAX_PROPERTY_BYTES:
            head = _HEAD.match(line)
            if head is None or len(line) > most_bytes(head[1].upper()):
                return False
    return True


def may_be_quoted(data: bytes) -> bool:
    """Whether a file may contain quoted-printable."""
    return b"QUOTED" in data or b"quoted" in data or b"Quoted" in data


def unfold_at_once(chunk: bytes, is_quoted: bool) -> bytes | None:
    """Unfold a whole card by replacing bytes.

    Args:
        is_quoted: Whether it may contain quoted-printable.

    Returns:
        One line per property; None if the card must be read line by line.
    """
    returns = chunk.count(b"\r")
    if returns:
        # Deleting one byte is several times as fast as replacing two by one.
        chunk = chunk.replace(b"\r", b"") if returns == chunk.count(b"\n") else _RETURNS.sub(b"\n", chunk)
    if is_quoted:
        # A line that begins with an equals sign is no property but a continuation.
        chunk = chunk.replace(b"=\n=", b"=")
        if b"=\n" in chunk and _QUOTED.search(chunk):
            return None
    joined = chunk.replace(b"\n ", b"")
    if b"\t" in chunk:
        joined = joined.replace(b"\n\t", b"")
    if len(joined) != len(chunk) and b"\nVERSION:3" not in chunk and _OLD.search(chunk):
        return None
    return joined


def unfold_by_line(data: bytes, pieces: list[tuple[int, int]], indent: bytes = b"") -> Unfolded:
    """Unfold a card line by line.

    Args:
        data: The whole file.
        pieces: Start and end offsets of the card's text.
        indent: Blanks at the start of each line to be removed.
    """
    joiner = _Joiner(any(_OLD.search(data, *piece) for piece in pieces))
    for piece in pieces:
        for line, length in _physical_lines(data, *piece):
            joiner.add(line.removeprefix(indent), length)
            if joiner.found.too_many:
                return joiner.found
    joiner.finish()
    return joiner.found


def _physical_lines(data: bytes, start: int, end: int) -> Iterator[tuple[bytes, int]]:
    """The lines between two offsets, cut at ``MAX_TEXT_BYTES``, with their full lengths."""
    while start < end:
        stop = data.find(b"\n", start, end)
        if stop < 0:
            stop = end
        line = data[start : min(stop, start + MAX_TEXT_BYTES)].rstrip(b"\r")
        if b"\r" in line:
            for part in line.split(b"\r"):
                yield part, len(part)
        else:
            yield line, stop - start
        start = stop + 1


class _Joiner:
    """Joins the lines of a card to properties."""

    __slots__ = ("_after_blank", "_has_colon", "_is_base64", "_is_old", "_is_quoted", "_last", "_most", "_name", "_parts", "_size", "found")  # fmt: skip

    def __init__(self, is_old: bool) -> None:
        self.found = Unfolded()
        self._is_old = is_old
        self._parts: list[bytes] = []
        self._last = b""
        self._after_blank = False
        self._begin(b"", b"", 0)

    def add(self, line: bytes, length: int) -> None:
        """Process the next line.

        Args:
            line: Its bytes, possibly cut.
            length: Its full length.
        """
        if not line.strip():
            self._after_blank = True
            return
        if self._is_quoted and self._last.endswith(b"=") and not self._begins_property(line):
            self._parts[-1] = self._parts[-1].rstrip()[:-1]
            self._append(line, length)
        elif line[:1] in (b" ", b"\t") and self._parts:
            if self._has_colon:
                self._append(self._without_fold(line), length)
            else:
                self._begin(b"".join(self._parts) + line[1:], self._name, self._size + length)
        elif self._is_base64 and _BASE64_LINE.match(line):
            self._append(line, length)
        else:
            head = _HEAD.match(line)
            if head and b":" in line:
                self.finish()
                self._begin(line, head[1].upper(), length)
            else:
                self._take_stray(line, length)
        self._last = line.rstrip()
        self._after_blank = False

    def finish(self) -> None:
        """Finish the current property."""
        if not self._parts:
            return
        if not self._has_colon:
            self._parts.append(b":")
        if len(self.found.lines) >= MAX_PROPERTIES:
            self.found.too_many = True
        elif self._size <= self._most:
            self.found.lines.append(b"".join(self._parts))
        elif self._name in _RUNS_ON:
            self.found.cut.append((self._name.decode("ascii"), self._size))
            self.found.lines.append(b"".join(self._parts)[: self._most])
        else:
            self.found.too_long.append((self._name.decode("ascii"), self._size))
        self._parts = []

    def _begin(self, line: bytes, name: bytes, length: int) -> None:
        head, colon, _ = line[:MAX_HEAD].partition(b":")
        self._has_colon = bool(colon) or len(line) > MAX_HEAD
        self._parts = [line] if line else []
        self._size = length
        self._name = name
        self._most = most_bytes(name)
        self._is_quoted = _QUOTED.search(head) is not None
        params = head.upper().split(b";")[1:]
        self._is_base64 = name in _BINARY or any(p.rpartition(b"=")[2].strip() in _BASE64_NAMES for p in params)

    def _append(self, line: bytes, length: int) -> None:
        self._has_colon = self._has_colon or b":" in line
        if self._size <= self._most:
            self._parts.append(line)
        self._size += length

    def _begins_property(self, line: bytes) -> bool:
        """Whether a line after a soft line break is a new property because the value was truncated.

        Values may contain colons (``http://…``), so without a blank line in between only known properties count.
        """
        head = _HEAD.match(line)
        return head is not None and b":" in line and (self._after_blank or head[1].upper() in _KNOWN)

    def _without_fold(self, line: bytes) -> bytes:
        """A continuation line without the blank that folding added.

        vCard 2.1 folds at a blank, which is part of the value (section 2.1.3); but most of its writers fold
        anywhere at their line limit, as vCard 3.0 does (RFC 2426, section 2.6).
        """
        if self._is_base64:
            return line.strip()
        if not self._is_old or self._is_quoted or len(self._last) >= _CUT_AT_LIMIT:
            return line[1:]
        return b" " + line.lstrip()

    def _take_stray(self, line: bytes, length: int) -> None:
        """Process a line without a colon or without a valid name before it."""
        head = _HEAD.match(line + b":")
        name = head[1].upper() if head else b""
        if head and (name in _KNOWN or name.startswith(b"X-") or (head[1].isupper() and b";" in line)):
            # The colon is on the next line, or missing.
            self.finish()
            self._begin(line, name, length)
        elif self._name in _RUNS_ON and self._parts and (self._name == b"NOTE" or line[:1] != b"#"):
            self._append((b"=0A" if self._is_quoted else b"\n") + line, length + 1)
        elif len(self.found.stray) < MAX_STRAY:
            self.found.stray.append(line[:200])
