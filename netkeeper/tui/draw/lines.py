"""Laying text out in lines of so many cells."""

from __future__ import annotations

from textual.content import Content

from netkeeper.domain.text.display import fit, pad, plain, plain_lines, width

Piece = tuple[str, str]
"""Text, made safe to show, and its ink: ``strong quiet accent key here`` or none."""

Line = list[Piece]


def wrap(text: str, columns: int) -> list[str]:
    """Text from outside as safe lines of at most ``columns`` cells; its own line breaks stay."""
    wrapped: list[str] = []
    for line in plain_lines(text):
        if width(line) <= columns:
            wrapped.append(line)
        else:
            # Made safe anew, so that each piece of a right-to-left line is isolated by itself.
            wrapped += [plain(piece.plain.rstrip()) for piece in Content(line).wrap(max(1, columns))]
    return wrapped


def length(line: Line) -> int:
    """How many cells a line takes."""
    return sum(width(text) for text, _ in line)


def beside(left: Line, right: Line, columns: int) -> Line:
    """One line with something at its right end, which goes first where there is no room for both."""
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
    """A labelled text whose further lines stand under its first.

    Args:
        label: Safe to show; cut, or filled with blanks, to the indent.
        text: As it came; nothing comes of an empty one.
        columns: Cells to be had.
        indent: Cells before the text.
        ink: Of the text.
    """
    lines = wrap(text, columns - indent)
    heads = [pad(label, indent), *[" " * indent] * len(lines)]
    return [[(head, "quiet"), (line, ink)] for head, line in zip(heads, lines, strict=False)]
