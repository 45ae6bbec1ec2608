"""The list of contacts at risk, by reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from netkeeper.domain.text.display import fit, pad, plain
from netkeeper.domain.text.display import width as cells
from netkeeper.override import override
from netkeeper.phrases.risks import RISKS
from netkeeper.tui.draw.lines import Line, beside
from netkeeper.tui.person.subject import Subject
from netkeeper.tui.rooms.leaving.rows import Lost, LostHeading, LostMore, LostRow
from netkeeper.tui.rooms.leaving.words import risk_detail
from netkeeper.tui.rooms.subject_list import SubjectList

_INDENT = 2
_GAP = 2
_NAME_SHARE = 0.5
"""The largest share of a line that a name takes."""


class LostList(SubjectList):
    """The list of Leaving."""

    @dataclass
    class MoreToggled(Message):
        """The user asked to list or to hide the rest."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._rows: Sequence[LostRow] = ()
        self._name_columns = 0

    @property
    def lost(self) -> Lost | None:
        """The contact and reason under the cursor; None on another line."""
        row = self._rows[self.cursor] if self.cursor >= 0 else None
        return row if isinstance(row, Lost) else None

    @property
    @override
    def subject(self) -> Subject | None:
        """The contact of the line under the cursor; None for no contact."""
        return self.lost.subject if self.lost else None

    def show(self, title: str, rows: Sequence[LostRow], go_to: str = "") -> None:
        """Show rows; the cursor stays on its line, or goes to the one whose key is ``go_to``.

        Args:
            go_to: The key of the line to go to.
        """
        self._rows = rows
        self.border_title = Content(plain(title))
        self._name_columns = max((cells(plain(row.subject.name)) for row in rows if isinstance(row, Lost)), default=0)
        self.set_keys([row.key for row in rows], go_to)

    @override
    def keys_about(self, contact_id: str) -> list[str]:
        """The keys of all lines about a contact, for any reason."""
        return [row.key for row in self._rows if isinstance(row, Lost) and row.item.contact.id == contact_id]

    @override
    def draw(self, index: int, columns: int) -> Line:
        """A reason with the key that mends it, a contact, or how many more there are."""
        row = self._rows[index]
        if isinstance(row, LostHeading):
            title = f"{RISKS[row.risk].title} · {row.people:,}"
            if cells(title) + _GAP + cells(row.mends) > columns:
                return [(fit(title, columns), "accent")]
            return beside([(title, "accent")], [(row.mends, "quiet")], columns)
        if isinstance(row, LostMore):
            text = f"{row.people:,} more · {row.label} shows them" if row.people else f"{row.label} shows a few only"
            return [(" " * _INDENT, ""), (fit(text, columns - _INDENT), "quiet")]
        if isinstance(row, Lost):
            names = min(self._name_columns, int(columns * _NAME_SHARE))
            room = max(0, columns - _INDENT - names - _GAP)
            return [
                (" " * _INDENT, ""),
                (pad(plain(row.subject.name), names), "strong"),
                (" " * _GAP, ""),
                (fit(plain(risk_detail(row.item)), room), ""),
            ]
        return [(fit(plain(row.text), columns), "quiet")]

    @override
    def is_choosable(self, index: int) -> bool:
        """Contacts, and the line that lists the rest."""
        return isinstance(self._rows[index], Lost | LostMore)

    @override
    def clicked(self, index: int, *, again: bool) -> None:
        """Post the message for a click."""
        row = self._rows[index]
        if isinstance(row, LostMore):
            self.post_message(self.MoreToggled())
        elif isinstance(row, Lost) and again:
            self.post_message(self.PersonOpened(row.subject))
