"""The dialog that removes fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from netkeeper.actions.people.bulk import field_counts, untag
from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.forms.dialog import LEAVING, accepting
from netkeeper.tui.forms.pick_list import Pick, PickList
from netkeeper.tui.person.dialogs.people_dialog import PeopleDialog
from netkeeper.tui.person.subject import Subject


class UntagDialog(PeopleDialog):
    """Remove the ticked fields, else the one under the cursor, from one or more people."""

    BINDINGS: ClassVar[list[BindingType]] = [accepting("take it off", "Take the ticked fields off them"), LEAVING]

    def __init__(self, session: Session, subjects: Sequence[Subject]) -> None:
        """List their fields.

        Args:
            subjects: At least one of them has a field.
        """
        super().__init__("Untag", session, subjects)

    @override
    def fields(self) -> ComposeResult:
        """The fields that any of them has, with the number of people who have each."""
        yield from self.names_of_several()
        of = len(self.ids)
        counts = field_counts(self.session.network, self.ids)
        picks = [Pick(field, field, f"{count} of {of}" if of > 1 else "") for field, count in counts.items()]
        yield PickList(picks, several=True, id="picks")

    def on_mount(self) -> None:
        """Focus the list."""
        self.set_focus(self.query_one("#picks"))

    @override
    def accept(self) -> None:
        """Remove the fields."""
        fields = self.query_one("#picks", PickList).values
        self.attempt(lambda: untag(self.session.network, self.ids, fields).sentence)
