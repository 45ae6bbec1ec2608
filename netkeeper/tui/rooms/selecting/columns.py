"""The columns of the list of people: which fit, their widths, and their cells."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from netkeeper.domain.dates.describe import describe_cadence
from netkeeper.domain.language.joined import Word
from netkeeper.domain.people.ordering import Order
from netkeeper.domain.people.properties import with_importance
from netkeeper.domain.search.predicates import Findable
from netkeeper.domain.text.display import plain
from netkeeper.domain.text.fold import fold
from netkeeper.system.local_time import local_day
from netkeeper.tui.draw.lines import Piece
from netkeeper.tui.draw.person_words import ladder_mark
from netkeeper.tui.draw.short_words import short_day, short_span

NOTHING = "–"
"""The cell of a missing day."""


class Column(StrEnum):
    """A column, by its title; in the order of the list."""

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
    """Widths of a column in cells: the least, one that holds most values, the most; and the gap after it.

    Columns of short words keep a cell for the arrow of the sort order, and need less of a gap.
    """

    least: int
    good: int
    most: int
    gap: int = 2


_WIDTHS = {
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
"""By priority: the last are left out first."""

ORDERS = {
    Column.NAME: Order.NAME,
    Column.ORGANIZATION: Order.ORGANIZATION,
    Column.STEP: Order.STEP,
    Column.LAST: Order.LAST,
    Column.NEXT: Order.NEXT,
    Column.ADDED: Order.ADDED,
}
"""The sort order of each column that can be sorted by."""


class ColumnPlace(NamedTuple):
    """A column and its cells.

    Attributes:
        start: Its first cell.
        columns: How many cells it takes.
    """

    column: Column
    start: int
    columns: int

    @property
    def end(self) -> int:
        """The cell after it."""
        return self.start + self.columns


def places(columns: int, order: Order) -> list[ColumnPlace]:
    """The columns that fit, with their cells.

    Args:
        order: The sort order; its column has priority over all but the name.
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
        start += widths[column] + _WIDTHS[column].gap
    return found


def _least(chosen: Sequence[Column]) -> int:
    """The least cells that columns take; there is no gap after the last."""
    last = max(chosen, key=list(Column).index)
    return sum(_WIDTHS[column].least + _WIDTHS[column].gap for column in chosen) - _WIDTHS[last].gap


def _shared(chosen: Sequence[Column], room: int) -> dict[Column, int]:
    """Widths of columns when the remaining cells are dealt out in turn: first up to ``good``, then up to ``most``."""
    widths = {column: _WIDTHS[column].least for column in chosen}
    for enough in (
        {column: _WIDTHS[column].good for column in chosen},
        {column: _WIDTHS[column].most for column in chosen},
    ):
        growing = chosen
        while room > 0 and (growing := [column for column in growing if widths[column] < enough[column]]):
            for column in growing[:room]:
                widths[column] += 1
            room -= len(growing[:room])
    return widths


_SEARCHED = (Column.NAME, Column.ORGANIZATION, Column.FIELDS, Column.EMAIL, Column.PHONE, Column.MET)
"""The columns that free text searches."""

COLUMN_OF: Mapping[str, Column] = {
    "organization": Column.ORGANIZATION,
    "fields": Column.FIELDS,
    "emails": Column.EMAIL,
    "phones": Column.PHONE,
    "met": Column.MET,
}
"""The column that shows a property, by the property's name."""

_BY_KEY = {
    "name": Column.NAME,
    "org": Column.ORGANIZATION,
    "field": Column.FIELDS,
    "email": Column.EMAIL,
    "phone": Column.PHONE,
    "met": Column.MET,
}


def sought(words: Sequence[Word], texts: Sequence[str]) -> dict[Column, list[str]]:
    """The folded texts that a search looks for in each column, for highlighting."""
    found = {column: list(texts) for column in _SEARCHED}
    for word in words:
        if not word.negated and word.key in _BY_KEY:
            found.setdefault(_BY_KEY[word.key], []).append(" ".join(fold(word.value).split()))
    return found


def cell(column: Column, person: Findable, today: date) -> Piece:
    """The cell of a contact in a column, sanitized, and its text style."""
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
    """Time until the next due day; overdue days count as now."""
    if day is None:
        return NOTHING, "quiet"
    days = (day - today).days
    return ("now", "accent") if days <= 0 else (short_span(days), "")


def _every(days: int | None) -> str:
    """A contact's own cadence; empty for that of the step."""
    if days is None:
        return ""
    return describe_cadence(days) if days else "never"


def _on(created: str, today: date) -> str:
    day = local_day(created) if created else None
    if day is None:
        return NOTHING
    return short_day(day) if day.year == today.year else f"{short_day(day)[:6]} {day:%y}"
