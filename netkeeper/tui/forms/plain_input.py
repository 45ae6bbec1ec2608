"""An input of one line."""

from __future__ import annotations

from textual import events
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.tui.core.error_boundary import ErrorBoundary

COMPACT = "-textual-compact"
"""The toolkit's style class of a field without a border."""

_ISOLATES = "\u2068\u2069"


class PlainInput(ErrorBoundary, Input):
    """An input that takes all lines of a pasted text, joined and without control characters."""

    # The text's length changes with every key, but no size on the screen depends on it: the toolkit's reactive
    # attribute would lay out and draw the whole screen again for each letter.
    virtual_size = Reactive(Size(0, 0))

    # Compact from the start: the toolkit's own attribute sets the class later, and styles the input each time.
    DEFAULT_CLASSES = COMPACT
    compact = Reactive(True)

    def __init__(self, value: str = "", placeholder: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(value, placeholder, select_on_focus=False, compact=True, id=id)

    def take_enter(self) -> bool:
        """Handle Enter in the input itself; return whether it did, else the dialog accepts."""
        return False

    @property
    def wants_tab(self) -> bool:
        """Whether the input itself would handle Tab now."""
        return False

    def take_tab(self) -> bool:
        """Handle Tab in the input itself; return whether it did, else the next field gets the focus."""
        return False

    @override
    def _on_paste(self, event: events.Paste) -> None:
        # Textual's own keeps only the first line, with its control characters.
        event.prevent_default()
        event.stop()
        # Some terminals send the line breaks of a pasted text as carriage returns.
        text = plain(event.text.strip().replace("\r\n", "\n").replace("\r", "\n")).strip(_ISOLATES)
        if text:
            self.replace(text, *sorted(self.selection))
