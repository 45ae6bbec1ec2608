"""Reading, editing, removing and reopening the interaction or follow-up under the cursor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol, TypeVar

from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.promises.follow_up import FollowUp
from netkeeper.tui.person.person_actions import delete_log, let_go, open_again, rewrite_log, rewrite_promise

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from netkeeper.tui.core.session import Session
    from netkeeper.tui.draw.blocks import Item
    from netkeeper.tui.person.subject import Subject

T = TypeVar("T")


class ShowsItems(Protocol):
    """What acting on an item needs of the room that shows it."""

    session: Session

    @property
    def app(self) -> App[object]:
        """The app."""
        ...

    def attempt(self, act: Callable[[], T]) -> T | None:
        """Call a function; where it fails, show the error and return None."""

    def show_done(self, message: str | None) -> None:
        """Show what was done; nothing for None."""

    def ask(self, dialog: Screen[str]) -> None:
        """Open a dialog that returns what it did."""

    def go_on(self, subject: Subject, message: str) -> str:
        """Have the cursor go on to the next person; returns ``message``."""
        ...


def act_on(room: ShowsItems, subject: Subject, item: Item, wish: str) -> None:
    """Act on an item; an action that doesn't apply to it does nothing.

    Args:
        wish: ``read edit remove reopen``.
    """
    if wish == "read" or (wish == "edit" and isinstance(item, FollowUp) and not item.is_open):
        _read(room, subject, item)
    elif wish == "edit":
        _edit(room, subject, item)
    elif wish == "remove":
        room.show_done(room.attempt(lambda: _removed(room, subject, item)))
    elif wish == "reopen" and isinstance(item, FollowUp):
        room.show_done(room.attempt(lambda: open_again(room.session, item.id)))


def _read(room: ShowsItems, subject: Subject, item: Item) -> None:
    from netkeeper.tui.person.reading_screen import ReadingScreen
    from netkeeper.tui.person.view import others_in

    def then(wish: str | None) -> None:
        if wish:
            act_on(room, subject, item, wish)

    others = others_in(room.session.network, item, subject.contact_id)
    room.app.push_screen(ReadingScreen(room.session.today(), subject, item, others), then)


def _edit(room: ShowsItems, subject: Subject, item: Item) -> None:
    if isinstance(item, Interaction):
        from netkeeper.tui.person.dialogs.interaction import InteractionDialog

        room.ask(InteractionDialog(room.session, item, partial(rewrite_log, room.session)))
    else:
        from netkeeper.tui.person.dialogs.follow_up_edit import FollowUpEdit

        room.ask(FollowUpEdit(room.session, subject, item, partial(rewrite_promise, room.session, subject)))


def _removed(room: ShowsItems, subject: Subject, item: Item) -> str:
    if isinstance(item, Interaction):
        return delete_log(room.session, item)
    if not item.is_open:
        raise InvalidValueError("It is closed already, and stays here as what was; Enter and o open it again.")
    return room.go_on(subject, let_go(room.session, item.id))
