"""The line at the head of People in which one types what to find."""

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
    """How many are found; always as wide, so that nothing has to be laid out anew at each key."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._found = ""

    def show(self, found: str) -> None:
        """Say another number."""
        if found != self._found:
            self._found = found
            self.refresh()

    @override
    def render(self) -> Content:
        """Draw it at the right end."""
        columns = self.content_size.width
        return self.inked([[(f"{fit(self._found, columns):>{columns}}", "quiet")]])


class SearchLine(ErrorBoundary, VerticalGroup):
    """What is looked for, and under it what is wrong with that or what the keys do.

    The line below the typed one is there as long as one types, so that nothing jumps when it has
    something to say.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,down", "keep", "keep", key_display="enter", id="search.keep", tooltip="Go to those who are found"
        ),
        Binding("escape", "clear", "clear", id="search.clear", tooltip="Clear the search; then leave it"),
    ]

    @dataclass
    class Typed(Message):
        """Something else is typed now.

        Attributes:
            text: What.
        """

        text: str

    @dataclass
    class Kept(Message):
        """The search is to be kept, and its people looked at."""

    @dataclass
    class Left(Message):
        """There is nothing to be found any more."""

    def __init__(
        self,
        complete: Complete,
        placeholder: str = _PLACEHOLDER,
        *,
        id: str | None = None,  # noqa: A002 (Textual's own name)
    ) -> None:
        """Have something to type in.

        Args:
            complete: What could be meant by what is typed.
            placeholder: What can be typed.
            id: As for any widget.
        """
        super().__init__(id=id)
        self._input = CompletingInput(placeholder=placeholder, complete=complete, id="search-text")
        self._count = Count(id="search-count")
        self._below = Page(id="search-below")

    @override
    def compose(self) -> ComposeResult:
        """The line with its sign and how many are found, and the line below."""
        with HorizontalGroup():
            yield Page([[("/ ", "key")]], id="search-sign")
            yield self._input
            yield self._count
        yield self._below

    @property
    def text(self) -> str:
        """What is typed."""
        return self._input.value

    @property
    def is_typing(self) -> bool:
        """Whether keys go into the line; from the moment on at which that is decided."""
        return self.is_attached and self.screen.focused is self._input

    @property
    def is_at_end(self) -> bool:
        """Whether one types at the end of what is typed."""
        return self.is_typing and self._input.cursor_at_end

    def show(self, text: str) -> None:
        """Have something else typed, without saying so."""
        with self.prevent(Input.Changed):
            self._input.value = text
        self._input.cursor_position = len(text)

    @property
    def is_offering(self) -> bool:
        """Whether a list of offers covers the line below."""
        return bool(self._input.offers)

    def begin(self) -> None:
        """Have the keys go into the line; what stands there is selected, so that what is typed replaces it."""
        if not self.is_typing:
            self._input.selection = Selection(0, len(self.text))
        self.screen.set_focus(self._input)

    def offer(self) -> None:
        """Offer how what is typed can go on."""
        self._input.ask()

    def offer_nothing(self) -> None:
        """Put the offers away, which cover the line below."""
        self._input.action_close_offers()

    def count(self, found: str) -> None:
        """Say how many are found, at the end of the line, where no offer hides it."""
        self._count.show(found)

    def say(self, text: str, *, trouble: bool = False) -> None:
        """Say something below the line; nothing where it is empty. Made safe where it is shown."""
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
        """Look at those who are found."""
        self.post_message(self.Kept())

    def action_clear(self) -> None:
        """Clear what is typed; where nothing is, leave."""
        if self.text:
            self._input.clear()
        else:
            self.post_message(self.Left())
