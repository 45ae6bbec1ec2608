"""Finding the cards in a file: where each begins and ends, and what lies between.

Only BEGIN and END are looked at, so one card that can't be read never costs another. Cards may be
nested, lack their END (a cropped file) or their BEGIN, and stand directly after one another
(``END:VCARDBEGIN:VCARD``, two files put together).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_VCARD = rb"[ \t]*:[ \t]*VCARD[ \t]*"
_BOM = rb"(?:\xef\xbb\xbf)?"
# Groups: the indent, BEGIN (else it is END), and a BEGIN that follows END on the same line.
_EDGE = rb"([ \t]*)(?:(BEGIN)|END)" + _VCARD + rb"(" + _BOM + rb"BEGIN" + _VCARD + rb")?(?=[\r\n]|\Z)"
# A leading line feed is what the search jumps by, hence a pattern of its own for the first line; a look
# at the next byte spares most lines the rest.
_FIRST_EDGE = re.compile(_EDGE, re.IGNORECASE)
_NEXT_EDGE = re.compile(rb"\n(?=[BbEe \t\xef])" + _BOM + _EDGE, re.IGNORECASE)
_SOMETHING = re.compile(rb"[^\s\xef\xbb\xbf]")


class Span(NamedTuple):
    """A card, or text outside of any, as a place in the data.

    Attributes:
        line: The line it begins on, from 1.
        pieces: Start and end offsets of its text, without BEGIN and END; several where other cards
            are nested in it.
        is_card: False for text outside of any card.
        has_end: False where the file ends first.
        indent: What each line begins with, where BEGIN is indented.
        done: How many bytes of the data have been looked at.
    """

    line: int
    pieces: list[tuple[int, int]]
    is_card: bool
    has_end: bool
    indent: bytes
    done: int


class _Open:
    """A card whose END has not been met."""

    __slots__ = ("indent", "line", "pieces", "since")

    def __init__(self, line: int, since: int, indent: bytes) -> None:
        self.line = line
        self.since = since
        self.indent = indent
        self.pieces: list[tuple[int, int]] = []

    def span(self, end: int, done: int, has_end: bool) -> Span:
        if self.since < end:
            self.pieces.append((self.since, end))
        return Span(self.line, self.pieces, True, has_end, self.indent, done)


class _LineCounter:
    """The line numbers of offsets, asked for in rising order."""

    __slots__ = ("_data", "_line", "_upto")

    def __init__(self, data: bytes, start: int) -> None:
        self._data = data
        self._upto = start
        self._line = 1

    def at(self, offset: int) -> int:
        self._line += self._data.count(b"\n", self._upto, offset)
        self._upto = offset
        return self._line


def find_cards(data: bytes, start: int = 0) -> Iterator[Span]:
    """The cards of a file and the text between them, in the order in which they end.

    Args:
        data: The whole file, in an encoding that agrees with ASCII, its lines ended by LF or CRLF.
        start: Where its text begins.
    """
    lines = _LineCounter(data, start)
    open_cards: list[_Open] = []
    outside = start
    for edge in _edges(data, start):
        indent, begin, glued = edge.groups()
        at = edge.start(1)
        end = edge.start(3) if glued else edge.end()
        if indent and open_cards and not open_cards[-1].indent:
            continue  # RFC 6350, section 3.2: a line that begins with a blank goes on with the one before.
        if not open_cards and at - outside > 2:
            something = _SOMETHING.search(data, outside, at)
            if something:
                line = lines.at(something.start())
                yield Span(line, [(outside, at)], not begin, True, b"", at)
        if begin:
            if open_cards:
                outer = open_cards[-1]
                outer.pieces.append((outer.since, at))
                outer.since = len(data)  # nothing more belongs to it before the END of what begins here
            open_cards.append(_Open(lines.at(at), end, indent))
            continue
        if open_cards:
            yield open_cards.pop().span(at, end, True)
        outside = end
        if open_cards:
            open_cards[-1].since = len(data) if glued else end
        if glued:
            open_cards.append(_Open(lines.at(at), edge.end(), b""))
    something = None if open_cards else _SOMETHING.search(data, outside)
    if something:
        yield Span(lines.at(something.start()), [(outside, len(data))], False, True, b"", len(data))
    for card in reversed(open_cards):
        yield card.span(len(data), len(data), False)


def _edges(data: bytes, start: int) -> Iterator[re.Match[bytes]]:
    """Every line that begins or ends a card."""
    first = _FIRST_EDGE.match(data, start)
    if first:
        yield first
    yield from _NEXT_EDGE.finditer(data, start)
