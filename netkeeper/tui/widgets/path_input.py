"""A line to type a path in."""

from __future__ import annotations

from textual import events

from netkeeper.domain.display import plain
from netkeeper.tui.widgets.plain_input import PlainInput


class PathInput(PlainInput):
    """An input that leaves a paste to the screen, which knows what paths look like when they are dragged."""

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()

    def insert_plain(self, text: str) -> None:
        """Take a text as if it were typed."""
        self.replace(plain(text), *sorted(self.selection))
