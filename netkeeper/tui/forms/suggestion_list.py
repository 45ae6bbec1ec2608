"""The pop-up list of suggestions under an input."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from textual.geometry import Offset, Size
from textual.screen import Screen

from netkeeper.domain.language.completion import Suggestion
from netkeeper.domain.text.display import fit, pad, plain, width
from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line

_GAP = 2


class TakesSuggestions(Protocol):
    """The input that a suggestion list belongs to."""

    def list_offset(self) -> Offset:
        """The list's place, in cells from the screen's corner."""

    def take(self, suggestion: Suggestion) -> None:
        """Insert a suggestion."""


class SuggestionList(LineList, can_focus=False):
    """The list under an input, drawn over the widgets below.

    Not the toolkit's OptionList, nor textual-autocomplete: those take an option with Enter that was never
    moved to, and create an object for each line at each key.

    Attributes:
        asked_at: The input's cursor index when the suggestions were made.
    """

    def __init__(self, owner: TakesSuggestions) -> None:
        """Create a hidden list; ``owner`` takes what is clicked."""
        super().__init__()
        self._owner = owner
        self.suggestions: Sequence[Suggestion] = ()
        self.asked_at = 0
        self.display = False

    @override
    def on_mount(self) -> None:
        """Follow the input when the layout changes; it may not be placed yet."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._follow)

    def _follow(self, _: Screen[object]) -> None:
        if self.display and self.absolute_offset != (at := self._owner.list_offset()):
            self.absolute_offset = at
            self.refresh(layout=True)

    def show(self, suggestions: Sequence[Suggestion], asked_at: int) -> None:
        """Show suggestions, none of them selected; hide the list where there are none.

        Args:
            asked_at: The input's cursor index.
        """
        self.suggestions = suggestions
        self.asked_at = asked_at
        self.absolute_offset = self._owner.list_offset()
        self.display = bool(suggestions)
        self._keys, self._cursor = [str(index) for index in range(len(suggestions))], -1
        self.virtual_size = Size(self._columns(), len(suggestions))
        self.scroll_home(animate=False)
        self.refresh(layout=True)

    @property
    def chosen(self) -> Suggestion | None:
        """The suggestion that was moved to; None while none was."""
        return self.suggestions[self.cursor] if self.cursor >= 0 else None

    def choose(self, places: int) -> None:
        """Move the selection by so many lines, wrapping around at the ends."""
        count = len(self.suggestions)
        index = (self.cursor + places) % count if self.cursor >= 0 else (0 if places > 0 else count - 1)
        self.move_to(index)

    @override
    def on_resize(self) -> None:
        """Keep the size of the content: the base class would fit it to the screen."""
        self._show_cursor()

    @override
    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """The width of the longest line, with one cell for a scrollbar."""
        return self._columns() + 1

    def _columns(self) -> int:
        about = self._about_columns()
        return 1 + self._label_columns() + (about + _GAP if about else 0)

    def _label_columns(self) -> int:
        return max((width(plain(each.label)) for each in self.suggestions), default=0)

    def _about_columns(self) -> int:
        return max((width(plain(each.about)) for each in self.suggestions), default=0)

    @override
    def draw(self, index: int, columns: int) -> Line:
        """The suggestion, and its explanation where there is room."""
        each = self.suggestions[index]
        label_columns = min(self._label_columns(), columns)
        line: Line = [(pad(plain(each.label), label_columns), "strong")]
        if each.about and columns > label_columns + _GAP:
            line += [(" " * _GAP, ""), (fit(plain(each.about), columns - label_columns - _GAP), "quiet")]
        return line

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002 (the first click takes it)
        """Insert the clicked suggestion."""
        self._owner.take(self.suggestions[index])
