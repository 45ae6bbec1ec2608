"""The base of the rooms with a search line: when the person under the cursor is drawn while one types."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.timer import Timer

from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.forms.search_line import SearchLine
from netkeeper.tui.rooms.people_room import ListT
from netkeeper.tui.rooms.top_bar_room import TopBarRoom

_LOOK_AFTER_SECONDS = 0.05
_LOOK_AFTER_TYPING_SECONDS = 0.2
"""How long the cursor rests before the person is drawn, among many people and while one types: longer than the time
between two keys, so that drawing never delays a key."""


class SearchLineRoom(TopBarRoom[ListT]):
    """A room with a search line above its list.

    Attributes:
        search_line: Hidden while nothing is searched for.
    """

    def __init__(self, session: Session, people: ListT, search_line: SearchLine) -> None:
        super().__init__(session, people)
        self.search_line = search_line
        self.search_line.display = False
        self._look_timer: Timer | None = None

    @override
    def compose_list(self) -> ComposeResult:
        """The search line above the list."""
        with Vertical(id="found"):
            yield self.search_line
            yield self.people

    @override
    def show_person(self) -> None:
        """Show the person under the cursor; no frame where there is nobody."""
        if self._look_timer is not None:
            self._look_timer.stop()
        super().show_person()
        self.pane.visible = self.subject is not None

    @override
    def look(self) -> None:
        """Show the person once the list is drawn; while one types, or among many people, once the cursor rests."""
        if self._look_timer is not None:
            self._look_timer.stop()
        if self.subject is None:
            self.show_person()
        elif self.search_line.is_typing:
            self._look_timer = self.set_timer(_LOOK_AFTER_TYPING_SECONDS, self.show_person)
        elif self.session.has_many_people:
            self._look_timer = self.set_timer(_LOOK_AFTER_SECONDS, self.show_person)
        else:
            self.call_after_refresh(self.show_person)
