"""A line to type a path in."""

from __future__ import annotations

from textual import events

from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.tui.forms.plain_input import PlainInput


class PathInput(PlainInput):
    """An input that leaves a paste to the screen, which knows what paths look like when they are dragged."""

    @override
    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()

    @override
    def replace(self, text: str, start: int, end: int) -> None:
        """As any input; a path that is begun anew with ``/`` behind a folder takes that folder's place."""
        is_root = text == "/" and start == end == len(self.value) and self.value.endswith("/")
        super().replace(text, 0 if is_root else start, end)

    def insert_plain(self, text: str) -> None:
        """Take a text as if it were typed."""
        self.replace(plain(text), *sorted(self.selection))
