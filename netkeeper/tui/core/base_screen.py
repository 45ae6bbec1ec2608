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
    from textual.events import ScreenResume
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


class StyledOnce(_AnyScreen):
    """Mixin: the widgets of a screen are styled as they are mounted, and not again before the first frame.

    The toolkit would style all of them again when the screen is first shown, and again once it was laid out and the
    classes of its width and height are set.
    """

    _was_shown = False

    def on_compose(self) -> None:
        """Set the classes of the width and height before there are widgets; the style sheets may be read only now."""
        dimensions = (self.HORIZONTAL_BREAKPOINTS, self.VERTICAL_BREAKPOINTS)
        for cells, breakpoints in zip(self.app.size, dimensions, strict=True):
            reached = [name for least, name in sorted(breakpoints or ()) if cells >= least]
            self.add_class(*reached[-1:], update=False)
        self.update_node_styles(animate=False)

    @override
    def _on_screen_resume(self, event: ScreenResume) -> None:
        # The toolkit calls that of each class, this one before its own.
        event.refresh_styles = event.refresh_styles and self._was_shown
        self._was_shown = True


class GuardedScreen(ErrorBoundary, DismissOnce, NoHiddenFocus, IgnoresDetachedClicks, StyledOnce):
    """The mixins of all screens; also mixed into each screen of the toolkit that is used."""


class BaseScreen(GuardedScreen, Screen[ResultT]):
    """A full screen."""

    CSS_PATH = STYLE_SHEETS


class BaseModal(GuardedScreen, ModalScreen[ResultT]):
    """A dialog over another screen."""

    CSS_PATH = STYLE_SHEETS
