"""The key bar at the foot of a screen."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.geometry import Offset
from textual.screen import Screen

from netkeeper.domain.text.display import width as cells
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.text_styles import Inked

if TYPE_CHECKING:
    from netkeeper.tui.draw.jump_targets import Spot

_GAP = 2


class ShownKey(NamedTuple):
    """A key on the bar.

    Attributes:
        key: Its name, for simulating a press.
        label: How it is written.
        does: What it does, in a word.
        enabled: Whether it acts now.
        tooltip: What it does, in a sentence.
    """

    key: str
    label: str
    does: str
    enabled: bool
    tooltip: str

    @property
    def columns(self) -> int:
        """Cells it takes."""
        return cells(self.label) + 1 + cells(self.does)


class KeyBar(Inked):
    """The current keys and what they do; a click presses them.

    Where not all fit, the last but one is left out first: the last is the help, which lists them all.
    """

    def on_mount(self) -> None:
        """Follow the screen's bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._bindings_updated)

    @override
    def render(self) -> Content:
        """Draw the keys."""
        line: Line = []
        for shown in self._shown():
            line += [
                (shown.label, "key" if shown.enabled else "quiet"),
                (f" {shown.does}{' ' * _GAP}", "" if shown.enabled else "quiet"),
            ]
        return self.inked([line])

    def on_click(self, event: events.Click) -> None:
        """Press the key that was clicked."""
        if (shown := self._at(event)) is not None and shown.enabled:
            self.app.simulate_key(shown.key)

    def jump_spots(self) -> Iterable[Spot]:
        """The enabled keys."""
        from netkeeper.tui.draw.jump_targets import Spot

        start = 0
        for shown in self._shown():
            if shown.enabled:
                yield Spot(Offset(start, 0), partial(self.app.simulate_key, shown.key))
            start += shown.columns + _GAP

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Set the tooltip to that of the key under the mouse."""
        shown = self._at(event)
        self.tooltip = shown.tooltip if shown else None

    def _at(self, event: events.MouseEvent) -> ShownKey | None:
        offset = event.get_content_offset(self)
        start = 0
        for shown in self._shown() if offset is not None else ():
            if offset is not None and start <= offset.x < start + shown.columns:
                return shown
            start += shown.columns + _GAP
        return None

    def _shown(self) -> list[ShownKey]:
        """The keys that fit."""
        keys = shown_keys(self.screen)
        room = self.content_size.width
        while len(keys) > 1 and sum(key.columns + _GAP for key in keys) - _GAP > room:
            del keys[-2]
        return keys

    def _bindings_updated(self, _: Screen[object]) -> None:
        self.refresh()


def shown_keys(screen: Screen[Any]) -> list[ShownKey]:
    """The current keys of a screen, each action once: its ``first_keys``, then the rest in the order of its bindings."""
    first = list(getattr(screen, "first_keys", ()))
    order = first + [binding.action for binding in screen.BINDINGS if isinstance(binding, Binding)]
    keys: dict[str, ShownKey] = {}
    for _, binding, enabled, tooltip in screen.active_bindings.values():
        if (binding.show or binding.action in first) and binding.action not in keys:
            label = screen.app.get_key_display(binding)
            does = binding.description if binding.show else binding.description.lower()
            keys[binding.action] = ShownKey(binding.key, label, does, enabled, tooltip or binding.description)
    return [keys[action] for action in sorted(keys, key=lambda each: order.index(each) if each in order else -1)]
