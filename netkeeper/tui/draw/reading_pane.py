"""Something to be read at length, in a frame of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual.app import ComposeResult
from textual.content import Content

from netkeeper.domain.text.display import fit, plain
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, fitted
from netkeeper.tui.draw.scrolling_pane import ScrollingPane
from netkeeper.tui.draw.text_styles import Inked

_LEAST_COLUMNS = 12
"""Narrower than this, nothing can be told."""

LinesAt = Callable[[int], Iterable[Line]]
"""Makes lines for so many columns."""


class ReadingPane(ScrollingPane):
    """A text that is laid out for the room there is."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._title = ""
        self._about = ""

    @override
    def compose(self) -> ComposeResult:
        """All of it in one text."""
        yield _Text()

    def show(self, title: str, lines_at: LinesAt, about: str) -> None:
        """Show a text, from its top where it is about something else than before.

        Args:
            title: Stands in the border; made safe here.
            lines_at: Its lines.
            about: Tells what it is about.
        """
        if about != self._about:
            self._about = about
            self.scroll_home(animate=False)
        self._title = title
        self._show_title()
        self.query_one(_Text).show(lines_at)

    def on_resize(self) -> None:
        """Keep the title whole, or cut with a mark."""
        self._show_title()

    def _show_title(self) -> None:
        self.border_title = Content(fit(plain(self._title), self.size.width - 4))


class _Text(Inked):
    """The lines."""

    DEFAULT_CSS = "_Text { height: auto; padding: 0 1 0 0; }"

    def __init__(self) -> None:
        super().__init__()
        self._lines_at: LinesAt = lambda _: ()

    def show(self, lines_at: LinesAt) -> None:
        """Show other lines."""
        self._lines_at = lines_at
        self.refresh(layout=True)

    @override
    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """As many lines as it takes at this width."""
        return len(self._lines(width))

    @override
    def render(self) -> Content:
        """Draw the lines."""
        return self.inked(self._lines(self.content_size.width))

    def _lines(self, columns: int) -> list[Line]:
        return [] if columns < _LEAST_COLUMNS else [fitted(line, columns) for line in self._lines_at(columns)]
