"""Today's list: people in groups, each with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from netkeeper.domain.text.display import fit, pad, plain
from netkeeper.domain.text.display import width as cells
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.short_words import can_wait
from netkeeper.tui.person.subject import Subject
from netkeeper.tui.rooms.subject_list import SubjectList
from netkeeper.tui.rooms.today.rows import Heading, More, Note, ReviewEntry, ReviewRow

_NAME_SHARE = 0.46
"""The largest share of a line that a name takes."""

_MEASURED = 100
"""The width of the names is that of the longest in so many rows; longer ones further down are cut."""


class ReviewList(SubjectList):
    """The list on Today."""

    @dataclass
    class MoreToggled(Message):
        """The user asked to list or to hide those who can wait."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._rows: Sequence[ReviewRow] = ()
        self._more_key = ""
        self._name_columns = 0

    @property
    def entry(self) -> ReviewEntry | None:
        """The entry under the cursor; None on another line."""
        row = self._rows[self.cursor] if self.cursor >= 0 else None
        return row if isinstance(row, ReviewEntry) else None

    def show(self, title: str, rows: Sequence[ReviewRow], more_key: str, go_to: str = "") -> None:
        """Show rows; the cursor stays on its line, or goes to the one whose key is ``go_to``.

        Args:
            more_key: The label of the key that lists or hides those who can wait.
            go_to: The key of the line to go to.
        """
        self._rows = rows
        self._more_key = more_key
        seen = [row for row in rows[:_MEASURED] if isinstance(row, ReviewEntry)]
        self._name_columns = max((cells(plain(entry.name)) for entry in seen), default=0)
        self.border_title = Content(plain(title))
        self.set_keys([row.key for row in rows], go_to)

    def entries(self) -> list[ReviewEntry]:
        """The rows of people."""
        return [row for row in self._rows if isinstance(row, ReviewEntry)]

    @property
    @override
    def subject(self) -> Subject | None:
        """The contact of the line under the cursor; None for no contact."""
        entry = self.entry
        return entry.subject if entry else None

    @override
    def keys_about(self, contact_id: str) -> list[str]:
        """The keys of all lines about a contact: promises, a turn, a birthday."""
        return [entry.key for entry in self.entries() if entry.contact_id == contact_id]

    @override
    def next_person(self) -> str:
        """The key of the next open line about another contact; empty where there is none."""
        ticked = [entry.key for entry in self.entries() if entry.is_done]
        here = self.subject
        return self.key_after([*self.keys_about(here.contact_id), *ticked]) if here else ""

    @override
    def draw(self, index: int, columns: int) -> Line:
        """One line of the review."""
        row = self._rows[index]
        if isinstance(row, Heading):
            return [(fit(row.text, columns), "accent")]
        if isinstance(row, Note):
            return [(fit(row.text, columns), "quiet")]
        if isinstance(row, More):
            return [(fit(can_wait(row.people, self._more_key, shown=row.shown), columns), "quiet")]
        return self._draw_entry(row, columns)

    def _draw_entry(self, entry: ReviewEntry, columns: int) -> Line:
        name_columns = min(self._name_columns, int(columns * _NAME_SHARE))
        room = columns - 2 - name_columns - 2
        why = plain(entry.why)
        since = entry.since_in(room - cells(why) - 1)
        since_columns = cells(since) + 1 if since else 0
        why_columns = room - since_columns
        if why_columns < 1:
            return [(f"{entry.mark} ", "accent"), (pad(plain(entry.name), columns - 2), "strong")]
        mark_ink, name_ink, ink = ("quiet", "quiet", "quiet") if entry.is_done else ("accent", "strong", "")
        return [
            (f"{entry.mark} ", mark_ink),
            (pad(plain(entry.name), name_columns), name_ink),
            ("  ", ""),
            (pad(why, why_columns), ink),
            (f"{since:>{since_columns}}", "quiet"),
        ]

    @override
    def is_choosable(self, index: int) -> bool:
        """People, and those who can wait."""
        return not isinstance(self._rows[index], Heading | Note)

    @override
    def clicked(self, index: int, *, again: bool) -> None:
        """Post the message for a click."""
        row = self._rows[index]
        if isinstance(row, More):
            self.post_message(self.MoreToggled())
        elif isinstance(row, ReviewEntry) and again:
            self.post_message(self.PersonOpened(row.subject))
