"""A line to type in."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.tui.core.error_boundary import ErrorBoundary

_ISOLATES = "\u2068\u2069"


class PlainInput(ErrorBoundary, Input):
    """An input of one line that takes a pasted text whole: its lines joined, nothing invisible in it."""

    # How long the text is changes with every key, and no size on the screen follows from it: the toolkit's own
    # has the whole screen laid out and drawn anew for each letter.
    virtual_size = Reactive(Size(0, 0))

    def __init__(self, value: str = "", placeholder: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(value, placeholder, select_on_focus=False, compact=True, id=id)

    def take_enter(self) -> bool:
        """Do what Enter does in this line itself, before it means anything to a dialog around it; whether it did."""
        return False

    @property
    def wants_tab(self) -> bool:
        """Whether Tab does something in this line itself now."""
        return False

    def take_tab(self) -> bool:
        """Do what Tab does in this line itself, before it leads to the next field; whether it did."""
        return False

    @override
    def _on_paste(self, event: events.Paste) -> None:
        # Textual's own keeps the first line only, and any control characters with it.
        event.prevent_default()
        event.stop()
        # Some terminals send the line breaks of what is pasted as Enter is sent.
        text = plain(event.text.strip().replace("\r\n", "\n").replace("\r", "\n")).strip(_ISOLATES)
        if text:
            self.replace(text, *sorted(self.selection))
