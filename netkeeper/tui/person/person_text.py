"""Card, details and timeline of a person as one text with a cursor in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Offset, Region
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, fitted, length
from netkeeper.tui.draw.text_styles import Inked

if TYPE_CHECKING:
    from netkeeper.tui.draw.blocks import Block, Item
    from netkeeper.tui.draw.jump_targets import Spot
    from netkeeper.tui.person.view import Person

_LEAST_COLUMNS = 18
"""Nothing is drawn at a narrower width."""

CURSOR = "›"
"""The mark before the item under the cursor, for terminals without colour."""

_FIRST, _MORE = "cursor", "cursor-more"
"""Styles of the item under the cursor: its first line, and its other lines."""


class TextPlace(NamedTuple):
    """The lines of an item that the cursor can rest on.

    Attributes:
        top: Its first line.
        end: The line after its last.
        item: None for the card.
    """

    top: int
    end: int
    item: Item | None = None

    @property
    def key(self) -> str:
        """An identifier that is stable while the item exists; empty for the card."""
        return f"{type(self.item).__name__} {self.item.id}" if self.item else ""


class PersonText(Inked):
    """The card, the details and the timeline of a person, at full height.

    The cursor rests on the card, an interaction or a follow-up.

    Attributes:
        details_last: Whether the details come after the timeline.
        most_lines: The most lines of a note.
        has_cursor: Whether the cursor is shown.
        here: The key of the place that the cursor is on; empty for the card.
    """

    @dataclass
    class Clicked(Message):
        """A place was clicked.

        Attributes:
            again: Whether the cursor was there already.
        """

        place: TextPlace
        again: bool

    details_last: reactive[bool] = reactive(False, layout=True)
    most_lines: reactive[int] = reactive(6, layout=True)
    has_cursor: reactive[bool] = reactive(False)
    here: reactive[str] = reactive("")

    def __init__(self) -> None:
        super().__init__()
        self._person: Person | None = None
        self._columns = 0
        self._blocks: Sequence[Block] = ()

    def show(self, person: Person | None) -> None:
        """Show a person, or nobody; of the same person, the cursor stays at its item or goes to the nearest left."""
        if person == self._person:
            return
        before = [place.key for place in self.places()]
        is_same = person is not None and self._person is not None and person.contact.id == self._person.contact.id
        self._person, self._columns = person, 0
        self.here = _still_there(self.here, before, [place.key for place in self.places()]) if is_same else ""
        self.refresh(layout=True)

    def places(self) -> list[TextPlace]:
        """All places that the cursor can rest on, top down, the card first."""
        places: list[TextPlace] = []
        line = 0
        for block in self._blocks_at(self.content_size.width):
            end = line + len(block.lines)
            if block.item is not None:
                places.append(TextPlace(line, end, block.item))
            line = end
        return [TextPlace(0, places[0].top if places else line), *places]

    @property
    def place(self) -> TextPlace:
        """The place that the cursor is on."""
        places = self.places()
        return next((place for place in places if place.key == self.here), places[0])

    def on_click(self, event: events.Click) -> None:
        """Post :class:`Clicked`."""
        offset = event.get_content_offset(self)
        found = [place for place in self.places() if offset is not None and place.top <= offset.y < place.end]
        if found:
            self.post_message(self.Clicked(found[0], again=self.has_cursor and found[0].key == self.here))

    def jump_spots(self) -> Iterable[Spot]:
        """A jump target for each place."""
        from netkeeper.tui.draw.jump_targets import Spot

        for place in self.places():
            yield Spot(Offset(0, place.top), partial(self.post_message, self.Clicked(place, again=False)))

    # Drawing

    def watch_details_last(self) -> None:
        """Lay out anew."""
        self._columns = 0

    def watch_most_lines(self) -> None:
        """Lay out anew."""
        self._columns = 0

    @override
    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """The number of lines at this width."""
        return sum(len(block.lines) for block in self._blocks_at(width))

    @override
    def render(self) -> Content:
        """Draw the lines."""
        columns = self.content_size.width
        here = self.here if self.has_cursor else ""
        place = self.place if here else None
        lines: list[Line] = []
        for block in self._blocks_at(columns):
            is_here = place is not None and block.item is place.item
            lines += _marked(block.lines, columns) if is_here else block.lines
        return self.inked(lines)

    @override
    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines, with the cursor's mark in the margin."""
        strips = super().render_lines(crop)
        if not self.has_cursor or not self.here or crop.x:
            return strips
        place = self.place
        for index, strip in enumerate(strips):
            line = crop.y + index
            if place.top <= line < place.end:
                mark, ink = (CURSOR, _FIRST) if line == place.top else (" ", _MORE)
                strips[index] = Strip.join([Strip([Segment(mark, self.ink(ink).rich_style)]), strip.crop(1)])
        return strips

    def _blocks_at(self, columns: int) -> Sequence[Block]:
        """The blocks at a width; the last width's are cached."""
        if self._columns != columns:
            self._columns = columns
            self._blocks = []
            if self._person is not None and columns >= _LEAST_COLUMNS:
                self._blocks = list(
                    person_blocks(self._person, columns, details_last=self.details_last, most_lines=self.most_lines)
                )
        return self._blocks


def _still_there(here: str, before: Sequence[str], now: Sequence[str]) -> str:
    """The key for the cursor after the places changed: its own, else the next left, else the nearest before."""
    if here in now or here not in before:
        return here if here in now else ""
    place = before.index(here)
    return next((key for key in [*before[place:], *reversed(before[:place])] if key in now), "")


def _marked(lines: Sequence[Line], columns: int) -> list[Line]:
    """Lines restyled as under the cursor: the first as in a list, the others as its continuation."""
    marked: list[Line] = []
    for number, line in enumerate(lines):
        text = "".join(piece for piece, _ in line)
        marked.append([(text + " " * (columns - length(line)), _MORE if number else _FIRST)])
    return marked


def person_blocks(person: Person, columns: int, *, details_last: bool, most_lines: int) -> Iterator[Block]:
    """The blocks of card, details and timeline.

    Args:
        columns: Width in cells.
        details_last: Whether the details come after the timeline.
        most_lines: The most lines of a note.
    """
    # Imported with the first person shown, after the first paint.
    from netkeeper.tui.draw.blocks import Block
    from netkeeper.tui.person.contact_card import card_blocks, detail_lines
    from netkeeper.tui.person.timeline import timeline_blocks

    details = Block(list(detail_lines(person, columns)))
    timeline = list(timeline_blocks(person, columns, most_lines))
    between = Block([[]])
    after_card = [between, *timeline, between, details] if details_last else [details, between, *timeline]
    for block in [*card_blocks(person, columns), *after_card]:
        yield Block([fitted(line, columns) for line in block.lines], block.item)
