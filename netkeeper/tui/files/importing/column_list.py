"""The list of a table's columns, with the property that each becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.message import Message

from netkeeper.domain.text.display import fit, pad, plain
from netkeeper.interchange.csv import Column
from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.files.importing.column_words import target_words

_NUMBER_COLUMNS = 4
_GAP = 2
_CELLS_FROM_COLUMNS = 60
"""The width from which sample cells are shown; the dialog of a column shows them at any width."""

HEADS = ("column", "holds", "becomes")
"""The heads of the columns."""


class ColumnList(LineList):
    """A table's columns, one a line."""

    HEAD: ClassVar[int] = 1

    @dataclass
    class ColumnChosen(Message):
        """The cursor moved."""

    @dataclass
    class ChangeWanted(Message):
        """The target of the column under the cursor is to be changed."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._columns: Sequence[Column] = ()
        self._cells: Sequence[str] = ()

    @property
    def column(self) -> Column | None:
        """The column under the cursor; None in an empty list."""
        return self._columns[self.cursor] if self.cursor >= 0 else None

    def show(self, columns: Sequence[Column], cells: Sequence[str]) -> None:
        """Show columns; the cursor keeps its place.

        Args:
            cells: Sample cells of each column, joined; unsanitized.
        """
        self._columns, self._cells = columns, cells
        self.set_keys([str(column.place) for column in columns])

    @override
    def draw_head(self, columns: int) -> Line:
        """The heads."""
        header, cells, becomes = self._widths(columns)
        shown = [pad(HEADS[0], header), *([pad(HEADS[1], cells)] if cells else []), fit(f"  {HEADS[2]}", becomes)]
        return [(" " * _NUMBER_COLUMNS, ""), ((" " * _GAP).join(shown), "quiet")]

    @override
    def draw(self, index: int, columns: int) -> Line:
        """Number, header, sample cells and target of a column."""
        column = self._columns[index]
        header, cells, becomes = self._widths(columns)
        is_left_out = column.target.kind == "ignore"
        line: Line = [
            (f"{column.place + 1:>{_NUMBER_COLUMNS - 1}} ", "quiet"),
            (pad(plain(column.header) or "(no header)", header), "quiet" if is_left_out else "strong"),
            (" " * _GAP, ""),
        ]
        if cells:
            line += [(pad(plain(self._cells[index]), cells), "quiet"), (" " * _GAP, "")]
        words = fit(plain(target_words(column.target)), becomes - 2)
        mark = "? " if not column.is_known else "· " if is_left_out else "→ "
        return [*line, (mark, "accent"), (words, "quiet" if is_left_out or not column.is_known else "")]

    def _widths(self, columns: int) -> tuple[int, int, int]:
        """The widths of header, sample cells and target, in cells of the terminal."""
        room = columns - _NUMBER_COLUMNS - _GAP
        if columns < _CELLS_FROM_COLUMNS:
            return room // 2, 0, room - room // 2
        header = min(24, room // 4)
        becomes = min(40, (room - header) // 2)
        return header, room - header - becomes - _GAP, becomes

    @override
    def cursor_moved(self) -> None:
        """Post :class:`ColumnChosen`."""
        self.post_message(self.ColumnChosen())

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002 (the cursor is there by now)
        """Change a column at the second click."""
        if again:
            self.post_message(self.ChangeWanted())
