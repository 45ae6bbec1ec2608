"""The base of the rooms that list people: the person under the cursor is shown beside the list."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import on
from textual.events import DescendantFocus

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.tui.core.session import Notice, Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.person.headline import Headline
from netkeeper.tui.person.person_pane import PersonPane
from netkeeper.tui.person.subject import Subject
from netkeeper.tui.rooms.room import Room
from netkeeper.tui.rooms.subject_list import SubjectList

if TYPE_CHECKING:
    from datetime import date

    from netkeeper.tui.draw.blocks import Item
    from netkeeper.tui.forms.dialog import Dialog
    from netkeeper.tui.person.person_actions import LogRequest
    from netkeeper.tui.person.view import Person

_WIDTHS = [(0, "-narrow"), (76, "-normal"), (120, "-wide")]
"""The style class of a width: its least number of columns, and its name."""

ListT = TypeVar("ListT", bound=SubjectList)


class PeopleRoom(Room, Generic[ListT]):
    """A list on the left and the person under its cursor on the right.

    A subclass yields :attr:`people` and :attr:`pane` in ``compose``. Where it is narrow, one of the two
    is shown at a time.

    Attributes:
        people: The list.
        pane: The person under the cursor.
    """

    HORIZONTAL_BREAKPOINTS = _WIDTHS
    ABOUT_SOMEBODY: ClassVar[frozenset[str]] = frozenset(
        {"log", "done", "snooze", "follow_up", "edit", "step", "archive", "open", "copy"}
    )
    """The actions that need a person."""

    LINES_ARE_PEOPLE: ClassVar[bool] = True
    """Whether a line without a promise stands for a person and everything due with them."""

    def __init__(self, session: Session, people: ListT) -> None:
        super().__init__(session)
        self.people = people
        self.people.add_class("list")
        self.pane = PersonPane(self._wished, id="person")
        self.next_key = ""
        self._is_from_elsewhere = False

    @property
    def subject(self) -> Subject | None:
        """The contact and the promise that keys act on; the promise is that under the pane's cursor, where it is focused."""
        subject, item = self.people.subject, self.pane.item
        is_promise = item is not None and getattr(item, "is_open", False)
        return subject._replace(followup_id=item.id) if subject and item and is_promise else subject

    def why(self) -> Headline | None:
        """The headline of the pane: why the person is listed; None for no headline."""
        return None

    @property
    def headline_promise_id(self) -> str | None:
        """The id of the promise that :meth:`why` describes, if any."""
        subject = self.people.subject
        return subject.followup_id if subject else None

    @on(SubjectList.PersonChosen)
    def _person_chosen(self) -> None:
        self.look()

    def look(self) -> None:
        """Show the person under the cursor, which has moved; a room may delay that."""
        self.show_person()

    def show_person(self) -> None:
        """Show the person under the cursor."""
        subject = self.subject
        self.pane.show(subject.name if subject else "", self._person(subject))
        self.refresh_bindings()

    def show_instead(self, paragraphs: Sequence[Line]) -> None:
        """Show a page in place of the panes; empty shows the panes again."""
        self.set_class(bool(paragraphs), "-nobody")
        if pages := self.query("#instead"):
            pages.first(Page).show(paragraphs)
        elif paragraphs:
            self.mount(Page(paragraphs, id="instead"))

    def may_look(self) -> bool:
        """Whether the pane may read the large tables now."""
        return True

    def _person(self, subject: Subject | None) -> Person | None:
        if subject is None or not self.may_look():
            return None
        from netkeeper.tui.person.view import person_of

        try:
            followup_id = self.headline_promise_id
            session = self.session
            return person_of(
                session.network, session.in_common, subject.contact_id, session.today(), self.why(), followup_id
            )
        except InvalidValueError:
            return None  # Gone since the list was drawn, which will be drawn anew in a moment.

    @override
    def _noticed(self, notice: Notice) -> None:
        self._is_from_elsewhere |= notice.from_elsewhere
        super()._noticed(notice)

    @override
    def _draw(self) -> None:
        """Draw; where another process moved the cursor to another person, keys about a person wait a moment."""
        before, goes_on = self.people.subject, bool(self.next_key)
        super()._draw()
        after = self.people.subject
        if self._is_from_elsewhere and before is not None and not goes_on and after != before:
            self.key_guard.hold()
        self._is_from_elsewhere = False

    # What the keys do

    @override
    def why_not(self, action: str) -> str:
        """That nobody is under the cursor, with the key that changes that."""
        if action not in self.ABOUT_SOMEBODY or self.subject is not None:
            return super().why_not(action)
        add, find = (self.key_written(type(self), each) for each in ("room.add", "room.find"))
        if self.session.network.is_empty:
            return f"Nobody is in your network yet · {add} adds somebody" if add else "Nobody is in your network yet"
        return f"Nobody is chosen · {find} finds people" if find else "Nobody is chosen"

    @override
    def why_wait(self, action: str) -> str:
        """The person that a key would act on now."""
        subject = self.subject
        if action not in self.ABOUT_SOMEBODY or subject is None:
            return super().why_wait(action)
        return f"The list was changed from elsewhere; the cursor is on {subject.name} now. Press it once more."

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Dim keys that need a person, and hide keys that do nothing now."""
        if action == "back":
            return self.has_class("-reading")
        if action in self.ABOUT_SOMEBODY and self.subject is None:
            return None
        return True

    def action_log(self) -> None:
        """Log what happened with the person under the cursor."""
        if (subject := self.subject) is not None:
            from netkeeper.tui.person.dialogs.quick_log import QuickLog
            from netkeeper.tui.person.person_actions import log_it

            def act(wanted: LogRequest) -> str:
                return self.go_on(subject, log_it(self.session, subject, wanted, self._way_to_log_another()))

            self._ask_about(subject, QuickLog(self.session, subject, act))

    def _way_to_log_another(self) -> str:
        """A hint with the keys that log with another person; empty where one of them is unbound."""
        find, log = (self.key_written(type(self), each) for each in ("room.find", "person.log"))
        return f"find them with {find}, then {log}" if find and log else ""

    def left_out(self, subject: Subject) -> str:  # noqa: ARG002
        """A note on selected people whom a key about one person leaves out; empty for none."""
        return ""

    def _ask_about(self, subject: Subject, dialog: Dialog[str]) -> None:
        """Open a dialog about one person that shows, before and after, who is left out."""
        dialog.left_out = self.left_out(subject)
        left_out = f" · {dialog.left_out}" if dialog.left_out else ""
        self.app.push_screen(dialog, lambda message: self.show_done(message and f"{message}{left_out}"))

    def action_done(self) -> None:
        """Mark the promise as kept, or the person as contacted."""
        if (subject := self.subject) is not None:
            from netkeeper.tui.person.person_actions import mark_done

            left_out = self.left_out(subject)
            message = self.attempt(
                lambda: self.go_on(subject, mark_done(self.session, subject, is_whole=self.LINES_ARE_PEOPLE))
            )
            self.show_done(f"{message} · {left_out}" if message and left_out else message)

    def action_snooze(self) -> None:
        """Snooze the line under the cursor."""
        if (subject := self.subject) is not None:
            from netkeeper.tui.person.dialogs.snooze import Snooze
            from netkeeper.tui.person.person_actions import put_off

            def act(until: date) -> str:
                return self.go_on(subject, put_off(self.session, subject, until, is_whole=self.LINES_ARE_PEOPLE))

            self._ask_about(subject, Snooze(self.session, subject, act))

    def action_follow_up(self) -> None:
        """Promise something to the person under the cursor."""
        if (subject := self.subject) is not None:
            from netkeeper.tui.person.dialogs.follow_up import FollowUpDialog
            from netkeeper.tui.person.person_actions import promise

            self._ask_about(subject, FollowUpDialog(self.session, subject, partial(promise, self.session, subject)))

    @on(PersonPane.Moved)
    def _pane_moved(self) -> None:
        self.refresh_bindings()

    def _wished(self, item: Item, wish: str) -> None:
        """Act on the item under the pane's cursor."""
        from netkeeper.tui.rooms.item_actions import act_on

        if (subject := self.people.subject) is not None:
            act_on(self, subject, item, wish)

    def action_edit(self) -> None:
        """Open the form of the person under the cursor."""
        if (subject := self.subject) is not None:
            from netkeeper.tui.person.form.contact_form import ContactForm

            contact = self.attempt(lambda: self.session.network.contact(subject.contact_id))
            if contact is not None:
                self.app.push_screen(ContactForm(self.session, contact), self.saved)

    def action_step(self) -> None:
        """Move the person under the cursor on the ladder."""
        if (subject := self.subject) is not None:
            from netkeeper.tui.person.dialogs.step_change import StepDialog

            self.ask(StepDialog(self.session, [subject]))

    def action_archive(self) -> None:
        """Archive the person under the cursor, or take them out of the archive."""
        if (subject := self.subject) is not None:
            from netkeeper.tui.person.person_actions import put_away

            self.show_done(self.attempt(lambda: self.go_on(subject, put_away(self.session, subject))))

    def action_copy(self) -> None:
        """Copy the first email address or phone number of the person under the cursor."""
        if (subject := self.subject) is None:
            return
        contact = self.attempt(lambda: self.session.network.contact(subject.contact_id))
        if contact is None:
            return
        reach = next((item.value for item in (*contact.emails, *contact.phones)), "")
        if reach:
            self.app.copy_to_clipboard(plain(reach))
        self.say(f"Copied {reach}" if reach else f"{contact.name} has no email address or phone number yet.")

    @on(SubjectList.PersonOpened)
    def action_open(self) -> None:
        """Look at the person; on a narrow terminal, in place of the list."""
        if self.subject is not None:
            self.add_class("-reading")
            self.pane.focus()

    def action_back(self) -> None:
        """Back to the list."""
        self.remove_class("-reading")
        self.people.focus()

    @on(DescendantFocus)
    def _focus_moved(self, event: DescendantFocus) -> None:
        self.set_class(isinstance(event.widget, PersonPane), "-reading")
        self.refresh_bindings()

    def go_on(self, subject: Subject, message: str) -> str:
        """Have the cursor go on to the next person with the next drawing; returns ``message``.

        The next person is taken from the list as drawn before the change. Where the pane's cursor is on an item, it
        stays there; where the pane as a whole is focused, focus goes back to the list.
        """
        here = self.subject
        if self.pane.item is not None:
            return message
        if here is not None and here.contact_id == subject.contact_id:
            self.next_key = self.people.next_person()
            if self.focused is self.pane and self.next_key:
                self.remove_class("-reading")
                self.set_focus(self.people)
        return message
