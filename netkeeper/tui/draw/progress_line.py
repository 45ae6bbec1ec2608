"""A progress bar of one line."""

from __future__ import annotations

from textual.content import Content

from netkeeper.override import override
from netkeeper.tui.draw.text_styles import Inked

_PERCENT_COLUMNS = 6


class ProgressLine(Inked):
    """A bar with a percentage; without both while the total is unknown."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._share = 0.0
        self._is_known = False

    def show(self, done: int, total: int) -> None:
        """Show the progress; ``total`` is 0 while unknown."""
        share = min(1.0, done / total) if total > 0 else 0.0
        if (share, total > 0) != (self._share, self._is_known):
            self._share, self._is_known = share, total > 0
            self.refresh()

    @override
    def render(self) -> Content:
        """Draw the bar and the percentage."""
        columns = max(0, self.content_size.width - _PERCENT_COLUMNS)
        if not self._is_known:
            return self.inked([[("─" * columns, "quiet")]])
        full = round(self._share * columns)
        percent = f"{round(self._share * 100)} %".rjust(_PERCENT_COLUMNS)
        return self.inked([[("━" * full, "accent"), ("─" * (columns - full), "quiet"), (percent, "")]])
