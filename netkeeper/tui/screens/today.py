"""Today: the day's people and why each, with who they are beside them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import DescendantFocus

from netkeeper.actions.review import review
from netkeeper.domain.display import plain
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.review import Review
from netkeeper.tui.lines import Line
from netkeeper.tui.review_rows import Entry, rows_of
from netkeeper.tui.rooms import ROOMS, TODAY
from netkeeper.tui.screens.room import ROOM_BINDINGS, Found, Room
from netkeeper.tui.session import Session
from netkeeper.tui.today_words import WELCOME, all_done, coming_up
from netkeeper.tui.widgets.key_bar import KeyBar
from netkeeper.tui.widgets.page import Page
from netkeeper.tui.widgets.person_pane import PersonPane
from netkeeper.tui.widgets.review_list import ReviewList
from netkeeper.tui.widgets.top_bar import TopBar

if TYPE_CHECKING:
    from netkeeper.tui.person import Person
    from netkeeper.tui.screens.dialog import Dialog

_PEOPLE_AFTER_SECONDS = 0.05
"""How long after the first drawing anybody is looked at: the time it takes the terminal to get it."""

_WIDTHS = [(0, "-narrow"), (76, "-normal"), (120, "-wide")]
"""From how many columns on a class of the style sheet holds."""

_ABOUT_SOMEBODY = frozenset({"log", "done", "snooze", "follow_up", "open", "copy"})


class TodayScreen(Room):
    """The morning review.

    Attributes:
        review_list: The day's people.
    """

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "back", id="today.back", tooltip="Back to the list"),
        Binding("l", "log", "log", id="today.log", tooltip="Log what happened, and when to meet next"),
        Binding("d", "done", "done", id="today.done", tooltip="Done: the promise is kept, or you were in touch"),
        Binding("s", "snooze", "snooze", id="today.snooze", tooltip="Put it off to another day"),
        Binding("f", "follow_up", "follow-up", id="today.follow-up", tooltip="Promise them something"),
        Binding("m", "more", "more", id="today.more", tooltip="Show those who can wait, or hide them"),
        Binding(
            "enter",
            "open",
            "Open",
            show=False,
            key_display="enter",
            id="today.open",
            tooltip="Look at the person; Escape comes back",
        ),
        Binding("c", "copy", "Copy", show=False, id="today.copy", tooltip="Copy their email address or phone number"),
        *ROOM_BINDINGS,
    ]

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.review_list = ReviewList(id="review")
        self._top = TopBar(ROOMS, TODAY)
        self._pane = PersonPane(id="person")
        self._review: Review | None = None
        self._more = False
        self._looks_at_people = False
        self._go_to = ""
        self._look_for: frozenset[str] = frozenset()

    def compose(self) -> ComposeResult:
        """The list and the person side by side, between the two bars."""
        yield self._top
        yield self.review_list
        yield self._pane
        yield KeyBar(id="keys")

    def on_mount(self) -> None:
        """Look at people once the day is drawn: the toolkit calls the room's own handler too."""
        self.call_after_refresh(self.set_timer, _PEOPLE_AFTER_SECONDS, self._look_at_people)

    # Drawing

    def redraw(self) -> None:
        """Show the day as it is now."""
        network, today = self.session.network, self.session.today()
        self._review = plan = review(network, today)
        rows = rows_of(plan, more=self._more)
        sought = [row.key for row in rows if isinstance(row, Entry) and row.contact_id in self._look_for]
        go_to, self._go_to, self._look_for = (sought or [self._go_to])[0], "", frozenset()
        has_people = any(isinstance(row, Entry) for row in rows)
        self._top.show(network.member, today)
        title = f"Today · {plan.done_today} of {plan.done_today + plan.count}"
        more_key = self.key_label("today.more")
        self.review_list.show(title, rows, more_key, go_to)
        self._show_instead([] if has_people else self._words(plan, more_key))
        if has_people and self.focused is None:
            self.set_focus(self.review_list)
        self._show_person()

    def _words(self, plan: Review, more_key: str) -> Sequence[Line]:
        """What to say where there is nobody to list."""
        network = self.session.network
        return WELCOME if network.is_empty else all_done(plan, coming_up(network, plan.day), more_key)

    def _show_instead(self, paragraphs: Sequence[Line]) -> None:
        """Show a page in place of the panes; away with it where it has nothing to say."""
        self.set_class(bool(paragraphs), "-nobody")
        if pages := self.query("#instead"):
            pages.first(Page).show(paragraphs)
        elif paragraphs:
            self.mount(Page(paragraphs, id="instead"))

    @on(ReviewList.PersonChosen)
    def _show_person(self) -> None:
        """Show whom the cursor is on."""
        entry = self.review_list.entry
        self._pane.show(entry.name if entry else "", self._person(entry))
        self.refresh_bindings()

    def _person(self, entry: Entry | None) -> Person | None:
        """Who an entry is about, with all there is to tell, which takes the large tables."""
        if entry is None or not self._looks_at_people:
            return None
        from netkeeper.tui.person import person_of

        why = f"{entry.mark} {entry.told}"
        try:
            return person_of(self.session.network, entry.contact_id, self.session.today(), why)
        except InvalidValueError:
            return None  # Gone since the list was drawn, which will be drawn anew in a moment.

    def _look_at_people(self) -> None:
        self._looks_at_people = True
        self._show_person()

    def go_to(self, contact_ids: frozenset[str]) -> None:
        """With the next drawing, put the cursor on the first of these people."""
        self._look_for = contact_ids

    def offers(self) -> Iterable[Found]:
        """The people of the day, for the command palette."""
        for entry in self.review_list.entries():
            yield Found(entry.name, entry.why, partial(self.review_list.go_to, entry.key))

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Dim the keys that need somebody, and hide those that lead nowhere."""
        if action == "back":
            return self.has_class("-reading")
        if action == "more":
            return bool(self._review and self._review.waiting)
        if action in _ABOUT_SOMEBODY and self.review_list.entry is None:
            return None
        return True

    def action_log(self) -> None:
        """Log what happened with the person under the cursor."""
        if (entry := self.review_list.entry) is not None:
            from netkeeper.tui.dealing import log_it
            from netkeeper.tui.screens.quick_log import QuickLog

            self._ask(
                QuickLog(self.session, entry, lambda wanted: self._go_on(entry, log_it(self.session, entry, wanted)))
            )

    def action_done(self) -> None:
        """The promise is kept, or the person under the cursor was contacted."""
        if (entry := self.review_list.entry) is not None:
            from netkeeper.tui.dealing import mark_done

            self._told(self.attempt(lambda: self._go_on(entry, mark_done(self.session, entry))))

    def action_snooze(self) -> None:
        """Put off what stands under the cursor."""
        if (entry := self.review_list.entry) is not None:
            from netkeeper.tui.dealing import put_off
            from netkeeper.tui.screens.snooze import Snooze

            self._ask(
                Snooze(self.session, entry, lambda until: self._go_on(entry, put_off(self.session, entry, until)))
            )

    def action_follow_up(self) -> None:
        """Promise something to the person under the cursor."""
        if (entry := self.review_list.entry) is not None:
            from netkeeper.tui.dealing import promise
            from netkeeper.tui.screens.follow_up import FollowUpDialog

            self._ask(FollowUpDialog(self.session, entry, partial(promise, self.session, entry)))

    def action_copy(self) -> None:
        """Copy how to reach the person under the cursor."""
        if (entry := self.review_list.entry) is None:
            return
        contact = self.attempt(lambda: self.session.network.contact(entry.contact_id))
        if contact is None:
            return
        reach = next((item.value for item in (*contact.emails, *contact.phones)), "")
        if reach:
            self.app.copy_to_clipboard(plain(reach))
        self.say(f"Copied {reach}" if reach else f"{contact.name} has no email address or phone number yet.")

    @on(ReviewList.MoreToggled)
    def action_more(self) -> None:
        """Show those who can wait, or hide them."""
        self._more = not self._more
        self.redraw()

    @on(ReviewList.PersonOpened)
    def action_open(self) -> None:
        """Look at the person; on a narrow terminal, in place of the list."""
        if self.review_list.entry is not None:
            self.add_class("-reading")
            self._pane.focus()

    def action_back(self) -> None:
        """Back to the list."""
        self.remove_class("-reading")
        self.review_list.focus()

    @on(DescendantFocus)
    def _focus_moved(self, event: DescendantFocus) -> None:
        self.set_class(isinstance(event.widget, PersonPane), "-reading")
        self.refresh_bindings()

    def _go_on(self, entry: Entry, told: str) -> str:
        """Have the cursor go on to the next person, now that an entry is dealt with.

        What was done is not drawn yet, so the next person is told from the list as it was.
        """
        here = self.review_list.entry
        if here is not None and here.contact_id == entry.contact_id:
            self._go_to = self.review_list.next_person()
        return told

    def _ask(self, dialog: Dialog[str]) -> None:
        self.app.push_screen(dialog, self._told)

    def _told(self, told: str | None) -> None:
        if told is not None:
            self.catch_up()
            self.say(told, undo=True)
