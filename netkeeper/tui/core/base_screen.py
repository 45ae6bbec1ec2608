"""What all screens have in common: each is left once, and no error of netkeeper's ends the app."""

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
    """Mixed into a screen: only the one on top can be left, and that once.

    The toolkit takes away whatever is on top, whoever asks for it: a second click on what is closing, or a timer
    whose screen is gone, would close the screen below, and the last one with the app.
    """

    _is_left = False

    @override
    def dismiss(self, result: Any = None) -> AwaitComplete:
        """Leave with a result; nothing where it was left already, or something else is open over it."""
        if self._is_left or not self.is_active:
            return AwaitComplete()
        self._is_left = True
        left: AwaitComplete = super().dismiss(result)
        return left


class NoHiddenFocus(_AnyScreen):
    """Mixed into a screen: keys never go into something that is hidden.

    The toolkit takes the focus from what is hidden after it was seen, but not from what never was.
    """

    def on_descendant_focus(self) -> None:
        """Look once it is drawn whether it is: the style sheet may hide it."""
        self.call_after_refresh(self._leave_what_is_hidden)

    def _leave_what_is_hidden(self) -> None:
        focused = self.focused
        if focused is not None and not all(each.display for each in focused.ancestors_with_self):
            self.set_focus(None)


class IgnoresDetachedClicks(_AnyScreen):
    """Mixed into a screen: pressing a mouse button on what was just taken away selects nothing there.

    What is taken away stays under the mouse until the screen is laid out anew, but has nothing around it any more;
    the toolkit, which begins to select text at each press, looks for that and ends the app.
    """

    @override
    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """What is at a place, and where in its text; nothing where it is going away."""
        with contextlib.suppress(NoWidget):
            under, _ = self.get_widget_at(x, y)
            if under is not self and not under.is_attached:
                return None, None
        return super().get_widget_and_offset_at(x, y)


class GuardedScreen(ErrorBoundary, DismissOnce, NoHiddenFocus, IgnoresDetachedClicks):
    """What netkeeper's screens have of their own; mixed into each screen of the toolkit's that is used."""


class BaseScreen(GuardedScreen, Screen[ResultT]):
    """A screen on the whole terminal."""

    CSS_PATH = STYLE_SHEETS


class BaseModal(GuardedScreen, ModalScreen[ResultT]):
    """A screen over another."""

    CSS_PATH = STYLE_SHEETS
