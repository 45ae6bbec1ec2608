"""The list of people: a line each, in columns, with marks on the selected ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from textual import events
from textual.message import Message

from netkeeper.actions.people.why_found import WhyFound
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.people.ordering import Order
from netkeeper.domain.search.predicates import Findable
from netkeeper.domain.text.display import fit, pad
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, Piece, length, wrap
from netkeeper.tui.person.subject import Subject
from netkeeper.tui.rooms.selecting.columns import ORDERS, Column, ColumnPlace, cell, places
from netkeeper.tui.rooms.selecting.matches import match_line, shows_match, with_matches
from netkeeper.tui.rooms.subject_list import SubjectList

MARK = "✓"
"""The mark before a selected person."""

_MARK_COLUMNS = 2


class Listing(NamedTuple):
    """What a list of people shows.

    Attributes:
        ids: The contacts, in order.
        person: Reads one of them; raises InvalidValueError for one who is gone.
        order: The sort order.
        reverse: Whether the order is reversed.
        sought: Folded texts to highlight, by column.
        instead: The lines shown in place of an empty list.
        why: Where a search matched, other than in the name.
        numbers: Digits of phone numbers to highlight.
    """

    ids: Sequence[str]
    person: Callable[[str], Findable]
    today: date
    order: Order = Order.NAME
    reverse: bool = False
    sought: Mapping[Column, Sequence[str]] = MappingProxyType({})
    instead: Sequence[Line] = ()
    why: Callable[[str], WhyFound | None] = lambda _: None
    numbers: Sequence[str] = ()


class PeopleList(SubjectList):
    """The list of People.

    Attributes:
        selected: The ids of the selected people, listed or not.
    """

    HEAD = 1

    @dataclass
    class Selected(Message):
        """The selection changed."""

        ids: frozenset[str]

    @dataclass
    class SortWanted(Message):
        """A column's title was clicked."""

        order: Order

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self.selected: frozenset[str] = frozenset()
        self._listing: Listing | None = None
        self._instead: list[Line] = []
        self._range_from = ""
        self._before_range: frozenset[str] = frozenset()

    def show(self, listing: Listing, go_to: str = "") -> None:
        """Show people; the cursor keeps its person, or goes to ``go_to``. A range ends where the people change.

        Args:
            go_to: The id of the person to go to.
        """
        if self.is_ranging and tuple(listing.ids) != tuple(self.ids):
            # The cursor goes on by itself then, to somebody whom nobody selected.
            self.end_range()
        self._listing = listing
        self._lay_out(go_to)

    @override
    def on_resize(self) -> None:
        """Wrap the lines shown in place of an empty list."""
        self._lay_out("")

    def _lay_out(self, go_to: str) -> None:
        if self._listing is None:
            return
        self._instead = []
        if not self._listing.ids:
            columns = max(1, self.scrollable_content_region.width - 2 - _MARK_COLUMNS)
            for line in self._listing.instead:
                text = "".join(piece for piece, _ in line)
                self._instead += [[(each, line[0][1])] for each in wrap(text, columns)] or [[]]
        self.set_keys(self._listing.ids or [""] * len(self._instead), go_to)

    @property
    def ids(self) -> Sequence[str]:
        """The ids of those who are listed, in order."""
        return self._listing.ids if self._listing else ()

    @property
    def contact_id(self) -> str:
        """The id of the person under the cursor; empty for nobody."""
        return self.ids[self.cursor] if 0 <= self.cursor < len(self.ids) else ""

    @property
    @override
    def subject(self) -> Subject | None:
        """The contact of the line under the cursor; None for no contact."""
        return self.subject_of(self.contact_id) if self.contact_id else None

    def subject_of(self, contact_id: str) -> Subject | None:
        """The subject of a contact; None for one who is gone."""
        person = self._person(contact_id)
        return Subject(contact_id, person.contact.name) if person else None

    def _person(self, contact_id: str) -> Findable | None:
        """A listed contact; None for one who is gone, until the list is redrawn."""
        if self._listing is None:
            return None
        try:
            return self._listing.person(contact_id)
        except InvalidValueError:
            return None

    @override
    def keys_about(self, contact_id: str) -> list[str]:
        """The one line about a contact."""
        return [contact_id]

    # Selecting

    @property
    def is_ranging(self) -> bool:
        """Whether a range is being selected: moving the cursor selects."""
        return bool(self._range_from)

    def select(self, ids: frozenset[str]) -> None:
        """Replace the selection."""
        if ids != self.selected:
            self.selected = ids
            self.refresh()
            self.post_message(self.Selected(ids))

    def end_range(self) -> None:
        """End the range; the selection stays."""
        self._range_from = ""
        self.post_message(self.Selected(self.selected))

    def select_here(self) -> None:
        """Select or deselect the person under the cursor, and move to the next; a range ends instead."""
        if self.contact_id:
            if self.is_ranging:
                self.end_range()
            else:
                self.select(self.selected ^ {self.contact_id})
            self.action_move(1)

    def range_here(self) -> None:
        """Begin or end a range."""
        if self.is_ranging:
            self.end_range()
        elif self.contact_id:
            self._begin_range(self.contact_id)
            self.post_message(self.Selected(self.selected))

    def select_all(self) -> None:
        """Add everybody listed to the selection; where all are selected, remove them."""
        self._range_from = ""
        listed = frozenset(self.ids)
        self.select(self.selected - listed if listed <= self.selected else self.selected | listed)

    def _begin_range(self, contact_id: str) -> None:
        self._range_from, self._before_range = contact_id, self.selected
        self.select(self.selected | {contact_id})

    @override
    def cursor_moved(self) -> None:
        """Extend the range to the cursor, and announce the person under it."""
        if self.is_ranging and self.contact_id and self._range_from in self.ids:
            self._extend_range()
        super().cursor_moved()

    def _extend_range(self) -> None:
        first, last = sorted((self.ids.index(self._range_from), self.cursor))
        self.select(self._before_range | frozenset(self.ids[first : last + 1]))

    @override
    def on_click(self, event: events.Click) -> None:
        """Select by a click on the mark or with Ctrl, a range with Shift; any other click moves the cursor."""
        offset = event.get_content_offset(self)
        if offset is None or offset.y < self.HEAD:
            return
        index = offset.y - self.HEAD + self.scroll_offset.y
        if index >= len(self.ids) or not (event.shift or event.ctrl or offset.x <= _MARK_COLUMNS):
            return
        event.stop()
        event.prevent_default()
        if event.shift and self.contact_id:
            self._begin_range(self._range_from or self.contact_id)
            self.move_to(index)
            self.end_range()
        else:
            self.move_to(index)
            self.select(self.selected ^ {self.ids[index]})

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002 (the cursor is there by now)
        """Open the person that the cursor was on already."""
        if again and self.subject is not None:
            self.post_message(self.PersonOpened(self.subject))

    @override
    def head_clicked(self, column: int) -> None:
        """Ask for sorting by the clicked column, where it can be sorted by."""
        for place in self._places(self.scrollable_content_region.width - 1):
            if _MARK_COLUMNS + place.start <= column < _MARK_COLUMNS + place.end and place.column in ORDERS:
                self.post_message(self.SortWanted(ORDERS[place.column]))

    # Drawing

    def _places(self, columns: int) -> list[ColumnPlace]:
        order = self._listing.order if self._listing else Order.NAME
        return _places_kept(columns - _MARK_COLUMNS, order)

    @override
    def draw_head(self, columns: int) -> Line:
        """The titles of the columns, with an arrow on the sorted one."""
        line: Line = [(" " * min(_MARK_COLUMNS, columns), "")]
        if not self.ids:
            return line
        sorted_by, arrow = Order.NAME, "↓"
        if self._listing:
            sorted_by, arrow = self._listing.order, "↑" if self._listing.reverse else "↓"
        for place, after in self._with_gaps(columns):
            is_sorted = ORDERS.get(place.column) is sorted_by
            title = f"{fit(place.column, place.columns - 1)}{arrow}" if is_sorted else place.column
            line.append((pad(title, place.columns) + after, "key" if is_sorted else "quiet"))
        return line

    @override
    def draw(self, index: int, columns: int) -> Line:
        """One person."""
        if self._listing is None or not self.ids:
            return [(" " * _MARK_COLUMNS, ""), *self._instead[index]]
        contact_id = self.ids[index]
        person = self._person(contact_id)
        if person is None:
            return []
        mark = MARK if contact_id in self.selected else " "
        line: Line = [(pad(mark, min(_MARK_COLUMNS, columns)), "key")]
        cells: dict[Column, list[Piece]] = {}
        for place, after in self._with_gaps(columns):
            text, ink = cell(place.column, person, self._listing.today)
            texts = self._listing.sought.get(place.column, ())
            numbers = self._listing.numbers if place.column is Column.PHONE else ()
            found = with_matches(pad(text, place.columns) + after, ink, texts, numbers)
            cells[place.column] = found
        why = self._listing.why(contact_id)
        if why is None or shows_match(why, cells):
            return [*line, *(piece for found in cells.values() for piece in found)]
        name = cells[Column.NAME]
        room = columns - length(line) - length(name)
        return [*line, *name, *match_line(why, self._listing.today, room)]

    def _with_gaps(self, columns: int) -> list[tuple[ColumnPlace, str]]:
        """The columns, each with the gap after it as blanks."""
        found = self._places(columns)
        starts = [place.start for place in found[1:]]
        return [
            (place, " " * (start - place.end)) for place, start in zip(found, [*starts, found[-1].end], strict=True)
        ]


_places_kept = lru_cache(maxsize=64)(places)
