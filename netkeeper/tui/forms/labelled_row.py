"""A field of a form with its label before it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.widget import Widget

from netkeeper.override import override
from netkeeper.tui.draw.page import Page


class LabelledRow(HorizontalGroup):
    """A label and a field, or a few that belong together."""

    def __init__(self, label: str, *fields: Widget) -> None:
        """Put a label before a field.

        Args:
            label: May be empty, for a field that belongs to the one above it.
            fields: To be filled in.
        """
        super().__init__()
        self._label = label
        self._fields = fields

    @override
    def compose(self) -> ComposeResult:
        """The label, then the fields."""
        yield Page([[(self._label or " ", "quiet")]], classes="label")
        yield from self._fields
