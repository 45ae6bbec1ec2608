"""Promising somebody something."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from netkeeper.domain.dates import parse_day
from netkeeper.domain.describe import describe_day
from netkeeper.domain.display import plain
from netkeeper.domain.errors import InvalidValueError, NetkeeperError
from netkeeper.domain.recurrence import parse_recurrence
from netkeeper.domain.tokens import split_text
from netkeeper.domain.values import one_line
from netkeeper.tui.screens.dialog import DIALOG_BINDINGS, Dialog, accepting, dialog_css
from netkeeper.tui.session import Session
from netkeeper.tui.subject import Subject
from netkeeper.tui.widgets.page import Page
from netkeeper.tui.widgets.plain_input import PlainInput
from netkeeper.tui.widgets.row import Row

UNLESS_SAID = "1w"
"""When a promise is due that has no day."""


_WORDS = ("due", "next", "every")


class FollowUpDialog(Dialog[str]):
    """Make a follow-up with one person."""

    CSS_PATH = dialog_css("follow_up.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("promise it", "Make the promise"),
        *DIALOG_BINDINGS,
    ]

    def __init__(self, session: Session, subject: Subject, act: Callable[[str, date, str], str]) -> None:
        """Ask what and when.

        Args:
            session: What the screens share.
            subject: Whom it is about.
            act: Makes the promise, and says what was done.
        """
        super().__init__(f"Follow-up · {subject.name}")
        self._session = session
        self._act = act

    def fields(self) -> ComposeResult:
        """What, when, and how that was understood."""
        yield Row("What", PlainInput(placeholder="send the offer · due:fri every:4w work here too", id="what"))
        yield Row("When", PlainInput(placeholder=f"{UNLESS_SAID} · fri, tomorrow, 24.12.", id="when"))
        yield Page(id="understood")

    def on_mount(self) -> None:
        """Begin with what is promised."""
        self.set_focus(self.query_one("#what"))
        self._show_understood()

    @property
    def is_untouched(self) -> bool:
        """Whether nothing was written yet."""
        return not any(field.value.strip() for field in self.query(PlainInput))

    @on(Input.Changed)
    def _written(self, event: Input.Changed) -> None:
        event.stop()
        self.changed()
        self._show_understood()

    def _show_understood(self) -> None:
        page = self.query_one("#understood", Page)
        try:
            what, due_on, rrule = self._read()
        except NetkeeperError as error:
            page.show([[(str(error), "accent")]])
        else:
            again = ", and again" if rrule else ""
            day = describe_day(due_on, self._session.today())
            page.show([[(f"{day}{again}: {plain(what) or 'be in touch'}", "quiet")]])

    def accept(self) -> None:
        """Make the promise."""
        self.attempt(lambda: self._act(*self._read()))

    def _read(self) -> tuple[str, date, str]:
        """What, when, and the rule it recurs by; words in the first line (``due:fri every:2w``) say it too."""
        today = self._session.today()
        what, said = self.query_one("#what", PlainInput).value, {}
        for word in reversed(split_text(what, strict=False)):
            if word.key in _WORDS and word.value:
                said["every" if word.key == "every" else "due"] = word.value
                what = what[: word.start] + what[word.end :]
        what = one_line("What", " ".join(what.split()))
        when = self.query_one("#when", PlainInput).value.strip()
        due_on = parse_day(said.get("due") or when or UNLESS_SAID, today)
        if due_on < today:
            raise InvalidValueError(f"{describe_day(due_on, today)} has passed; give a day to come.")
        return what, due_on, parse_recurrence(said["every"]) if "every" in said else ""
