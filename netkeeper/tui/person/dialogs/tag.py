"""The dialog that adds fields."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from netkeeper.actions.people.bulk import field_counts, tag
from netkeeper.actions.people.people import some_of
from netkeeper.override import override
from netkeeper.phrases.counted import plural
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.forms.completing_input import CompletingInput, Suggestion
from netkeeper.tui.forms.dialog import LEAVING, accepting
from netkeeper.tui.forms.explaining_dialog import ExplainingDialog
from netkeeper.tui.forms.suggest_fields import read_fields, suggest_field
from netkeeper.tui.person.dialogs.people_dialog import PeopleDialog
from netkeeper.tui.person.subject import Subject

_MOST_LINES = 6
"""The most typed fields that are described; the rest are counted."""

_MOST_IN_USE = 8


class TagDialog(PeopleDialog, ExplainingDialog):
    """Add fields to one or more people."""

    BINDINGS: ClassVar[list[BindingType]] = [accepting("tag", "Give them the fields"), LEAVING]

    def __init__(self, session: Session, subjects: Sequence[Subject]) -> None:
        super().__init__("Tag", session, subjects)
        self._counts = field_counts(session.network, self.ids)
        self._in_use = session.network.fields_in_use()

    @override
    def fields(self) -> ComposeResult:
        """An input for all fields, and a description of each."""
        yield from self.names_of_several()
        yield CompletingInput(placeholder="e.g. design, health/tech", complete=self._suggested, id="tags")
        yield Page(id="understood")

    def on_mount(self) -> None:
        """Focus the input."""
        self.set_focus(self.query_one("#tags"))
        self.explain()

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing is typed."""
        return not self._typed.strip()

    @property
    def _typed(self) -> str:
        return self.query_one("#tags", CompletingInput).value

    def _suggested(self, text: str, cursor: int) -> list[Suggestion]:
        return suggest_field(text, cursor, self._in_use, self._who_has)

    @override
    def explanation(self) -> list[Line]:
        """What adding each of the typed fields does; while none is typed, fields in use."""
        fields = read_fields(self._typed)
        if not fields:
            some = some_of(self._in_use, _MOST_IN_USE)
            return [[(f"In use: {some}" if some else "No field is in use yet; this will be the first.", "quiet")]]
        lines: list[Line] = [
            [(field, "strong"), (f"  {self._about(field)}", "quiet")] for field in fields[:_MOST_LINES]
        ]
        if len(fields) > _MOST_LINES:
            lines.append([(f"and {len(fields) - _MOST_LINES} more", "quiet")])
        return lines

    def _about(self, field: str) -> str:
        """A few words on who has a field already, or that it is new."""
        new = "" if field in self._in_use else "a new field"
        return self._who_has(field) or new or ("for all of them" if len(self.ids) > 1 else "")

    def _who_has(self, field: str) -> str:
        """How many of the people have a field already; empty for nobody."""
        count, of = self._counts.get(field, 0), len(self.ids)
        if not count:
            return ""
        if count < of:
            return plural(count, "{count} of {of} has it already", "{count} of {of} have it already", of=of)
        return "all have it already" if of > 1 else "there already"

    @override
    def accept(self) -> None:
        """Add the fields."""
        self.attempt(lambda: tag(self.session.network, self.ids, read_fields(self._typed)).sentence)
