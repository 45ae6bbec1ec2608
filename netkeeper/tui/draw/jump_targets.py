"""Where one can jump to: everything on a screen that can be gone to or pressed, and a label for each.

A widget that draws several things itself says where they are in ``jump_spots``; any other that can
have the focus is one thing. What a jump can do is what a click can, so that neither hand is left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import ceil
from typing import Any, NamedTuple, Protocol, runtime_checkable

from textual.errors import NoWidget
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget

HOME_ROW = "asdfghjkl"
"""The letters of the labels: where the fingers are."""

_OTHER_ROWS = "qwertyuiopzxcvbnm"
"""Lent to them where two of theirs are not enough, which takes more than eighty things."""


class Spot(NamedTuple):
    """Something in a widget that can be gone to or pressed.

    Attributes:
        at: Where its label goes, in cells from the corner of the widget's content.
        act: Goes there, or presses it.
    """

    at: Offset
    act: Callable[[], object]


@runtime_checkable
class HasSpots(Protocol):
    """A widget that draws more than one thing to go to."""

    def jump_spots(self) -> Iterable[Spot]:
        """What is seen in it now, and can be gone to or pressed."""


class Target(NamedTuple):
    """A spot on the screen.

    Attributes:
        at: Where its label goes, in cells from the corner of the screen.
        widget: Whose it is.
        act: What to do once the widget has the focus; None where that is all.
    """

    at: Offset
    widget: Widget
    act: Callable[[], object] | None = None

    def go(self) -> None:
        """Go there, or press it."""
        around = (node for node in self.widget.ancestors_with_self if isinstance(node, Widget))
        focusable = next((each for each in around if each.focusable and not isinstance(each, Screen)), None)
        if focusable is not None:
            self.widget.screen.set_focus(focusable)
        if self.act is not None:
            self.act()


def targets_on(screen: Screen[Any]) -> list[Target]:
    """Everything to jump to that is seen on a screen, in the order in which one reads."""
    targets: list[Target] = []
    alone: list[Widget] = []
    for widget in screen.query(Widget):
        if not widget.display:
            continue
        if isinstance(widget, HasSpots):
            corner = widget.content_region.offset
            targets += [Target(corner + spot.at, widget, spot.act) for spot in widget.jump_spots()]
        if widget.focusable:
            alone.append(widget)
    targets = [target for target in targets if _is_seen(screen, target)]
    with_spots = {node for target in targets for node in target.widget.ancestors_with_self}
    targets += [
        target
        for widget in alone
        if widget not in with_spots and _is_seen(screen, target := Target(widget.region.offset, widget))
    ]
    return sorted(targets, key=lambda target: (target.at.y, target.at.x))


def _is_seen(screen: Screen[Any], target: Target) -> bool:
    """Whether nothing lies over the spot, and it isn't scrolled out of sight."""
    try:
        return screen.get_widget_at(*target.at)[0] is target.widget
    except NoWidget:
        return False


def labels(count: int) -> Sequence[str]:
    """That many labels of one letter or two, none of which begins another.

    As many as can be have one letter; those come first.
    """
    letters = HOME_ROW if count <= len(HOME_ROW) ** 2 else HOME_ROW + _OTHER_ROWS
    # Each letter that begins longer labels gives as many as there are letters, for the one that it costs.
    beginnings = max(0, ceil((count - len(letters)) / (len(letters) - 1)))
    single = letters[: max(0, len(letters) - beginnings)]
    double = [first + second for first in letters[len(single) :] for second in letters]
    return [*single, *double][:count]


def labelled(targets: Sequence[Target]) -> Iterator[tuple[str, Target]]:
    """Targets with their labels; the shortest are for what has the focus, where one is likeliest to go."""
    near_first = sorted(targets, key=lambda target: not target.widget.has_focus)
    return zip(labels(len(targets)), near_first, strict=True)
