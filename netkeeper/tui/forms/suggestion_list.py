"""What could be meant by what is being typed: a short list over the screen."""

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


class TakesOffers(Protocol):
    """The input that offers are made for."""

    def place_of_offers(self) -> Offset:
        """Where on the screen they stand."""

    def take(self, suggestion: Suggestion) -> None:
        """Put one in the place of what it stands for."""


class SuggestionList(LineList, can_focus=False):
    """The list under an input, over whatever stands there.

    Not the toolkit's list, nor textual-autocomplete's: those take an option with Enter that nobody
    chose, and make an object for each line at each key.

    Attributes:
        suggestions: What is offered.
        asked_at: Where the cursor was in what is typed when these were offered.
    """

    def __init__(self, owner: TakesOffers) -> None:
        """Offer on behalf of an input.

        Args:
            owner: Takes what is clicked.
        """
        super().__init__()
        self._owner = owner
        self.suggestions: Sequence[Suggestion] = ()
        self.asked_at = 0
        self.display = False

    @override
    def on_mount(self) -> None:
        """Stay with the line: it may not have had its place yet, and what is around it may move."""
        self.screen.screen_layout_refresh_signal.subscribe(self, self._follow)

    def _follow(self, _: Screen[object]) -> None:
        if self.display and self.absolute_offset != (at := self._owner.place_of_offers()):
            self.absolute_offset = at
            self.refresh(layout=True)

    def show(self, suggestions: Sequence[Suggestion], asked_at: int) -> None:
        """Show other offers, with none of them chosen.

        Args:
            suggestions: What to offer; the list goes away where there is nothing.
            asked_at: Where the cursor is in what is typed.
        """
        self.suggestions = suggestions
        self.asked_at = asked_at
        self.absolute_offset = self._owner.place_of_offers()
        self.display = bool(suggestions)
        self._keys, self._cursor = [str(index) for index in range(len(suggestions))], -1
        self.virtual_size = Size(self._columns(), len(suggestions))
        self.scroll_home(animate=False)
        self.refresh(layout=True)

    @property
    def chosen(self) -> Suggestion | None:
        """The one that was moved to; None while none was."""
        return self.suggestions[self.cursor] if self.cursor >= 0 else None

    def choose(self, places: int) -> None:
        """Move to another; from the last one round to the first."""
        count = len(self.suggestions)
        index = (self.cursor + places) % count if self.cursor >= 0 else (0 if places > 0 else count - 1)
        self.move_to(index)

    @override
    def on_resize(self) -> None:
        """As wide and as high as what is offered, whatever the screen is like."""
        self._show_cursor()

    @override
    def get_content_width(self, container: Size, viewport: Size) -> int:  # noqa: ARG002
        """As wide as the longest line, with room for a scrollbar."""
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
        """What is offered, and a word about it where there is room."""
        each = self.suggestions[index]
        label_columns = min(self._label_columns(), columns)
        line: Line = [(pad(plain(each.label), label_columns), "strong")]
        if each.about and columns > label_columns + _GAP:
            line += [(" " * _GAP, ""), (fit(plain(each.about), columns - label_columns - _GAP), "quiet")]
        return line

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002 (the first click takes it)
        """Take what was clicked."""
        self._owner.take(self.suggestions[index])
