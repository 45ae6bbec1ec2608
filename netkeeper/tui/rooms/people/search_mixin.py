"""Searching the list of people while typing, and saved searches."""

from __future__ import annotations

from collections.abc import Sequence

from textual import on
from textual.binding import Binding, BindingType
from textual.events import DescendantBlur, DescendantFocus
from textual.timer import Timer

from netkeeper.domain.errors import StoreError
from netkeeper.domain.language.completion import Suggestion, complete_search, possible_words, without_unfinished_value
from netkeeper.domain.search.search import Search
from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.forms.search_line import SearchLine
from netkeeper.tui.rooms.people.typed_search import TypedSearch
from netkeeper.tui.rooms.search_line_room import SearchLineRoom
from netkeeper.tui.rooms.selecting.bulk_room import BulkRoom
from netkeeper.tui.rooms.selecting.list import PeopleList

_READ_AFTER_SECONDS = 0.25
_READ_EVERY_SECONDS = 0.02
_READ_AT_ONCE = 150
_NOTES_AT_ONCE = 400
"""Reading everybody in the background: when it begins, how often it goes on, and how many contacts or notes at a time."""

_COMPLAIN_AFTER_SECONDS = 0.6
"""How long an unreadable half-typed word stays before the error is shown."""

SEARCH_BINDINGS: tuple[BindingType, ...] = (
    Binding("n", "next_found(1)", "Next", show=False, id="people.next", tooltip="To the next one found"),
    Binding("N", "next_found(-1)", "Previous", show=False, id="people.previous", tooltip="To the one found before"),
    Binding("w", "save_search", "Save", show=False, id="people.save-search", tooltip="Keep this search under a name"),
    Binding("r", "recall_search", "Recall", show=False, id="people.recall-search", tooltip="Recall a saved search"),
)
"""The keys of a search, besides the one that begins it."""


class SearchedPeople(BulkRoom, SearchLineRoom[PeopleList]):
    """A room with a list of people that can be searched.

    A subclass shows who is found in :meth:`list_people`.

    Attributes:
        searching: The search that is typed.
    """

    def __init__(self, session: Session, people: PeopleList) -> None:
        super().__init__(session, people, SearchLine(self._complete, id="search"))
        self.searching = TypedSearch()
        self._complain_timer: Timer | None = None
        self._search_wanted = False
        self._has_read_notes = False

    @override
    def on_mount(self) -> None:
        """Focus the list or the search line, and read people in the background; Textual calls the base's handler too."""
        self.set_timer(_READ_AFTER_SECONDS, self._read_on)
        if self._search_wanted:
            self.begin_search()
        else:
            self.set_focus(self.people)

    def _read_on(self) -> None:
        """Read some more contacts, so that no search waits for all of them."""
        if self.roster.read_some(_READ_AT_ONCE):
            self.set_timer(_READ_EVERY_SECONDS, self._read_on)
        else:
            self.roster.count_found(Search())
            self.set_timer(_READ_EVERY_SECONDS, self._read_notes)

    def _read_notes(self) -> None:
        """Read some more notes; once all are read, list their matches too."""
        try:
            more = self.roster.read_some_notes(_NOTES_AT_ONCE)
        except StoreError:
            return  # The pane shows the error; contacts are still searched.
        self._has_read_notes = not more
        if more:
            self.set_timer(_READ_EVERY_SECONDS, self._read_notes)
        elif self.searching.search is not None and self.searching.search.reads_all:
            self.list_people()
            self._say_below()

    def update_roster(self) -> None:
        """Take in changes of the network."""
        self.roster.catch_up()
        if self._has_read_notes and not self.roster.has_read_timelines:
            self._has_read_notes = False
            self.set_timer(_READ_EVERY_SECONDS, self._read_notes)

    def list_people(self, go_to: frozenset[str] = frozenset(), *, first: bool = False) -> None:
        """List who is found.

        Args:
            go_to: The cursor goes to the first of these who is found.
            first: Whether it goes to the first of all.
        """
        raise NotImplementedError

    def begin_search(self) -> None:
        """Focus the search line once it is mounted; not in an empty network."""
        if self.session.network.is_empty:
            return
        self._search_wanted = not self.search_line.is_attached
        if self._search_wanted:
            return
        self.remove_class("-reading")
        self.search_line.display = True
        self.search_line.begin()
        self._say_below()

    @override
    def action_find(self) -> None:
        """Find somebody."""
        self.begin_search()

    def _complete(self, text: str, cursor: int) -> Sequence[Suggestion]:
        return complete_search(text, cursor, self.roster.in_use)

    @on(SearchLine.Typed)
    def _typed(self, event: SearchLine.Typed) -> None:
        if event.text != self.search_line.text:
            return  # More was typed meanwhile; another message follows.
        at_end = self.search_line.is_at_end
        self._read_typed(event.text, at_end=at_end)
        if not self.searching.problem:
            self.list_people(first=self.searching.is_on)
            self.look()
        self._say_below(later=at_end and self.searching.is_half_typed)

    def _read_typed(self, text: str, *, at_end: bool) -> None:
        """Read what is typed; a half-typed last word matches every value it begins."""
        in_use = self.roster.in_use
        whole = without_unfinished_value(text, in_use) if at_end else text
        begun = possible_words(text, in_use) if whole != text else ()
        self.searching.read(text, self.session.today(), whole, begun)

    @on(SearchLine.Kept)
    def _kept(self) -> None:
        """Search by the whole text, and focus the list; an error is shown instead."""
        typed = self.search_line.text
        self.search_line.hide_suggestions()
        self.searching.read(typed, self.session.today())
        self.list_people()
        self._say_below()
        if not self.searching.problem and not self.people.ids and possible_words(typed, self.roster.in_use):
            self._read_typed(typed, at_end=True)
            self.list_people()
            # The suggestions cover the line below.
            self.search_line.say("")
            self.search_line.suggest()
            self.say("The last word is half typed · tab completes it", trouble=True)
        elif not self.searching.problem and self.people.ids:
            self.set_focus(self.people)
            self.show_person()

    @on(SearchLine.Left)
    def _left(self) -> None:
        self.set_focus(self.people)

    def _say_below(self, *, later: bool = False) -> None:
        """Show below the search line what is wrong with it, or what its keys do.

        Args:
            later: Whether to wait before showing an error, since the last word is half typed.
        """
        if self._complain_timer is not None:
            self._complain_timer.stop()
        if self.search_line.shows_suggestions:
            self.search_line.say("")  # The suggestions cover its beginning; Enter puts them away.
        elif self.searching.problem and later:
            self._complain_timer = self.set_timer(_COMPLAIN_AFTER_SECONDS, self._say_below)
        elif self.searching.problem:
            self.search_line.say(self.searching.problem, trouble=True)
        else:
            clears = self.key_label("search.clear")
            self.search_line.say(f"enter to the list · {clears} clears" if self.search_line.is_typing else "")

    def search_for(self, text: str) -> None:
        """Search for a text as if it had been typed."""
        self.searching.read(text, self.session.today())
        self.search_line.show(text)
        self.search_line.display = bool(text)
        self._say_below()

    @on(DescendantBlur)
    @on(DescendantFocus)
    def _search_left_or_begun(self) -> None:
        """Hide the search line while there is no search."""
        self.search_line.display = self.search_line.is_typing or bool(self.searching.text)
        self._say_below()

    # Keys

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide or dim keys that do nothing now."""
        if action == "find":
            return not self.search_line.is_typing
        if action == "next_found":
            return self.searching.is_on and bool(self.people.ids)
        if action == "save_search":
            return True if self.searching.is_on and not self.searching.problem else None
        return super().check_action(action, parameters)

    def action_next_found(self, places: int) -> None:
        """Go to the next person found, wrapping around."""
        self.people.move_to((self.people.cursor + places) % len(self.people.ids))

    def action_save_search(self) -> None:
        """Save the search under a name."""
        from netkeeper.tui.rooms.people.saved_searches import SaveSearch

        self.ask(SaveSearch(self.session, self.searching.text.strip()))

    def action_recall_search(self) -> None:
        """Search by a saved search."""
        if not self.session.network.member.searches:
            self.say(f"No search is saved yet · {self.key_label('room.find')} searches, then Enter and w keep it")
            return
        from netkeeper.tui.rooms.people.saved_searches import RecallSearch

        self.app.push_screen(RecallSearch(self.session), self._recalled)

    def _recalled(self, typed: str | None) -> None:
        if typed is not None:
            self.search_for(typed)
            self.list_people(first=True)
            self.set_focus(self.people)
