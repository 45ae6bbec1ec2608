"""The last filter before the terminal."""

from __future__ import annotations

import re

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from netkeeper.override import override

# Control characters and changes of the writing direction; the isolates that `display.plain` sets around
# right-to-left text pass. None of these takes a cell.
_HARMFUL = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066\u2067]")


class ControlFilter(LineFilter):
    """Removes control characters from everything that is drawn.

    netkeeper sanitizes its own texts before. This covers what it doesn't draw itself: text typed and pasted
    into an input, and the toolkit's own screens.
    """

    @override
    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The line without control characters."""
        return [
            segment if segment.text.isprintable() or not _HARMFUL.search(segment.text) else _cleaned(segment)
            for segment in segments
        ]


def _cleaned(segment: Segment) -> Segment:
    return Segment(_HARMFUL.sub("", segment.text), segment.style, segment.control)
