"""The columns of the list of people: which there is room for, how wide each is, and what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from netkeeper.domain.dates.describe import describe_cadence
from netkeeper.domain.language.joined import Word
from netkeeper.domain.people.properties import with_importance
from netkeeper.domain.search.ordering import Order
from netkeeper.domain.search.predicates import Findable
from netkeeper.domain.text.display import plain
from netkeeper.domain.text.fold import fold
from netkeeper.system.local_time import local_day
from netkeeper.tui.draw.lines import Piece
from netkeeper.tui.draw.person_words import ladder_mark
from netkeeper.tui.draw.short_words import short_day, short_span

NOTHING = "–"
"""Stands where there is nothing to tell."""


class Column(StrEnum):
    """A column, by its title; in the order in which they stand."""

    NAME = "name"
    ORGANIZATION = "organization"
    STEP = "step"
    FIELDS = "fields"
    LAST = "last"
    NEXT = "next"
    EMAIL = "email"
    PHONE = "phone"
    EVERY = "every"
    MET = "met"
    ADDED = "added"


class ColumnWidths(NamedTuple):
    """How many cells a column takes: at least, to hold what most people have, and at most; and the gap after it.

    A column of short words holds a cell for the arrow of the order, and needs less of a gap.
    """

    least: int
    good: int
    most: int
    gap: int = 2


_ROOM = {
    Column.NAME: ColumnWidths(15, 24, 30),
    Column.ORGANIZATION: ColumnWidths(12, 18, 28),
    Column.STEP: ColumnWidths(5, 5, 5, gap=1),
    Column.FIELDS: ColumnWidths(10, 18, 32),
    Column.LAST: ColumnWidths(5, 5, 5, gap=1),
    Column.NEXT: ColumnWidths(5, 5, 5, gap=1),
    Column.EMAIL: ColumnWidths(20, 28, 36),
    Column.PHONE: ColumnWidths(12, 17, 20),
    Column.EVERY: ColumnWidths(8, 8, 8),
    Column.MET: ColumnWidths(10, 18, 28),
    Column.ADDED: ColumnWidths(10, 10, 10),
}

_WANTED = (
    Column.NAME,
    Column.NEXT,
    Column.ORGANIZATION,
    Column.LAST,
    Column.STEP,
    Column.FIELDS,
    Column.EMAIL,
    Column.PHONE,
    Column.EVERY,
    Column.MET,
)
"""Where there is no room for all, the last go first."""

ORDERS = {
    Column.NAME: Order.NAME,
    Column.ORGANIZATION: Order.ORGANIZATION,
    Column.STEP: Order.STEP,
    Column.LAST: Order.LAST,
    Column.NEXT: Order.NEXT,
    Column.ADDED: Order.ADDED,
}
"""The columns that can be sorted by, and the order that each stands for."""


class ColumnPlace(NamedTuple):
    """A column where it stands.

    Attributes:
        column: Which.
        start: Its first cell.
        columns: How many it takes.
    """

    column: Column
    start: int
    columns: int

    @property
    def end(self) -> int:
        """The cell after it."""
        return self.start + self.columns


def places(columns: int, order: Order) -> list[ColumnPlace]:
    """Which columns there is room for, and where each stands.

    Args:
        columns: Cells to be had.
        order: What the list is sorted by, whose column is there before any but the name.
    """
    sorted_by = next(column for column, each in ORDERS.items() if each is order)
    chosen: list[Column] = []
    for column in dict.fromkeys((Column.NAME, sorted_by, *_WANTED)):
        if chosen and _least([*chosen, column]) > columns:
            break
        chosen.append(column)
    widths = _shared(chosen, max(0, columns - _least(chosen)))
    widths[Column.NAME] = min(widths[Column.NAME], max(1, columns))
    found: list[ColumnPlace] = []
    start = 0
    for column in (each for each in Column if each in widths):
        found.append(ColumnPlace(column, start, widths[column]))
        start += widths[column] + _ROOM[column].gap
    return found


def _least(chosen: Sequence[Column]) -> int:
    """How many cells columns take at least; nothing stands after the last."""
    last = max(chosen, key=list(Column).index)
    return sum(_ROOM[column].least + _ROOM[column].gap for column in chosen) - _ROOM[last].gap


def _shared(chosen: Sequence[Column], room: int) -> dict[Column, int]:
    """The widths of columns when what is left is shared out, cell by cell: what is good for each, then what it can use."""
    widths = {column: _ROOM[column].least for column in chosen}
    for enough in (
        {column: _ROOM[column].good for column in chosen},
        {column: _ROOM[column].most for column in chosen},
    ):
        growing = chosen
        while room > 0 and (growing := [column for column in growing if widths[column] < enough[column]]):
            for column in growing[:room]:
                widths[column] += 1
            room -= len(growing[:room])
    return widths


_SEARCHED = (Column.NAME, Column.ORGANIZATION, Column.FIELDS, Column.EMAIL, Column.PHONE, Column.MET)
"""The columns in which free text is found."""

COLUMN_OF: Mapping[str, Column] = {
    "organization": Column.ORGANIZATION,
    "fields": Column.FIELDS,
    "emails": Column.EMAIL,
    "phones": Column.PHONE,
    "met": Column.MET,
}
"""The column that shows a part of the card, by the part's name."""

_BY_KEY = {
    "name": Column.NAME,
    "org": Column.ORGANIZATION,
    "field": Column.FIELDS,
    "email": Column.EMAIL,
    "phone": Column.PHONE,
    "met": Column.MET,
}


def sought(words: Sequence[Word], texts: Sequence[str]) -> dict[Column, list[str]]:
    """What a search looks for in which column, folded: where it is found, it is shown.

    Args:
        words: The words of the search.
        texts: Its free text.
    """
    found = {column: list(texts) for column in _SEARCHED}
    for word in words:
        if not word.negated and word.key in _BY_KEY:
            found.setdefault(_BY_KEY[word.key], []).append(" ".join(fold(word.value).split()))
    return found


def cell(column: Column, person: Findable, today: date) -> Piece:
    """What stands in a column for somebody, safe to show, and its ink."""
    if column is Column.NEXT:
        return _next(person.next_due, today)
    return plain(_TEXTS[column](person, today)), _INKS.get(column, "")


_TEXTS: dict[Column, Callable[[Findable, date], str]] = {
    Column.NAME: lambda person, _: with_importance(person.contact),
    Column.ORGANIZATION: lambda person, _: person.contact.organization,
    Column.STEP: lambda person, _: ladder_mark(person.contact.step),
    Column.FIELDS: lambda person, _: ", ".join(person.contact.fields),
    Column.LAST: lambda person, today: _ago(person.contact.last_on, today),
    Column.EMAIL: lambda person, _: next((each.value for each in person.contact.emails), ""),
    Column.PHONE: lambda person, _: next((each.value for each in person.contact.phones), ""),
    Column.EVERY: lambda person, _: _every(person.contact.cadence),
    Column.MET: lambda person, _: person.contact.met,
    Column.ADDED: lambda person, today: _on(person.contact.created, today),
}

_INKS = {Column.NAME: "strong", Column.STEP: "accent", Column.LAST: "quiet", Column.EVERY: "quiet", Column.MET: "quiet"}


def _ago(day: date | None, today: date) -> str:
    if day is None:
        return NOTHING
    days = (today - day).days
    return "now" if days <= 0 else short_span(days)


def _next(day: date | None, today: date) -> Piece:
    """When the next thing is due; that it is late is nothing to hold against anybody."""
    if day is None:
        return NOTHING, "quiet"
    days = (day - today).days
    return ("now", "accent") if days <= 0 else (short_span(days), "")


def _every(days: int | None) -> str:
    """A cadence of somebody's own; nothing for the step's."""
    if days is None:
        return ""
    return describe_cadence(days) if days else "never"


def _on(created: str, today: date) -> str:
    day = local_day(created) if created else None
    if day is None:
        return NOTHING
    return short_day(day) if day.year == today.year else f"{short_day(day)[:6]} {day:%y}"
