"""People: everybody in the network, to be searched, sorted and selected."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from netkeeper.domain.people.ordering import Order
from netkeeper.override import override
from netkeeper.phrases.counted import plural
from netkeeper.tui.core.room_list import PEOPLE
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.keys.room_keys import MORE_BINDINGS, ROOM_BINDINGS
from netkeeper.tui.person.headline import Headline
from netkeeper.tui.person.subject import Subject
from netkeeper.tui.rooms.people.search_mixin import SEARCH_BINDINGS, SearchedPeople
from netkeeper.tui.rooms.people.words import all_archived, nobody_found, nobody_yet
from netkeeper.tui.rooms.person_keys import BACK, MORE_PERSON_BINDINGS, PERSON_BINDINGS
from netkeeper.tui.rooms.selecting.bulk_room import BULK_BINDINGS
from netkeeper.tui.rooms.selecting.list import Listing, PeopleList
from netkeeper.tui.rooms.selecting.room import MORE_SELECT_BINDINGS, SELECT

if TYPE_CHECKING:
    from netkeeper.tui.person.form.saving import Saved

_WIDTHS = [(0, "-narrow"), (76, "-normal"), (110, "-wide"), (170, "-vast")]
"""The style class of a width: its least number of columns, and its name."""


class PeopleScreen(SearchedPeople):
    """The room that lists everybody."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    DESTINATION = PEOPLE
    AUTO_FOCUS = "#people"
    BINDINGS: ClassVar[list[BindingType]] = [
        BACK,
        *PERSON_BINDINGS,
        *ROOM_BINDINGS,
        SELECT,
        *BULK_BINDINGS,
        *MORE_SELECT_BINDINGS,
        Binding("o", "order", "sort", id="people.order", tooltip="Sort by something else"),
        Binding("O", "turn", "Turn", show=False, id="people.turn", tooltip="Turn the order round"),
        *SEARCH_BINDINGS,
        *MORE_PERSON_BINDINGS,
        *MORE_BINDINGS,
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session, PeopleList(id="people"))
        self._order, self._reverse = Order.NAME, False

    # Who is meant

    @override
    def exported(self) -> tuple[Sequence[str] | None, str]:
        """The selected people, else those found, else everybody."""
        if not self.selected and self.searching.is_on:
            count = len(self.people.ids)
            return list(self.people.ids), plural(count, "the 1 person found", "the {count} people found")
        return super().exported()

    # Drawing

    @override
    def redraw(self) -> None:
        """Draw everybody."""
        network, today = self.session.network, self.session.today()
        self.update_roster()
        self.searching.read(self.searching.text, today)
        self.top_bar.show(network.member, today)
        self.people.select(frozenset(each for each in self.selected if network.has_contact(each)))
        self.list_people(self.take_go_to())
        self.show_instead(nobody_yet(self.key_label) if network.is_empty else [])
        if self.focused is None and not network.is_empty:
            self.set_focus(self.people)
        self.show_person()

    @override
    def list_people(self, go_to: frozenset[str] = frozenset(), *, first: bool = False) -> None:
        """List who is found.

        Args:
            go_to: The cursor goes to the first of these who is found.
            first: Whether it goes to the first of all.
        """
        today = self.session.today()
        ids = self.roster.found(self.searching.search, self._order, reverse=self._reverse)
        wanted = ids[:1] if first else [contact_id for contact_id in ids if contact_id in go_to][:1] if go_to else []
        instead = [] if ids else self._nobody()
        search = self.searching.search
        listing = Listing(ids, self.roster.person, today, self._order, self._reverse, self.searching.sought, instead)
        if search is not None and search.queries:
            numbers = [each.digits for each in search.queries if each.digits]
            listing = listing._replace(why=cache(partial(self.roster.why, search=search)), numbers=numbers)
        self.people.show(listing, "".join(wanted))
        self.show_counts()

    def _nobody(self) -> list[Line]:
        search = self.searching.search
        if search is not None and search.queries and not self.roster.has_read_timelines:
            return [[("Nobody yet.", "strong")], [("", "")], [("What was logged is still being read.", "")]]
        if search is not None:
            clear = self.key_label("search.clear") or self.key_label("person.back")
            return nobody_found(self.searching.read_text, search, self.roster, self.session.today(), clear)
        return all_archived(self.roster.archived_count)

    @override
    def show_counts(self) -> None:
        """Show in the list's border how many are found and how many are selected."""
        found = len(self.people.ids)
        in_all = self.roster.archived_count if self.searching.is_archive else self.roster.count
        where = "Archive" if self.searching.is_archive else "People"
        count = f"{found} of {in_all}"
        self.people.border_title = Content(f"{where} · {count if self.searching.is_on else in_all}")
        self.search_line.count(count if self.searching.is_on else "")
        self.people.border_subtitle = Content(self.selected_words())

    @override
    def action_open(self) -> None:
        """Look at the person; on a narrow terminal, in place of the list."""
        self.show_person()
        super().action_open()

    @override
    def go_on(self, subject: Subject, message: str) -> str:  # noqa: ARG002
        """Keep the cursor where it is: this list isn't worked off."""
        return message

    def open_person(self, contact_id: str) -> None:
        """Put the cursor on a contact, ending a search that doesn't find them; in the archive too."""
        self.go_to(frozenset({contact_id}))
        if contact_id not in self.people.ids:
            contact = self.attempt(lambda: self.session.network.contact(contact_id))
            self.search_for("is:archived" if contact and contact.archived else "")
        if self.is_mounted:
            self.redraw()
            self.set_focus(self.people)

    @override
    def why(self) -> Headline | None:
        """Why the person under the cursor is at risk, with the key that mends it, while the search is for that."""
        subject = self.people.subject
        if subject is None or not self.searching.is_for_fading:
            return None
        from netkeeper.tui.person.why_fading import why_fading

        network = self.session.network
        return why_fading(network, subject.contact_id, self.session.today(), self.key_label)

    @override
    def saved(self, saved: Saved | None) -> None:
        """Put the cursor on the contact that a form saved, ending a search that doesn't find them."""
        super().saved(saved)
        if saved is not None and saved.contact_id not in self.people.ids:
            self.open_person(saved.contact_id)

    # What the keys do

    @property
    @override
    def can_go_back(self) -> bool:
        """Whether Escape has something to leave; a search too."""
        return super().can_go_back or bool(self.searching.text)

    @override
    def action_back(self) -> None:
        """Leave the person, the range, the selection or the search, whichever is the innermost."""
        if super().can_go_back:
            super().action_back()
            return
        self.search_for("")
        self.list_people()
        self.set_focus(self.people)
        self.refresh_bindings()

    def action_order(self) -> None:
        """Sort by the next order."""
        self._sort(self._order.following)

    def action_turn(self) -> None:
        """Reverse the order."""
        self._sort(self._order)

    @on(PeopleList.SortWanted)
    def _sort_wanted(self, event: PeopleList.SortWanted) -> None:
        self._sort(event.order)

    def _sort(self, order: Order) -> None:
        """Sort by an order; reverse it where it is the present one."""
        self._reverse = order is self._order and not self._reverse
        self._order = order
        self.list_people()
