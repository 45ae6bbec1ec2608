"""What all dialogs have in common: Enter does it, Escape leaves, and nothing typed is lost by a slip."""

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
from netkeeper.tui.core.error_text import trouble_text
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.key_order import await_pending_input
from netkeeper.tui.forms.plain_input import PlainInput

_TITLE_COLUMNS = 40

ResultT = TypeVar("ResultT")

LEAVE_HINT = "Escape again leaves without it; anything else goes on."

LEAVING = Binding("escape", "leave", "leave", id="dialog.leave", tooltip="Leave; what you typed is asked about first")


def _to_next_field(*, shown: bool) -> Binding:
    # This and the next with priority: the toolkit's own let what is typed after them overtake them.
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
"""The keys of every dialog but the one that does it; a dialog puts them after that."""


def accepting(does: str, tooltip: str) -> Binding:
    """The key that does what a dialog is for, wherever in it one is."""
    return Binding("enter", "accept", does, key_display="enter", priority=True, id="dialog.accept", tooltip=tooltip)


class _Frame(VerticalScroll, can_focus=False, inherit_bindings=False):
    """What holds the fields; it scrolls to the one that one is in, and leaves the arrows to the dialog."""


class Dialog(BaseModal[ResultT]):
    """A question that is answered in one go.

    A subclass yields its fields in :meth:`fields` and reads them in :meth:`accept`. What it does
    about them is the room's affair; where that can't be done, everything typed stays.

    Attributes:
        left_out: Who is selected and yet not asked about; stands in the border below, empty for nobody.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("do it", "Do it"),
        _to_next_field(shown=False),
        _TO_FIELD_BEFORE,
        LEAVING,
    ]

    def __init__(self, title: str) -> None:
        """Ask something.

        Args:
            title: Stands in the border; made safe here.
        """
        super().__init__()
        self._dialog_title = title
        self.left_out = ""
        self._leaving = False

    @override
    def compose(self) -> ComposeResult:
        """The fields in a frame, what is wrong, and the keys."""
        with _Frame(id="dialog") as frame:
            frame.border_title = _title(self._dialog_title)
            frame.border_subtitle = _title(self.left_out)
            yield from self.fields()
            yield Page(id="problem")
            yield KeyBar(id="dialog-keys")

    def title_is(self, title: str) -> None:
        """Ask something else."""
        self.query_one("#dialog").border_title = _title(title)

    def fields(self) -> ComposeResult:
        """What there is to fill in."""
        raise NotImplementedError

    def accept(self) -> None:
        """Do what was asked for, and leave."""
        raise NotImplementedError

    @property
    def is_untouched(self) -> bool:
        """Whether leaving loses nothing."""
        return True

    def attempt(self, act: Callable[[], ResultT | None]) -> None:
        """Do something and leave with what came of it, if anything; where it can't be done, say why and stay."""
        try:
            result = act()
        except NetkeeperError as error:
            self.complain(trouble_text(error))
        else:
            self.dismiss(result)

    def complain(self, problem: str) -> None:
        """Say what is wrong; nothing where it is empty. Made safe where it is shown."""
        self.query_one("#problem", Page).show([[(problem, "accent")]] if problem else [])

    def action_accept(self) -> None:
        """Do it, after what was typed just before Enter: it may still wait in the field's own queue."""
        (self.focused or self).call_later(self._accept_once)

    def _accept_once(self) -> None:
        if self.is_active and not (isinstance(self.focused, PlainInput) and self.focused.take_enter()):
            self.accept()

    async def action_next_field(self) -> None:
        """Go to the next field, after what was typed just before Tab, and before what is typed after it."""
        await await_pending_input(self.focused)
        if not (isinstance(self.focused, PlainInput) and self.focused.take_tab()):
            self.focus_next()

    async def action_previous_field(self) -> None:
        """Go to the field before; likewise."""
        await await_pending_input(self.focused)
        self.focus_previous()

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave Tab to a field that has something else to do with it."""
        if action == "next_field" and isinstance(self.focused, PlainInput) and self.focused.wants_tab:
            return False
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Leave; the second time, where something was typed."""
        if self.is_untouched or self._leaving:
            self.dismiss(None)
            return
        self._leaving = True
        self.complain(LEAVE_HINT)

    def on_key(self, event: events.Key) -> None:
        """Any other key than Escape goes on."""
        if event.key != "escape" and self._leaving:
            self.changed()

    @override
    def set_focus(self, widget: Widget | None, scroll_visible: bool = True, from_app_focus: bool = False) -> None:
        """Go to a field, and scroll so that it is seen, at once.

        The toolkit's own way takes what the keys at the foot cover for seen, and glides there.
        """
        super().set_focus(widget, scroll_visible=False, from_app_focus=from_app_focus)
        if scroll_visible:
            self.call_after_refresh(self.show_focused)

    def show_focused(self) -> None:
        """Scroll to the field that one is in."""
        if self.focused is not None:
            self.query_one("#dialog").scroll_to_widget(self.focused, animate=False, immediate=True)

    def changed(self) -> None:
        """Something else is typed or chosen now: what was wrong may be mended, and nobody is leaving."""
        self._leaving = False
        self.complain("")


def _title(title: str) -> Content:
    return Content(fit(plain(title), _TITLE_COLUMNS))
