"""Leaving a screen with Escape, which asks first where something would be lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from textual.screen import Screen

from netkeeper.tui.draw.page import Page

if TYPE_CHECKING:
    _AnyScreen = Screen[Any]
else:
    _AnyScreen = object


class AsksToLeave(_AnyScreen):
    """Mixin: a screen with a line for problems, ``#problem``, where Escape asks in that line before it leaves."""

    LEAVE_HINT: ClassVar[str] = "Escape again leaves, and forgets what you chose; anything else goes on."
    """What the line says after the first Escape."""

    _leaving = False

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was changed, so that leaving needs no question."""
        return True

    @property
    def standing_problem(self) -> str:
        """What the line says while there is nothing else to say."""
        return ""

    def complain(self, problem: str) -> None:
        """Show an error; an empty one clears it. Sanitized when drawn."""
        self.query_one("#problem", Page).show([[(problem, "accent")]] if problem else [])

    def action_leave(self) -> None:
        """Close; where something was changed, only the second time."""
        if self._leaving or self.is_untouched:
            self.dismiss(None)
            return
        self._leaving = True
        self.complain(self.LEAVE_HINT)

    def stay(self) -> None:
        """Take back a first Escape."""
        if self._leaving:
            self._leaving = False
            self.complain(self.standing_problem)
