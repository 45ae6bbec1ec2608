"""A few lines of text."""

from __future__ import annotations

from collections.abc import Sequence

from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, wrap
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
        lines: list[Line] = []
        for paragraph in self._paragraphs:
            text = "".join(piece for piece, _ in paragraph)
            wrapped = wrap(text, columns)
            if len(wrapped) == 1 and len(paragraph) > 1:
                lines.append([(plain(piece), ink) for piece, ink in paragraph])
            else:
                lines += [[(line, paragraph[0][1])] for line in wrapped] or [[("", "")]]
        return lines
