"""The dialog that chooses what a column of a table becomes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from netkeeper.domain.text.display import fit, pad
from netkeeper.interchange.csv import KINDS, Column, Target
from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.files.importing.column_words import chosen_target, matching_kinds
from netkeeper.tui.forms.dialog import LEAVING, Dialog, accepting
from netkeeper.tui.forms.list_beside_input import ListBesideInput, list_keys
from netkeeper.tui.forms.plain_input import PlainInput

_WORD_COLUMNS = 36


class KindList(LineList, can_focus=False):
    """The kinds of target that a column can have."""

    @dataclass
    class KindChosen(Message):
        """A kind was clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(id=id)
        self._kinds: Sequence[str] = ()

    @property
    def kind(self) -> str | None:
        """The kind under the cursor; None in an empty list."""
        return self._kinds[self.cursor] if self.cursor >= 0 else None

    def show(self, kinds: Sequence[str], go_to: str) -> None:
        """Show other kinds, with the cursor on ``go_to``."""
        self._kinds = kinds
        self.set_keys(kinds, go_to)

    @override
    def draw(self, index: int, columns: int) -> Line:
        """The kind in words, and its word for ``--map``."""
        kind = self._kinds[index]
        words = pad(KINDS[kind], min(_WORD_COLUMNS, columns))
        return [(words, ""), (fit(kind, max(0, columns - _WORD_COLUMNS)), "quiet")]

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002 (the first click takes it)
        """Choose at the first click."""
        self.post_message(self.KindChosen())


class ColumnDialog(ListBesideInput, Dialog[Target]):
    """Choose what a column becomes: typing filters the list, Enter takes the line under the cursor."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("take it", "The column becomes what is marked"),
        *list_keys("column", "another", "To the next line", "To the line before", pages=True),
        LEAVING,
    ]

    def __init__(self, column: Column, holds: Line) -> None:
        super().__init__(f"Column {column.place + 1} · {column.header}")
        self._column = column
        self._holds = holds

    @override
    def fields(self) -> ComposeResult:
        """Sample cells, an input to filter, and the kinds."""
        yield Page([self._holds], id="holds")
        yield PlainInput("", "what is it? type a few letters; phone: mobile says what for", id="sought")
        yield KindList(id="kinds")

    def on_mount(self) -> None:
        """Start at the present kind."""
        self.query_one(KindList).show(list(KINDS), self._taken_for)
        self.set_focus(self.query_one(PlainInput))

    @property
    def _taken_for(self) -> str:
        """The column's present kind; for an unknown one the name, the likeliest."""
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
        """Show the kinds that match the input."""
        kinds = matching_kinds(self._typed)
        go_to = self._taken_for if not self._typed else (kinds or [""])[0]
        self.query_one(KindList).show(kinds, go_to)

    @property
    @override
    def is_untouched(self) -> bool:
        """Always: a few letters are typed again sooner than a question is answered."""
        return True

    @override
    def accept(self) -> None:
        """Return the target of the kind under the cursor."""
        kinds = self.query_one(KindList)
        if kinds.kind is None or kinds.kind not in matching_kinds(self._typed):
            self._narrow()
        self.attempt(lambda: chosen_target(self._typed, kinds.kind))

    @on(KindList.KindChosen)
    def _chosen(self) -> None:
        self.accept()
