"""Changing what was logged."""

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
from netkeeper.domain.errors import InvalidValueError, NetkeeperError
from netkeeper.domain.interactions.interaction import Interaction, Kind, Signal
from netkeeper.domain.language.completion import Suggestion
from netkeeper.domain.language.contact_words import checked_note
from netkeeper.domain.text.display import plain
from netkeeper.override import override
from netkeeper.tui.core.error_text import trouble_text
from netkeeper.tui.core.session import Session
from netkeeper.tui.draw.page import Page
from netkeeper.tui.draw.person_words import what_happened
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.completing_input import CompletingInput
from netkeeper.tui.forms.conflict_dialog_base import Editing
from netkeeper.tui.forms.dialog import DIALOG_BINDINGS, accepting
from netkeeper.tui.forms.labelled_row import LabelledRow
from netkeeper.tui.forms.plain_area import PlainArea
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.forms.repeated_entries import in_lines
from netkeeper.tui.forms.suggest import offer_people
from netkeeper.tui.person.dialogs.log_choices import feeling_choice, kind_choice, signal_choice

_KINDS = {Kind.OTHER: "", Kind.TRIED: "tried to reach "}
"""What a title says before the names where that isn't the kind itself."""

_CHOSEN = ("kind", "feel", "signal", "people")
"""Fields in which one chooses."""


@dataclass(frozen=True, slots=True)
class _Written:
    """What the fields hold."""

    note: str
    when: str
    kind: tuple[str, ...]
    feel: tuple[str, ...]
    signal: tuple[str, ...]
    people: tuple[str, ...]
    more: str = ""


class InteractionDialog(Editing):
    """Change an interaction: what, when, how it felt, with whom."""

    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("save", "Save it"),
        *DIALOG_BINDINGS,
        Binding("ctrl+j,shift+enter", "line", "new line", id="interaction.line", tooltip="Begin a line in the note"),
    ]

    def __init__(self, session: Session, base: Interaction, act: Callable[[Interaction, Interaction], str]) -> None:
        """Ask what is to be different.

        Args:
            session: What the screens share.
            base: The interaction as it is.
            act: Saves the interaction as it was and as it shall be, and says what was done.
        """
        self._session = session
        self._base = base
        self._act = act
        self._filled = self._texts()
        whom = names_of([session.network.contact(each) for each in self._filled.people])
        super().__init__(f"Edit · {_KINDS.get(base.kind, f'{base.kind} with ')}{whom}")

    @override
    def fields(self) -> ComposeResult:
        """The note, what was understood, and a field for each thing there is to say."""
        filled = self._filled
        yield PlainArea(filled.note, "What happened?", id="note")
        yield Page(id="understood")
        yield LabelledRow("When", PlainInput(filled.when, "today · yesterday, mon, 24.12.", id="when"))
        yield LabelledRow("Kind", kind_choice())
        yield LabelledRow("Feeling", feeling_choice())
        yield LabelledRow("They", signal_choice())
        people = [Option(each, self._session.network.contact(each).name) for each in filled.people]
        yield LabelledRow("With", Choice(people, several=True, id="people"))
        yield LabelledRow("", CompletingInput("", "and who else was there", complete=self._offered, id="more"))

    def on_mount(self) -> None:
        """Begin with the note, behind what is there."""
        self._show(self._filled)
        note = self.query_one("#note", PlainArea)
        note.move_cursor(note.document.end)
        # A day that is there is written anew and not added to.
        self.query_one("#when", PlainInput).select_on_focus = True
        self.set_focus(note)
        self._show_understood()

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing was changed yet."""
        return self._written() == self._filled

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(Choice.Chosen)
    def _changed(self, event: Input.Changed | TextArea.Changed | Choice.Chosen) -> None:
        event.stop()
        self.changed()
        self._show_understood()

    def action_line(self) -> None:
        """Begin a line in the note."""
        if isinstance(self.focused, TextArea):
            self.focused.insert("\n")

    @override
    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Lines begin in the note only."""
        return isinstance(self.focused, TextArea) if action == "line" else super().check_action(action, parameters)

    # What is written

    def _texts(self) -> _Written:
        """What the fields hold of the interaction as it is."""
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
        """What the fields hold now."""
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
        """The interaction that is written; what wasn't touched is as it was."""
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

    def _offered(self, text: str, cursor: int) -> Sequence[Suggestion]:
        """People to add, for the name that the cursor is in."""
        start = text.rfind(",", 0, cursor) + 1
        start += len(text[start:cursor]) - len(text[start:cursor].lstrip())
        offers = offer_people(self._session.network.active_names)(text[start:], cursor - start)
        return [each._replace(start=each.start + start, end=each.end + start) for each in offers]

    def _show_understood(self) -> None:
        page = self.query_one("#understood", Page)
        try:
            page.show([[(self._in_brief(self._read()), "quiet")]])
        except NetkeeperError as error:
            page.show([[(trouble_text(error), "accent")]])

    def _in_brief(self, interaction: Interaction) -> str:
        network = self._session.network
        people = [network.contact(each) for each in interaction.contact_ids if network.has_contact(each)]
        return " · ".join([*what_happened(interaction, self._session.today()), f"with {plain(names_of(people))}"])

    # What is done about it

    @override
    def save(self) -> str:
        """Save the interaction."""
        return self._act(self._base, self._read())

    @override
    def take_theirs(self) -> str:
        """Go on from how the interaction is now."""
        self._base = self._session.network.interaction(self._base.id)
        before, written = self._filled, self._written()
        self._filled = self._texts()
        names = ("note", "when", "kind", "feel", "signal")
        untouched = {
            name: getattr(self._filled, name) for name in names if getattr(written, name) == getattr(before, name)
        }
        self._show(replace(written, **untouched))
        self._show_understood()
        note = plain(self._base.note)
        return f"{self._in_brief(self._base)}{f' · {note}' if note else ''}"
