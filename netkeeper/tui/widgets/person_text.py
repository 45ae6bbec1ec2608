"""A part of what is known of somebody, as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.content import Content

from netkeeper.tui.lines import Line
from netkeeper.tui.person import Person
from netkeeper.tui.widgets.inked import Inked

_LEAST_COLUMNS = 18
"""Narrower than this, nothing can be told."""


class PersonText(Inked):
    """Lines about a person, as many as there are."""

    def __init__(
        self,
        lines: Callable[[Person, int], Iterable[Line]],
        *,
        id: str | None = None,  # noqa: A002 (Textual's own name for it)
        classes: str | None = None,
    ) -> None:
        """Show nobody yet.

        Args:
            lines: Draws a person in so many cells.
            id: As for any widget.
            classes: As for any widget.
        """
        super().__init__(id=id, classes=classes)
        self._draw = lines
        self._person: Person | None = None
        self._drawn: tuple[int, list[Line]] = (0, [])

    def show(self, person: Person | None) -> None:
        """Show a person, or nobody."""
        if person != self._person:
            self._person = person
            self._drawn = (0, [])
            self.refresh(layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """As many lines as it takes at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Draw the lines."""
        return self.inked(self._lines(self.content_size.width))

    def _lines(self, columns: int) -> list[Line]:
        if self._drawn[0] != columns:
            known = self._person is not None and columns >= _LEAST_COLUMNS
            self._drawn = (columns, list(self._draw(self._person, columns)) if known and self._person else [])
        return self._drawn[1]
