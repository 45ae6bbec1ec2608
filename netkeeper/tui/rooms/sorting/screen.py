"""Sorting: unsorted contacts, each placed with a key."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from netkeeper.actions.review.sorting import waiting_ids
from netkeeper.domain.dates.describe import describe_day
from netkeeper.override import override
from netkeeper.phrases.counted import plural
from netkeeper.system.local_time import local_day
from netkeeper.tui.core.room_list import SORTING
from netkeeper.tui.core.session import Session
from netkeeper.tui.keys.room_keys import MORE_BINDINGS, ROOM_BINDINGS, bindings_of
from netkeeper.tui.person.headline import Headline
from netkeeper.tui.person.placing_keys import MONTH, PLACING_BINDINGS, PLACING_KEYS, place_them
from netkeeper.tui.person.subject import Subject
from netkeeper.tui.rooms.person_keys import BACK, MORE_PERSON_BINDINGS, PERSON_BINDINGS
from netkeeper.tui.rooms.selecting.bulk_room import BULK_BINDINGS, BulkRoom
from netkeeper.tui.rooms.selecting.list import Listing, PeopleList
from netkeeper.tui.rooms.selecting.room import MORE_SELECT_BINDINGS, SELECT
from netkeeper.tui.rooms.sorting.words import everybody_sorted


class SortingScreen(BulkRoom):
    """The room that lists unsorted contacts.

    A key places the selected people, else the person under the cursor, as one transaction; the cursor goes on to
    the next.
    """

    DESTINATION = SORTING
    AUTO_FOCUS = "#waiting"
    BINDINGS: ClassVar[list[BindingType]] = [
        BACK,
        MONTH,
        *PLACING_BINDINGS,
        Binding("z", "archive", "archive", id="person.archive", tooltip="Archive them: out of lists and reviews"),
        Binding("p", "step", "step", id="person.step", tooltip="Put them on a step, and say why"),
        *bindings_of(BULK_BINDINGS, "people.tag", "people.untag"),
        *bindings_of(ROOM_BINDINGS, "room.undo"),
        SELECT,
        *MORE_SELECT_BINDINGS,
        *bindings_of(PERSON_BINDINGS, "person.log", "person.follow-up", "person.edit"),
        *bindings_of(ROOM_BINDINGS, "room.find", "room.add"),
        *bindings_of(MORE_PERSON_BINDINGS, "person.open", "person.copy"),
        *MORE_BINDINGS,
    ]
    ABOUT_SOMEBODY: ClassVar[frozenset[str]] = BulkRoom.ABOUT_SOMEBODY | {"place"}

    def __init__(self, session: Session) -> None:
        super().__init__(session, PeopleList(id="waiting"))

    # Drawing

    @override
    def redraw(self) -> None:
        """Draw those who are unsorted."""
        network, today = self.session.network, self.session.today()
        self.roster.catch_up()
        ids = waiting_ids(network)
        go_to = self.take_next_key(zip(ids, ids, strict=True))
        self.top_bar.show(network.member, today)
        self.people.select(self.selected.intersection(ids))
        self.people.show(Listing(ids, self.roster.person, today), go_to)
        self.show_counts()
        self.show_instead([] if ids else everybody_sorted(self.key_label, network_is_empty=network.is_empty))
        if ids and self.focused is None:
            self.set_focus(self.people)
        self.show_person()

    @override
    def show_counts(self) -> None:
        """Show in the list's border how many are unsorted and how many are selected."""
        count = len(self.people.ids)
        self.people.border_title = Content(plural(count, "Sorting · {count:,} waits", "Sorting · {count:,} wait"))
        self.people.border_subtitle = Content(self.selected_words())

    @override
    def look(self) -> None:
        """Show the person under the cursor once the list is drawn."""
        self.call_after_refresh(self.show_person)

    @override
    def why(self) -> Headline | None:
        """Since when the person under the cursor is unsorted."""
        subject = self.people.subject
        if subject is None or not self.session.network.has_contact(subject.contact_id):
            return None
        today = self.session.today()
        came_on = min(local_day(self.session.network.contact(subject.contact_id).created), today)
        return Headline("?", f"waits to be sorted · here since {describe_day(came_on, today)}")

    @property
    @override
    def first_keys(self) -> Sequence[str]:
        """The keys that place, and the field."""
        return (*PLACING_KEYS, "tag", "undo", *(["back"] if self.selected else ["select"]))

    # Keys

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide or dim keys that do nothing now."""
        if action == "place" and self.selected:
            return True
        return super().check_action(action, parameters)

    def action_place(self, name: str) -> None:
        """Place the people meant, and go on to the next."""
        self.with_meant(partial(self._place, name))

    def _place(self, name: str, subjects: Sequence[Subject]) -> None:
        ids = [subject.contact_id for subject in subjects]
        self.show_done(self.attempt(lambda: self._gone_on(ids, place_them(self.session, ids, name))))

    def _gone_on(self, ids: Sequence[str], message: str) -> str:
        """Have the cursor go on behind these people, if it is on one of them; returns ``message``."""
        self.next_key = self.people.key_after(ids) if self.subject and self.subject.contact_id in ids else ""
        return message
