"""An input with completions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widgets.input import Selection

from netkeeper.domain.language.completion import Suggestion
from netkeeper.domain.text.display import plain, width
from netkeeper.override import override
from netkeeper.tui.core.key_order import await_pending_input
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.forms.suggestion_list import SuggestionList

__all__ = ["CompletingInput", "Suggestion"]

Complete = Callable[[str, int], Sequence[Suggestion]]
"""Completes a text: the text and the cursor's index in it → suggestions, the best first."""


class CompletingInput(PlainInput):
    """An input with a list of suggestions under it, which appears while one types.

    The arrows move in the list, Tab takes the selected suggestion or else the first, Escape closes the
    list and nothing more, a click takes one. Enter takes only one that was moved to: otherwise the
    typed text counts.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "down", "move_suggestion(1)", "Next", show=False, id="suggestions.next", tooltip="To the next suggestion"
        ),
        Binding(
            "up",
            "move_suggestion(-1)",
            "Previous",
            show=False,
            id="suggestions.previous",
            tooltip="To the suggestion before",
        ),
        Binding(
            "tab", "take_suggestion", "take it", id="suggestions.take", priority=True, tooltip="Take the suggestion"
        ),
        Binding("escape", "close_suggestions", "close", id="suggestions.close", tooltip="Put the suggestions away"),
    ]

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        complete: Complete,
        id: str | None = None,  # noqa: A002 (Textual's own name for it)
    ) -> None:
        """Create the input.

        Args:
            value: The initial text.
            placeholder: Shown while the input is empty; sanitized by the caller.
            complete: Called after each edit by the person.
        """
        # Before super().__init__, which sets the value and so already calls the watchers below.
        self._complete = complete
        self._list = SuggestionList(self)
        super().__init__(value, placeholder, id=id)

    @property
    def suggestions(self) -> Sequence[Suggestion]:
        """The suggestions shown now; empty while the list is hidden."""
        return self._list.suggestions

    def ask(self) -> None:
        """Show the suggestions for the current text."""
        self._show(self._complete(self.value, self.cursor_position) if self.has_focus else ())

    def take(self, suggestion: Suggestion) -> None:
        """Replace the completed part of the text with a suggestion; the cursor goes behind it."""
        self._show(())
        self.replace(suggestion.text, suggestion.start, suggestion.end)
        self.focus()

    @override
    def take_enter(self) -> bool:
        """Take the suggestion that was moved to, if one was."""
        if self._list.chosen is None:
            return False
        self.take(self._list.chosen)
        return True

    @property
    @override
    def wants_tab(self) -> bool:
        """True while suggestions are shown."""
        return bool(self.suggestions)

    @override
    def take_tab(self) -> bool:
        """Take the selected suggestion or else the first, if there is one."""
        if self.suggestions:
            self.take(self._list.chosen or self.suggestions[0])
            return True
        return False

    @override
    def replace(self, text: str, start: int, end: int) -> None:
        """Replace a range, as the base class does for all typing; then update the suggestions."""
        super().replace(text, start, end)
        self.ask()

    # What the person does

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave the keys to other bindings while no suggestions are shown."""
        if action in ("take_suggestion", "close_suggestions") or (action, parameters) == ("move_suggestion", (-1,)):
            return bool(self.suggestions)
        return super().check_action(action, parameters)

    def action_move_suggestion(self, places: int) -> None:
        """Move the selection; where the list is hidden, show it."""
        if self.suggestions:
            self._list.choose(places)
            return
        self.ask()
        if not self.suggestions:
            raise SkipAction  # The key may mean something else further out.

    async def action_take_suggestion(self) -> None:
        """Take the selected suggestion or the first, once all keys pressed before are processed."""
        await await_pending_input(self)
        if not self.take_tab():
            self.screen.focus_next()  # There are no suggestions for what was typed meanwhile.

    def action_close_suggestions(self) -> None:
        """Hide the suggestions until the text changes."""
        self._show(())

    @override
    async def action_submit(self) -> None:
        """Submit the typed text, unless a suggestion was moved to."""
        if not self.take_enter():
            await super().action_submit()

    @override
    def _watch_selection(self, selection: Selection) -> None:
        super()._watch_selection(selection)
        if self.suggestions and self.cursor_position != self._list.asked_at:
            self._show(())

    def on_blur(self) -> None:
        """Hide the suggestions when the input loses the focus."""
        self._show(())

    def _show(self, suggestions: Sequence[Suggestion]) -> None:
        if not suggestions and not self.suggestions:
            return
        if not self._list.is_attached:
            self.screen.mount(self._list)
        self._list.show(suggestions, self.cursor_position)
        self.screen.refresh_bindings()

    def list_offset(self) -> Offset:
        """The list's screen offset: under the completed word, one cell to the left for the list's cursor column."""
        start = min((each.start for each in self.suggestions), default=0)
        column = max(0, width(plain(self.value[:start])) - self.scroll_offset.x)
        return self.content_region.offset + Offset(column - 1, 0)
