"""Layout of text in lines of a given number of cells."""

from __future__ import annotations

from textual.content import Content

from netkeeper.domain.text.display import fit, pad, plain, plain_lines, width

Piece = tuple[str, str]
"""Sanitized text, and its ink: a name of :data:`netkeeper.tui.draw.text_styles.INKS`."""

Line = list[Piece]


def wrap(text: str, columns: int) -> list[str]:
    """Sanitize a text and wrap it to lines of at most ``columns`` cells; its own line breaks stay."""
    wrapped: list[str] = []
    for line in plain_lines(text):
        if width(line) <= columns:
            wrapped.append(line)
        else:
            # Sanitized again, so that each piece of a right-to-left line has isolates of its own.
            wrapped += [plain(piece.plain.rstrip()) for piece in Content(line).wrap(max(1, columns))]
    return wrapped


def length(line: Line) -> int:
    """The cells that a line takes."""
    return sum(width(text) for text, _ in line)


def beside(left: Line, right: Line, columns: int) -> Line:
    """A line with ``right`` at its right end; where not both fit, ``right`` is left out or ``left`` cut."""
    room = columns - length(right) - 1
    taken = length(left)
    if room < 1 or (taken > room and room < columns // 2):
        return fitted(left, columns)
    left = fitted(left, room)
    taken = length(left)
    return [*left, (" " * (room + 1 - taken), ""), *right]


def fitted(line: Line, columns: int) -> Line:
    """A line cut to ``columns`` cells."""
    kept: Line = []
    for text, ink in line:
        if columns <= 0:
            break
        text = fit(text, columns)
        columns -= width(text)
        kept.append((text, ink))
    return kept


def hanging(label: str, text: str, columns: int, indent: int, ink: str = "") -> list[Line]:
    """A labelled text with a hanging indent; no lines for an empty text.

    Args:
        label: Sanitized; cut or padded to the indent, with a blank at its end.
        text: Not sanitized.
        columns: Cells of a line, with the indent.
        indent: Cells before the text.
        ink: The text's ink.
    """
    lines = wrap(text, columns - indent)
    heads = [f"{pad(label.rstrip(), indent - 1)} " if indent else "", *[" " * indent] * len(lines)]
    return [[(head, "quiet"), (line, ink)] for head, line in zip(heads, lines, strict=False)]
