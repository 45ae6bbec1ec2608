"""Finding the start and end of the cards in a file, and the text between them.

Only BEGIN and END are examined, so an unreadable card does not affect others. Cards may be nested, lack their END (a
truncated file) or their BEGIN, and follow each other without a line end (``END:VCARDBEGIN:VCARD``, joined files).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

_VCARD = rb"[ \t]*:[ \t]*VCARD[ \t]*"
_BOM = rb"(?:\xef\xbb\xbf)?"
# Groups: the indent, BEGIN (else it is END), and a BEGIN that follows END on the same line.
_EDGE = rb"([ \t]*)(?:(BEGIN)|END)" + _VCARD + rb"(" + _BOM + rb"BEGIN" + _VCARD + rb")?(?=[\r\n]|\Z)"
# The search is fast because the pattern begins with a line feed and checks the next byte; so the first line needs a
# pattern of its own.
_FIRST_EDGE = re.compile(_EDGE, re.IGNORECASE)
_NEXT_EDGE = re.compile(rb"\n(?=[BbEe \t\xef])" + _BOM + _EDGE, re.IGNORECASE)
_SOMETHING = re.compile(rb"[^\s\xef\xbb\xbf]")


class Span:
    """The position of a card, or of text outside of cards.

    Attributes:
        line: The line it begins on, from 1.
        pieces: Start and end offsets of its text, without BEGIN and END; several if other cards are nested in it.
        indent: The blanks before BEGIN, which all lines of the card have.
        is_card: False for text outside of cards.
        has_end: False if the file ends before END.
        bytes_read: Number of bytes scanned so far.
    """

    __slots__ = ("_since", "bytes_read", "has_end", "indent", "is_card", "line", "pieces")

    def __init__(self, line: int, since: int, indent: bytes = b"", is_card: bool = True) -> None:
        self.line = line
        self.pieces: list[tuple[int, int]] = []
        self.indent = indent
        self.is_card = is_card
        self.has_end = True
        self.bytes_read = 0
        self._since = since

    def pause(self, at: int, end_of_data: int) -> None:
        """End a piece where a nested card begins."""
        self.pieces.append((self._since, at))
        self._since = end_of_data

    def go_on(self, at: int) -> None:
        """Begin a piece after a nested card."""
        self._since = at

    def close(self, at: int, bytes_read: int, has_end: bool = True) -> Span:
        """End the last piece."""
        if self._since < at:
            self.pieces.append((self._since, at))
        self.has_end = has_end
        self.bytes_read = bytes_read
        return self


def find_cards(data: bytes, start: int = 0) -> Iterator[Span]:
    """The cards of a file and the text between them, in the order in which they end.

    Args:
        data: The whole file in a superset of ASCII, with LF or CRLF.
        start: The offset of its text.
    """
    open_cards: list[Span] = []
    outside = counted = start
    line = 1
    for edge in _edges(data, start):
        indent, begin, glued = edge.groups()
        at = edge.start(1)
        end = edge.start(3) if glued else edge.end()
        if indent and open_cards and not open_cards[-1].indent:
            continue  # RFC 6350, section 3.2: a line that begins with a blank goes on with the one before.
        something = None if open_cards or at - outside <= 2 else _SOMETHING.search(data, outside, at)
        if something:
            line += data.count(b"\n", counted, something.start())
            counted = something.start()
            yield Span(line, outside, is_card=not begin).close(at, at)
        if begin or glued:
            line += data.count(b"\n", counted, at)
            counted = at
        if begin:
            if open_cards:
                open_cards[-1].pause(at, len(data))
            open_cards.append(Span(line, end, indent))
            continue
        if open_cards:
            yield open_cards.pop().close(at, end)
        outside = end
        if open_cards:
            open_cards[-1].go_on(len(data) if glued else end)
        if glued:
            open_cards.append(Span(line, edge.end()))
    something = None if open_cards else _SOMETHING.search(data, outside)
    if something:
        line += data.count(b"\n", counted, something.start())
        yield Span(line, outside, is_card=False).close(len(data), len(data))
    for card in reversed(open_cards):
        yield card.close(len(data), len(data), has_end=False)


def _edges(data: bytes, start: int) -> Iterator[re.Match[bytes]]:
    """Every line that begins or ends a card."""
    first = _FIRST_EDGE.match(data, start)
    rest = _NEXT_EDGE.finditer(data, start)
    return chain((first,), rest) if first else rest
