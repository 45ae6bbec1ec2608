"""Screens in which typing and the arrow keys go to an input and to the list beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.binding import Binding
from textual.screen import Screen

from netkeeper.tui.draw.line_list import LineList

if TYPE_CHECKING:
    _AnyScreen = Screen[Any]
else:
    _AnyScreen = object


def list_keys(name: str, label: str, below: str, above: str, *, pages: bool = False) -> list[Binding]:
    """The keys that move the list's cursor while an input has the focus.

    They have priority: scrolling containers bind them too, and come before the screen.

    Args:
        name: The beginning of the bindings' ids.
        label: What the key bar says of the arrows.
        below: The tooltip of the down arrow.
        above: The tooltip of the up arrow.
        pages: Whether there are keys that move by pages too.
    """
    keys = [
        Binding("down", "choose(1)", label, key_display="↓ ↑", priority=True, id=f"{name}.down", tooltip=below),
        Binding("up", "choose(-1)", "Up", show=False, priority=True, id=f"{name}.up", tooltip=above),
    ]
    for key, number, words in (("pagedown", 1, "Page down"), ("pageup", -1, "Page up")) if pages else ():
        binding_id, tooltip = f"{name}.page-{key[4:]}", f"A {words.lower()}"
        keys.append(Binding(key, f"page({number})", words, show=False, priority=True, id=binding_id, tooltip=tooltip))
    return keys


class ListBesideInput(_AnyScreen):
    """Mixed into a screen with one list."""

    def action_choose(self, lines: int) -> None:
        """Move the list's cursor by lines."""
        self.query_one(LineList).action_move(lines)

    def action_page(self, pages: int) -> None:
        """Move the list's cursor by pages."""
        self.query_one(LineList).action_page(pages)
