"""The inputs of the contact form: a labelled line, or several, for each property of a contact."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import NamedTuple

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup
from textual.widget import Widget
from textual.widgets import Input

from netkeeper.domain.dates.describe import describe_cadence
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.people.contact import Contact, Hope
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.properties import PROPERTIES, SIMPLE, Property
from netkeeper.override import override
from netkeeper.tui.forms.choice import Choice, Option
from netkeeper.tui.forms.completing_input import Complete, CompletingInput
from netkeeper.tui.forms.form_line import FormLine
from netkeeper.tui.forms.form_rows import Addresses, AddressLines, Reaches, RepeatedRows
from netkeeper.tui.forms.plain_area import PlainArea
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.forms.repeated_entries import REACHES
from netkeeper.tui.person.form.conflicts import LABELS, WHOSE
from netkeeper.tui.person.form.entry import ContactEntry, FormReading
from netkeeper.tui.person.form.input_texts import PARTS, cadence_text, parsed_cadence, parts_texts
from netkeeper.tui.person.form.lookalikes import Lookalikes

_PRESETS: Mapping[str, tuple[str, int | None]] = {
    "default": ("step's own", None),
    "14": ("2 weeks", 14),
    "42": ("6 weeks", 42),
    "90": ("3 months", 90),
    "0": ("none", 0),
}
"""Preset cadences: label and days, by the choice's value; any other is typed."""

_ARCHIVED = "archived"
_MINE, _TEAM = "mine", "team"

_LINES = (
    "name",
    "organization",
    "title",
    "met",
    "birthday",
    "cadence",
    *(row.name for row in SIMPLE if not row.choices),
)
"""The properties with an input of one line."""

_HINTS = {
    **{name: PROPERTIES[name].hint for name in (*_LINES, *REACHES)},
    "reason": "why, if you like to remember it",
    "next": "when to follow up · 2w, fri, 24.12.",
    "todo": "what you promised",
    "prefix": "prefix",
    "given": "given",
    "additional": "middle",
    "family": "family",
    "suffix": "suffix",
}
"""The placeholders of empty inputs."""

CadenceOf = Callable[[Step], int | None]
"""Returns a step's cadence in days; None for no reminders."""


def _choice(row: Property, chosen: str) -> Choice:
    """The choice for a property, which may be left empty."""
    options = [Option(each, " ".join(dict.fromkeys((each, row.shown(each))))) for each in row.choices]
    return Choice(options, chosen, optional=True)


class Suggestions(NamedTuple):
    """Completions of inputs.

    Attributes:
        fields: Of fields in use.
        people: Of people who may have introduced the contact.
    """

    fields: Complete
    people: Complete


class ContactLines(HorizontalGroup):
    """All inputs, in two columns: identity, ways to reach and next step; then the rest.

    Attributes:
        lookalikes: Under the name, existing contacts whose names resemble it.
    """

    def __init__(self, shown: ContactEntry, suggestions: Suggestions, cadence_of: CadenceOf, *, is_new: bool) -> None:
        """Fill the inputs from ``shown``."""
        super().__init__()
        self._shown = shown
        self._suggestions = suggestions
        self._cadence_of = cadence_of
        self._is_new = is_new
        self._inputs = {
            name: PlainInput(shown.texts[name], hint) for name, hint in _HINTS.items() if name not in REACHES
        }
        self._inputs["fields"] = CompletingInput(
            shown.texts["fields"], PROPERTIES["fields"].hint, complete=suggestions.fields
        )
        self._inputs["via"] = CompletingInput(shown.texts["via"], PROPERTIES["via"].hint, complete=suggestions.people)
        self._notes = PlainArea(shown.texts["notes"])
        self._step = Choice([Option(step, step) for step in Step], shown.step)
        self._hopes = Choice([Option(hope, hope) for hope in Hope], several=True)
        self._hopes.show(shown.hopes)
        self._presets = Choice([Option(value, label) for value, (label, _) in _PRESETS.items()])
        self._choices = {row.name: _choice(row, shown.texts[row.name]) for row in SIMPLE if row.choices}
        self._archived = Choice([Option(_ARCHIVED, "out of the lists and the review")], several=True)
        self._archived.show([_ARCHIVED] if shown.archived else [])
        self._whose = Choice([Option(_MINE, _MINE), Option(_TEAM, WHOSE[True])], _TEAM if shown.of_team else _MINE)
        self._reaches = {name: Reaches(name, LABELS[name], _HINTS[name], shown.reaches[name]) for name in REACHES}
        self._addresses = Addresses(LABELS["addresses"], shown.addresses)
        for part in PARTS:
            self._inputs[part].add_class("short" if part in ("prefix", "suffix") else "part", update=False)
        # The texts that the form itself last put into the name's parts: any other was typed.
        self._parts_put = parts_texts(shown.parts_of_name())
        self._reason = self._line("reason", "Reason")
        self.lookalikes = Lookalikes()
        self._known = FormLine("lookalikes", "Known already", self.lookalikes)
        self._known.display = self._reason.display = False

    @override
    def compose(self) -> ComposeResult:
        """Two columns, side by side or stacked."""
        with VerticalGroup(classes="column -first"):
            yield from self._first()
        with VerticalGroup(classes="column"):
            yield from self._rest()

    def _first(self) -> Iterator[Widget]:
        yield self._line("name")
        yield self._known
        yield self._line("organization")
        yield self._line("title")
        yield self._reaches["emails"]
        yield self._reaches["phones"]
        yield self._line("fields")
        yield FormLine("step", LABELS["step"], self._step)
        yield self._reason
        yield self._line("met")
        yield self._line("via")
        if self._is_new or any(self._shown.texts[name].strip() for name in ("next", "todo")):
            yield self._line("next", "Next")
            yield self._line("todo", "To do")

    def _rest(self) -> Iterator[Widget]:
        yield FormLine("hopes", LABELS["hopes"], self._hopes)
        yield FormLine("presets", LABELS["cadence"], self._presets)
        yield self._line("cadence", "or every")
        yield self._line("birthday")
        yield self._reaches["urls"]
        yield self._addresses
        yield FormLine("notes", LABELS["notes"], self._notes)
        yield FormLine("parts", "Name in parts", *(self._inputs[part] for part in PARTS))
        if not self._is_new:
            yield FormLine("archived", LABELS["archived"], self._archived)
        yield FormLine("of_team", LABELS["of_team"], self._whose)
        for row in SIMPLE:
            yield FormLine(row.name, row.label, self._choices[row.name]) if row.choices else self._line(row.name)

    def _line(self, name: str, label: str = "") -> FormLine:
        return FormLine(name, label or LABELS[name], self._inputs[name])

    # Content

    @property
    def entry(self) -> ContactEntry:
        """The present content, read from the widgets: with fast typing, their messages are still queued."""
        texts = {name: field.value for name, field in self._inputs.items()}
        texts |= {name: "".join(choice.values) for name, choice in self._choices.items()}
        return replace(
            self._shown,
            texts={**texts, "notes": self._notes.text},
            reaches={name: lines.entries for name, lines in self._reaches.items()},
            addresses=self._addresses.entries,
            step=Step(self._step.values[0]),
            hopes=tuple(Hope(value) for value in self._hopes.values),
            archived=bool(self._archived.values),
            of_team=self._whose.values == (_TEAM,),
            parts_by_hand=any(texts[part] != text for part, text in self._parts_put.items()),
        )

    def show(self, entry: ContactEntry, reading: FormReading, hints: Mapping[str, str]) -> None:
        """Update what depends on the content: the reason's line, name parts, cadence, and each line's message.

        Args:
            hints: Messages for lines without a problem, by the line's name.
        """
        self._reason.display = entry.step is not entry.base.step
        self._show_parts(entry)
        self._show_cadence(entry)
        for name, line in self.named_lines():
            line.say(reading.problems.get(name, ""), hints.get(name, ""))

    def _show_parts(self, entry: ContactEntry) -> None:
        if not entry.parts_by_hand:
            self._parts_put = parts_texts(entry.parts_of_name())
            with self.screen.prevent(Input.Changed):
                for part, text in self._parts_put.items():
                    self._inputs[part].value = text

    def _show_cadence(self, entry: ContactEntry) -> None:
        with suppress(NetkeeperError):
            cadence = parsed_cadence(entry.texts["cadence"])
            self._presets.show([value for value, (_, days) in _PRESETS.items() if days == cadence])
        days = self._cadence_of(entry.step)
        of_step = f"{describe_cadence(days) if days else 'none'}, as any {entry.step}"
        self._inputs["cadence"].placeholder = f"{of_step} · e.g. 8w"

    @property
    def has_known(self) -> bool:
        """Whether look-alikes are shown."""
        return bool(self._known.display)

    def show_known(self, people: Sequence[Contact]) -> bool:
        """Show look-alikes; returns whether the list appeared or disappeared."""
        was, self._known.display = self.has_known, bool(people)
        self.lookalikes.show(people)
        return was is not self.has_known

    def take_preset(self, choice: Choice) -> None:
        """Put a chosen preset into the cadence's input; any other choice is ignored."""
        if choice is self._presets:
            self._inputs["cadence"].value = cadence_text(_PRESETS[choice.values[0]][1])

    def judge(self, names: Container[str]) -> Widget:
        """Have these lines show their problems from now on, not only once they have been left.

        Args:
            names: Of the lines, at least one of which exists.

        Returns:
            The first field of the first of the lines.
        """
        wrong = [line for name, line in self.named_lines() if name in names]
        for line in wrong:
            line.is_judged = True
        return wrong[0].fields[0]

    # Moving among lines

    @property
    def first(self) -> Widget:
        """The name's input."""
        return self._inputs["name"]

    def several_of(self, field: Widget | None) -> RepeatedRows | None:
        """The group of repeated lines that a field belongs to; None for a single line."""
        return next((each for each in field.ancestors if isinstance(each, RepeatedRows)), None) if field else None

    def named_lines(self) -> Iterator[tuple[str, FormLine]]:
        """Every line, with the key of its problem in ``FormReading.problems``."""
        for line in self.walk_children(FormLine):
            group = self.several_of(line)
            if group is None:
                yield line.about, line
            elif line.about:
                yield f"{line.about}:{group.place_of(line)}", line

    def line_of(self, field: Widget | None) -> FormLine | None:
        """The line that contains a field."""
        return next((each for each in field.ancestors if isinstance(each, FormLine)), None) if field else None

    def beside(self, field: Widget | None, lines: int) -> Widget | None:
        """The first field so many lines below (negative: above); None past the ends."""
        here, stops = self.line_of(field), self._stops(field)
        place = stops.index(here) + lines if here in stops else -1
        return stops[place].fields[0] if 0 <= place < len(stops) else None

    def after(self, field: Widget | None, places: int) -> Widget:
        """The field so many places after another (negative: before it), cyclic.

        Textual's own order goes by layout, and so skips a field that was mounted just now.
        """
        fields = [each for line in self._stops(field) for each in line.fields]
        return fields[((fields.index(field) if field in fields else 0) + places) % len(fields)]

    def _stops(self, field: Widget | None) -> list[FormLine]:
        """The lines that can be focused from a field, in order; opens the field's folded address."""
        for each in field.ancestors if field else ():
            if isinstance(each, AddressLines):
                each.open()
        return [line for line in self.walk_children(FormLine) if line.is_shown and line is not self._known]
