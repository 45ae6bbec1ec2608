"""What is in a column?"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input

from netkeeper.domain.text.display import fit, pad
from netkeeper.interchange.csv import KINDS, Column, Target
from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.files.importing.column_words import kinds_like, target_meant
from netkeeper.tui.forms.dialog import LEAVING, Dialog, accepting
from netkeeper.tui.forms.plain_input import PlainInput

_WORD_COLUMNS = 36


class KindList(LineList, can_focus=False):
    """What a column can become."""

    @dataclass
    class KindChosen(Message):
        """One was clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._kinds: Sequence[str] = ()

    @property
    def kind(self) -> str | None:
        """The one that the cursor is on; None where there is none."""
        return self._kinds[self.cursor] if self.cursor >= 0 else None

    def show(self, kinds: Sequence[str], go_to: str) -> None:
        """Show others, and go to one of them."""
        self._kinds = kinds
        self.set_keys(kinds, go_to)

    @override
    def draw(self, index: int, columns: int) -> Line:
        """What it is, and the word that a shell has for it."""
        kind = self._kinds[index]
        words = pad(KINDS[kind], min(_WORD_COLUMNS, columns))
        return [(words, ""), (fit(kind, max(0, columns - _WORD_COLUMNS)), "quiet")]

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002 (the first click takes it)
        """Take what was clicked."""
        self.post_message(self.KindChosen())


class ColumnDialog(Dialog[Target]):
    """Choose what a column becomes: typing narrows the list down, Enter takes the line that is marked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("take it", "The column becomes what is marked"),
        Binding("down", "choose(1)", "another", key_display="↓ ↑", priority=True, id="column.down", tooltip="To the next line"),
        Binding("up", "choose(-1)", "Up", show=False, priority=True, id="column.up", tooltip="To the line before"),
        Binding("pagedown", "page(1)", "Page down", show=False, priority=True, id="column.page-down", tooltip="A page down"),
        Binding("pageup", "page(-1)", "Page up", show=False, priority=True, id="column.page-up", tooltip="A page up"),
        LEAVING,
    ]  # fmt: skip

    def __init__(self, column: Column, holds: Line) -> None:
        """Ask what a column is."""
        super().__init__(f"Column {column.place + 1} · {column.header}")
        self._column = column
        self._holds = holds

    @override
    def fields(self) -> ComposeResult:
        """What stands in it, what it may be, and a line to narrow that down."""
        yield Page([self._holds], id="holds")
        yield PlainInput("", "what is it? type a few letters; phone: mobile says what for", id="sought")
        yield KindList(id="kinds")

    def on_mount(self) -> None:
        """Begin at what it is taken for."""
        self.query_one(KindList).show(list(KINDS), self._taken_for)
        self.set_focus(self.query_one(PlainInput))

    @property
    def _taken_for(self) -> str:
        """What the column is taken for; where nobody knows, it may well be the name."""
        return self._column.target.kind if self._column.is_known else "name"

    @property
    def _typed(self) -> str:
        return self.query_one(PlainInput).value

    @on(Input.Changed)
    def _written(self, event: Input.Changed) -> None:
        event.stop()
        self.changed()
        self._narrow()

    def _narrow(self) -> None:
        """Show what fits what is typed now."""
        kinds = kinds_like(self._typed)
        go_to = self._taken_for if not self._typed else (kinds or [""])[0]
        self.query_one(KindList).show(kinds, go_to)

    @property
    @override
    def is_untouched(self) -> bool:
        """Nothing is lost that takes longer to type than to ask about."""
        return True

    def action_choose(self, lines: int) -> None:
        """Go to another line of the list."""
        self.query_one(KindList).action_move(lines)

    def action_page(self, pages: int) -> None:
        """Go a page on in the list."""
        self.query_one(KindList).action_page(pages)

    @override
    def accept(self) -> None:
        """Take what is marked."""
        kinds = self.query_one(KindList)
        if kinds.kind is None or kinds.kind not in kinds_like(self._typed):
            self._narrow()
        self.attempt(lambda: target_meant(self._typed, kinds.kind))

    @on(KindList.KindChosen)
    def _chosen(self) -> None:
        self.accept()
