"""The text styles of widgets, called inks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.content import Content
from textual.style import Style
from textual.widget import Widget

from netkeeper.override import override
from netkeeper.tui.draw.lines import Line

FOUND = "found"
"""The ink of a search's matches."""

INKS: Mapping[str, str] = {
    "": "",
    "strong": "bold",
    "quiet": "$foreground-muted",
    "accent": "$text-accent",
    "key": "bold $text-accent",
    "here": "bold reverse",
    FOUND: "bold underline $text-warning",
    "cursor": "bold $block-cursor-foreground on $block-cursor-background",
    "cursor-more": "on $block-cursor-blurred-background",
}
"""The style of each ink, in variables of the theme.

Not component classes of the style sheet: each of those costs the first paint as much as a widget.
"""


class Inked(Widget):
    """A widget that draws pieces of text, each with an ink."""

    def inked(self, lines: Iterable[Line]) -> Content:
        """Lines of pieces as styled content."""
        drawn = [Content.assemble(*(Content.styled(text, self.ink(ink)) for text, ink in line)) for line in lines]
        return Content("\n").join(drawn)

    def ink(self, name: str) -> Style:
        """The style of an ink in the current theme."""
        return self.app.stylesheet.parse_style(INKS[name])


class InkedLines(Inked):
    """A widget as high as its lines, which depend on its width."""

    def lines_at(self, columns: int) -> list[Line]:
        """The lines for a width in cells."""
        raise NotImplementedError

    @override
    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """The number of lines at this width."""
        return len(self.lines_at(width))

    @override
    def render(self) -> Content:
        """Draw the lines."""
        return self.inked(self.lines_at(self.content_size.width))
