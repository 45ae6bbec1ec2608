"""The base of the welcome and the settings: a form about the member."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.events import DescendantBlur
from textual.widgets import Input

from netkeeper.domain.member.member import Member
from netkeeper.domain.member.settings import PARTS
from netkeeper.override import override
from netkeeper.tui.core.session import Session
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.completing_input import CompletingInput
from netkeeper.tui.forms.dialog import Dialog
from netkeeper.tui.forms.form_line import FormLine
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.forms.suggest import field_completer
from netkeeper.tui.rooms.member_form.entry import MemberEntry, MemberReading, hint

MOVING: tuple[BindingType, ...] = (
    Binding("down", "move(1)", "Down", show=False, id="form.down", tooltip="To the line below"),
    Binding("up", "move(-1)", "Up", show=False, id="form.up", tooltip="To the line above"),
)
"""The keys that move between lines."""


class MemberForm(Dialog[str]):
    """A form about the member; a subclass chooses its lines, and saves them in :meth:`keep`."""

    BINDINGS: ClassVar[list[BindingType]] = []

    def __init__(self, title: str, session: Session) -> None:
        super().__init__(title)
        self.session = session
        self.base = session.network.member
        self._filled = MemberEntry.of(self.base)

    # For subclasses

    def keep(self, member: Member) -> str | None:
        """Save the member.

        Args:
            member: The member parsed from the form.

        Returns:
            What was done, in words; None for nothing.
        """
        raise NotImplementedError

    def show_line(self, name: str) -> None:
        """Make a line visible."""

    def line(self, word: str) -> FormLine:
        """The line of a part of a setting, drawn by how it is typed."""
        part, text = PARTS[word][1], self._filled.texts[word]
        if part.options:
            choice = Choice([Option(*each) for each in part.options], several=part.is_list, id=word)
            choice.show(text.split(",") if text else [])
            return FormLine(word, part.label, choice)
        if part.typed == "fields":
            complete = field_completer(self.session.network.fields_in_use)
            return FormLine(word, part.label, CompletingInput(text, part.example, complete=complete, id=word))
        return FormLine(word, part.label, PlainInput(text, part.example, id=word))

    def begin_from(self, member: Member) -> None:
        """Take another member for the one that the form was filled with; edited lines stay."""
        self.base = member
        self._filled = MemberEntry.of(member)
        self.changed()
        self._show_entry()

    # Its lines

    @property
    def entry(self) -> MemberEntry:
        """The texts of all lines, read from the fields: messages of changes may lag behind fast typing."""
        texts = dict(self._filled.texts)
        for line in self._lines():
            (field,) = line.fields
            if isinstance(field, Input):
                texts[line.about] = field.value
            elif isinstance(field, Choice):
                texts[line.about] = ",".join(field.values)
        return MemberEntry(self.base, texts)

    def _lines(self) -> list[FormLine]:
        """The lines about the member; a form may have others."""
        return [line for line in self.walk_children(FormLine) if line.about in self._filled.texts]

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing was edited."""
        return not self.entry.changed

    def on_mount(self) -> None:
        """Show how each line is parsed."""
        self._show_entry()

    @on(Input.Changed)
    @on(Choice.Chosen)
    def _written(self, event: Input.Changed | Choice.Chosen) -> None:
        event.stop()
        self.changed()
        self._show_entry()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Once a field loses focus, its errors are shown."""
        line = next((each for each in event.widget.ancestors if isinstance(each, FormLine)), None)
        if line is not None:
            line.is_judged = True
            self._show_entry()

    def _show_entry(self) -> None:
        self._judge(self.entry.read(self.session.today()))

    def _judge(self, reading: MemberReading) -> None:
        """Show beside each line its error, or how it is parsed."""
        for line in self._lines():
            line.say(reading.problems.get(line.about, ""), hint(line.about, reading, self.session.today()))

    # Keys

    def action_move(self, lines: int) -> None:
        """Go to the line below or above."""
        stops = [line for line in self.walk_children(FormLine) if line.region.height]
        here = next((place for place, each in enumerate(stops) if self.focused in each.fields), None)
        if here is not None and 0 <= here + lines < len(stops):
            self.set_focus(stops[here + lines].fields[0])

    @override
    def accept(self) -> None:
        """Save the form; where a line can't be parsed, focus it."""
        reading = self.entry.read(self.session.today())
        if not reading.problems:
            self.attempt(self._keeping(reading.member))
            return
        wrong = [line for line in self._lines() if line.about in reading.problems]
        for line in wrong:
            line.is_judged = True
        self._judge(reading)
        self.show_line(wrong[0].about)
        self.set_focus(wrong[0].fields[0])

    def _keeping(self, member: Member) -> Callable[[], str | None]:
        return lambda: self.keep(member)
