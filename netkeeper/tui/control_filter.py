"""The last fence before the terminal."""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from netkeeper.override import override

# Controls and what turns the direction of writing; the isolates that `display.plain` sets around
# right-to-left text are the only ones to pass. All of these take no cell.
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066\u2067]")


class ControlFilter(LineFilter):
    """Takes control characters out of everything that is drawn.

    What netkeeper shows is safe before it comes here. This is for what doesn't pass through its
    hands: what is typed and pasted into an input, and the toolkit's own screens.
    """

    @override
    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same line, harmless."""
        return [
            segment if segment.text.isprintable() or not _HARMFUL.search(segment.text) else _cleaned(segment)
            for segment in segments
        ]


def _cleaned(segment: Segment) -> Segment:
    return Segment(_HARMFUL.sub("", segment.text), segment.style, segment.control)
