"""Where in a text a search has found something: spans of the text as it is, for what matched folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netkeeper.domain.text.display import clusters
from netkeeper.domain.text.fold import fold

Span = tuple[int, int]
"""Start and end in a text."""

_FEWEST_DIGITS = 3


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
    """Where the digits of a number stand in a text, however they are spaced there.

    Args:
        text: Where to look, such as ``040 555 0105``.
        digits: What to look for, perhaps with a country code, which the text may lack.
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
    """As much of a text as there is room for, with what was found in it: its beginning where that is enough.

    Args:
        text: On one line.
        found: Where something is found in it.
        columns: Characters there is room for.

    Returns:
        The text, with ``…`` in place of what was left out before, and where in it the same is found.
    """
    if not found or found[0][1] <= columns:
        return text, list(found)
    start = max(0, min(found[0][0] - columns // 3, found[0][1] - columns + 2))
    blank = text.find(" ", start, found[0][0])
    start = blank + 1 if blank >= 0 else start
    return f"…{text[start:]}", [(first - start + 1, last - start + 1) for first, last in found if first >= start]


def _may_have(text: str, wanted: Sequence[str]) -> bool:
    """Whether a text of ASCII has any of some texts: most lines that are drawn have none, which is soon seen."""
    folded = " ".join(text.lower().split())
    return any(each in folded for each in wanted)


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
