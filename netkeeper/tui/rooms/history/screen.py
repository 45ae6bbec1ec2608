"""History: all transactions with their changes, and undoing back to one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import DescendantFocus, Resize

from netkeeper.override import override
from netkeeper.store.journal import Transaction
from netkeeper.system.local_time import moment_text
from netkeeper.tui.core.room_list import HISTORY
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.reading_pane import ReadingPane
from netkeeper.tui.keys.room_keys import MORE_BINDINGS, ROOM_BINDINGS
from netkeeper.tui.rooms.history.list import HistoryList
from netkeeper.tui.rooms.history.reader import HistoryEntry, HistoryReader
from netkeeper.tui.rooms.history.words import described_changes, detail_lines
from netkeeper.tui.rooms.room import Room
from netkeeper.tui.rooms.top_bar import TopBar

_WIDTHS = [(0, "-narrow"), (104, "-wide")]
"""From how many columns on the details are beside the list."""

_FIRST_LINES = 200
_MORE_LINES = 500
"""How many lines are read at first, and at a time later."""

_NOTHING_YET: list[Line] = [
    [("Nothing was done yet.", "strong")],
    [("", "")],
    [("Whatever you do here or in a shell is kept in this list, and can be taken back.", "")],
]


class HistoryScreen(Room):
    """The room that lists transactions, newest first."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="history.list", tooltip="Back to the list"),
        Binding("enter", "open", "details", key_display="enter", id="history.details", tooltip="What it changed"),
        Binding("b", "back_to", "back to here", id="history.back-to", tooltip="Take back everything down to this line"),
        *ROOM_BINDINGS,
        *MORE_BINDINGS,
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._top = TopBar(HISTORY, self.key_label)
        self._list = HistoryList(id="history")
        self._list.add_class("list")
        self._pane = ReadingPane(id="details")
        self._look_back = HistoryReader(session.network)
        self._shown: tuple[HistoryEntry, date] | None = None

    @override
    def compose(self) -> ComposeResult:
        """The list and, where it fits, the changes of the line under the cursor."""
        yield self._top
        yield self._list
        yield self._pane
        yield Page(id="instead")
        yield KeyBar(id="keys")

    # Drawing

    @override
    def redraw(self) -> None:
        """Draw the transactions, as far as they can be read."""
        try:
            self._look_back.catch_up(_FIRST_LINES)
        finally:
            self._show()
        if self.focused is None and self._look_back.done:
            self.set_focus(self._list)

    def _show(self) -> None:
        today = self.session.today()
        self._top.show(self.session.network.member, today)
        self._list.border_title = Content("History")
        self._list.show(self._look_back.done, today)
        self.set_class(not self._look_back.done, "-nobody")
        self.query_one("#instead", Page).show([] if self._look_back.done else _NOTHING_YET)
        self._show_details()

    @on(HistoryList.LineChosen)
    def _chosen(self) -> None:
        self._show_details()
        self.refresh_bindings()

    def on_resize(self, _: Resize) -> None:
        """Fill the details, which may have become visible."""
        self.call_after_refresh(self._show_details)

    def _show_details(self) -> None:
        """Show the changes of the line under the cursor, where visible: reading them may take an old journal."""
        done, today = self._list.done, self.session.today()
        if done is None or not self._pane.display or (done, today) == self._shown:
            return
        self._shown = (done, today)
        found = self.attempt(lambda: self.session.network.find_transaction(done.transaction.seq))
        changes = described_changes(self.session.network, found, today) if found else []
        took_it_back = self._took_back(done)

        def lines_at(columns: int) -> Iterator[Line]:
            return detail_lines(changes, done, took_it_back.what if took_it_back else "", today, columns)

        self._pane.show(moment_text(done.transaction.at, today), lines_at, str(done.transaction.seq))

    def _took_back(self, done: HistoryEntry) -> Transaction | None:
        if done.taken_back_by is None:
            return None
        known = (each.transaction for each in self._look_back.done)
        return next((each for each in known if each.seq == done.taken_back_by), None)

    @on(HistoryList.MoreWanted)
    def _read_on(self, event: HistoryList.MoreWanted) -> None:
        """Read older journals."""
        before = len(self._look_back.done)
        self.attempt(lambda: self._look_back.more(None if event.all else _MORE_LINES))
        if len(self._look_back.done) > before:
            self._show()
        if event.all:
            self._list.go_to_end()

    # Keys

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Dim keys that need a line, and hide keys that do nothing now."""
        if action == "back":
            return self.has_class("-reading")
        if action == "open" and self.has_class("-reading"):
            return False
        return None if action in ("open", "back_to") and self._list.done is None else True

    @on(HistoryList.LineOpened)
    def action_open(self) -> None:
        """Focus the changes of the line under the cursor."""
        if self._list.done is not None:
            self.add_class("-reading")
            self._pane.focus()
            self.call_after_refresh(self._show_details)

    def action_back(self) -> None:
        """Back to the list."""
        self.remove_class("-reading")
        self._list.focus()

    @on(DescendantFocus)
    def _focus_moved(self, event: DescendantFocus) -> None:
        self.set_class(event.widget is self._pane, "-reading")
        self.refresh_bindings()

    def action_back_to(self) -> None:
        """Open the dialog that undoes everything down to the line under the cursor."""
        done = self._list.done
        if done is None:
            return
        network = self.session.network
        found = self.attempt(lambda: network.undo_range(done.transaction.seq))
        if found is None:
            return
        if not found.taken_back and not found.brought_back:
            self.say("All of that is taken back already.")
            return
        from netkeeper.tui.rooms.history.go_back_dialog import GoBackDialog

        self.ask(GoBackDialog(self.session, found))
