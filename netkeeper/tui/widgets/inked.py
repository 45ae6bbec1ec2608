"""Text in a few inks: how widgets colour what they draw without knowing a colour."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.style import Style
from textual.content import Content
from textual.widget import Widget

from netkeeper.tui.lines import Line

INKS = frozenset({"ink--strong", "ink--quiet", "ink--accent", "ink--here", "ink--key"})
"""The component classes of all inks."""


class Inked(Widget):
    """A widget that draws in inks; what each looks like is in ``app.tcss``."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*INKS}

    def inked(self, lines: Iterable[Line]) -> Content:
        """Lines of pieces as one content."""
        drawn = [Content.assemble(*(self._piece(text, ink) for text, ink in line)) for line in lines]
        return Content("\n").join(drawn)

    def ink(self, name: str) -> Style:
        """What an ink looks like, for drawing with segments."""
        return self.get_component_rich_style(f"ink--{name}")

    def _piece(self, text: str, ink: str) -> Content:
        return Content.styled(text, self.get_visual_style(f"ink--{ink}", partial=True)) if ink else Content(text)
