"""The dialog that removes fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from netkeeper.actions.people.bulk import field_counts, untag
from netkeeper.actions.people.people import some_of
from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.dialog import LEAVING, Dialog, accepting
from netkeeper.tui.forms.pick_list import Pick, PickList
from netkeeper.tui.person.subject import Subject, whom


class UntagDialog(Dialog[str]):
    """Remove the ticked fields, else the one under the cursor, from one or more people."""

    BINDINGS: ClassVar[list[BindingType]] = [accepting("take it off", "Take the ticked fields off them"), LEAVING]

    def __init__(self, session: Session, subjects: Sequence[Subject]) -> None:
        """List their fields.

        Args:
            subjects: At least one of them has a field.
        """
        super().__init__(f"Untag · {whom(subjects)}")
        self._session = session
        self._ids = list(dict.fromkeys(subject.contact_id for subject in subjects))
        self._names = [subject.name for subject in subjects]

    @override
    def fields(self) -> ComposeResult:
        """The fields that any of them has, with the number of people who have each."""
        of = len(self._ids)
        if of > 1:
            yield Page([[(some_of(self._names), "quiet")]], id="whom")
        counts = field_counts(self._session.network, self._ids)
        picks = [Pick(field, field, f"{count} of {of}" if of > 1 else "") for field, count in counts.items()]
        yield PickList(picks, several=True, id="picks")

    def on_mount(self) -> None:
        """Focus the list."""
        self.set_focus(self.query_one("#picks"))

    @override
    def accept(self) -> None:
        """Remove the fields."""
        fields = self.query_one("#picks", PickList).values
        self.attempt(lambda: untag(self._session.network, self._ids, fields).told)
