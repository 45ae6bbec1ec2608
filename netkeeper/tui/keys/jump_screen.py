"""Jump mode: a label on each target on the screen; typing it goes there."""

from __future__ import annotations

from typing import Any, ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.strip import Strip

from netkeeper.domain.text.display import width
from netkeeper.override import override
from netkeeper.tui.core.base_screen import BaseModal
from netkeeper.tui.draw.jump_targets import Target, labelled, targets_on
from netkeeper.tui.draw.key_bar import shown_keys

_LABEL = "bold $background on $text-accent"
_NO_COLOUR_LABEL = "bold reverse"
_LEAVES = "leaves"


class Jump(BaseModal[Target]):
    """Draws labels over the screen below."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", _LEAVES, id="jump.leave", tooltip="Stay where you are"),
        Binding("backspace", "back", "Back", show=False, id="jump.back", tooltip="Take the first letter back"),
    ]

    def __init__(self, below: Screen[Any]) -> None:
        """Collect the targets of the screen below as it is drawn now."""
        super().__init__()
        self._targets = dict(labelled(targets_on(below)))
        self._below_size = below.size
        self._typed = ""

    @property
    def targets(self) -> dict[str, Target]:
        """The targets still possible, by the letters left to type."""
        typed = self._typed
        return {label[len(typed) :]: each for label, each in self._targets.items() if label.startswith(typed)}

    def on_key(self, event: events.Key) -> None:
        """Add a letter; one that continues no label is ignored."""
        if not event.is_printable or not event.character:
            return
        event.stop()
        typed = self._typed + event.character.lower()
        if typed in self._targets:
            self.dismiss(self._targets[typed])
        elif any(label.startswith(typed) for label in self._targets):
            self._typed = typed
            self.refresh()

    def action_back(self) -> None:
        """Remove the first letter."""
        self._typed = ""
        self.refresh()

    def action_leave(self) -> None:
        """Leave jump mode."""
        self.dismiss(None)

    def on_click(self) -> None:
        """Leave jump mode."""
        self.dismiss(None)

    def on_resize(self, event: events.Resize) -> None:
        """Leave jump mode, since the targets have moved."""
        if event.size != self._below_size and self.is_active:
            self.dismiss(None)

    # Drawing

    @override
    def render_line(self, y: int) -> Strip:
        """A line of the screen below, with its labels."""
        strip = super().render_line(y)
        style = self.app.stylesheet.parse_style(_NO_COLOUR_LABEL if self.app.no_color else _LABEL).rich_style
        marks = [(target.at.x, label) for label, target in self.targets.items() if target.at.y == y]
        hint = self._hint()
        if y == self._hint_line(width(hint)):
            marks.append((self.size.width - width(hint), hint))
        for x, text in marks:
            strip = Strip.join([strip.crop(0, x), Strip([Segment(text, style)]), strip.crop(x + width(text))])
        return strip

    def _hint(self) -> str:
        leave = next(key.label for key in shown_keys(self) if key.does == _LEAVES)
        return f" Type a label to go there · {leave} {_LEAVES} "

    def _hint_line(self, columns: int) -> int:
        """The lowest line without a target under the hint."""
        taken = {target.at.y for target in self._targets.values() if target.at.x > self.size.width - columns - 2}
        return next((y for y in range(self.size.height - 1, 0, -1) if y not in taken), 0)
