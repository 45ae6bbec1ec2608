"""The search input at the top of People."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.widgets import Input
from textual.widgets.input import Selection

from netkeeper.domain.text.display import fit
from netkeeper.override import override
from netkeeper.tui.core.error_boundary import ErrorBoundary
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.text_styles import Inked
from netkeeper.tui.forms.completing_input import Complete, CompletingInput

_PLACEHOLDER = "a name, field:food, last:60d+, -has:email"


class Count(Inked):
    """The number of people found; of constant width, so that a key causes no new layout."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._found = ""

    def show(self, found: str) -> None:
        """Show a number."""
        if found != self._found:
            self._found = found
            self.refresh()

    @override
    def render(self) -> Content:
        """Draw it right-aligned."""
        columns = self.content_size.width
        return self.inked([[(f"{fit(self._found, columns):>{columns}}", "quiet")]])


class SearchLine(ErrorBoundary, VerticalGroup):
    """The search input, and a line below it for an error or what the keys do.

    The line below is there as long as one types, so that nothing moves when it gets a text.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,down", "keep", "keep", key_display="enter", id="search.keep", tooltip="Go to those who are found"
        ),
        Binding("escape", "clear", "clear", id="search.clear", tooltip="Clear the search; then leave it"),
    ]

    @dataclass
    class Typed(Message):
        """The text changed."""

        text: str

    @dataclass
    class Kept(Message):
        """The search is kept and the focus goes to the list."""

    @dataclass
    class Left(Message):
        """The search is empty and was left."""

    def __init__(
        self,
        complete: Complete,
        placeholder: str = _PLACEHOLDER,
        *,
        id: str | None = None,  # noqa: A002 (Textual's own name)
    ) -> None:
        super().__init__(id=id)
        self._input = CompletingInput(placeholder=placeholder, complete=complete, id="search-text")
        self._count = Count(id="search-count")
        self._below = Page(id="search-below")

    @override
    def compose(self) -> ComposeResult:
        """The sign, the input and the number, and the line below."""
        with HorizontalGroup(id="search-row"):
            yield Page([[("/ ", "key")]], id="search-sign")
            yield self._input
            yield self._count
        yield self._below

    @property
    def text(self) -> str:
        """The search as typed."""
        return self._input.value

    @property
    def is_typing(self) -> bool:
        """Whether the input has the focus, also before the focus event is processed."""
        return self.is_attached and self.screen.focused is self._input

    @property
    def is_at_end(self) -> bool:
        """Whether the input has the focus and its cursor is at the end."""
        return self.is_typing and self._input.cursor_at_end

    def show(self, text: str) -> None:
        """Set the text without posting :class:`Typed`."""
        with self.prevent(Input.Changed):
            self._input.value = text
        self._input.cursor_position = len(text)

    @property
    def shows_suggestions(self) -> bool:
        """Whether the list of suggestions covers the line below."""
        return bool(self._input.suggestions)

    def begin(self) -> None:
        """Focus the input and select its text, so that typing replaces it."""
        if not self.is_typing:
            self._input.selection = Selection(0, len(self.text))
        self.screen.set_focus(self._input)

    def suggest(self) -> None:
        """Show suggestions for the text."""
        self._input.ask()

    def hide_suggestions(self) -> None:
        """Hide the suggestions, which cover the line below."""
        self._input.action_close_suggestions()

    def count(self, found: str) -> None:
        """Show the number of people found at the end of the line, where no suggestion covers it."""
        self._count.show(found)

    def say(self, text: str, *, trouble: bool = False) -> None:
        """Show a text below the input; an empty one clears it. Sanitized when drawn."""
        self._below.show([[(text, "accent" if trouble else "quiet")]] if text else [])

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Typed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Kept())

    def action_keep(self) -> None:
        """Keep the search and go to the list."""
        self.post_message(self.Kept())

    def action_clear(self) -> None:
        """Clear the text; where it is empty, leave the search."""
        if self.text:
            self._input.clear()
        else:
            self.post_message(self.Left())
