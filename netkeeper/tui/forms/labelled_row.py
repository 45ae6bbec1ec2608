"""A label and fields in one row."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import HorizontalGroup
from textual.widget import Widget

from netkeeper.override import override
from netkeeper.tui.draw.page import Page


class LabelledRow(HorizontalGroup):
    """A label and one or several fields."""

    def __init__(self, label: str, *fields: Widget) -> None:
        """Create the row; an empty ``label`` is for a field that belongs to the one above."""
        super().__init__()
        self._label = label
        self._fields = fields

    @override
    def compose(self) -> ComposeResult:
        """The label, then the fields."""
        yield Page([[(self._label or " ", "quiet")]], classes="label")
        yield from self._fields
