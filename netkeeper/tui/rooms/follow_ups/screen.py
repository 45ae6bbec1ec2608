"""Promised: all follow-ups by due day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.override import override
from netkeeper.tui.core.room_list import PROMISED
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.short_words import promised
from netkeeper.tui.forms.search_line import SearchLine
from netkeeper.tui.keys.room_keys import MORE_BINDINGS, ROOM_BINDINGS
from netkeeper.tui.person.headline import Headline
from netkeeper.tui.person.subject import Subject
from netkeeper.tui.rooms.follow_ups.list import PromiseList
from netkeeper.tui.rooms.follow_ups.rows import Promised, PromiseRow, promise_in_full
from netkeeper.tui.rooms.follow_ups.words import nothing_fits, nothing_open, nothing_promised
from netkeeper.tui.rooms.person_keys import BACK, MORE_PERSON_BINDINGS, PERSON_BINDINGS
from netkeeper.tui.rooms.room import PaletteEntry
from netkeeper.tui.rooms.search_line_room import SearchLineRoom

_ABOUT_OPEN = frozenset({"done", "snooze", "edit_promise", "drop"})
"""The actions that need an open promise."""


class FollowUpsScreen(SearchLineRoom[PromiseList]):
    """The room that lists follow-ups."""

    DESTINATION = PROMISED
    AUTO_FOCUS = "#promises"
    BINDINGS: ClassVar[list[BindingType]] = [
        BACK,
        *(binding for binding in PERSON_BINDINGS if isinstance(binding, Binding) and binding.id != "person.edit"),
        Binding("e", "edit_promise", "edit", id="follow-ups.edit", tooltip="Change what, when, or how often again"),
        Binding("D", "drop", "drop", id="follow-ups.drop", tooltip="Let the promise go; it doesn't come again"),
        Binding("o", "reopen", "open again", id="follow-ups.reopen", tooltip="Open a closed promise again"),
        Binding("slash", "find", "find", id="room.find", tooltip="Find a promise: a name, or a part of what it says"),
        *(binding for binding in ROOM_BINDINGS if isinstance(binding, Binding) and binding.id != "room.find"),
        Binding("m", "closed", "closed", id="follow-ups.closed", tooltip="Show what was kept and let go, or hide it"),
        *MORE_PERSON_BINDINGS,
        *MORE_BINDINGS,
    ]
    # Lines are promises.
    LINES_ARE_PEOPLE = False

    def __init__(self, session: Session) -> None:
        search_line = SearchLine(lambda *_: (), "a name, or a part of what was promised", id="search")
        super().__init__(session, PromiseList(self._promise, id="promises"), search_line)
        self._known: Promised | None = None
        self._wanted = ""
        self._shows_closed = False

    # Drawing

    @override
    def redraw(self) -> None:
        """Draw all follow-ups."""
        network, today = self.session.network, self.session.today()
        self._known = Promised(network, today)
        self.top_bar.show(network.member, today)
        self._list()
        self.show_person()

    def _list(self) -> None:
        """List the follow-ups that match the search."""
        known = self._known
        if known is None:
            return
        rows = known.rows(closed=self._shows_closed, wanted=self._wanted)
        promises = [row for row in rows if isinstance(row, PromiseRow)]
        go_to = self.take_next_key((row.key, row.contact_id) for row in promises)
        words = [] if promises else self._words(known)
        self.people.show(self._title(promises, known), rows, go_to, words if self._wanted else ())
        self.show_instead([] if self._wanted else words)
        if promises and self.focused is None:
            self.set_focus(self.people)

    def _title(self, promises: Sequence[PromiseRow], known: Promised) -> str:
        """The border title: how many are open, or how many of them are found."""
        count = sum(row.is_open for row in promises)
        return f"Promised · {count} of {known.open_count}" if self._wanted else f"Promised · {count} open"

    def _words(self, known: Promised) -> list[Line]:
        """The page shown in place of an empty list."""
        if self._wanted:
            return nothing_fits(self._wanted, self.key_label("search.clear") or self.key_label("person.back"))
        if known.closed_count:
            return nothing_open(known.closed_count, self.key_label)
        return nothing_promised(self.key_label, is_empty=self.session.network.is_empty)

    def _promise(self, followup_id: str) -> FollowUp | None:
        try:
            return self.session.network.followup(followup_id)
        except InvalidValueError:
            return None  # Gone since the list was drawn, which will be drawn anew in a moment.

    @property
    def _here(self) -> FollowUp | None:
        """The promise under the cursor."""
        row = self.people.row
        return self._promise(row.followup_id) if row else None

    @override
    def why(self) -> Headline | None:
        """The promise under the cursor in full."""
        here = self._here
        return Headline("●" if here.is_open else "○", promise_in_full(here, self.session.today())) if here else None

    @override
    def go_on(self, subject: Subject, message: str) -> str:
        """Have the cursor go on to the next promise, also to the same person."""
        here = self.people.row
        if here is not None and here.followup_id == subject.followup_id and self.pane.item is None:
            self.next_key = self.people.next_line()
        return message

    @property
    @override
    def headline_promise_id(self) -> str | None:
        """The promise under the cursor, open or not."""
        return self.people.row.followup_id if self.people.row else None

    @override
    def palette_entries(self) -> Iterable[PaletteEntry]:
        """The listed promises, for the command palette."""
        for row in self.people.promises():
            if (followup := self._promise(row.followup_id)) is not None:
                yield PaletteEntry(row.name, promised(followup), partial(self.people.go_to, row.key))

    # Keys

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide keys for open promises on a closed one, and keys that do nothing now."""
        row = self.people.row
        if action == "back":
            return self.has_class("-reading") or bool(self._wanted)
        if action in ("find", "closed"):
            return not self.search_line.is_typing and not self.session.network.is_empty
        if action in _ABOUT_OPEN:
            return None if row is None else row.is_open
        if action == "reopen":
            return row is not None and not row.is_open
        return super().check_action(action, parameters)

    # Finding

    @override
    def action_find(self) -> None:
        """Focus the search line."""
        self.remove_class("-reading")
        self.search_line.display = True
        self.search_line.begin()

    @on(SearchLine.Typed)
    def _typed(self, event: SearchLine.Typed) -> None:
        if event.text == self.search_line.text:
            self._find(event.text)

    @on(SearchLine.Kept)
    @on(SearchLine.Left)
    def _to_the_list(self) -> None:
        """Focus the list; the search stays."""
        self.search_line.display = bool(self._wanted)
        self.set_focus(self.people)

    def _find(self, wanted: str) -> None:
        """List only matches of a text."""
        self._wanted = wanted.strip()
        self._list()

    @override
    def action_back(self) -> None:
        """Leave the pane, or end the search."""
        if not self.has_class("-reading"):
            self.search_line.show("")
            self.search_line.display = False
            self._find("")
        super().action_back()

    # Changing promises

    def action_edit_promise(self) -> None:
        """Change the promise under the cursor."""
        self._wish("edit")

    def action_drop(self) -> None:
        """Drop the promise under the cursor."""
        self._wish("remove")

    def action_reopen(self) -> None:
        """Open the closed promise under the cursor again."""
        self._wish("reopen")

    def _wish(self, wish: str) -> None:
        from netkeeper.tui.rooms.item_actions import act_on

        subject, here = self.people.subject, self._here
        if subject is not None and here is not None:
            act_on(self, subject, here, wish)

    def action_closed(self) -> None:
        """Show or hide closed promises."""
        self._shows_closed = not self._shows_closed
        self._list()
