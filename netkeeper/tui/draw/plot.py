"""A plot, drawn anew for whatever room there is."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.content import Content

from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, fitted
from netkeeper.tui.draw.text_styles import Inked

Draw = Callable[[int, int], Sequence[Line]]
"""Draws something in so many columns and rows."""


class Plot(Inked):
    """Shows whatever it is given to draw."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._draw: Draw = lambda _columns, _rows: ()

    def show(self, draw: Draw) -> None:
        """Show something else."""
        self._draw = draw
        self.refresh()

    @override
    def render(self) -> Content:
        """Draw it in the room there is."""
        columns, rows = self.content_size
        return self.inked([fitted(line, columns) for line in list(self._draw(columns, rows))[:rows]])
