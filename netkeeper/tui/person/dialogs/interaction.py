"""The dialog that edits an interaction."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from netkeeper.actions.people.people import find_many, names_of
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.dates.parse_day import read_sure_day
from netkeeper.domain.errors import InvalidValueError
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.language.completion import Suggestion
from netkeeper.domain.language.contact_words import checked_note
from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.lines import Line
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.person_words import what_happened
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.completing_input import CompletingInput
from netkeeper.tui.forms.conflict_dialog_base import EditDialog
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, accepting
from netkeeper.tui.forms.explaining_dialog import ExplainingDialog
from netkeeper.tui.forms.labelled_row import LabelledRow
from netkeeper.tui.forms.plain_area import PlainArea
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.forms.repeated_entries import in_lines
from netkeeper.tui.forms.suggest import people_completer
from netkeeper.tui.person.dialogs.log_choices import feeling_choice, kind_choice, signal_choice

_KINDS = {Kind.OTHER: "", Kind.TRIED: "tried to reach "}
"""What the title says before the names, where it isn't the kind and "with"."""

_CHOSEN = ("kind", "feel", "signal", "people")
"""Fields that are choices."""


@dataclass(frozen=True, slots=True)
class _Written:
    """The values of the fields."""

    note: str
    when: str
    kind: tuple[str, ...]
    feel: tuple[str, ...]
    signal: tuple[str, ...]
    people: tuple[str, ...]
    more: str = ""


class InteractionDialog(ExplainingDialog, EditDialog):
    """Edit an interaction."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("save", "Save it"),
        *DIALOG_BINDINGS,
        Binding("ctrl+j,shift+enter", "line", "new line", id="interaction.line", tooltip="Begin a line in the note"),
    ]

    def __init__(self, session: Session, base: Interaction, act: Callable[[Interaction, Interaction], str]) -> None:
        """Fill the fields.

        Args:
            act: Saves, given the interaction as it was and as edited, and returns the text of a toast.
        """
        self._session = session
        self._base = base
        self._act = act
        self._filled = self._texts()
        whom = names_of([session.network.contact(each) for each in self._filled.people])
        super().__init__(f"Edit · {_KINDS.get(base.kind, f'{base.kind} with ')}{whom}")

    @override
    def fields(self) -> ComposeResult:
        """The note, what was understood, and a field for each property."""
        filled = self._filled
        yield PlainArea(filled.note, "What happened?", id="note")
        yield Page(id="understood")
        yield LabelledRow("When", PlainInput(filled.when, "today · yesterday, mon, 24.12.", id="when"))
        yield LabelledRow("Kind", kind_choice())
        yield LabelledRow("Feeling", feeling_choice())
        yield LabelledRow("They", signal_choice())
        people = [Option(each, self._session.network.contact(each).name) for each in filled.people]
        yield LabelledRow("With", Choice(people, several=True, id="people"))
        yield LabelledRow("", CompletingInput("", "and who else was there", complete=self._suggested, id="more"))

    def on_mount(self) -> None:
        """Focus the note, with the cursor at its end."""
        self._show(self._filled)
        note = self.query_one("#note", PlainArea)
        note.move_cursor(note.document.end)
        # So that typing replaces the day.
        self.query_one("#when", PlainInput).select_on_focus = True
        self.set_focus(note)
        self.explain()

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether no field was changed."""
        return self._written() == self._filled

    @on(TextArea.Changed)
    def _note_changed(self, event: TextArea.Changed) -> None:
        self.inputs_changed(event)

    def action_line(self) -> None:
        """Insert a line break into the note."""
        if isinstance(self.focused, TextArea):
            self.focused.insert("\n")

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Line breaks are for the note only."""
        return isinstance(self.focused, TextArea) if action == "line" else super().check_action(action, parameters)

    # Fields

    def _texts(self) -> _Written:
        """The fields' values for the interaction as it is."""
        base = self._base
        return _Written(
            note=in_lines(base.note),
            when=describe_day(base.on, self._session.today()),
            kind=(str(base.kind),),
            feel=(str(base.feeling),) if base.feeling else (),
            signal=tuple(str(signal) for signal in Signal if signal in base.signals),
            people=tuple(each for each in base.contact_ids if self._session.network.has_contact(each)),
        )

    def _written(self) -> _Written:
        """The fields' present values."""
        kind, feel, signal, people = (self.query_one(f"#{name}", Choice).values for name in _CHOSEN)
        when, more = (self.query_one(f"#{name}", PlainInput).value.strip() for name in ("when", "more"))
        return _Written(self.query_one("#note", PlainArea).text, when, kind, feel, signal, people, more)

    def _show(self, written: _Written) -> None:
        """Fill the fields."""
        with self.prevent(Input.Changed, TextArea.Changed):
            note, when = self.query_one("#note", PlainArea), self.query_one("#when", PlainInput)
            if note.text != written.note:
                note.text = written.note
            when.value = written.when
        for name in _CHOSEN:
            self.query_one(f"#{name}", Choice).show(getattr(written, name))

    def _read(self) -> Interaction:
        """Parse the fields; untouched ones keep the interaction's own values."""
        written, filled = self._written(), self._filled
        changes: dict[str, Any] = {}
        if written.note != filled.note:
            changes["note"] = checked_note(written.note)
        if written.when != filled.when:
            changes["on"] = self._day(written.when)
        if written.kind != filled.kind:
            changes["kind"] = Kind(written.kind[0])
        if written.feel != filled.feel:
            changes["feeling"] = int(written.feel[0]) if written.feel else None
        if written.signal != filled.signal:
            changes["signals"] = tuple(Signal(each) for each in written.signal)
        if (written.people, written.more) != (filled.people, ""):
            changes["contact_ids"] = self._people(written)
        return replace(self._base, **changes)

    def _day(self, typed: str) -> date:
        today = self._session.today()
        day = read_sure_day(typed or "today", today, past=True).day
        if day > today:
            raise InvalidValueError(f"{describe_day(day, today)} is still to come; give a day up to today.")
        return day

    def _people(self, written: _Written) -> tuple[str, ...]:
        more = [contact.id for contact in find_many(self._session.network, written.more)] if written.more else []
        if not written.people and not more:
            raise InvalidValueError("Leave somebody whom it was with; to take it away, Escape and delete it.")
        gone = [each for each in self._base.contact_ids if each not in self._filled.people]
        return tuple(dict.fromkeys([*written.people, *gone, *more]))

    def _suggested(self, text: str, cursor: int) -> Sequence[Suggestion]:
        """Suggestions of people for the name, among comma-separated ones, that the cursor is in."""
        start = text.rfind(",", 0, cursor) + 1
        start += len(text[start:cursor]) - len(text[start:cursor].lstrip())
        suggestions = people_completer(self._session.network.active_names)(text[start:], cursor - start)
        return [each._replace(start=each.start + start, end=each.end + start) for each in suggestions]

    @override
    def explanation(self) -> list[Line]:
        """The interaction in brief."""
        return [[(self._in_brief(self._read()), "quiet")]]

    def _in_brief(self, interaction: Interaction) -> str:
        network = self._session.network
        people = [network.contact(each) for each in interaction.contact_ids if network.has_contact(each)]
        return " · ".join([*what_happened(interaction, self._session.today()), f"with {plain(names_of(people))}"])

    # Saving

    @override
    def save(self) -> str:
        """Save the interaction."""
        return self._act(self._base, self._read())

    @override
    def take_theirs(self) -> str:
        """Take the stored interaction as the base, and refill the untouched fields from it."""
        self._base = self._session.network.interaction(self._base.id)
        before, written = self._filled, self._written()
        self._filled = self._texts()
        names = ("note", "when", "kind", "feel", "signal")
        untouched = {
            name: getattr(self._filled, name) for name in names if getattr(written, name) == getattr(before, name)
        }
        self._show(replace(written, **untouched))
        self.explain()
        note = plain(self._base.note)
        return f"{self._in_brief(self._base)}{f' · {note}' if note else ''}"
