"""The screen that maps a table's columns to properties."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import ClassVar, cast

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content

from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.text.display import fit, plain
from netkeeper.interchange.content import Hints
from netkeeper.interchange.csv import (
    ColumnMap,
    Order,
    Table,
    Target,
    first_contacts,
    guess_for,
    open_table,
    parse_map,
)
from netkeeper.override import override
from netkeeper.tui.core.base_screen import BaseScreen
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.page import Page
from netkeeper.tui.files.importing.column_list import ColumnList
from netkeeper.tui.files.importing.column_target import ColumnDialog
from netkeeper.tui.files.importing.column_words import (
    as_map_entries,
    confirmed_map_entries,
    missing_choice,
    sample_cells,
    sample_line,
)
from netkeeper.tui.files.importing.first_rows import FirstRows
from netkeeper.tui.forms.asks_to_leave import AsksToLeave

_WIDTHS = [(0, "-stacked"), (110, "-beside")]
_IGNORE = Target("ignore")


class ColumnsScreen(AsksToLeave, BaseScreen["Hints | None"]):
    """The columns of a table with their targets, and the first rows as they would be imported.

    The reader itself makes what is shown, so the file is imported as seen here. Its result is the hints to
    read the file with; None to not read it.
    """

    LEAVE_HINT = "Escape again leaves, and forgets what you said; anything else goes on."
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read_on", "read on", key_display="enter", priority=True, id="columns.read", tooltip="Read the file like this, and see whom it brings"),
        Binding("space,c", "change", "change", key_display="space", id="columns.change", tooltip="Say what the column is"),
        Binding("x,delete", "leave_out", "leave out", id="columns.leave-out", tooltip="Leave the column out, or take it in again"),
        Binding("backspace", "guess", "as guessed", id="columns.guess", tooltip="Back to what it was taken for"),
        Binding("h", "header", "header row", id="columns.header", tooltip="The first row is a person too, or it isn't"),
        Binding("escape", "leave", "back", id="columns.leave", tooltip="Back; the file is not read like this"),
    ]  # fmt: skip

    def __init__(self, path: str, table: Table, hints: Hints, *, asks: bool = False) -> None:
        """Start with the targets that the hints and the reader's guesses give.

        Args:
            asks: Whether the file can't be read before something is chosen.
        """
        super().__init__()
        self._path = path
        self._table = table
        self._hints = hints
        self._asks = asks
        self._has_header = bool(table.header_line)
        self._targets = _places_of(table, hints)
        self._targets_before = dict(self._targets)
        self._left_out: dict[int, Target] = {}
        self._mapping = self._mapped()

    @override
    def compose(self) -> ComposeResult:
        """The columns, the first rows below or right of them, a problem, and the keys."""
        with Container(id="table"):
            yield ColumnList(id="columns")
            yield FirstRows(id="rows")
        yield Page(id="problem")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Start at the first column whose target is unknown."""
        self._show()
        columns = self.query_one(ColumnList)
        self.set_focus(columns)
        unknown = next((each for each in self._mapping.columns if not each.is_known), None)
        if unknown is not None:
            columns.go_to(str(unknown.place))
        self.complain(missing_choice(self._mapping) if self._asks else "")

    def _mapped(self) -> ColumnMap:
        """The reader's mapping, with the choices made so far."""
        return guess_for(self._table, parse_map(as_map_entries(self._table, self._targets)))

    def _show(self) -> None:
        """Show columns and rows with the present mapping."""
        self._mapping = self._mapped()
        cells = [" · ".join(sample_cells(self._table, each.place)) for each in self._mapping.columns]
        self.query_one(ColumnList).show(self._mapping.columns, cells)
        order = cast("Order | None", self._hints.dates)
        rows = first_contacts(self._table, self._mapping, 8, order, self._hints.today)
        self.query_one(FirstRows).show(rows)
        self._show_titles()
        self.refresh_bindings()

    def on_resize(self) -> None:
        """Cut the titles to the new width, after layout."""
        self.call_after_refresh(self._show_titles)

    def _show_titles(self) -> None:
        columns = self.query_one(ColumnList)
        name = f"{plain(os.path.basename(self._path))} · what is what?"
        columns.border_title = Content(fit(name, columns.size.width - 4))
        self.query_one(FirstRows).border_title = Content("The first rows as they would come in")

    # Keys

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide or dim keys without effect."""
        if action == "header":
            return not self._table.is_known or not self._has_header
        if action == "guess" and self.is_mounted:
            column = self.query_one(ColumnList).column
            return True if column is not None and column.place in self._targets else None
        return super().check_action(action, parameters)

    @on(ColumnList.ColumnChosen)
    def _moved(self) -> None:
        """Update the keys: only a chosen target can be reset."""
        self.refresh_bindings()

    @on(ColumnList.ChangeWanted)
    def action_change(self) -> None:
        """Choose the target of the column under the cursor."""
        column = self.query_one(ColumnList).column
        if column is None:
            return
        self.stay()

        def take(target: Target | None) -> None:
            if target is not None:
                self._set_target(column.place, target)

        self.app.push_screen(ColumnDialog(column, sample_line(self._table, column.place)), take)

    def action_leave_out(self) -> None:
        """Toggle whether the column under the cursor is ignored."""
        column = self.query_one(ColumnList).column
        if column is None:
            return
        place = column.place
        if self._targets.get(place) == _IGNORE:
            before = self._left_out.pop(place, None)
            if before is None:
                self.action_guess()
            else:
                self._set_target(place, before)
            return
        if place in self._targets:
            self._left_out[place] = self._targets[place]
        self._set_target(place, _IGNORE)

    def action_guess(self) -> None:
        """Reset the column under the cursor to the guessed target."""
        column = self.query_one(ColumnList).column
        if column is not None and self._targets.pop(column.place, None) is not None:
            self._targets_changed()

    def _set_target(self, place: int, target: Target) -> None:
        self._targets[place] = target
        self._targets_changed()

    def _targets_changed(self) -> None:
        self._leaving = False
        self.complain("")
        self._show()

    def action_header(self) -> None:
        """Toggle whether the first row is a header."""
        if self.check_action("header", ()) is not True:
            return
        try:
            self._table = self._reopened(has_header=not self._has_header)
        except NetkeeperError as error:
            self.complain(trouble_text(error))
            return
        self._has_header = not self._has_header
        self._targets = {place: target for place, target in self._targets.items() if place < len(self._table.header)}
        self._targets_changed()

    def _reopened(self, *, has_header: bool) -> Table:
        """The table with or without a header row."""
        return open_table(self._table.data, self._hints.encoding, None, None if has_header else 0)

    def action_read_on(self) -> None:
        """Close with the hints, after keys that are still queued."""
        (self.focused or self).call_later(self._read_on)

    def _read_on(self) -> None:
        if not self.is_active:
            return
        if missing := missing_choice(self._mapping):
            self._leaving = False
            self.complain(missing)
        else:
            columns = confirmed_map_entries(self._table, self._mapping, self._targets)
            self.dismiss(replace(self._hints, columns=columns, header_line=self._table.header_line))

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing was chosen."""
        return self._targets == self._targets_before


def _places_of(table: Table, hints: Hints) -> dict[int, Target]:
    """The targets that hints give, by column counted from 0."""
    chosen = parse_map(hints.columns)
    if not chosen:
        return {}
    guessed, mapped = guess_for(table), guess_for(table, chosen)
    return {
        after.place: after.target
        for before, after in zip(guessed.columns, mapped.columns, strict=True)
        if (before.target, before.is_known) != (after.target, after.is_known)
    }
