"""A widget for plots, which are drawn to its size."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, fitted
from netkeeper.tui.draw.text_styles import Inked

Draw = Callable[[int, int], Sequence[Line]]
"""Draws lines for a number of columns and rows, in cells."""


class Plot(Inked):
    """Shows a plot."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._draw: Draw = lambda _columns, _rows: ()

    def show(self, draw: Draw) -> None:
        """Show another plot."""
        self._draw = draw
        self.refresh()

    @override
    def render(self) -> Content:
        """Draw the plot to the widget's size."""
        columns, rows = self.content_size
        return self.inked([fitted(line, columns) for line in list(self._draw(columns, rows))[:rows]])
