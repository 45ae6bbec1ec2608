"""The rows of Promised: promises in groups by when they are due."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.records.values import day_of
from netkeeper.domain.text.fold import fold
from netkeeper.store.network import Network
from netkeeper.tui.draw.short_words import put_off_so_often

if TYPE_CHECKING:
    from netkeeper.domain.promises.follow_up import FollowUp

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


class Group(NamedTuple):
    """The heading of a group with its number of promises, or (empty) the blank line before one."""

    name: str = ""
    members: int = 0
    key: str = ""


class PromiseRow(NamedTuple):
    """A line of a promise; the promise itself is read when the line is drawn.

    Attributes:
        followup_id: Which.
        contact_id: To whom.
        name: The contact's name, not yet sanitized.
        iso_on: The day it is due, or was closed, as ISO 8601.
        is_open: Whether it is neither done nor dropped.
    """

    followup_id: str
    contact_id: str
    name: str
    iso_on: str
    is_open: bool = True

    @property
    def key(self) -> str:
        """Identifies the line across drawings."""
        return self.followup_id

    @property
    def on(self) -> date:
        """The day it is due, or was closed."""
        return day_of(self.iso_on)


PromiseListRow = Group | PromiseRow


class Promised:
    """All promises of a network on a day, of which :meth:`rows` filters some."""

    def __init__(self, network: Network, today: date) -> None:
        self._today = today
        everybody = dict(network.names())
        active = dict(network.active_names())
        lines = network.promise_lines()
        # Open promises to archived contacts are hidden.
        self._open = [
            (PromiseRow(line.id, line.contact_id, active[line.contact_id], line.due_on), line.what)
            for line in lines
            if not line.closed_on and line.contact_id in active
        ]
        self._closed = [
            (PromiseRow(line.id, line.contact_id, everybody[line.contact_id], line.closed_on, False), line.what)
            for line in lines
            if line.closed_on and line.contact_id in everybody
        ]

    @property
    def open_count(self) -> int:
        """How many are open."""
        return len(self._open)

    @property
    def closed_count(self) -> int:
        """How many are done or dropped."""
        return len(self._closed)

    def rows(self, *, closed: bool = False, wanted: str = "") -> list[PromiseListRow]:
        """The rows: open promises by due day, then closed ones, the latest first.

        Args:
            closed: Whether closed ones are included.
            wanted: Words that must all occur in the name or the text; folded here.
        """
        open_rows = sorted(_matching(self._open, wanted), key=lambda row: (row.iso_on, row.name, row.followup_id))
        group_names = {iso_on: group_of(day_of(iso_on), self._today) for iso_on in {row.iso_on for row in open_rows}}
        groups: dict[str, list[PromiseRow]] = {}
        for row in open_rows:
            groups.setdefault(group_names[row.iso_on], []).append(row)
        if closed and (past := _matching(self._closed, wanted)):
            groups["Closed"] = sorted(
                sorted(past, key=lambda row: (row.name, row.followup_id)), key=lambda row: row.iso_on, reverse=True
            )
        rows: list[PromiseListRow] = []
        for name, members in groups.items():
            if rows:
                rows.append(Group())
            rows += [Group(name, len(members)), *members]
        return rows


def _matching(lines: list[tuple[PromiseRow, str]], wanted: str) -> list[PromiseRow]:
    """The rows with all of the words in their name or text."""
    words = fold(wanted).split()
    rows = [row for row, _ in lines]
    if not words:
        return rows
    texts = [_folded(f"{row.name} {what}") for row, what in lines]
    return [row for row, text in zip(rows, texts, strict=True) if all(word in text for word in words)]


_folded = lru_cache(maxsize=50_000)(fold)
"""Cached, since each letter typed searches the same texts."""


def group_of(due_on: date, today: date) -> str:
    """The group that a day belongs to: ``Late``, ``This week``, ``Later in November``, ``March 2027``."""
    if due_on < today:
        return "Late"
    if due_on == today:
        return "Today"
    if due_on <= today + timedelta(days=6 - today.weekday()):
        return "This week"
    month = _MONTHS[due_on.month - 1]
    if (due_on.year, due_on.month) == (today.year, today.month):
        return f"Later in {month}"
    return month if due_on.year == today.year else f"{month} {due_on.year}"


def promise_in_full(followup: FollowUp, today: date) -> str:
    """A promise in full: day, text, recurrence, snoozes; not yet sanitized."""
    from netkeeper.domain.promises.recurrence_words import describe_recurrence

    on = followup.closed_on or followup.due_on
    how = {"done": "kept ", "dropped": "let go "}.get(followup.status, "")
    parts = [f"{how}{describe_day(on, today)}", followup.what or "be in touch", describe_recurrence(followup.rrule)]
    if followup.snoozes:
        parts.append(put_off_so_often(followup.snoozes))
    return " · ".join(part for part in parts if part)
