"""A few days to choose from, by number, by name, or by a click."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from netkeeper.domain.describe import describe_day
from netkeeper.domain.display import pad
from netkeeper.tui.lines import Line, fitted
from netkeeper.tui.widgets.line_list import LineList

_NUMBER_COLUMNS = 3
_NAME_COLUMNS = 14


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day as one says it."""

    name: str
    day: date


class DayList(LineList):
    """Days under their names; a number chooses at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(str(number), f"pick({number - 1})", show=False, id=f"days.{number}", tooltip="Choose this day")
        for number in range(1, 10)
    ]

    @dataclass
    class DayChosen(Message):
        """A day was chosen."""

        day: date

    def __init__(self, days: Sequence[NamedDay], today: date, *, id: str | None = None) -> None:  # noqa: A002
        """Offer some days.

        Args:
            days: At most nine.
            today: For telling how far away they are.
            id: As for any widget.
        """
        super().__init__(id=id)
        self._days = days
        self._today = today

    def on_mount(self) -> None:
        """Fill the list."""
        self.set_keys([each.name for each in self._days])

    @property
    def day(self) -> date:
        """The day that the cursor is on."""
        return self._days[max(0, self.cursor)].day

    def draw(self, index: int, columns: int) -> Line:
        """A number to press, the day's name, and the day."""
        each = self._days[index]
        line = [
            (pad(str(index + 1), _NUMBER_COLUMNS), "key"),
            (pad(each.name, _NAME_COLUMNS), "strong"),
            (describe_day(each.day, self._today), "quiet"),
        ]
        return fitted(line, columns)

    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002 (the first click chooses already)
        """Choose the day that was clicked."""
        self.action_pick(index)

    def action_pick(self, index: int) -> None:
        """Choose a day by its place."""
        if index < len(self._days):
            self.post_message(self.DayChosen(self._days[index].day))
