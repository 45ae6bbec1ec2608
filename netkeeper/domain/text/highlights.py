"""Spans of search matches in the original text, where the match was made on the folded text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netkeeper.domain.text.display import clusters
from netkeeper.domain.text.fold import fold

Span = tuple[int, int]
"""Start and end index in a text."""

_FEWEST_DIGITS = 3


def spans(text: str, wanted: Sequence[str]) -> list[Span]:
    """All matches of any of the ``wanted`` texts, ignoring case, accents and runs of blanks.

    Spans cover whole grapheme clusters, are in order, and don't touch one another.

    Args:
        text: The text to search.
        wanted: Folded texts with single blanks.
    """
    if not wanted or not text or (text.isascii() and not _may_have(text, wanted)):
        return []
    folded, places = _folded(text)
    found: list[Span] = []
    for each in wanted:
        start = folded.find(each) if each else -1
        while start >= 0:
            found.append((places[start], places[start + len(each) - 1] + 1))
            start = folded.find(each, start + len(each))
    return _joined(_whole(span, text) for span in sorted(found)) if found else []


def number_spans(text: str, digits: str) -> list[Span]:
    """The first match of a phone number's digits, however they are spaced; at most one span.

    Args:
        text: The text to search, such as ``040 555 0105``.
        digits: May begin with a country code that the text lacks.
    """
    places = [place for place, character in enumerate(text) if character in "0123456789"]
    written = "".join(text[place] for place in places)
    # A country code has three digits at most, and takes the place of a zero.
    for sought in (digits, *(digits[length:] for length in (1, 2, 3) if len(digits) - length >= _FEWEST_DIGITS)):
        start = written.find(sought) if sought else -1
        if start >= 0:
            return [(places[start], places[start + len(sought) - 1] + 1)]
    return []


def excerpt(text: str, found: Sequence[Span], columns: int) -> tuple[str, list[Span]]:
    """The part of a line of text that shows its first match within ``columns`` characters.

    Returns:
        The text from the first blank before the match that fits, with ``…`` in place of what was left out before it,
        and the spans in that text.
    """
    if not found or found[0][1] <= columns:
        return text, list(found)
    start = max(0, min(found[0][0] - columns // 3, found[0][1] - columns + 2))
    blank = text.find(" ", start, found[0][0])
    start = blank + 1 if blank >= 0 else start
    return f"…{text[start:]}", [(first - start + 1, last - start + 1) for first, last in found if first >= start]


def _may_have(text: str, wanted: Sequence[str]) -> bool:
    """Whether ASCII text contains any of the texts: a fast check, since most lines that are drawn contain none."""
    folded = " ".join(text.lower().split())
    return any(each in folded for each in wanted)


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """``text`` folded, with single blanks, and for each character its index in ``text``."""
    if text.isascii() and "  " not in text and text.isprintable():
        return fold(text), range(len(text))
    folded: list[str] = []
    places: list[int] = []
    for place, character in enumerate(text):
        for each in fold(character):
            blank = each.isspace()
            if blank and (not folded or folded[-1] == " "):
                continue
            folded.append(" " if blank else each)
            places.append(place)
    return "".join(folded), places


def _whole(span: Span, text: str) -> Span:
    """A span widened to whole grapheme clusters."""
    start, end = span
    if text.isascii():
        return span
    edges = [0, *(edge for edge, _ in clusters(text))]
    return max(edge for edge in edges if edge <= start), min(edge for edge in edges if edge >= end)


def _joined(found: Iterable[Span]) -> list[Span]:
    """Sorted spans, with those that touch merged."""
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
