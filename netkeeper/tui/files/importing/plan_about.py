"""The line of an import's plan that the cursor is on, at length."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.content import Content

from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, fitted
from netkeeper.tui.draw.text_styles import Inked
from netkeeper.tui.files.importing.plan_list import PlanRow
from netkeeper.tui.files.importing.plan_words import about

_FULLY_FROM_LINES = 12
"""From how many lines on there is room for the cards themselves."""


class PlanAbout(Inked):
    """Why it is so, what exactly is added, and where there is room the card that comes in and the one here."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._row: PlanRow | None = None
        self._today = date.min
        self._name_of: Callable[[str], str] = str

    def show(self, row: PlanRow | None, today: date, name_of: Callable[[str], str]) -> None:
        """Tell about another line.

        Args:
            row: Which; None for none.
            name_of: Tells the name of whoever introduced somebody.
        """
        self._row, self._today, self._name_of = row, today, name_of
        self.refresh()

    @override
    def render(self) -> Content:
        """Draw as much as there is room for."""
        columns, height = self.content_size
        lines: list[Line] = []
        if self._row is not None and columns > 0:
            found = about(self._row, columns, self._today, self._name_of, fully=height >= _FULLY_FROM_LINES)
            lines = [fitted(line, columns) for line in found]
        if len(lines) > height > 0:
            lines[height - 1 :] = [[("…", "quiet")]]
        return self.inked(lines)
