"""The base of the rooms that list people below the top bar: their frame, and where the cursor goes with a drawing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult

from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.key_bar import KeyBar
from netkeeper.tui.rooms.people_room import ListT, PeopleRoom
from netkeeper.tui.rooms.top_bar import TopBar


class TopBarRoom(PeopleRoom[ListT]):
    """A list and the person under its cursor, between the top bar and the key bar.

    Attributes:
        top_bar: The line at the head.
    """

    DESTINATION: ClassVar[str]
    """Its name in the registry of destinations."""

    def __init__(self, session: Session, people: ListT) -> None:
        super().__init__(session, people)
        self.top_bar = TopBar(self.DESTINATION, self.key_label)
        self._look_for: frozenset[str] = frozenset()

    @override
    def compose(self) -> ComposeResult:
        """The list and the person side by side, between the two bars."""
        yield self.top_bar
        yield from self.compose_list()
        yield self.pane
        yield KeyBar(id="keys")

    def compose_list(self) -> ComposeResult:
        """The left half."""
        yield self.people

    @override
    def go_to(self, contact_ids: frozenset[str]) -> None:
        """With the next drawing, put the cursor on the first of these people who is listed."""
        self._look_for = contact_ids

    def take_go_to(self) -> frozenset[str]:
        """The ids given to :meth:`go_to` since the last drawing; empty afterwards."""
        contact_ids, self._look_for = self._look_for, frozenset()
        return contact_ids

    def take_next_key(self, lines: Iterable[tuple[str, str]]) -> str:
        """The key of the line that the cursor goes to with this drawing; empty where it keeps its place.

        Args:
            lines: Key and contact id of each line, in order.
        """
        contact_ids, (next_key, self.next_key) = self.take_go_to(), (self.next_key, "")
        return (
            next((key for key, contact_id in lines if contact_id in contact_ids), next_key) if contact_ids else next_key
        )
