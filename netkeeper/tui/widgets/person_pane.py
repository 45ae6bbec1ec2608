"""The pane beside the list: who somebody is and what happened with them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from netkeeper.domain.display import fit, plain
from netkeeper.tui.widgets.person_text import PersonText

if TYPE_CHECKING:
    from netkeeper.tui.person import Person

_TALL_LINES = 28
"""From how many lines on there is room for all that is known before what happened."""


class PersonPane(VerticalScroll, can_focus=True):
    """Card and timeline in one scroll."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", "Down", show=False, id="pane.down", tooltip="Scroll down"),
        Binding("k,up", "scroll_up", "Up", show=False, id="pane.up", tooltip="Scroll up"),
        Binding("g,home", "scroll_home", "Top", show=False, id="pane.top", tooltip="To the top"),
        Binding("G,end", "scroll_end", "End", show=False, id="pane.end", tooltip="To the end"),
        Binding("pagedown", "page_down", "Page down", show=False, id="pane.page-down", tooltip="A page down"),
        Binding("pageup", "page_up", "Page up", show=False, id="pane.page-up", tooltip="A page up"),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._title = ""
        self._contact_id = ""

    def compose(self) -> ComposeResult:
        """All of it in one text."""
        yield PersonText()

    def show(self, name: str, person: Person | None) -> None:
        """Show a person, who starts at the top where it is somebody else than before.

        Args:
            name: The person's name, as it came; empty for nobody.
            person: All that is known of them; None until it is.
        """
        contact_id = person.contact.id if person else ""
        if contact_id != self._contact_id:
            self._contact_id = contact_id
            self.scroll_home(animate=False)
        self._title = name
        self._show_title()
        self.query_one(PersonText).show(person)

    def on_resize(self) -> None:
        """Keep the name whole, or cut with a mark, in the border; and what matters within reach."""
        self._show_title()
        self.query_one(PersonText).details_last = self.size.height < _TALL_LINES

    def _show_title(self) -> None:
        self.border_title = Content(fit(plain(self._title), self.size.width - 4))
