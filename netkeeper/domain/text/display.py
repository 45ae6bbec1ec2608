"""The one display sanitizer: text from outside made safe and measurable on a terminal.

What is stored stays as it came; every edge that shows text (app, command line, errors,
notifications) passes it through here, so that no name controls the terminal or moves its
neighbours.
"""

from __future__ import annotations

import re

_FIRST_MARK = "\u0300"
"""Before this character all that is printable takes one cell and does nothing to its neighbours."""

_OWN_SIGNS = dict.fromkeys(map(ord, "–…“”→✓●○"))
"""What netkeeper writes itself beyond that, which is as harmless: the tables of the others are not loaded for it."""

_LINE_ENDS = "\r\n|[\n\r\u2028\u2029\x85]"


def plain(text: str) -> str:
    """One line that is safe on a terminal and looks as much like ``text`` as it can.

    Line breaks and tabs become a blank; other control characters their Unicode picture (``␛``), C1
    controls and lone surrogates ``�``. Bidirectional controls and invisible characters go, but for
    joiners inside emoji and in the scripts that need them; of a heap of accents four stay. Text
    that holds right-to-left letters is isolated (FSI … PDI, UAX #9) unless it is already, so that it
    can't reorder its neighbours.

    Returns:
        ``text`` itself where there is nothing to do.
    """
    if text.isprintable() and _is_simple(text):
        return text
    from netkeeper.domain.text.control_characters import neutralize

    return neutralize(text)


def _is_simple(text: str) -> bool:
    """Whether each character takes one cell and does nothing to its neighbours."""
    return text.isascii() or max(text) < _FIRST_MARK or max(text.translate(_OWN_SIGNS), default="") < _FIRST_MARK


def plain_lines(text: str) -> list[str]:
    """The lines of ``text``, each safe as with ``plain``; none for an empty text."""
    return [plain(line) for line in re.split(_LINE_ENDS, text)] if text else []


def quoted(text: str, columns: int = 40) -> str:
    """``text`` for naming it inside a message: safe, short, in single quotation marks."""
    return f"'{fit(plain(text[: columns * 8]), columns)}'"


def pasteable(text: str, columns: int = 60) -> str:
    """``text`` safe, short, and without what a shell reads in double quotation marks: a command can hold it."""
    return fit(plain(re.sub(r'[\\"`$!]', "", text[: columns * 8])), columns)


def width(text: str) -> int:
    """How many terminal cells ``text`` takes.

    Args:
        text: One line, made safe with ``plain``.
    """
    if _is_simple(text):
        return len(text)
    return sum(cells for _, cells in clusters(text))


def fit(text: str, columns: int) -> str:
    """``text`` cut to at most ``columns`` cells, ending in ``…`` where it was cut.

    Args:
        text: One line, made safe with ``plain``.
        columns: Cells to be had; 0 or less leaves nothing.
    """
    if columns <= 0:
        return ""
    if _is_simple(text):
        return text if len(text) <= columns else f"{text[: columns - 1]}…"
    return _fit_wide(text, columns)


def pad(text: str, columns: int) -> str:
    """``text`` cut, then filled with blanks, to exactly ``columns`` cells."""
    text = fit(text, columns)
    return text + " " * (columns - width(text))


def _fit_wide(text: str, columns: int) -> str:
    """``fit`` for text whose characters differ in width."""
    from netkeeper.domain.text.control_characters import FSI, PDI

    used = head_end = 0
    for end, cells in clusters(text):
        used += cells
        if used > columns:
            head = text[:head_end]
            return head + "…" + PDI * (head.count(FSI) - head.count(PDI))
        if used < columns:
            head_end = end
    return text


def clusters(text: str) -> list[tuple[int, int]]:
    """What can't be cut apart: (end in ``text``, cells) of each character with all that clings to it.

    Counted as the app's toolkit counts: what follows a ZERO WIDTH JOINER takes no cell, and
    VARIATION SELECTOR-16 widens the narrow emoji before it.
    """
    from netkeeper.domain.text.cell_widths import GROWING, WIDTHS

    clusters: list[tuple[int, int]] = []
    last = ""
    joined = False
    for end, character in enumerate(text, 1):
        cells = 0 if joined else WIDTHS[character]
        if character == "\ufe0f" and not joined:
            cells, last = int(last in GROWING), ""
            if clusters:
                clusters[-1] = (end, clusters[-1][1] + cells)
            else:
                clusters.append((end, 0))
        elif clusters and cells == 0:
            clusters[-1] = (end, clusters[-1][1])
        else:
            clusters.append((end, cells))
            last = character if cells else last
        joined = character == "\u200d" and not joined
    return clusters
