"""A few lines of text."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, length, wrap
from netkeeper.tui.draw.text_styles import InkedLines


class Page(InkedLines):
    """Paragraphs, each of pieces with an ink; wrapped and sanitized here."""

    def __init__(
        self,
        paragraphs: Sequence[Line] = (),
        *,
        id: str | None = None,  # noqa: A002 (Textual's own name for it)
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._paragraphs = list(paragraphs)
        self.display = bool(self._paragraphs)

    def show(self, paragraphs: Sequence[Line]) -> None:
        """Replace the paragraphs; where there are none, the page is hidden."""
        if list(paragraphs) != self._paragraphs:
            self._paragraphs = list(paragraphs)
            self.display = bool(self._paragraphs)
            self.refresh(layout=True)

    @override
    def lines_at(self, columns: int) -> list[Line]:
        """The wrapped paragraphs."""
        return [line for paragraph in self._paragraphs for line in _wrapped(paragraph, columns)]


def _wrapped(paragraph: Line, columns: int) -> list[Line]:
    """The lines of a paragraph; what is wrapped of a last piece stands below its beginning."""
    text = "".join(piece for piece, _ in paragraph)
    wrapped = wrap(text, columns)
    if len(paragraph) > 1:
        *before, (last, ink) = [(plain(piece), ink) for piece, ink in paragraph]
        text = paragraph[-1][0].lstrip(" ")
        gap = " " * (len(paragraph[-1][0]) - len(text))
        indent = length(before) + len(gap)
        if len(wrapped) == 1:
            return [[*before, (last, ink)]]
        if 0 < indent <= columns // 2:
            first, *rest = wrap(text, columns - indent) or [""]
            return [[*before, (gap + first, ink)], *([(" " * indent, ""), (line, ink)] for line in rest)]
    return [[(line, paragraph[0][1])] for line in wrapped] or [[("", "")]]
