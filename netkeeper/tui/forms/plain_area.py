"""A text area for several lines."""

from __future__ import annotations

from textual import events
from textual.reactive import Reactive
from textual.widgets import TextArea

from netkeeper.override import override
from netkeeper.tui.core.error_boundary import ErrorBoundary
from netkeeper.tui.forms.plain_input import COMPACT
from netkeeper.tui.forms.repeated_entries import in_lines


class PlainArea(ErrorBoundary, TextArea):
    """A text area that removes control characters from pasted text."""

    # As those of the input of one line.
    DEFAULT_CLASSES = COMPACT
    compact = Reactive(True)

    def __init__(self, text: str = "", placeholder: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(text, placeholder=placeholder, compact=True, highlight_cursor_line=False, id=id)

    @override
    async def _on_paste(self, event: events.Paste) -> None:
        # Textual's own keeps control characters.
        event.prevent_default()
        event.stop()
        pasted = in_lines(event.text.replace("\r\n", "\n").replace("\r", "\n"))
        if pasted and (result := self._replace_via_keyboard(pasted, *self.selection)):
            self.move_cursor(result.end_location)
