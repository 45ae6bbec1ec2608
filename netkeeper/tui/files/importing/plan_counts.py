"""The counts of a plan's lines by sort, which filter the list."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from textual import events
from textual.content import Content
from textual.geometry import Offset
from textual.message import Message

from netkeeper.domain.text.display import width as cells
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.text_styles import Inked

if TYPE_CHECKING:
    from netkeeper.tui.draw.jump_targets import Spot

_GAP = 3

SORTS: Mapping[str, str] = {
    "all": "all",
    "add": "new",
    "update": "updated",
    "skip": "skipped",
    "doubt": "in doubt",
    "unread": "not read",
    "group": "groups",
}
"""The sorts of lines, with their labels; whoever is in doubt is of another sort too."""

_OF_ONE = {"group": "group"}
"""The labels that are otherwise beside a count of one."""


class PlanCounts(Inked):
    """Counts in a line; a click on one filters by it."""

    @dataclass
    class SortChosen(Message):
        """A count was clicked.

        Attributes:
            sort: A key of ``SORTS``.
        """

        sort: str

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._counts: Mapping[str, int] = {}
        self._here = "all"

    def show(self, counts: Mapping[str, int], here: str) -> None:
        """Show other counts.

        Args:
            counts: By sort; zeros are left out.
            here: The sort that is filtered by, which is never left out.
        """
        self._counts, self._here = counts, here
        self.refresh()

    @property
    def sorts(self) -> list[str]:
        """The sorts with lines, and the one that is filtered by."""
        return [sort for sort in SORTS if sort in ("all", self._here) or self._counts.get(sort)]

    @override
    def render(self) -> Content:
        """Draw the counts, with the one that is filtered by marked."""
        line: Line = []
        for sort in self.sorts:
            line += [(self._text(sort), "here" if sort == self._here else ""), (" " * (_GAP - 2), "")]
        return self.inked([line])

    def on_click(self, event: events.Click) -> None:
        """Post :class:`SortChosen`."""
        offset = event.get_content_offset(self)
        start = 0
        for sort in self.sorts if offset is not None else ():
            end = start + cells(self._text(sort))
            if offset is not None and start <= offset.x < end:
                self.post_message(self.SortChosen(sort))
            start = end + _GAP - 2

    def jump_spots(self) -> Iterable[Spot]:
        """A jump target for each sort."""
        from netkeeper.tui.draw.jump_targets import Spot

        start = 0
        for sort in self.sorts:
            yield Spot(Offset(start + 1, 0), partial(self.post_message, self.SortChosen(sort)))
            start += cells(self._text(sort)) + _GAP - 2

    def _text(self, sort: str) -> str:
        count = self._counts.get(sort, 0)
        return f" {count:,} {_OF_ONE.get(sort, SORTS[sort]) if count == 1 else SORTS[sort]} "
