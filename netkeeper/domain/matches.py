"""Where in a text a search has found something: spans of the text as it is, for what matched folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netkeeper.domain.display import clusters
from netkeeper.domain.fold import fold

Span = tuple[int, int]
"""Start and end in a text."""


def spans(text: str, wanted: Sequence[str]) -> list[Span]:
    """Where any of some texts is found, case, accents and runs of blanks not mattering.

    A span never ends inside of what is seen as one character: an accent goes with its letter, and an
    emoji stays whole.

    Args:
        text: Where to look.
        wanted: What to look for, folded, with single blanks.

    Returns:
        The spans, in order, none of which touch one another.
    """
    if not wanted or not text:
        return []
    folded, places = _folded(text)
    found: list[Span] = []
    for each in wanted:
        start = folded.find(each) if each else -1
        while start >= 0:
            found.append((places[start], places[start + len(each) - 1] + 1))
            start = folded.find(each, start + len(each))
    return _joined(_whole(span, text) for span in sorted(found)) if found else []


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """``text`` folded, with single blanks, and for each of its characters the place it came from."""
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
    """A span widened to whole characters as they are seen."""
    start, end = span
    if text.isascii():
        return span
    edges = [0, *(edge for edge, _ in clusters(text))]
    return max(edge for edge in edges if edge <= start), min(edge for edge in edges if edge >= end)


def _joined(found: Iterable[Span]) -> list[Span]:
    """Spans in order, those that touch made one."""
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
