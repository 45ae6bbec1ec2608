"""The pane beside a list: card and timeline of the person under the list's cursor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message

from netkeeper.domain.text.display import fit, plain
from netkeeper.override import override
from netkeeper.tui.draw.scrolling_pane import ScrollingPane
from netkeeper.tui.person.person_text import PersonText, TextPlace

if TYPE_CHECKING:
    from netkeeper.tui.draw.blocks import Item
    from netkeeper.tui.person.view import Person

_TALL_LINES = 28
"""The height in lines from which the details come before the timeline."""

_NOTE_SHARE = 3
_LEAST_NOTE_LINES = 5
"""A note is cut to a third of the pane's height, but to no fewer than ``_LEAST_NOTE_LINES`` lines."""


class PersonPane(ScrollingPane):
    """Card and timeline in one scrolling text, with a cursor on interactions and follow-ups."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "wish('edit')", "edit", id="pane.edit", tooltip="Change what was logged or promised"),
        Binding("D", "wish('remove')", "delete", id="pane.delete", tooltip="Delete what was logged, drop a promise"),
        Binding(
            "enter", "wish('read')", "read", key_display="enter", id="pane.read", tooltip="Read all of it, however long"
        ),
    ]

    @dataclass
    class Moved(Message):
        """The cursor moved to another item."""

    def __init__(self, wish: Callable[[Item, str], None], *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name)
        """Start empty.

        Args:
            wish: Called with the item under the cursor and one of ``edit``, ``remove`` and ``read``. A direct
                call and no message, so that the next key already goes to the screen that it opens.
        """
        super().__init__(id=id)
        self._wish = wish
        self._title = ""
        self._contact_id = ""
        self._text = PersonText()

    @override
    def compose(self) -> ComposeResult:
        """A single widget of text."""
        yield self._text

    @property
    def item(self) -> Item | None:
        """The item under the cursor while the pane has the focus; None on the card, and without focus."""
        return self._text.place.item if self.is_attached and self.screen.focused is self else None

    def show(self, name: str, person: Person | None) -> None:
        """Show a person; scrolls to the top where it is another one than before.

        Args:
            name: Unsanitized; empty for nobody.
            person: None while it is loaded.
        """
        contact_id = person.contact.id if person else ""
        if contact_id != self._contact_id:
            self._contact_id = contact_id
            self.scroll_home(animate=False)
        self._title = name
        self._show_title()
        self._text.show(person)

    def on_resize(self) -> None:
        """Fit the title into the border, and the order of the parts and the length of notes to the height."""
        self._show_title()
        self._text.details_last = self.size.height < _TALL_LINES
        self._text.most_lines = max(_LEAST_NOTE_LINES, self.size.height // _NOTE_SHARE)

    def on_focus(self) -> None:
        """Show the cursor."""
        self._text.has_cursor = True

    def on_blur(self) -> None:
        """Hide the cursor."""
        self._text.has_cursor = False

    # Keys and clicks

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the pane's own keys to the room while the cursor is on no item."""
        if action == "wish":
            return self.item is not None
        return super().check_action(action, parameters)

    def action_wish(self, wish: str) -> None:
        """Call ``wish`` with the item under the cursor."""
        if (item := self.item) is not None:
            self._wish(item, wish)

    @override
    def action_move(self, places: int) -> None:
        """Move the cursor by so many places; an item taller than the pane is scrolled through first."""
        all_places = self._text.places()
        here = self._text.place
        top, end = self.scroll_offset.y, self.scroll_offset.y + self.size.height
        is_cut = here.end > end if places > 0 else here.top < top
        if here.end <= top or here.top >= end:
            self._reveal(here)
            return
        index = all_places.index(here) + places
        if is_cut or not 0 <= index < len(all_places):
            super().action_move(places)
            return
        self._go(all_places[index])

    @override
    def action_first(self) -> None:
        """To the card."""
        self._go(self._text.places()[0])
        self.scroll_home(animate=False)

    @override
    def action_last(self) -> None:
        """To the last item."""
        self._go(self._text.places()[-1])
        self.scroll_end(animate=False)

    @on(PersonText.Clicked)
    def _clicked(self, event: PersonText.Clicked) -> None:
        """Move the cursor to the clicked item; a second click edits it."""
        event.stop()
        if event.again and event.place.item is not None:
            self._wish(event.place.item, "edit")
        else:
            self._go(event.place)

    def _go(self, place: TextPlace) -> None:
        self._text.here = place.key
        self._reveal(place)
        self.post_message(self.Moved())

    def _reveal(self, place: TextPlace) -> None:
        """Scroll as little as shows a place and the heading above it; of one that doesn't fit, its nearer end."""
        places = self._text.places()
        index = places.index(place)
        top = places[index - 1].end if index else 0
        top = top if place.end - top <= self.size.height else place.top
        if top < self.scroll_offset.y:
            y = max(top, min(self.scroll_offset.y, place.end - self.size.height))
            self.scroll_to(y=y, animate=False, immediate=True)
        elif place.end > self.scroll_offset.y + self.size.height:
            self.scroll_to(y=min(place.top, place.end - self.size.height), animate=False, immediate=True)

    def _show_title(self) -> None:
        self.border_title = Content(fit(plain(self._title), self.size.width - 4))
