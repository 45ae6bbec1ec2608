"""A line of a form: what is to be filled in, and under it what is wrong with that."""

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
    """A label, one field or a few, and a word about them.

    Attributes:
        about: The name of what stands in it.
        fields: Those that can be filled in.
        is_judged: Whether what is wrong may be said: not while one is still typing the first letters.
    """

    def __init__(self, about: str, label: str, *fields: Widget, beside: Sequence[Widget] = ()) -> None:
        """Put fields on a line.

        Args:
            about: The name of what stands in it.
            label: Before them.
            fields: To be filled in.
            beside: What stands behind them.
        """
        super().__init__()
        self.about = about
        self.fields = fields
        self.is_judged = False
        self._row = LabelledRow(label, *fields, *beside)
        self._said = Page(classes="said")

    @override
    def compose(self) -> ComposeResult:
        """The fields, and below them what is said of them."""
        yield self._row
        yield self._said

    @property
    def has_text(self) -> bool:
        """Whether something is written in it."""
        texts = [field.value if isinstance(field, Input) else getattr(field, "text", "") for field in self.fields]
        return any(text.strip() for text in texts)

    @property
    def is_shown(self) -> bool:
        """Whether it is there to be filled in, drawn already or not."""
        return all(each.display for each in self.ancestors_with_self)

    def say(self, problem: str, hint: str = "") -> None:
        """Say what is wrong, if it may be said, else how it was understood; nothing where both are empty.

        Args:
            problem: What is wrong; made safe here, as the hint is.
            hint: What to know of it.
        """
        if problem and self.is_judged:
            self._said.show([[(problem, "accent")]])
        else:
            self.is_judged = self.is_judged and bool(problem)
            self._said.show([[(hint, "quiet")]] if hint else [])


class Mark(Inked):
    """A sign that does something when it is clicked; a key does the same."""

    @dataclass
    class Clicked(Message):
        """The sign was clicked.

        Attributes:
            mark: Which.
        """

        mark: Mark

    def __init__(self, sign: str, tooltip: str, *, classes: str) -> None:
        """Show a sign.

        Args:
            sign: One character.
            tooltip: What it does.
            classes: As for any widget.
        """
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
        """Say so."""
        self.post_message(self.Clicked(self))
