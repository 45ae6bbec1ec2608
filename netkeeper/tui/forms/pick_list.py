"""A list to pick one or several items from, each with an explanation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from netkeeper.domain.text.display import pad, plain
from netkeeper.domain.text.display import width as cells
from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line, fitted

_GAP = 2


@dataclass(frozen=True, slots=True)
class Pick:
    """An item: its value, and its name and explanation, which are sanitized when drawn."""

    value: str
    name: str
    about: str = ""


class PickList(LineList):
    """Items to pick from; where several can be picked, each has a tick.

    A list for a single item can't have the focus: it belongs to an input beside it, which gets the keys.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "tick", id="pick.tick", tooltip="Tick it, or no more; several may be ticked"),
    ]

    @dataclass
    class Picked(Message):
        """An item of a list for a single one was clicked."""

        value: str

    def __init__(
        self,
        picks: Sequence[Pick],
        at: str = "",
        *,
        several: bool = False,
        id: str | None = None,  # noqa: A002 (Textual's own name for it)
    ) -> None:
        """Create the list.

        Args:
            picks: The items, each value once.
            at: The value that the cursor is on initially.
            several: Whether several can be picked together.
        """
        super().__init__(id=id)
        self.can_focus = several
        self._picks = picks
        self._at = at
        self._several = several
        self._ticked: set[str] = set()
        self._name_columns = max((cells(plain(pick.name)) for pick in picks), default=0)

    @override
    def on_mount(self) -> None:
        """Fill the list."""
        self.set_keys([pick.value for pick in self._picks], self._at)

    @property
    def values(self) -> tuple[str, ...]:
        """The ticked values, else the one under the cursor."""
        here = self._picks[self.cursor].value if self.cursor >= 0 else None
        return tuple(
            pick.value
            for pick in self._picks
            if pick.value in self._ticked or (not self._ticked and pick.value == here)
        )

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enable the tick where several can be picked."""
        return self._several if action == "tick" else super().check_action(action, parameters)

    def action_tick(self) -> None:
        """Toggle the tick of the item under the cursor."""
        self._ticked ^= {self._picks[self.cursor].value}
        self.refresh_line(self.cursor)
        self.cursor_moved()

    @override
    def draw(self, index: int, columns: int) -> Line:
        """The tick, the name and the explanation."""
        pick = self._picks[index]
        mark = ("✓ " if pick.value in self._ticked else "· ") if self._several else ""
        room = max(columns - len(mark) - _GAP - cells(plain(pick.about)), columns // 2)
        name = pad(plain(pick.name), min(self._name_columns, room))
        line: Line = [(mark, "key"), (name, "strong"), (" " * _GAP, ""), (plain(pick.about), "quiet")]
        return fitted(line, columns)

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002 (the first click picks already)
        """Toggle the tick, or post the picked value."""
        if self._several:
            self.action_tick()
        else:
            self.post_message(self.Picked(self._picks[index].value))
