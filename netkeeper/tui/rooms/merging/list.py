"""Two contacts side by side, a line for each property, whose value is chosen by keys and clicks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message

from netkeeper.domain.people.identity.merge import Take
from netkeeper.domain.text.display import fit, pad, plain
from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.rooms.merging.rows import MergeRow

_GAP = 2
_LABEL_COLUMNS = 13
_THREE_FROM_COLUMNS = 64
"""With fewer columns, a line only shows the result and whose value it is."""

_MARKS = {True: "● ", False: "○ "}
_NARROW_MARKS = {Take.MINE: "● ○ ", Take.THEIRS: "○ ● ", Take.BOTH: "● ● "}

HEADS = ("stays", "goes into it", "will be")
"""The titles of the columns."""


class MergeList(LineList):
    """The properties of two contacts, and the result of each."""

    HEAD: ClassVar[int] = 1
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "take('mine')", "choose", key_display="← →", id="merge.mine", tooltip="Take what the one says that stays"),
        Binding("right", "take('theirs')", "Theirs", show=False, id="merge.theirs", tooltip="Take what the one says that goes"),
        Binding("b", "take('both')", "both", id="merge.both", tooltip="Take both, where there can be several"),
        Binding("space", "turn", "Next", show=False, id="merge.turn", tooltip="Take the next that can be taken"),
    ]  # fmt: skip

    @dataclass
    class RowChosen(Message):
        """The cursor rests on another line."""

    @dataclass
    class Taken(Message):
        """A value was chosen.

        Attributes:
            name: Of the property.
            take: Whose.
        """

        name: str
        take: Take

    @dataclass
    class Swapped(Message):
        """The head was clicked, which swaps the two."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._rows: Sequence[MergeRow] = ()

    @property
    def row(self) -> MergeRow | None:
        """The row under the cursor; None for none."""
        return self._rows[self.cursor] if self.cursor >= 0 else None

    @property
    def rows(self) -> Sequence[MergeRow]:
        """All rows."""
        return self._rows

    def show(self, rows: Sequence[MergeRow], go_to: str = "") -> None:
        """Show rows; the cursor stays on its row, or goes to the one named ``go_to``."""
        self._rows = rows
        self.set_keys([row.name for row in rows], go_to)

    # Drawing

    @override
    def draw_head(self, columns: int) -> Line:
        """The titles of the columns."""
        widths = _widths(columns)
        if not widths:
            return [(fit(f"{' ' * _LABEL_COLUMNS}{'  '.join(HEADS[:2])}", columns), "quiet")]
        shown = (" " * _GAP).join(pad(f"  {head}", each) for head, each in zip(HEADS, widths, strict=True))
        return [(" " * _LABEL_COLUMNS, ""), (shown, "quiet")]

    @override
    def draw(self, index: int, columns: int) -> Line:
        """A property: both values, and the result."""
        row = self._rows[index]
        label: Line = [(pad(row.label, _LABEL_COLUMNS), "quiet")]
        widths = _widths(columns)
        if not widths:
            mark = _NARROW_MARKS[row.take] if row.take else " " * 4
            return [*label, (mark, "accent"), (fit(plain(row.result), columns - _LABEL_COLUMNS - 4), "strong")]
        cells: Line = []
        sides = ((row.mine, Take.MINE), (row.theirs, Take.THEIRS))
        for (text, side), width in zip(sides, widths, strict=False):
            taken = row.take in (side, Take.BOTH)
            mark = _MARKS[taken] if row.take else "  "
            cells.append((mark, "accent" if taken else "quiet"))
            cells.append((pad(plain(text), width - 2 + _GAP - 1) + " ", "" if taken or row.take is None else "quiet"))
        return [*label, *cells, ("  ", ""), (fit(plain(row.result), widths[2] - 2), "strong")]

    # Keys and clicks

    @override
    def cursor_moved(self) -> None:
        """Announce it."""
        self.post_message(self.RowChosen())

    def action_take(self, take: str) -> None:
        """Choose a value, where it can be chosen."""
        row = self.row
        if row is not None and Take(take) in row.takes:
            self.post_message(self.Taken(row.name, Take(take)))

    def action_turn(self) -> None:
        """Choose the next value that can be chosen."""
        row = self.row
        if row is not None and row.next_take is not None:
            self.post_message(self.Taken(row.name, row.next_take))

    @override
    def head_clicked(self, column: int) -> None:  # noqa: ARG002 (any of them does)
        """Ask for swapping the two."""
        self.post_message(self.Swapped())

    @override
    def on_click(self, event: events.Click) -> None:
        """Choose what was clicked; Textual calls the base's handler too, which moves the cursor."""
        offset = event.get_content_offset(self)
        index = -1 if offset is None else offset.y - self.HEAD + self.scroll_offset.y
        if offset is None or offset.y < self.HEAD or not 0 <= index < len(self._rows):
            return
        row = self._rows[index]
        take = self._take_at(offset.x - 1, row)
        if take is not None and take in row.takes:
            self.post_message(self.Taken(row.name, take))

    def _take_at(self, column: int, row: MergeRow) -> Take | None:
        """The choice of a click: the side it is on, or the next one."""
        widths = _widths(self.scrollable_content_region.width - 1)
        if widths:
            starts = [_LABEL_COLUMNS, _LABEL_COLUMNS + widths[0] + _GAP, _LABEL_COLUMNS + sum(widths[:2]) + 2 * _GAP]
            if starts[0] <= column < starts[1]:
                return Take.MINE
            if starts[1] <= column < starts[2]:
                return Take.THEIRS
        return row.next_take if column >= _LABEL_COLUMNS else None


def _widths(columns: int) -> tuple[int, ...]:
    """The widths of the three columns in cells; empty where three don't fit."""
    if columns < _THREE_FROM_COLUMNS:
        return ()
    room = columns - _LABEL_COLUMNS - 2 * _GAP
    side = room // 3
    return side, side, room - 2 * side
