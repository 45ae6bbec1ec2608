"""The dialog that asks whether a file's dates have the day or the month first."""

from __future__ import annotations

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType

from netkeeper.interchange.csv.days import ORDERS, day_text, parse_written_date
from netkeeper.override import override
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.dialog import LEAVING, Dialog, accepting


class DateOrderDialog(Dialog[str]):
    """Show an ambiguous date of the file and ask for the order; its result is one of ``ORDERS``."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("read on", "Read the file's dates like this"),
        LEAVING,
    ]

    def __init__(self, example: str) -> None:
        """Ask about a date as written in the file."""
        super().__init__("Day or month first?")
        self._example = example

    @override
    def fields(self) -> ComposeResult:
        """The date, and its two readings."""
        yield Page([[(f"The file writes {self._example}. Which day is that?", "")]])
        yield Choice([Option(order, self._read(order)) for order in ORDERS], ORDERS[0], id="order")

    def _read(self, order: str) -> str:
        """The date in words, as read in this order."""
        words = order.replace("-", " ")
        written = parse_written_date(self._example)
        if written is None:
            return words
        day, month = (written.first, written.second) if order == ORDERS[0] else (written.second, written.first)
        return f"{words}: {day_text(month, day, None if written.is_short else written.year)}"

    def on_mount(self) -> None:
        """Focus the choice."""
        self.set_focus(self.query_one(Choice))

    @on(Choice.Chosen)
    def _chosen(self, event: Choice.Chosen) -> None:
        event.stop()
        self.changed()

    @override
    def accept(self) -> None:
        """Return the order."""
        self.dismiss(self.query_one(Choice).values[0])
