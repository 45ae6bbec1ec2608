"""A line of a form, with an error or a hint below it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from netkeeper.override import override
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.text_styles import Inked
from netkeeper.tui.forms.labelled_row import LabelledRow

if TYPE_CHECKING:
    from netkeeper.tui.draw.jump_targets import Spot


class FormLine(VerticalGroup):
    """A label, one or several fields, and an error or a hint.

    Attributes:
        about: The name of the property that is edited.
        is_judged: Whether errors are shown: not before the field was left once.
    """

    def __init__(self, about: str, label: str, *fields: Widget, beside: Sequence[Widget] = ()) -> None:
        """Create the line; ``beside`` are widgets after the fields that aren't filled in."""
        super().__init__()
        self.about = about
        self.fields = fields
        self.is_judged = False
        self._row = LabelledRow(label, *fields, *beside)
        self._message = Page(classes="message")

    @override
    def compose(self) -> ComposeResult:
        """The fields, and below them the error or hint."""
        yield self._row
        yield self._message

    @property
    def has_text(self) -> bool:
        """Whether any field has a text."""
        texts = [field.value if isinstance(field, Input) else getattr(field, "text", "") for field in self.fields]
        return any(text.strip() for text in texts)

    @property
    def is_shown(self) -> bool:
        """Whether it is displayed, painted already or not."""
        return all(each.display for each in self.ancestors_with_self)

    def say(self, problem: str, hint: str = "") -> None:
        """Show the problem, if the line is judged, else the hint, if there is one; sanitized here."""
        if problem and self.is_judged:
            self._message.show([[(problem, "accent")]])
        else:
            self.is_judged = self.is_judged and bool(problem)
            self._message.show([[(hint, "quiet")]] if hint else [])


class Mark(Inked):
    """A clickable sign of one character; a key does the same."""

    @dataclass
    class Clicked(Message):
        """The sign was clicked."""

        mark: Mark

    def __init__(self, sign: str, tooltip: str, *, classes: str) -> None:
        super().__init__(classes=classes)
        self._sign = sign
        self.tooltip = tooltip

    @override
    def render(self) -> Content:
        """Draw the sign."""
        return self.inked([[(self._sign, "quiet")]])

    def jump_spots(self) -> Iterable[Spot]:
        """The sign."""
        from netkeeper.tui.draw.jump_targets import Spot

        yield Spot(Offset(0, 0), partial(self.post_message, self.Clicked(self)))

    def on_click(self) -> None:
        """Post the click."""
        self.post_message(self.Clicked(self))
