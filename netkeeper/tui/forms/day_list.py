"""A list of a few days to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from textual.message import Message

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.text.display import pad
from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line, fitted

_NAME_COLUMNS = 14


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day and its name, like ``next Monday``."""

    name: str
    day: date


class DayList(LineList, can_focus=False):
    """Days with their names, beside an input that keeps the focus."""

    @dataclass
    class DayChosen(Message):
        """A day was clicked."""

        day: date

    def __init__(self, days: Sequence[NamedDay], today: date, *, id: str | None = None) -> None:  # noqa: A002
        """Create the list; ``today`` is for describing the days."""
        super().__init__(id=id)
        self._days = days
        self._today = today

    @override
    def on_mount(self) -> None:
        """Fill the list."""
        self.set_keys([each.name for each in self._days])

    def named(self, number: str) -> date | None:
        """The day of a line by its typed number, from 1; None where there is none."""
        return self._days[int(number) - 1].day if number in map(str, range(1, len(self._days) + 1)) else None

    @property
    def day(self) -> date:
        """The day under the cursor."""
        return self._days[max(0, self.cursor)].day

    @override
    def draw(self, index: int, columns: int) -> Line:
        """The number, the name and the day."""
        each = self._days[index]
        line = [
            (f"{index + 1} ", "key"),
            (pad(each.name, _NAME_COLUMNS), "strong"),
            (describe_day(each.day, self._today), "quiet"),
        ]
        return fitted(line, columns)

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002 (the first click chooses already)
        """Post the clicked day."""
        self.post_message(self.DayChosen(self._days[index].day))
