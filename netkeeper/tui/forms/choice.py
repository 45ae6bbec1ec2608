"""A widget to choose one or several of a few options, all shown on one line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message

from netkeeper.domain.text.display import plain
from netkeeper.domain.text.display import width as cells
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, length
from netkeeper.tui.draw.text_styles import Inked

if TYPE_CHECKING:
    from netkeeper.tui.draw.jump_targets import Spot

_GAP = 2


@dataclass(frozen=True, slots=True)
class Option:
    """An option: its value, and its label, which is sanitized when drawn."""

    value: str
    label: str


class Choice(Inked, can_focus=True):
    """A line of options, chosen by arrows, first letter or click."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "step(1)", "Next", show=False, id="choice.next", tooltip="To the next choice"),
        Binding("left", "step(-1)", "Previous", show=False, id="choice.previous", tooltip="To the choice before"),
        Binding("space", "choose", "Choose", show=False, id="choice.toggle", tooltip="Choose, or not"),
        Binding("backspace,delete", "clear", "Clear", show=False, id="choice.clear", tooltip="Choose nothing"),
    ]

    @dataclass
    class Chosen(Message):
        """The choice changed; ``values`` are the chosen ones in the order of the options."""

        choice: Choice
        values: tuple[str, ...]

        @property
        @override
        def control(self) -> Choice:
            """The widget, for selectors of handlers."""
            return self.choice

    def __init__(
        self,
        options: Sequence[Option],
        chosen: str = "",
        *,
        several: bool = False,
        optional: bool = False,
        after: str = "",
        id: str | None = None,  # noqa: A002 (Textual's own name for it)
    ) -> None:
        """Create the widget.

        Args:
            chosen: The value chosen initially; empty for none.
            several: Whether several can be chosen together.
            optional: Whether the choice can be empty.
            after: An explanation at the end of the line.
        """
        super().__init__(id=id)
        self._options = options
        self._several = several
        self._optional = optional or several
        self._after = after
        self._chosen = {chosen} if chosen else set()
        self._here = next((place for place, option in enumerate(options) if option.value == chosen), 0)

    @property
    def values(self) -> tuple[str, ...]:
        """The chosen values, in the order of the options."""
        return tuple(option.value for option in self._options if option.value in self._chosen)

    def show(self, values: Sequence[str]) -> None:
        """Set the chosen values without posting :class:`Chosen`."""
        if set(values) != self._chosen:
            self._chosen = set(values)
            if values and not self._several:
                self._here = next(place for place, option in enumerate(self._options) if option.value in values)
            self.refresh()

    # What the person does

    def action_step(self, places: int) -> None:
        """Move to another option; where only one can be chosen, choose it."""
        place = self._here + places
        if not self._several and not self._chosen:
            place = 0 if places > 0 else len(self._options) - 1
        self._go(min(max(place, 0), len(self._options) - 1), choose=not self._several)

    def action_choose(self) -> None:
        """Choose the current option, or undo that."""
        self._go(self._here, choose=True, may_unchoose=True)

    def action_clear(self) -> None:
        """Clear the choice, where it is optional."""
        if self._optional:
            self._take(set())

    def on_key(self, event: events.Key) -> None:
        """Choose the next option that begins with the letter."""
        if not event.is_printable or not event.character or event.character.isspace():
            return
        typed = event.character.casefold()
        fitting = [place for place, option in enumerate(self._options) if option.label.casefold().startswith(typed)]
        if fitting:
            event.stop()
            following = [place for place in fitting if place > self._here]
            again = len(fitting) > 1 and self._options[self._here].value in self._chosen
            self._go((following if again and following else fitting)[0], choose=True, may_unchoose=self._several)

    def on_click(self, event: events.Click) -> None:
        """Choose the clicked option."""
        offset = event.get_content_offset(self)
        if offset is None:
            return
        for place, (row, start, end) in enumerate(self._places(self.content_size.width)):
            if row == offset.y and start <= offset.x < end:
                self._go(place, choose=True, may_unchoose=True)

    def jump_spots(self) -> Iterable[Spot]:
        """Every option."""
        from netkeeper.tui.draw.jump_targets import Spot

        for place, (row, start, _) in enumerate(self._places(self.content_size.width)):
            yield Spot(Offset(start, row), partial(self._go, place, choose=True, may_unchoose=True))

    def _go(self, place: int, *, choose: bool, may_unchoose: bool = False) -> None:
        self._here = place
        value = self._options[place].value
        if choose and value not in self._chosen:
            self._take(self._chosen | {value} if self._several else {value})
        elif choose and may_unchoose and self._optional:
            self._take(self._chosen - {value})
        self.refresh()

    def _take(self, chosen: set[str]) -> None:
        if chosen != self._chosen:
            self._chosen = chosen
            self.refresh()
            self.post_message(self.Chosen(self, self.values))

    # Drawing

    @override
    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """The number of lines that the options take."""
        return self._places(width)[-1][0] + 1

    @override
    def render(self) -> Content:
        """Draw the options with the chosen ones marked."""
        places = self._places(self.content_size.width)
        lines: list[Line] = [[] for _ in range(places[-1][0] + 1)]
        for option, (row, start, _) in zip(self._options, places, strict=True):
            lines[row].append((" " * (start - length(lines[row])), ""))
            lines[row] += self._drawn(option)
        if self._after and length(lines[-1]) + _GAP + cells(self._after) <= self.content_size.width:
            lines[-1].append((" " * _GAP + self._after, "quiet"))
        return self.inked(lines)

    def _drawn(self, option: Option) -> Line:
        chosen = option.value in self._chosen
        marks = "✓·" if self._several else "●○"
        here = self.has_focus and self._options[self._here] is option
        ink = "here" if here else "strong" if chosen else "quiet"
        return [(f"{marks[0] if chosen else marks[1]} {plain(option.label)}", ink)]

    def _places(self, columns: int) -> list[tuple[int, int, int]]:
        """The row, first column and end column (exclusive) of each option."""
        places: list[tuple[int, int, int]] = []
        row = start = 0
        for option in self._options:
            end = start + 2 + cells(plain(option.label))
            if end > columns and start:
                row, start, end = row + 1, 0, end - start
            places.append((row, start, end))
            start = end + _GAP
        return places
