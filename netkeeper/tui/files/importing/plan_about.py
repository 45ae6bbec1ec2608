"""The pane with the details of one line of an import's plan."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from textual.content import Content

from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, fitted
from netkeeper.tui.draw.text_styles import Inked
from netkeeper.tui.files.importing.plan_list import PlanRow
from netkeeper.tui.files.importing.plan_words import plan_details

_FULLY_FROM_LINES = 12
"""The height in lines from which the whole cards are shown."""


class PlanAbout(Inked):
    """The reason of a proposal, what is added, and with enough height the imported and the existing card."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._row: PlanRow | None = None
        self._today = date.min
        self._name_of: Callable[[str], str] = str

    def show(self, row: PlanRow | None, today: date, name_of: Callable[[str], str]) -> None:
        """Show another line, or nothing.

        Args:
            name_of: Returns the name of a contact, by id.
        """
        self._row, self._today, self._name_of = row, today, name_of
        self.refresh()

    @override
    def render(self) -> Content:
        """Draw as many lines as fit."""
        columns, height = self.content_size
        lines: list[Line] = []
        if self._row is not None and columns > 0:
            found = plan_details(self._row, columns, self._today, self._name_of, fully=height >= _FULLY_FROM_LINES)
            lines = [fitted(line, columns) for line in found]
        if len(lines) > height > 0:
            lines[height - 1 :] = [[("…", "quiet")]]
        return self.inked(lines)
