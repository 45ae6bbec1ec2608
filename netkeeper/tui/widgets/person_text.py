"""All that is known of somebody, as text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import TYPE_CHECKING

from textual.content import Content
from textual.reactive import reactive

from netkeeper.tui.lines import Line, fitted
from netkeeper.tui.widgets.inked import Inked

if TYPE_CHECKING:
    from netkeeper.tui.person import Person

_LEAST_COLUMNS = 18
"""Narrower than this, nothing can be told."""


class PersonText(Inked):
    """The card, the details and the timeline of a person, as many lines as there are.

    Attributes:
        details_last: Whether the details come after the timeline, where there is little height.
    """

    details_last: reactive[bool] = reactive(False, layout=True)

    def __init__(self) -> None:
        super().__init__()
        self._person: Person | None = None

    def show(self, person: Person | None) -> None:
        """Show a person, or nobody."""
        if person != self._person:
            self._person = person
            self.refresh(layout=True)

    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """As many lines as it takes at this width."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Draw the lines."""
        return self.inked(self._lines(self.content_size.width))

    def _lines(self, columns: int) -> list[Line]:
        if self._person is None or columns < _LEAST_COLUMNS:
            return []
        return list(person_lines(self._person, columns, details_last=self.details_last))


def person_lines(person: Person, columns: int, *, details_last: bool) -> Iterator[Line]:
    """The lines about a person.

    Args:
        person: Who.
        columns: Cells to be had.
        details_last: Whether the details come after the timeline.
    """
    # Loaded with the first person who is shown, which comes after the first paint.
    from netkeeper.tui.widgets.contact_card import card_lines, detail_lines
    from netkeeper.tui.widgets.timeline import timeline_lines

    details = list(detail_lines(person, columns))
    timeline = list(timeline_lines(person, columns))
    between: list[Line] = [[]]
    after_card = [*between, *timeline, *between, *details] if details_last else [*details, *between, *timeline]
    for line in chain(card_lines(person, columns), after_card):
        yield fitted(line, columns)
