"""People: the whole network, searched, sorted and selected, with whoever the cursor is on beside it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.timer import Timer

from netkeeper.actions.roster import Roster
from netkeeper.domain.completion import Suggestion, complete_search
from netkeeper.domain.ordering import Order
from netkeeper.domain.search import Search
from netkeeper.tui.lines import Line
from netkeeper.tui.people_words import all_archived, nobody_found, nobody_yet
from netkeeper.tui.rooms import PEOPLE
from netkeeper.tui.screens.bulk import BULK_BINDINGS, BulkRoom
from netkeeper.tui.screens.people_room import BACK, MORE_PERSON_BINDINGS, PERSON_BINDINGS
from netkeeper.tui.screens.room import MORE_BINDINGS, ROOM_BINDINGS
from netkeeper.tui.searching import Searching
from netkeeper.tui.session import Session
from netkeeper.tui.subject import Subject
from netkeeper.tui.widgets.key_bar import KeyBar
from netkeeper.tui.widgets.people_list import Listing, PeopleList
from netkeeper.tui.widgets.search_line import SearchLine
from netkeeper.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from netkeeper.tui.screens.contact_form import Saved

_WIDTHS = [(0, "-narrow"), (76, "-normal"), (110, "-wide"), (170, "-vast")]
"""From how many columns on a class of the style sheet holds."""

_LOOK_AFTER_SECONDS = 0.05
_LOOK_AFTER_TYPING_SECONDS = 0.2
"""How long the cursor has to rest before somebody is looked at: longer than between two keys of a quick hand."""

_MANY_PEOPLE = 3000
"""From how many on that is so for each step of the cursor too."""

_READ_AFTER_SECONDS = 0.25
_READ_EVERY_SECONDS = 0.02
_READ_AT_ONCE = 150
"""Reading everybody in the background: when it begins, and how many between two keys."""

_COMPLAIN_AFTER_SECONDS = 0.6
"""How long a half-typed word may be wrong before anything is said."""


class PeopleScreen(BulkRoom[PeopleList]):
    """Everybody one knows.

    Keys about several people act on :meth:`acted_on`: those who are selected, else the one under the
    cursor. What they do is one action; afterwards the selection stays as it is, without those who
    are gone.
    """

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    AUTO_FOCUS = "#people"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["people.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = [
        BACK,
        *PERSON_BINDINGS,
        *ROOM_BINDINGS,
        Binding("space", "select", "select", id="people.select", tooltip="Select somebody, or no more, and go on"),
        *BULK_BINDINGS,
        Binding("v", "range", "Range", show=False, id="people.range", tooltip="Select a range: moving extends it"),
        Binding("ctrl+a", "all", "All", show=False, id="people.all", tooltip="Select all who are found"),
        Binding("o", "order", "sort", id="people.order", tooltip="Sort by something else"),
        Binding("O", "turn", "Turn", show=False, id="people.turn", tooltip="Turn the order round"),
        Binding("n", "next_found(1)", "Next", show=False, id="people.next", tooltip="To the next one found"),
        Binding("N", "next_found(-1)", "Previous", show=False, id="people.previous", tooltip="To the one found before"),
        *MORE_PERSON_BINDINGS,
        *MORE_BINDINGS,
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session, PeopleList(id="people"))
        self._top = TopBar(PEOPLE, self.key_label)
        self.search_line = SearchLine(self._complete, id="search")
        self.search_line.display = False
        self.searching = Searching()
        self._people_read: Roster | None = None
        self._order, self._turned = Order.NAME, False
        self._look_for: frozenset[str] = frozenset()
        self._look_timer: Timer | None = None
        self._complain_timer: Timer | None = None

    def compose(self) -> ComposeResult:
        """The list with its search on the left and the person on the right, between the two bars."""
        yield self._top
        with Vertical(id="found"):
            yield self.search_line
            yield self.people
        yield self.pane
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Begin in the list; the toolkit calls the room's own handler too."""
        self.set_timer(_READ_AFTER_SECONDS, self._read_on)
        if not self.search_line.is_typing:
            self.set_focus(self.people)

    def _read_on(self) -> None:
        """Read a few more people while nothing else is to be done, so that no search waits for all of them."""
        if self.roster.read_some(_READ_AT_ONCE):
            self.set_timer(_READ_EVERY_SECONDS, self._read_on)
        else:
            self.roster.count_found(Search())

    # Who is meant

    @property
    def roster(self) -> Roster:
        """Everybody."""
        if self._people_read is None:
            self._people_read = Roster(self.session.network)
        return self._people_read

    @property
    def selected(self) -> frozenset[str]:
        """The ids of those who are selected."""
        return self.people.selected

    def acted_on(self) -> list[Subject]:
        """Whom a key about several people is about: those who are selected, else the one under the cursor."""
        if not self.selected:
            return [self.subject] if self.subject else []
        shown = [contact_id for contact_id in self.people.ids if contact_id in self.selected]
        rest = sorted(self.selected.difference(shown))
        return [subject for each in (*shown, *rest) if (subject := self.people.subject_of(each))]

    def end_range(self) -> None:
        """Have the cursor select nobody any more by moving."""
        self.people.end_range()

    def exported(self) -> tuple[Sequence[str] | None, str]:
        """Those who are selected, else those who are found, else everybody."""
        if self.selected:
            subjects = self.acted_on()
            whom = subjects[0].name if len(subjects) == 1 else f"{len(subjects)} selected people"
            return [each.contact_id for each in subjects], whom
        if self.searching.is_on:
            count = len(self.people.ids)
            return list(self.people.ids), "the 1 person found" if count == 1 else f"the {count} people found"
        return super().exported()

    # Drawing

    def redraw(self) -> None:
        """Show everybody as they are now."""
        network, today = self.session.network, self.session.today()
        self.roster.catch_up()
        self.searching.read(self.searching.text, today)
        self._top.show(network.member, today)
        self.people.select(frozenset(each for each in self.selected if network.has_contact(each)))
        go_to, self._look_for = self._look_for, frozenset()
        self._list(go_to)
        self.show_instead(nobody_yet(self.key_label) if network.is_empty else [])
        if self.focused is None and not network.is_empty:
            self.set_focus(self.people)
        self.show_person()

    def show_person(self) -> None:
        """Show whom the cursor is on; an empty frame is nothing to look at."""
        super().show_person()
        self.pane.visible = self.subject is not None

    def _list(self, go_to: frozenset[str] = frozenset(), *, first: bool = False) -> None:
        """Show who is found.

        Args:
            go_to: The cursor goes to the first of these who is found.
            first: Whether it goes to the first of all.
        """
        today = self.session.today()
        ids = self.roster.found(self.searching.search, self._order, turned=self._turned)
        wanted = ids[:1] if first else [contact_id for contact_id in ids if contact_id in go_to][:1] if go_to else []
        instead = [] if ids else self._nobody()
        listing = Listing(ids, self.roster.person, today, self._order, self._turned, self.searching.sought, instead)
        self.people.show(listing, "".join(wanted))
        self._show_counts()

    def _nobody(self) -> list[Line]:
        if self.searching.is_on:
            clear = self.key_label("search.clear") or self.key_label("person.back")
            return nobody_found(self.searching.text, self.roster, self.session.today(), clear)
        return all_archived(self.roster.archived_count)

    def _show_counts(self) -> None:
        """How many there are, and how many of them are selected, in the border."""
        found = len(self.people.ids)
        in_all = self.roster.archived_count if self.searching.is_archive else self.roster.count
        where = "Archive" if self.searching.is_archive else "People"
        count = f"{found} of {in_all}"
        self.people.border_title = Content(f"{where} · {count if self.searching.is_on else in_all}")
        self.search_line.count(count if self.searching.is_on else "")
        self.people.border_subtitle = Content(self._selected_words())

    def _selected_words(self) -> str:
        hidden = len(self.selected.difference(self.people.ids)) if self.selected else 0
        words = f"{len(self.selected)} selected" if self.selected else ""
        words += f", {hidden} not shown" if hidden else ""
        return f"range · {words}" if self.people.is_ranging else words

    def look(self) -> None:
        """Show whom the cursor is on once the list is drawn; while one types, or among many, when it rests."""
        if self._look_timer is not None:
            self._look_timer.stop()
        if self.search_line.is_typing:
            self._look_timer = self.set_timer(_LOOK_AFTER_TYPING_SECONDS, self.show_person)
        elif self.session.network.people_count >= _MANY_PEOPLE:
            self._look_timer = self.set_timer(_LOOK_AFTER_SECONDS, self.show_person)
        else:
            self.call_after_refresh(self.show_person)

    def action_open(self) -> None:
        """Look at the person; on a narrow terminal, in place of the list."""
        self.show_person()
        super().action_open()

    def go_to(self, contact_ids: frozenset[str]) -> None:
        """With the next drawing, put the cursor on the first of these people who is listed."""
        self._look_for = contact_ids

    def go_on(self, subject: Subject, told: str) -> str:  # noqa: ARG002
        """Stay with a person who was dealt with: this list is for looking at them."""
        return told

    def open_person(self, contact_id: str) -> None:
        """Go to somebody, whatever is looked for now; in the archive too."""
        self.go_to(frozenset({contact_id}))
        if contact_id not in self.people.ids:
            contact = self.attempt(lambda: self.session.network.contact(contact_id))
            self._search_for("is:archived" if contact and contact.archived else "")
        if self.is_mounted:
            self.redraw()
            self.set_focus(self.people)

    def saved(self, saved: Saved | None) -> None:
        """Go to whom a form saved, who may not be among those that are looked for."""
        super().saved(saved)
        if saved is not None and saved.contact_id not in self.people.ids:
            self.open_person(saved.contact_id)

    # Searching

    def begin_search(self) -> None:
        """Have keys go into the search line."""
        self.remove_class("-reading")
        self.search_line.display = True
        self.search_line.begin()
        self._say_below()

    def action_find(self) -> None:
        """Find somebody."""
        if not self.session.network.is_empty:
            self.begin_search()

    def type_early(self, text: str) -> None:
        """Take what was typed before the search line was there."""
        if self.search_line.is_typing:
            self.search_line.insert(text)

    def _complete(self, text: str, cursor: int) -> Sequence[Suggestion]:
        return complete_search(text, cursor, self.roster.in_use)

    @on(SearchLine.Typed)
    def _typed(self, event: SearchLine.Typed) -> None:
        if event.text != self.search_line.text:
            return  # More was typed meanwhile, which will be told too.
        self.searching.read(event.text, self.session.today())
        if not self.searching.problem:
            self._list(first=self.searching.is_on)
            self.look()
        self._say_below(later=self.searching.is_half_typed and self.search_line.is_at_end)

    @on(SearchLine.Kept)
    def _kept(self) -> None:
        """Look at those who are found; where something is wrong, that comes first."""
        self._say_below()
        if not self.searching.problem and self.people.ids:
            self.set_focus(self.people)

    @on(SearchLine.Left)
    def _left(self) -> None:
        self.set_focus(self.people)

    def _say_below(self, *, later: bool = False) -> None:
        """Say what is wrong with the search, or what the keys do.

        Args:
            later: Whether what is wrong may be mended in a moment.
        """
        if self._complain_timer is not None:
            self._complain_timer.stop()
        if self.searching.problem and later:
            self._complain_timer = self.set_timer(_COMPLAIN_AFTER_SECONDS, self._say_below)
        elif self.searching.problem:
            self.search_line.say(self.searching.problem, trouble=True)
        else:
            clears = self.key_label("search.clear")
            self.search_line.say(f"enter to the list · {clears} clears" if self.search_line.is_typing else "")

    def _search_for(self, text: str) -> None:
        """Look for something else, as if it had been typed."""
        self.searching.read(text, self.session.today())
        self.search_line.show(text)
        self.search_line.display = bool(text)
        self._say_below()

    @on(DescendantBlur)
    @on(DescendantFocus)
    def _search_left_or_begun(self) -> None:
        """Keep the search in sight as long as there is one."""
        self.search_line.display = self.search_line.is_typing or bool(self.searching.text)
        self._say_below()

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Show only what leads somewhere."""
        if action == "back":
            return self._can_go_back
        if action == "find":
            return not self.search_line.is_typing
        if action in ("select", "range", "all"):
            return True if self.people.ids else None
        if action == "next_found":
            return self.searching.is_on and bool(self.people.ids)
        return super().check_action(action, parameters)

    @property
    def _can_go_back(self) -> bool:
        reading = self.has_class("-reading")
        return reading or self.people.is_ranging or bool(self.selected) or bool(self.searching.text)

    def action_back(self) -> None:
        """Back by one step: from the person, the range, the selection, the search."""
        if self.has_class("-reading"):
            super().action_back()
        elif self.people.is_ranging:
            self.people.end_range()
        elif self.selected:
            self.people.select(frozenset())
        else:
            self._search_for("")
            self._list()
            self.set_focus(self.people)
        self.refresh_bindings()

    def action_select(self) -> None:
        """Select the person under the cursor, or no more, and go on."""
        self.people.select_here()

    def action_range(self) -> None:
        """Begin to select by moving, or end that."""
        self.people.range_here()

    def action_all(self) -> None:
        """Select all who are found."""
        self.people.select_all()

    def action_order(self) -> None:
        """Sort by the next order there is."""
        self._sort(self._order.following)

    def action_turn(self) -> None:
        """Turn the order round."""
        self._sort(self._order)

    @on(PeopleList.SortWanted)
    def _sort_wanted(self, event: PeopleList.SortWanted) -> None:
        self._sort(event.order)

    def _sort(self, order: Order) -> None:
        """Sort by something, or the other way round where it is that already."""
        self._turned = order is self._order and not self._turned
        self._order = order
        self._list()

    def action_next_found(self, places: int) -> None:
        """Go to the next person who was found; after the last, the first."""
        self.people.move_to((self.people.cursor + places) % len(self.people.ids))

    @on(PeopleList.Selected)
    def _others_selected(self) -> None:
        self._show_counts()
        self.refresh_bindings()
