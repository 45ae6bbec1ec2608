"""The targets of jump mode: everything on a screen that can be clicked or focused, and a label for each.

A widget that draws several targets returns them from ``jump_spots``; any other focusable widget is one target. A jump
can do what a click can.
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
"""The letters of the labels: the home row of the keyboard."""

_OTHER_ROWS = "qwertyuiopzxcvbnm"
"""Added where two letters of the home row are not enough, for more than 81 targets."""


class Spot(NamedTuple):
    """A target in a widget.

    Attributes:
        at: The place of its label, in cells from the top left of the widget's content.
        act: Selects or presses it.
    """

    at: Offset
    act: Callable[[], object]


@runtime_checkable
class HasSpots(Protocol):
    """A widget with several targets."""

    def jump_spots(self) -> Iterable[Spot]:
        """The targets that are visible in it now."""


class Target(NamedTuple):
    """A target on the screen.

    Attributes:
        at: The place of its label, in cells from the top left of the screen.
        widget: The widget that it is in.
        act: Called once the widget has the focus; None where the focus is all.
    """

    at: Offset
    widget: Widget
    act: Callable[[], object] | None = None

    def go(self) -> None:
        """Focus the widget, and select or press the target."""
        around = (node for node in self.widget.ancestors_with_self if isinstance(node, Widget))
        focusable = next((each for each in around if each.focusable and not isinstance(each, Screen)), None)
        if focusable is not None:
            self.widget.screen.set_focus(focusable)
        if self.act is not None:
            self.act()


def targets_on(screen: Screen[Any]) -> list[Target]:
    """All visible targets on a screen, in reading order."""
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
    """Whether the target's place is neither covered nor scrolled out of view."""
    try:
        return screen.get_widget_at(*target.at)[0] is target.widget
    except NoWidget:
        return False


def labels(count: int) -> Sequence[str]:
    """So many labels of one letter or two, none of which is a prefix of another; as many as possible of one, and first."""
    letters = HOME_ROW if count <= len(HOME_ROW) ** 2 else HOME_ROW + _OTHER_ROWS
    # A letter used as a prefix costs one label of one letter and gives as many labels of two as there are letters.
    beginnings = max(0, ceil((count - len(letters)) / (len(letters) - 1)))
    single = letters[: max(0, len(letters) - beginnings)]
    double = [first + second for first in letters[len(single) :] for second in letters]
    return [*single, *double][:count]


def labelled(targets: Sequence[Target]) -> Iterator[tuple[str, Target]]:
    """Targets with their labels; the shortest go to the focused widget, the likeliest one."""
    near_first = sorted(targets, key=lambda target: not target.widget.has_focus)
    return zip(labels(len(targets)), near_first, strict=True)
