"""The base classes of all screens."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any, TypeVar

from textual.await_complete import AwaitComplete
from textual.errors import NoWidget
from textual.screen import ModalScreen, Screen

from netkeeper.override import override
from netkeeper.tui.core.error_boundary import ErrorBoundary
from netkeeper.tui.style_sheets import STYLE_SHEETS

if TYPE_CHECKING:
    from textual.geometry import Offset
    from textual.widget import Widget

    _AnyScreen = Screen[Any]
else:
    _AnyScreen = object

ResultT = TypeVar("ResultT")


class DismissOnce(_AnyScreen):
    """Mixin: a screen can be dismissed only while it is on top, and only once.

    The toolkit's ``dismiss`` pops the topmost screen, whichever calls it: a second click on a closing screen, or a
    timer of a closed one, would pop the screen below, and with the last one end the app.
    """

    _is_left = False

    @override
    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Close with a result; does nothing where it was closed already, or another screen is on top."""
        if self._is_left or not self.is_active:
            return AwaitComplete()
        self._is_left = True
        left: AwaitComplete = super().dismiss(result)
        return left


class NoHiddenFocus(_AnyScreen):
    """Mixin: a hidden widget never keeps the focus.

    The toolkit takes the focus from a widget that becomes hidden, but not from one that was hidden from the start.
    """

    def on_descendant_focus(self) -> None:
        """Check after the next paint, once the style sheet is applied: it may hide the widget."""
        self.call_after_refresh(self._unfocus_hidden)

    def _unfocus_hidden(self) -> None:
        focused = self.focused
        if focused is not None and not all(each.display for each in focused.ancestors_with_self):
            self.set_focus(None)


class IgnoresDetachedClicks(_AnyScreen):
    """Mixin: a mouse press on a widget that was just removed starts no text selection.

    A removed widget stays under the mouse until the next layout, but has no parent any more; the toolkit starts a
    selection with each press, looks for the parent, and ends the app with an error.
    """

    @override
    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """The widget at screen coordinates, and the offset in its text; None for a removed widget."""
        with contextlib.suppress(NoWidget):
            under, _ = self.get_widget_at(x, y)
            if under is not self and not under.is_attached:
                return None, None
        return super().get_widget_and_offset_at(x, y)


class GuardedScreen(ErrorBoundary, DismissOnce, NoHiddenFocus, IgnoresDetachedClicks):
    """The mixins of all screens; also mixed into each screen of the toolkit that is used."""


class BaseScreen(GuardedScreen, Screen[ResultT]):
    """A full screen."""

    CSS_PATH = STYLE_SHEETS


class BaseModal(GuardedScreen, ModalScreen[ResultT]):
    """A dialog over another screen."""

    CSS_PATH = STYLE_SHEETS
