"""A scrolling pane for a longer text."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.app import ComposeResult
from textual.content import Content

from netkeeper.domain.text.display import fit, plain
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, fitted
from netkeeper.tui.draw.scrolling_pane import ScrollingPane
from netkeeper.tui.draw.text_styles import InkedLines

_LEAST_COLUMNS = 12
"""Narrower than this, the pane stays empty."""

LinesAt = Callable[[int], Iterable[Line]]
"""Makes lines for a width in cells."""


class ReadingPane(ScrollingPane):
    """A text that is laid out to the pane's width."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._title = ""
        self._about = ""

    @override
    def compose(self) -> ComposeResult:
        """One widget with the text."""
        yield _Text()

    def show(self, title: str, lines_at: LinesAt, about: str) -> None:
        """Show a text.

        Args:
            title: For the border; sanitized here.
            about: An id of the subject; where it changes, the pane scrolls to the top.
        """
        if about != self._about:
            self._about = about
            self.scroll_home(animate=False)
        self._title = title
        self._show_title()
        self.query_one(_Text).show(lines_at)

    def on_resize(self) -> None:
        """Fit the title to the width."""
        self._show_title()

    def _show_title(self) -> None:
        self.border_title = Content(fit(plain(self._title), self.size.width - 4))


class _Text(InkedLines):
    """The text."""

    DEFAULT_CSS = "_Text { height: auto; padding: 0 1 0 0; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines_at: LinesAt = lambda _: ()

    def show(self, lines_at: LinesAt) -> None:
        """Show another text."""
        self._lines_at = lines_at
        self.refresh(layout=True)

    @override
    def lines_at(self, columns: int) -> list[Line]:
        """The lines, fitted to the width."""
        return [] if columns < _LEAST_COLUMNS else [fitted(line, columns) for line in self._lines_at(columns)]
