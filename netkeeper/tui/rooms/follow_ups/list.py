"""The list of promises: contact, text, day, recurrence, and how often each was snoozed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from textual.content import Content

from netkeeper.domain.dates.describe import WEEKDAY_NAMES
from netkeeper.domain.promises.follow_up import Status
from netkeeper.domain.promises.recurrence_words import describe_recurrence
from netkeeper.domain.text.display import fit, pad, plain
from netkeeper.domain.text.display import width as cells
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, fitted
from netkeeper.tui.draw.short_words import promised, short_day
from netkeeper.tui.person.subject import Subject
from netkeeper.tui.rooms.follow_ups.rows import Group, PromiseListRow, PromiseRow
from netkeeper.tui.rooms.subject_list import SubjectList

if TYPE_CHECKING:
    from netkeeper.domain.promises.follow_up import FollowUp

_MEASURED = 100
"""The width of the names is that of the longest in so many rows; longer ones further down are cut."""

_NAME_SHARE = 0.36
_WIDE_NAME_SHARE = 0.3
"""The largest share of a line that a name takes."""

_IN_WORDS_FROM = 90
"""From how many columns on the recurrence is written out."""

_WEEKDAYS_FROM = 56
"""From how many columns on the weekday is shown."""

_EVERY_COLUMNS = 26
_DAY_COLUMNS = 6
_WEEKDAY_COLUMNS = 10
_PUT_OFF_COLUMNS = 3
_GAP = 2

RECURS, PUT_OFF = "↻", "»"
_MARKS = {Status.OPEN: "●", Status.DONE: "✓", Status.DROPPED: "–"}


class Note(NamedTuple):
    """A line of text, without a promise."""

    line: Line
    key: str = ""


class PromiseList(SubjectList):
    """The list of Promised."""

    def __init__(self, read: Callable[[str], FollowUp | None], *, id: str | None = None) -> None:  # noqa: A002
        """List promises.

        Args:
            read: Reads a promise by its id when its line is drawn; None for one that is gone.
        """
        super().__init__(id=id)
        self._read = read
        self._rows: Sequence[PromiseListRow | Note] = ()
        self._name_columns = 0

    def show(self, title: str, rows: Sequence[PromiseListRow], go_to: str = "", instead: Sequence[Line] = ()) -> None:
        """Show rows; the cursor stays on its line, or goes to the one whose key is ``go_to``.

        Args:
            title: Shown in the border; sanitized here.
            go_to: The key of the line to go to.
            instead: The lines shown in place of no rows; sanitized.
        """
        self._rows = rows or [Note(line) for line in instead]
        seen = [row for row in rows[:_MEASURED] if isinstance(row, PromiseRow)]
        self._name_columns = max((cells(plain(row.name)) for row in seen), default=0)
        self.border_title = Content(plain(title))
        self.set_keys([row.key for row in self._rows], go_to)

    @property
    def row(self) -> PromiseRow | None:
        """The promise under the cursor."""
        row = self._rows[self.cursor] if self.cursor >= 0 else None
        return row if isinstance(row, PromiseRow) else None

    @property
    @override
    def subject(self) -> Subject | None:
        """The contact of the line under the cursor, with its promise while that is open."""
        row = self.row
        return Subject(row.contact_id, row.name, row.followup_id if row.is_open else None) if row else None

    @override
    def keys_about(self, contact_id: str) -> list[str]:
        """The keys of all lines about a contact."""
        return [row.key for row in self.promises() if row.contact_id == contact_id]

    def promises(self) -> list[PromiseRow]:
        """The rows of promises."""
        return [row for row in self._rows if isinstance(row, PromiseRow)]

    def next_line(self) -> str:
        """The key of the next line; empty where there is none."""
        return self.key_after([self.row.key]) if self.row else ""

    @override
    def clicked(self, index: int, *, again: bool) -> None:
        """Post the message for a click."""
        row = self._rows[index]
        if isinstance(row, PromiseRow) and again and self.subject is not None:
            self.post_message(self.PersonOpened(self.subject))

    # Drawing

    @override
    def draw(self, index: int, columns: int) -> Line:
        """One line of the list."""
        row = self._rows[index]
        if isinstance(row, Note):
            return fitted(row.line, columns)
        if isinstance(row, Group):
            count: Line = [(fit(f" · {row.members}", max(0, columns - cells(row.name))), "quiet")] if row.name else []
            return [(fit(row.name.upper(), columns), "accent"), *count]
        followup = self._read(row.followup_id)
        if followup is None:
            return []
        return self._draw_promise(row, followup, columns)

    def _draw_promise(self, row: PromiseRow, followup: FollowUp, columns: int) -> Line:
        share = _WIDE_NAME_SHARE if columns >= _IN_WORDS_FROM else _NAME_SHARE
        name_columns = min(self._name_columns, int(columns * share))
        tail = _tail(row, followup, columns)
        ink = "" if row.is_open else "quiet"
        what_columns = columns - 2 - name_columns - _GAP - sum(cells(text) for text, _ in tail)
        if what_columns < 1:
            return [(f"{_MARKS[followup.status]} ", "accent"), (pad(plain(row.name), columns - 2), "strong")]
        return [
            (f"{_MARKS[followup.status]} ", "accent" if row.is_open else "quiet"),
            (pad(plain(row.name), name_columns), "strong" if row.is_open else "quiet"),
            (" " * _GAP, ""),
            (pad(promised(followup), what_columns), ink),
            *tail,
        ]


def _tail(row: PromiseRow, followup: FollowUp, columns: int) -> Line:
    """The right end of a line: recurrence, snoozes and day, written out or as marks."""
    put_off = f"{PUT_OFF}{min(followup.snoozes, 99)}" if followup.snoozes else ""
    day, day_columns = short_day(row.on), _DAY_COLUMNS
    if columns >= _WEEKDAYS_FROM:
        day, day_columns = f"{WEEKDAY_NAMES[row.on.weekday()]} {day}", _WEEKDAY_COLUMNS
    if columns < _IN_WORDS_FROM:
        marks = " ".join(mark for mark in (RECURS if followup.rrule else "", put_off) if mark)
        return [(f" {marks}" if marks else "", "accent"), (f"{day:>{day_columns + 1}}", "quiet")]
    every = f"{RECURS} {plain(describe_recurrence(followup.rrule))}" if followup.rrule else ""
    return [
        (" " * _GAP + pad(every, _EVERY_COLUMNS), "quiet"),
        (f" {put_off:>{_PUT_OFF_COLUMNS}}", "accent"),
        (f"{day:>{day_columns + _GAP}}", "quiet"),
    ]
