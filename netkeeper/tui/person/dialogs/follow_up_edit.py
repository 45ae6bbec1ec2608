"""The dialog that edits a follow-up."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input

from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.dates.typed_day import TypedDay
from netkeeper.domain.promises.follow_up import FollowUp, rewritten
from netkeeper.domain.promises.recurrence_words import typed_recurrence
from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.short_words import made_on, put_off_so_often
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.conflict_dialog_base import EditDialog
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, accepting
from netkeeper.tui.forms.labelled_row import LabelledRow
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.person.dialogs.follow_up import FollowUpDialog
from netkeeper.tui.person.subject import Subject

_ONCE, _ON = "once", "on"


class FollowUpEdit(EditDialog, FollowUpDialog):
    """Edit an open follow-up."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("save", "Save the promise"),
        *DIALOG_BINDINGS,
    ]

    def __init__(
        self, session: Session, subject: Subject, promise: FollowUp, act: Callable[[FollowUp, FollowUp], str]
    ) -> None:
        """Fill the inputs.

        Args:
            act: Saves, given the follow-up as it was and as edited, and returns the text of a toast.
        """
        super().__init__(session, subject, lambda edited: act(self.base, edited))
        self.base = promise
        self.filled = self._texts()

    @override
    def fields(self) -> ComposeResult:
        """The same inputs; for a recurring one whose day is moved, whether later occurrences move too; its history."""
        *fields, understood = super().fields()
        yield from fields
        moved = Choice([Option(_ONCE, "this time only"), Option(_ON, "from then on")], _ONCE, id="move")
        row = LabelledRow("Move", moved)
        row.display = False
        yield row
        yield understood
        yield Page([[(self._history(), "quiet")]], id="history")

    @override
    def save(self) -> str:
        """Save the follow-up."""
        return self.act(self.read())

    @override
    def take_theirs(self) -> str:
        """Take the stored follow-up as the base, and refill the untouched inputs from it."""
        self.base = self.session.network.followup(self.base.id)
        before, self.filled = self.filled, self._texts()
        with self.prevent(Input.Changed):
            for name, text in self.filled.items():
                field = self.query_one(f"#{name}", PlainInput)
                if field.value.strip() == before[name].strip():
                    field.value = text
        self.explain()
        return f"{describe_day(self.base.due_on, self.session.today())}, {plain(self.base.what) or 'be in touch'}"

    def _texts(self) -> Mapping[str, str]:
        """The inputs' texts for the follow-up as it is."""
        return {
            "what": plain(self.base.what),
            "when": describe_day(self.base.due_on, self.session.today()),
            "again": typed_recurrence(self.base.rrule),
        }

    @override
    def due_day(self, values: Mapping[str, str], rrule: str) -> TypedDay:
        """The typed day; without one, the present one, which may have passed."""
        return super().due_day(values, rrule) if "when" in values else TypedDay(self.base.due_on)

    @override
    def result(self, what: str, due_on: date, rrule: str) -> FollowUp:
        """The follow-up with what was typed; asks about later occurrences where it recurs and its day is moved."""
        goes_on = bool(rrule) and rrule == self.base.rrule and due_on != self.base.due_on
        move = self.query_one("#move", Choice)
        if move.parent is not None:
            move.parent.display = goes_on
        return rewritten(self.base, what, due_on, rrule, this_time_only=_ONCE in move.values)

    def _history(self) -> str:
        """When it was made, and how often it was snoozed."""
        parts = []
        if made := made_on(self.base, self.session.today()):
            parts.append(f"Promised {made}")
        if self.base.snoozes:
            parts.append(put_off_so_often(self.base.snoozes))
        return " · ".join(parts)
