"""A pane for content that may be longer than the screen."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll


class ScrollingPane(VerticalScroll, can_focus=True):
    """A pane that scrolls with the keys of a list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "move(1)", "Down", show=False, id="pane.down", tooltip="Down"),
        Binding("k,up", "move(-1)", "Up", show=False, id="pane.up", tooltip="Up"),
        Binding("g,home", "first", "Top", show=False, id="pane.top", tooltip="To the top"),
        Binding("G,end", "last", "End", show=False, id="pane.end", tooltip="To the end"),
        Binding("pagedown", "page_down", "Page down", show=False, id="pane.page-down", tooltip="A page down"),
        Binding("pageup", "page_up", "Page up", show=False, id="pane.page-up", tooltip="A page up"),
    ]

    def action_move(self, places: int) -> None:
        """Scroll by lines."""
        self.scroll_relative(y=places, animate=False, immediate=True)

    def action_first(self) -> None:
        """Scroll to the top."""
        self.scroll_home(animate=False)

    def action_last(self) -> None:
        """Scroll to the end."""
        self.scroll_end(animate=False)
