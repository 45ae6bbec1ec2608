"""The base of all rooms: drawing from the network, acting on it, and showing what was done."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple, TypeVar

from textual import events
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import Screen

from netkeeper.actions.network.undo import undo
from netkeeper.domain.errors import NetkeeperError
from netkeeper.tui.core.base_screen import BaseScreen
from netkeeper.tui.core.room_list import BY_NAME, DESTINATIONS, PEOPLE, ShowsPeople, open_over
from netkeeper.tui.core.session import Notice, Session, people_in
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.draw.toast import clear_own_toasts, toast
from netkeeper.tui.keys.guard import KeyGuard

if TYPE_CHECKING:
    from netkeeper.tui.draw.lines import Line
    from netkeeper.tui.person.form.saving import Saved
    from netkeeper.tui.rooms.top_bar import TopBar

T = TypeVar("T")


class PaletteEntry(NamedTuple):
    """An entry of the command palette.

    Attributes:
        title: Its title; sanitized when drawn.
        about: The line below the title.
        do: Called when it is chosen.
        contact_id: The contact that it leads to, where that is all it does; else empty.
    """

    title: str
    about: str
    do: Callable[[], object]
    contact_id: str = ""


class Room(BaseScreen[None]):
    """A screen that shows part of the network and is redrawn after every change.

    A subclass draws in :meth:`redraw`. Every change goes one way: key, action, transaction, notice, redrawing of
    all rooms.
    """

    LETTERS_ARE_KEYS: ClassVar[bool] = True
    """Whether letters are bound as keys outside of text fields; False in a form."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._stale = False
        self.key_guard = KeyGuard(self)

    def on_mount(self) -> None:
        """Draw the room, and subscribe to changes."""
        self.session.changed.subscribe(self, self._noticed, immediate=True)
        if self.session.has_many_people:
            self.call_after_refresh(self._draw)  # The frame is painted first.
        else:
            self._draw()

    def redraw(self) -> None:
        """Draw the present state of the network."""
        raise NotImplementedError

    def go_to(self, contact_ids: frozenset[str]) -> None:
        """With the next drawing, put the cursor on the first of these people who is listed."""

    def palette_entries(self) -> Iterable[PaletteEntry]:
        """The room's entries for the command palette, besides its keys."""
        return ()

    def commands(self) -> Iterable[PaletteEntry]:
        """Commands for the palette besides the shown keys: the other destinations."""
        is_empty = self.session.network.is_empty
        for each in DESTINATIONS:
            if not (each.is_mode or each.foot or (each.needs_people and is_empty)):
                key = self.key_label(f"room.{each.name}")
                title = f"{each.title} ({key})" if key else each.title
                yield PaletteEntry(title, each.about, partial(self.action_go, each.name))

    @property
    def first_keys(self) -> Sequence[str]:
        """The actions whose keys the key bar shows first now."""
        return ()

    def on_key(self, event: events.Key) -> None:
        """Show why a key does nothing now."""
        if self.key_guard.stops(event):
            event.stop()
            event.prevent_default()

    def why_not(self, action: str) -> str:  # noqa: ARG002
        """Why a key that does something at other times does nothing now; empty for no message."""
        return ""

    def why_wait(self, action: str) -> str:  # noqa: ARG002
        """Why a key is held back after another process moved the cursor; empty where it isn't."""
        return ""

    def attempt(self, act: Callable[[], T]) -> T | None:
        """Call a function; where it raises a NetkeeperError, show that.

        Returns:
            Its result; None after an error.
        """
        try:
            return act()
        except NetkeeperError as error:
            self.say(trouble_text(error), trouble=True)
            return None

    def say(self, text: str, *, undo: bool = False, trouble: bool = False) -> None:
        """Show a toast in place of the one before.

        Args:
            text: Sanitized here.
            undo: Whether to add the key that undoes it, where anything was done.
            trouble: Whether it is an error.
        """
        if undo and self.session.has_unreported:
            text = f"{text} · {self.key_label('room.undo')} takes it back"
        self.session.has_unreported = False
        clear_own_toasts(self.app)
        toast(self.app, text, trouble=trouble)

    def key_label(self, binding_id: str) -> str:
        """The label of a binding's key as bound now; empty while it does nothing."""
        for _, binding, _, _ in self.active_bindings.values():
            if binding.id == binding_id:
                return self.app.get_key_display(binding)
        return self._label_while_typing(binding_id)

    def _label_while_typing(self, binding_id: str) -> str:
        """The label of a key that a focused text field takes as a letter; empty for none."""
        if self.focused is None or not self.focused.check_consume_key("a", "a"):
            return ""
        found = (self.key_written(type(node), binding_id) for node in self.focused.ancestors_with_self)
        return next(filter(None, found), "")

    def key_written(self, of: type[DOMNode], binding_id: str) -> str:
        """The label of the key of a widget's or screen's binding, active or not; empty where it has none."""
        for binding in Binding.make_bindings(of.BINDINGS):
            if binding.id == binding_id:
                keys = self.session.settings.keys.get(binding_id, binding.key)
                return self.app.get_key_display(binding.with_key(keys.partition(",")[0]))
        return ""

    def action_go(self, name: str) -> None:
        """Go to another destination."""
        self.go(name)

    def go(self, name: str, people: frozenset[str] = frozenset()) -> None:
        """Go to another destination, first about the contacts with these ids where it opens over this room."""
        destination = BY_NAME[name]
        if destination.is_mode:
            self.app.switch_mode(name)
        else:
            open_over(destination, self, people)

    def on_top_bar_room_chosen(self, event: TopBar.RoomChosen) -> None:
        """Go to the destination that was clicked."""
        self.go(event.name)

    def action_find(self) -> None:
        """Go to People, to find somebody."""
        self.go(PEOPLE)
        if isinstance(self.app.screen, ShowsPeople):
            self.app.screen.begin_search()

    def action_add(self) -> None:
        """Add somebody."""
        from netkeeper.tui.person.form.contact_form import ContactForm

        self.app.push_screen(ContactForm(self.session), self.saved)

    def saved(self, saved: Saved | None) -> None:
        """Put the cursor on the contact that a form saved, and show what was done."""
        if saved is not None:
            # Drawn even where the change was drawn already, while the form was closing: now whom to go to is known.
            self.go_to(frozenset({saved.contact_id}))
            self._draw()
            self.say(saved.message, undo=True)

    def action_import(self) -> None:
        """Open the import."""
        from netkeeper.tui.files.importing.file_screen import ImportScreen

        self.app.push_screen(ImportScreen(self.session), self.show_done)

    def action_export(self) -> None:
        """Open the export."""
        from netkeeper.tui.files.exporting.export_dialog import ExportDialog

        self.app.push_screen(ExportDialog(self.session, *self.exported()), self.say_if)

    def exported(self) -> tuple[Sequence[str] | None, str]:
        """The ids that an export writes (None for everybody), and a phrase for them."""
        return None, "everybody"

    def ask(self, dialog: Screen[str]) -> None:
        """Open a dialog that returns what it did, if anything, as undoable."""
        self.app.push_screen(dialog, self.show_done)

    def show_done(self, message: str | None) -> None:
        """Show what was done, with the key that undoes it; nothing for None."""
        if message is not None:
            self.catch_up()
            self.say(message, undo=True)

    def say_if(self, message: str | None) -> None:
        """Show what was done, where there is nothing to undo; nothing for None."""
        if message is not None:
            self.say(message)

    def action_undo(self) -> None:
        """Undo the last transaction; where another process made it just now, only once the key is pressed again."""
        if news := self.session.news_to_undo():
            self.say(f"The last thing came from elsewhere: {news} · {self.key_label('room.undo')} again takes it back")
            return
        transaction = self.attempt(lambda: undo(self.session.network))
        if transaction is not None:
            self.go_to(people_in(transaction))
            self.catch_up()
            self.say(f"Took back: {transaction.what}")

    def help_lines(self) -> list[Line]:
        """Lines of the help besides the keys."""
        return []

    def action_help(self) -> None:
        """Show the keys of this room."""
        from netkeeper.tui.keys.help_screen import KeysHelp

        self.app.push_screen(KeysHelp(self, self.session.keymap, self.help_lines()))

    def _noticed(self, _: Notice) -> None:
        # Many changes may come at once; one drawing shows them all.
        if not self._stale:
            self._stale = True
            if self in self.app.screen_stack:
                self.call_next(self.catch_up)

    def on_screen_resume(self) -> None:
        """Draw the changes that came while another room was shown."""
        self.catch_up()

    def catch_up(self) -> None:
        """Draw the changes that came since the last drawing, so that the next key acts on them."""
        if self._stale and not self.session.jobs:
            self._draw()

    def _draw(self) -> None:
        self._stale = False
        self.attempt(self.redraw)
