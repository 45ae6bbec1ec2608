"""Standard output: text that is safe on a terminal, aligned by cells, in colour only on one.

On a terminal, lines of a table are cut to its width; piped, everything is whole and plain.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple, TextIO

from netkeeper.domain.text.display import fit, pad, plain, width

GAP = 2
"""Blanks between the columns of a table."""

_NARROWEST = 6
_STYLES = {"bold": "1", "dim": "2", "yellow": "33", "cyan": "36"}


class Styled(NamedTuple):
    """Text with a style on a terminal.

    Attributes:
        text: Not safe to show yet; it is made safe when it is shown.
        style: ``bold``, ``dim``, ``yellow`` or ``cyan``.
    """

    text: str
    style: str


Part = str | Styled
"""A part of a line, made safe on its own, so that a name can't affect the parts beside it."""


class Output:
    """A stream for text that is made safe, aligned and coloured.

    Attributes:
        is_coloured: Whether styles are shown.
        columns: The terminal's width in cells; None where there is no terminal.
    """

    def __init__(self, stream: TextIO) -> None:
        """Look at the stream: its width, and whether it takes colours."""
        self._stream = stream
        self.columns = _columns(self._stream)
        self.is_coloured = _is_coloured(self._stream)

    def line(self, *parts: Part) -> None:
        """Show one line made of parts, whole; the terminal wraps it."""
        self._write("".join(self._shown(part) for part in parts))

    def table(self, rows: Sequence[Sequence[Part]], *, indent: int = 0, ends_whole: bool = False) -> None:
        """Show rows with their columns aligned; on a terminal, the widest columns give way.

        Args:
            rows: As many cells in each.
            indent: Blanks before each row.
            ends_whole: Whether the last column is never cut; a terminal breaks its lines.
        """
        safe = _safe(rows)
        self._rows(safe, self._widths(safe, indent, ends_whole=ends_whole), indent)

    def sections(self, sections: Mapping[str, Sequence[Sequence[Part]]], *, ends_whole: bool = False) -> None:
        """Show tables under their titles, aligned with each other; those without rows are left out."""
        safe = {title: _safe(rows) for title, rows in sections.items() if rows}
        widths = self._widths([row for rows in safe.values() for row in rows], GAP, ends_whole=ends_whole)
        for title, rows in safe.items():
            self.line(Styled(title, "bold"))
            self._rows(rows, widths, GAP)

    def json(self, value: Any) -> None:
        """Show JSON, as ASCII where the stream is not UTF-8, so that nothing of it is lost."""
        from netkeeper.cli.as_json import dumps

        encoding = getattr(self._stream, "encoding", None) or "utf-8"
        self._write(dumps(value, is_ascii="utf" not in encoding.lower()))

    def raw(self, data: bytes) -> bool:
        """Write a file's bytes; on a terminal, its text made safe.

        Returns:
            Whether the output equals the bytes.
        """
        if self.columns is None:
            self._stream.flush()
            self._stream.buffer.write(data)
            self._stream.buffer.flush()
            return True
        text = data.decode("utf-8", "replace")
        lines = text.replace("\r\n", "\n").removesuffix("\n").split("\n")
        shown = [plain(line) for line in lines]
        for line in shown:
            self._write(line)
        return shown == lines

    def _widths(self, rows: Sequence[Sequence[Part]], indent: int, *, ends_whole: bool) -> list[int]:
        widths = [max(width(_text(cell)) for cell in column) for column in zip(*rows, strict=True)]
        if self.columns is None or not widths:
            return widths
        if ends_whole:
            return [*_narrowed(widths[:-1], (self.columns - indent) // 2), widths[-1]]
        return _narrowed(widths, self.columns - indent)

    def _rows(self, rows: Sequence[Sequence[Part]], widths: Sequence[int], indent: int) -> None:
        for row in rows:
            last = max((place for place, cell in enumerate(row) if _text(cell)), default=0)
            cells = [self._styled(pad(_text(cell), room), cell) for cell, room in zip(row, widths, strict=True)]
            cells[last] = self._styled(fit(_text(row[last]), widths[last]), row[last])
            self._write(" " * indent + (" " * GAP).join(cells[: last + 1]))

    def _shown(self, part: Part) -> str:
        return self._styled(plain(_text(part)), part)

    def _styled(self, text: str, part: Part) -> str:
        if self.is_coloured and isinstance(part, Styled) and text:
            return f"\x1b[{_STYLES[part.style]}m{text}\x1b[0m"
        return text

    def _write(self, line: str) -> None:
        encoding = getattr(self._stream, "encoding", None) or "utf-8"
        if "utf" not in encoding.lower():
            line = line.encode(encoding, "replace").decode(encoding)
        self._stream.write(f"{line}\n")


def _text(part: Part) -> str:
    return part.text if isinstance(part, Styled) else part


def _safe(rows: Sequence[Sequence[Part]]) -> list[list[Part]]:
    return [
        [Styled(plain(cell.text), cell.style) if isinstance(cell, Styled) else plain(cell) for cell in row]
        for row in rows
    ]


def _narrowed(widths: Sequence[int], room: int) -> list[int]:
    """Column widths that fit, the widest made narrower first."""
    widths = list(widths)
    room -= GAP * (len(widths) - 1)
    while (over := sum(widths) - room) > 0:
        widest = max(widths)
        if widest <= _NARROWEST:
            break
        second = max((each for each in widths if each < widest), default=_NARROWEST)
        place = widths.index(widest)
        widths[place] = max(widest - over, min(second, widest - 1), _NARROWEST)
    return widths


def _columns(stream: TextIO) -> int | None:
    """The width of the stream's terminal in cells; None where it is none."""
    if not _is_terminal(stream):
        return None
    named = os.environ.get("COLUMNS", "")
    if named.isascii() and named.isdigit() and int(named[:6]) > 0:
        return int(named[:6])
    try:
        return os.get_terminal_size(stream.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def _is_coloured(stream: TextIO) -> bool:
    """Whether to show colours: on a terminal that has them, unless NO_COLOR is set (no-color.org)."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    if os.environ.get("TERM") == "dumb" or not _is_terminal(stream):
        return False
    # The old Windows console shows escape sequences as they are; the new terminal names itself.
    return sys.platform != "win32" or "WT_SESSION" in os.environ or "TERM_PROGRAM" in os.environ


def _is_terminal(stream: TextIO) -> bool:
    try:
        return stream.isatty()
    except ValueError:
        return False
