"""The display sanitizer: makes text from outside safe on a terminal, and measures it in cells.

Stored text is not changed; everything that shows text (app, command line, errors, notifications)
passes it through here, so that no name can control the terminal or reorder adjacent text.
"""

from __future__ import annotations

import re

_FIRST_MARK = "\u0300"
"""Printable characters below this one take one cell and don't affect adjacent ones."""

_OWN_SIGNS = dict.fromkeys(map(ord, "–…“”→✓●○"))
"""Characters above it that netkeeper itself shows; as safe, so that the width tables are not imported for them."""

_LINE_ENDS = "\r\n|[\n\r\u2028\u2029\x85]"


def plain(text: str) -> str:
    """``text`` as one line that is safe on a terminal; the same object where nothing has to change.

    Line breaks and tabs become a blank; other control characters their Unicode picture (``␛``), C1
    controls and lone surrogates ``�``. Bidirectional controls and invisible characters are removed, except
    joiners inside emoji and in the scripts that need them; at most four accents in a row are kept. Text
    with right-to-left letters is isolated (FSI … PDI, UAX #9) unless it is already, so that it
    can't reorder adjacent text.
    """
    if text.isprintable() and _is_simple(text):
        return text
    from netkeeper.domain.text.control_characters import neutralize

    return neutralize(text)


def _is_simple(text: str) -> bool:
    """Whether each character takes one cell and doesn't affect adjacent ones."""
    return text.isascii() or max(text) < _FIRST_MARK or max(text.translate(_OWN_SIGNS), default="") < _FIRST_MARK


def plain_lines(text: str) -> list[str]:
    """The lines of ``text``, each safe as with ``plain``; none for an empty text."""
    return [plain(line) for line in re.split(_LINE_ENDS, text)] if text else []


def quoted(text: str, columns: int = 40) -> str:
    """``text`` inside a message: sanitized, cut to ``columns`` cells, in single quotation marks."""
    return f"'{fit(plain(text[: columns * 8]), columns)}'"


def pasteable(text: str, columns: int = 60) -> str:
    """``text`` for a command in a message: sanitized, cut, without characters that are special in double quotes."""
    return fit(plain(re.sub(r'[\\"`$!]', "", text[: columns * 8])), columns)


def width(text: str) -> int:
    """Width in terminal cells of one line that ``plain`` returned."""
    if _is_simple(text):
        return len(text)
    return sum(cells for _, cells in clusters(text))


def fit(text: str, columns: int) -> str:
    """One line that ``plain`` returned, cut to at most ``columns`` cells, with ``…`` at the end where it was cut.

    Empty where ``columns`` is 0 or less.
    """
    if columns <= 0:
        return ""
    if _is_simple(text):
        return text if len(text) <= columns else f"{text[: columns - 1]}…"
    return _fit_wide(text, columns)


def pad(text: str, columns: int) -> str:
    """``text`` cut or padded with blanks to exactly ``columns`` cells."""
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
    """Grapheme clusters: (end index in ``text``, width in cells) of each character with its combining ones.

    Counted as Textual counts: the character after a ZERO WIDTH JOINER takes no cell, and
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
