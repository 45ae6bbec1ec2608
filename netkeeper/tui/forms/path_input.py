"""An input for a path."""

from __future__ import annotations

from textual import events

from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.tui.forms.plain_input import PlainInput


class PathInput(PlainInput):
    """An input that leaves a paste to the screen, which parses the forms of dragged paths."""

    @override
    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()

    @override
    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a range; a ``/`` typed after a folder's own ``/`` starts an absolute path instead."""
        is_root = text == "/" and start == end == len(self.value) and self.value.endswith("/")
        super().replace(text, 0 if is_root else start, end)

    def insert_plain(self, text: str) -> None:
        """Insert a text as if typed; sanitized here."""
        self.replace(plain(text), *sorted(self.selection))
