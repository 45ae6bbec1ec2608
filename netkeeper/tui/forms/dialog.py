"""The base of all dialogs: Enter accepts, Escape leaves, and leaving with unsaved input asks first."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.text.display import fit, plain
from netkeeper.override import override
from netkeeper.tui.core.base_screen import BaseModal
from netkeeper.tui.core.key_order import await_pending_input
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.asks_to_leave import AsksToLeave
from netkeeper.tui.forms.plain_input import PlainInput

_TITLE_COLUMNS = 40

ResultT = TypeVar("ResultT")

LEAVING = Binding("escape", "leave", "leave", id="dialog.leave", tooltip="Leave; what you typed is asked about first")


def _to_next_field(*, shown: bool) -> Binding:
    # This and the next have priority: the toolkit's own move the focus after later keys are delivered already.
    return Binding(
        "tab", "next_field", "next", show=shown, id="dialog.next", priority=True, tooltip="To the next field"
    )


_TO_FIELD_BEFORE = Binding(
    "shift+tab",
    "previous_field",
    "Back",
    show=False,
    id="dialog.back",
    priority=True,
    tooltip="To the field before",
)

DIALOG_BINDINGS: tuple[BindingType, ...] = (_to_next_field(shown=True), _TO_FIELD_BEFORE, LEAVING)
"""The bindings of every dialog after its own Enter."""


def accepting(does: str, tooltip: str) -> Binding:
    """The binding of Enter, which applies in every field of the dialog."""
    return Binding("enter", "accept", does, key_display="enter", priority=True, id="dialog.accept", tooltip=tooltip)


class _Frame(VerticalScroll, can_focus=False, inherit_bindings=False):
    """The scrolling container of the fields, without bindings, so that the arrows go to the dialog."""


class Dialog(AsksToLeave, BaseModal[ResultT]):
    """A form over a room.

    A subclass yields its fields in :meth:`fields` and reads them in :meth:`accept`. Where that raises an error, the
    dialog stays open with everything typed.

    Attributes:
        left_out: The selected people that it doesn't apply to, in words for the lower border; empty for nobody.
    """

    LEAVE_HINT = "Escape again leaves without it; anything else goes on."
    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("do it", "Do it"),
        _to_next_field(shown=False),
        _TO_FIELD_BEFORE,
        LEAVING,
    ]

    def __init__(self, title: str) -> None:
        """Create the dialog; ``title`` is sanitized here."""
        super().__init__()
        self._dialog_title = title
        self.left_out = ""

    @override
    def compose(self) -> ComposeResult:
        """The fields, a line for errors, and the key bar, in a frame."""
        with _Frame(id="dialog") as frame:
            frame.border_title = _title(self._dialog_title)
            frame.border_subtitle = _title(self.left_out)
            yield from self.fields()
            yield Page(id="problem")
            yield KeyBar(id="dialog-keys")

    def title_is(self, title: str) -> None:
        """Change the title."""
        self.query_one("#dialog").border_title = _title(title)

    def fields(self) -> ComposeResult:
        """Yield the fields."""
        raise NotImplementedError

    def accept(self) -> None:
        """Do what the dialog is for, and close."""
        raise NotImplementedError

    def attempt(self, act: Callable[[], ResultT | None]) -> None:
        """Call ``act`` and close with its result; where it raises, show the error and stay open."""
        try:
            result = act()
        except NetkeeperError as error:
            self.complain(trouble_text(error))
        else:
            self.dismiss(result)

    def action_accept(self) -> None:
        """Accept after the keys typed before Enter, which may still wait in the field's message queue."""
        (self.focused or self).call_later(self._accept_once)

    def _accept_once(self) -> None:
        if self.is_active and not (isinstance(self.focused, PlainInput) and self.focused.take_enter()):
            self.accept()

    async def action_next_field(self) -> None:
        """Focus the next field, after the keys typed before Tab and before those after it."""
        await await_pending_input(self.focused)
        if not (isinstance(self.focused, PlainInput) and self.focused.take_tab()):
            self.focus_next()

    async def action_previous_field(self) -> None:
        """Focus the previous field, likewise."""
        await await_pending_input(self.focused)
        self.focus_previous()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Tab to a field that uses it itself."""
        if action == "next_field" and isinstance(self.focused, PlainInput) and self.focused.wants_tab:
            return False
        return super().check_action(action, parameters)

    def on_key(self, event: events.Key) -> None:
        """Any key but Escape cancels leaving."""
        if event.key != "escape" and self._leaving:
            self.changed()

    @override
    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Focus a field, and scroll it into view without animation.

        The toolkit's own scrolling takes a field under the key bar for visible, and is animated.
        """
        super().set_focus(widget, scroll_visible=False, from_app_focus=from_app_focus)
        if scroll_visible:
            self.call_after_refresh(self.show_focused)

    def show_focused(self) -> None:
        """Scroll the focused field into view."""
        if self.focused is not None:
            self.query_one("#dialog").scroll_to_widget(self.focused, animate=False, immediate=True)

    def changed(self) -> None:
        """Called when an input changes: clears the error, and cancels leaving."""
        self._leaving = False
        self.complain("")


def _title(title: str) -> Content:
    return Content(fit(plain(title), _TITLE_COLUMNS))
