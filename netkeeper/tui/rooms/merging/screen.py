"""The screen that merges two contacts, side by side, with the result of each property."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content

from netkeeper.actions.people.merging import ComesAlong, comes_along, merge
from netkeeper.actions.people.people import name_of
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.merge import Take
from netkeeper.domain.text.display import fit, plain
from netkeeper.override import override
from netkeeper.phrases.counted import counted
from netkeeper.tui.core.base_screen import BaseScreen
from netkeeper.tui.core.session import Notice, Session
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.draw.lines import Line, hanging
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.reading_pane import ReadingPane
from netkeeper.tui.forms.asks_to_leave import AsksToLeave
from netkeeper.tui.person.form.saving import Saved
from netkeeper.tui.rooms.merging.list import HEADS, MergeList
from netkeeper.tui.rooms.merging.rows import MergeRow, kept_choices, merge_rows, turned

_WIDTHS = [(0, "-stacked"), (110, "-beside")]
_INDENT = max(map(len, HEADS)) + 2


class MergeScreen(AsksToLeave, BaseScreen["Saved | None"]):
    """Shows two contacts and their merge; returns the merged one, or None where nothing was done."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "merge", "merge", key_display="enter", priority=True, id="merging.merge", tooltip="Make one of the two, in one step that can be taken back"),
        Binding("s", "swap", "swap", id="merging.swap", tooltip="Have the other one stay"),
        Binding("escape", "leave", "leave", id="merging.leave", tooltip="Leave; they stay two"),
    ]  # fmt: skip

    def __init__(self, session: Session, stays_id: str, goes_id: str) -> None:
        super().__init__()
        self._session = session
        self._stays_id, self._goes_id = stays_id, goes_id
        self._choices: dict[str, Take] = {}
        self._rows: list[MergeRow] = []
        self._names = ("", "")
        self._can_merge = False
        self._stale = False

    @override
    def compose(self) -> ComposeResult:
        """The properties, the one under the cursor in full, what comes along, and the keys."""
        with Container(id="two"):
            yield MergeList(id="properties")
            yield ReadingPane(id="about")
        yield Page(id="along")
        yield Page(id="problem")
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Show the two, and subscribe to changes."""
        self._session.changed.subscribe(self, self._noticed, immediate=True)
        self._show()
        first = next((row.name for row in self._rows if row.take), "")
        self._list.go_to(first)
        self.set_focus(self._list)

    @property
    def _list(self) -> MergeList:
        return self.query_one(MergeList)

    # Drawing

    def _noticed(self, _: Notice) -> None:
        if not self._stale:
            self._stale = True
            self.call_next(self._catch_up)

    def _catch_up(self) -> None:
        self._stale = False
        if not self._session.jobs and self.is_attached:
            self._show()

    def _two(self) -> tuple[Contact, Contact]:
        """Read both contacts.

        Raises:
            InvalidValueError: One of them is gone.
        """
        network = self._session.network
        return network.contact(self._stays_id), network.contact(self._goes_id)

    def _show(self) -> None:
        """Draw both contacts; an error where one is gone."""
        network = self._session.network
        try:
            stays, goes = self._two()
            along = _along_words(comes_along(network, self._goes_id))
        except NetkeeperError as error:
            self._can_merge = False
            self.complain(self._gone() or trouble_text(error))
            self.refresh_bindings()
            return
        if not self._can_merge:
            self.complain("")
        self._can_merge = True
        self._choices = kept_choices(self._choices, stays, goes)
        self._rows = merge_rows(stays, goes, self._choices, self._session.today(), partial(name_of, network))
        self._list.show(self._rows)
        self._names = (stays.name, goes.name)
        self.query_one("#along", Page).show([[(along, "quiet")]])
        self._show_titles()
        self._show_about()
        self.refresh_bindings()

    def _gone(self) -> str:
        """An error naming the contact that is gone; empty where neither is."""
        network = self._session.network
        named = {self._stays_id: self._names[0], self._goes_id: self._names[1]}
        gone = next((name for each, name in named.items() if not network.has_contact(each)), None)
        return "" if gone is None else f"{gone or 'One of them'} isn't here any more, so there is nothing to merge."

    def on_resize(self) -> None:
        """Cut the titles to the new width."""
        self.call_after_refresh(self._show_titles)

    def _show_titles(self) -> None:
        stays, goes = self._names
        room = (self._list.size.width - 20) // 2
        words = f"Merge · {fit(plain(goes), room)} into {fit(plain(stays), room)}" if self._rows else ""
        self._list.border_title = Content(words)

    @on(MergeList.RowChosen)
    def _show_about(self) -> None:
        """Show the property under the cursor in full."""
        row = self._list.row
        pane = self.query_one(ReadingPane)
        pane.show(row.label if row else "", self._about(row), row.name if row else "")
        self.refresh_bindings()

    def _about(self, row: MergeRow | None) -> Callable[[int], Iterator[Line]]:
        def lines_at(columns: int) -> Iterator[Line]:
            if row is None:
                return
            for head, text in zip(HEADS, (row.mine, row.theirs, row.result), strict=True):
                yield from hanging(head, text or "nothing", columns, _INDENT, "strong" if head == HEADS[2] else "")
            if row.take is None:
                why = "Both say the same." if row.mine == row.theirs else "Only one of them says it, so it is kept."
                yield from hanging("", why, columns, 0, "quiet")

        return lines_at

    # Keys

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Dim keys that need both contacts."""
        if action in ("merge", "swap") and not self._can_merge:
            return None
        return super().check_action(action, parameters)

    @on(MergeList.Taken)
    def _take(self, event: MergeList.Taken) -> None:
        event.stop()
        self.stay()
        self._choices[event.name] = event.take
        self._show()

    @on(MergeList.Swapped)
    def action_swap(self) -> None:
        """Swap the two; choices stay."""
        self.stay()
        self._stays_id, self._goes_id = self._goes_id, self._stays_id
        self._choices = turned(self._choices)
        self._show()

    def action_merge(self) -> None:
        """Merge the two, after keys that were pressed before Enter."""
        (self.focused or self).call_later(self._merge_once)

    def _merge_once(self) -> None:
        if not self.is_active or not self._can_merge:
            return
        try:
            merged = merge(self._session.network, self._stays_id, self._goes_id, self._choices)
        except NetkeeperError as error:
            self._show()
            if self._can_merge:
                self.complain(trouble_text(error))
            return
        self.dismiss(Saved(merged.id, self._session.last_done))

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing was chosen, or it can't be done any more."""
        return not self._choices or not self._can_merge


def _along_words(along: ComesAlong) -> str:
    """What else moves to the contact that stays, in a line."""
    parts = [
        counted(along.interactions, "meeting or call", "meetings and calls") if along.interactions else "",
        counted(along.followups, "follow-up") if along.followups else "",
        counted(along.introduced, "introduction") if along.introduced else "",
    ]
    return f"Comes along: {', '.join(filter(None, parts)) or 'nothing else'}."
