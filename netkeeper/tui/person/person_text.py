"""All that is known of somebody, as text with a cursor in it."""

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
    from netkeeper.tui.draw.blocks import Block, Told
    from netkeeper.tui.draw.jump_targets import Spot
    from netkeeper.tui.person.view import Person

_LEAST_COLUMNS = 18
"""Narrower than this, nothing can be told."""

CURSOR = "›"
"""Stands before what the cursor is on, for terminals that show no colour."""

_FIRST, _MORE = "cursor", "cursor-more"
"""The inks of what the cursor is on: its first line, and the others."""


class TextPlace(NamedTuple):
    """Where something stands.

    Attributes:
        top: Its first line.
        end: The line after its last.
        item: What it is; None for the card.
    """

    top: int
    end: int
    item: Told | None = None

    @property
    def key(self) -> str:
        """Names it as long as it is there; empty for the card."""
        return f"{type(self.item).__name__} {self.item.id}" if self.item else ""


class PersonText(Inked):
    """The card, the details and the timeline of a person, as many lines as there are.

    A cursor rests on the card, or on one of the interactions and follow-ups.

    Attributes:
        details_last: Whether the details come after the timeline, where there is little height.
        most_lines: How many lines a note may take.
        has_cursor: Whether the cursor is shown.
        here: The key of the place that the cursor is on; empty for the card.
    """

    @dataclass
    class Clicked(Message):
        """Something was clicked.

        Attributes:
            place: What.
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
        """Show a person, or nobody; the cursor stays on its place, or goes to the next one that is left."""
        if person == self._person:
            return
        before = [place.key for place in self.places()]
        is_same = person is not None and self._person is not None and person.contact.id == self._person.contact.id
        self._person, self._columns = person, 0
        self.here = _still_there(self.here, before, [place.key for place in self.places()]) if is_same else ""
        self.refresh(layout=True)

    def places(self) -> list[TextPlace]:
        """All that the cursor can rest on, from the top: the card first."""
        places: list[TextPlace] = []
        line = 0
        for block in self._told(self.content_size.width):
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
        """Say what was clicked."""
        offset = event.get_content_offset(self)
        found = [place for place in self.places() if offset is not None and place.top <= offset.y < place.end]
        if found:
            self.post_message(self.Clicked(found[0], again=self.has_cursor and found[0].key == self.here))

    def jump_spots(self) -> Iterable[Spot]:
        """The card, and all that happened and is promised."""
        from netkeeper.tui.draw.jump_targets import Spot

        for place in self.places():
            yield Spot(Offset(0, place.top), partial(self.post_message, self.Clicked(place, again=False)))

    # Drawing

    def watch_details_last(self) -> None:
        """All stands elsewhere now."""
        self._columns = 0

    def watch_most_lines(self) -> None:
        """Likewise."""
        self._columns = 0

    @override
    def get_content_height(self, container: object, viewport: object, width: int) -> int:  # noqa: ARG002
        """As many lines as it takes at this width."""
        return sum(len(block.lines) for block in self._told(width))

    @override
    def render(self) -> Content:
        """Draw the lines."""
        columns = self.content_size.width
        here = self.here if self.has_cursor else ""
        place = self.place if here else None
        lines: list[Line] = []
        for block in self._told(columns):
            is_here = place is not None and block.item is place.item
            lines += _marked(block.lines, columns) if is_here else block.lines
        return self.inked(lines)

    @override
    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw the lines as they are laid out; the cursor's mark stands in the margin."""
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

    def _told(self, columns: int) -> Sequence[Block]:
        """What there is to tell at a width; worked out once for each."""
        if self._columns != columns:
            self._columns = columns
            self._blocks = []
            if self._person is not None and columns >= _LEAST_COLUMNS:
                self._blocks = list(
                    person_blocks(self._person, columns, details_last=self.details_last, most_lines=self.most_lines)
                )
        return self._blocks


def _still_there(here: str, before: Sequence[str], now: Sequence[str]) -> str:
    """The key of where the cursor belongs, now that places came and went."""
    if here in now or here not in before:
        return here if here in now else ""
    place = before.index(here)
    return next((key for key in [*before[place:], *reversed(before[:place])] if key in now), "")


def _marked(lines: Sequence[Line], columns: int) -> list[Line]:
    """What the cursor is on: its first line as in a list, the others as part of it."""
    marked: list[Line] = []
    for number, line in enumerate(lines):
        text = "".join(piece for piece, _ in line)
        marked.append([(text + " " * (columns - length(line)), _MORE if number else _FIRST)])
    return marked


def person_blocks(person: Person, columns: int, *, details_last: bool, most_lines: int) -> Iterator[Block]:
    """What there is to tell of a person.

    Args:
        person: Who.
        columns: Cells to be had.
        details_last: Whether the details come after the timeline.
        most_lines: How many lines a note may take.
    """
    # Loaded with the first person who is shown, which comes after the first paint.
    from netkeeper.tui.draw.blocks import Block
    from netkeeper.tui.person.contact_card import card_blocks, detail_lines
    from netkeeper.tui.person.timeline import timeline_blocks

    details = Block(list(detail_lines(person, columns)))
    timeline = list(timeline_blocks(person, columns, most_lines))
    between = Block([[]])
    after_card = [between, *timeline, between, details] if details_last else [details, between, *timeline]
    for block in [*card_blocks(person, columns), *after_card]:
        yield Block([fitted(line, columns) for line in block.lines], block.item)
