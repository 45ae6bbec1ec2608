"""The list of transactions, by day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from textual.message import Message

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.text.display import fit, plain
from netkeeper.override import override
from netkeeper.phrases.history import done_words
from netkeeper.system.local_time import local
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line, beside
from netkeeper.tui.rooms.history.reader import HistoryEntry

_AHEAD = 100
"""How many lines before the end more are asked for."""

_BY_COLUMNS = 5


class _Row(NamedTuple):
    """A day, or a transaction with its time."""

    text: str
    time: str = ""
    done: HistoryEntry | None = None

    @property
    def key(self) -> str:
        return str(self.done.transaction.seq) if self.done else ""


class HistoryList(LineList):
    """The list on History."""

    @dataclass
    class LineChosen(Message):
        """The cursor rests on another line."""

    @dataclass
    class LineOpened(Message):
        """A line was opened."""

    @dataclass
    class MoreWanted(Message):
        """The cursor is near the end of what was read.

        Attributes:
            all: Whether all of history is wanted.
        """

        all: bool

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._rows: Sequence[_Row] = ()

    @property
    def done(self) -> HistoryEntry | None:
        """The entry under the cursor; None on a day."""
        return self._rows[self.cursor].done if self.cursor >= 0 else None

    def show(self, done: Sequence[HistoryEntry], today: date) -> None:
        """Show what was done; the cursor keeps its place.

        Args:
            done: Newest first.
            today: The day, for naming days.
        """
        rows: list[_Row] = []
        day: date | None = None
        for each in done:
            moment = local(each.transaction.at)
            if moment.date() != day:
                day = moment.date()
                rows.append(_Row(describe_day(day, today).upper()))
            rows.append(_Row(done_words(each.transaction.what, each.transaction.message), f"{moment:%H:%M}", each))
        self._rows = rows
        self.set_keys([row.key for row in rows])

    @override
    def draw(self, index: int, columns: int) -> Line:
        """A day, or a transaction with its time."""
        row = self._rows[index]
        if row.done is None:
            return [(fit(row.text, columns), "accent")]
        taken_back = row.done.taken_back_by is not None
        by = f"{plain(row.done.transaction.by):>{_BY_COLUMNS}}"
        ends: Line = [(f"taken back  {by}" if taken_back else by, "quiet")]
        return beside([(f"{row.time}  ", "quiet"), (plain(row.text), "quiet" if taken_back else "")], ends, columns)

    @override
    def cursor_moved(self) -> None:
        """Announce the line under the cursor."""
        self.post_message(self.LineChosen())

    @override
    def clicked(self, index: int, *, again: bool) -> None:
        """Open an entry that is clicked again."""
        if again and self._rows[index].done:
            self.post_message(self.LineOpened())

    @override
    def action_last(self) -> None:
        """Go to the first transaction of all, which reads all older journals."""
        self.post_message(self.MoreWanted(all=True))

    def go_to_end(self) -> None:
        """Put the cursor on the last line."""
        super().action_last()

    @override
    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for more lines before the end is reached."""
        super().watch_scroll_y(old_value, new_value)
        if new_value > old_value and new_value + self.size.height + _AHEAD > len(self._rows):
            self.post_message(self.MoreWanted(all=False))
