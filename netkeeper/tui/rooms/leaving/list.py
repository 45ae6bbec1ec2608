"""Those who would be lost on leaving, by why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual.content import Content
from textual.message import Message

from netkeeper.domain.text.display import fit, pad, plain
from netkeeper.domain.text.display import width as cells
from netkeeper.override import override
from netkeeper.tui.draw.lines import Line, beside
from netkeeper.tui.person.mending import MENDING
from netkeeper.tui.person.subject import Subject
from netkeeper.tui.rooms.leaving.rows import Lost, LostHeading, LostMore, LostRow
from netkeeper.tui.rooms.leaving.words import told_of
from netkeeper.tui.rooms.subject_list import SubjectList

_INDENT = 2
_GAP = 2
_NAME_SHARE = 0.5
"""How much of a line a name may take."""


class LostList(SubjectList):
    """The list on leaving."""

    @dataclass
    class MoreToggled(Message):
        """Those who aren't named were asked for, or asked away."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._rows: Sequence[LostRow] = ()
        self._name_columns = 0

    @property
    def lost(self) -> Lost | None:
        """The line that the cursor is on."""
        row = self._rows[self.cursor] if self.cursor >= 0 else None
        return row if isinstance(row, Lost) else None

    @property
    @override
    def subject(self) -> Subject | None:
        """Whom the line under the cursor is about."""
        return self.lost.subject if self.lost else None

    def show(self, title: str, rows: Sequence[LostRow], go_to: str = "") -> None:
        """Show other rows; the cursor keeps its place, or goes to ``go_to``.

        Args:
            title: Stands in the border.
            rows: What to show.
            go_to: The key of the line to go to.
        """
        self._rows = rows
        self.border_title = Content(plain(title))
        self._name_columns = max((cells(plain(row.subject.name)) for row in rows if isinstance(row, Lost)), default=0)
        self.set_keys([row.key for row in rows], go_to)

    @override
    def keys_about(self, contact_id: str) -> list[str]:
        """The keys of the lines that are about somebody for the reason that the cursor is on, the others' too."""
        return [row.key for row in self._rows if isinstance(row, Lost) and row.item.contact.id == contact_id]

    @override
    def draw(self, index: int, columns: int) -> Line:
        """A reason with the key that mends it, somebody and what tells, or how many more there are."""
        row = self._rows[index]
        if isinstance(row, LostHeading):
            title = f"{MENDING[row.risk].title} · {row.people:,}"
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
                (fit(plain(told_of(row.item)), room), ""),
            ]
        return [(fit(plain(row.text), columns), "quiet")]

    @override
    def is_choosable(self, index: int) -> bool:
        """People, and those who aren't named."""
        return isinstance(self._rows[index], Lost | LostMore)

    @override
    def clicked(self, index: int, *, again: bool) -> None:
        """Say what a click meant."""
        row = self._rows[index]
        if isinstance(row, LostMore):
            self.post_message(self.MoreToggled())
        elif isinstance(row, Lost) and again:
            self.post_message(self.PersonOpened(row.subject))
