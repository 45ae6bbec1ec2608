"""A line to type in that offers how to go on."""

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
from netkeeper.tui.forms.key_order import caught_up
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.forms.suggestion_list import SuggestionList

__all__ = ["CompletingInput", "Suggestion"]

Complete = Callable[[str, int], Sequence[Suggestion]]
"""From what is typed and where the cursor is to what could be meant, the best first."""


class CompletingInput(PlainInput):
    """An input with a list of offers under it, which appears while one types.

    The arrows move in the offers, Tab takes the one that is chosen or else the first, Escape puts the
    list away and nothing more, a click takes one. Enter never takes one that wasn't moved to: what
    is typed is what is meant.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move_offer(1)", "Next", show=False, id="offers.next", tooltip="To the next offer"),
        Binding("up", "move_offer(-1)", "Previous", show=False, id="offers.previous", tooltip="To the offer before"),
        Binding("tab", "take_offer", "take it", id="offers.take", priority=True, tooltip="Take the offer"),
        Binding("escape", "close_offers", "close", id="offers.close", tooltip="Put the offers away"),
    ]

    def __init__(
        self,
        value: str = "",
        placeholder: str = "",
        *,
        complete: Complete,
        id: str | None = None,  # noqa: A002 (Textual's own name for it)
    ) -> None:
        """Offer a line to type in.

        Args:
            value: What stands there to begin with.
            placeholder: What stands there while nothing is typed; made safe by the caller.
            complete: What could be meant; asked after each change a person makes.
            id: As for any widget.
        """
        # Before the input's own beginning, which tells of the value that it begins with.
        self._complete = complete
        self._offers = SuggestionList(self)
        super().__init__(value, placeholder, id=id)

    @property
    def offers(self) -> Sequence[Suggestion]:
        """What is offered now; nothing while the list is away."""
        return self._offers.suggestions

    def ask(self) -> None:
        """Offer what there is for what is typed now."""
        self._show(self._complete(self.value, self.cursor_position) if self.has_focus else ())

    def take(self, suggestion: Suggestion) -> None:
        """Put a suggestion in the place of what it stands for, and go on typing behind it."""
        self._show(())
        self.replace(suggestion.text, suggestion.start, suggestion.end)
        self.focus()

    @override
    def take_enter(self) -> bool:
        """Take the offer that was moved to, if one was."""
        if self._offers.chosen is None:
            return False
        self.take(self._offers.chosen)
        return True

    @property
    @override
    def wants_tab(self) -> bool:
        """While something is offered."""
        return bool(self.offers)

    @override
    def take_tab(self) -> bool:
        """Take the offer that is chosen or else the first, if there is one."""
        if self.offers:
            self.take(self._offers.chosen or self.offers[0])
            return True
        return False

    @override
    def replace(self, text: str, start: int, end: int) -> None:
        """As any input does with all that a person types; then see what could be meant."""
        super().replace(text, start, end)
        self.ask()

    # What the person does

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The keys mean what they mean elsewhere while nothing is offered."""
        if action in ("take_offer", "close_offers") or (action, parameters) == ("move_offer", (-1,)):
            return bool(self.offers)
        return super().check_action(action, parameters)

    def action_move_offer(self, places: int) -> None:
        """Choose another offer; ask for some where the list is away."""
        if self.offers:
            self._offers.choose(places)
            return
        self.ask()
        if not self.offers:
            raise SkipAction  # The key may mean something else further out.

    async def action_take_offer(self) -> None:
        """Take the offer that is chosen, or the first, once all is there that was typed before."""
        await caught_up(self)
        if not self.take_tab():
            self.screen.focus_next()  # What was typed meanwhile is like nothing that could be offered.

    def action_close_offers(self) -> None:
        """Put the offers away until something else is typed."""
        self._show(())

    @override
    async def action_submit(self) -> None:
        """Enter: what is typed counts, unless an offer was moved to."""
        if not self.take_enter():
            await super().action_submit()

    @override
    def _watch_selection(self, selection: Selection) -> None:
        super()._watch_selection(selection)
        if self.offers and self.cursor_position != self._offers.asked_at:
            self._show(())

    def on_blur(self) -> None:
        """Nothing is offered for a line that one has left."""
        self._show(())

    def _show(self, suggestions: Sequence[Suggestion]) -> None:
        if not suggestions and not self.offers:
            return
        if not self._offers.is_attached:
            self.screen.mount(self._offers)
        self._offers.show(suggestions, self.cursor_position)
        self.screen.refresh_bindings()

    def place_of_offers(self) -> Offset:
        """Where on the screen what is offered stands under its word, but for the cell that its cursor takes."""
        start = min((each.start for each in self.offers), default=0)
        column = max(0, width(plain(self.value[:start])) - self.scroll_offset.x)
        return self.content_region.offset + Offset(column - 1, 0)
