"""The form for a contact: everything that is kept about a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar, NamedTuple

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalGroup
from textual.events import DescendantBlur
from textual.widget import Widget
from textual.widgets import Input, TextArea

from netkeeper.actions.lists import name_of
from netkeeper.actions.people import add_made, find, save
from netkeeper.domain.cadence import effective_cadence
from netkeeper.domain.contact import Contact, Hope
from netkeeper.domain.describe import describe_cadence, describe_day
from netkeeper.domain.errors import NetkeeperError, UnknownPersonError
from netkeeper.domain.ladder import Step
from netkeeper.tui.contact_entry import BLANK, PARTS, ContactEntry, Reading, cadence_text, parsed_cadence, parts_texts
from netkeeper.tui.contact_offers import offer_fields, offer_people
from netkeeper.tui.contact_rows import REACHES
from netkeeper.tui.screens.dialog import DIALOG_BINDINGS, Dialog, accepting, dialog_css
from netkeeper.tui.session import Session
from netkeeper.tui.widgets.choice import Choice, Option
from netkeeper.tui.widgets.completing_input import CompletingInput
from netkeeper.tui.widgets.form_line import FormLine
from netkeeper.tui.widgets.form_rows import Addresses, Reaches, Several
from netkeeper.tui.widgets.plain_area import PlainArea
from netkeeper.tui.widgets.plain_input import PlainInput

_PRESETS = {"default": None, "14": 14, "42": 42, "90": 90, "0": 0}
"""Cadences that can be chosen with a key; any other is written."""

_PRESET_LABELS = {"default": "as the step", "14": "2 weeks", "42": "6 weeks", "90": "3 months", "0": "none"}
_ARCHIVED = "archived"
_LABELS = {"emails": "Email", "phones": "Phone", "urls": "Web"}
_EXAMPLES = {"emails": "name@company.example", "phones": "+358 40 555 0101", "urls": "https://company.example"}
_PART_HINTS = {"prefix": "Dr.", "given": "given", "additional": "middle", "family": "family", "suffix": "Jr."}
_WIDTHS = [(0, "-normal"), (110, "-wide")]


class Saved(NamedTuple):
    """What a form did.

    Attributes:
        contact_id: Whom it saved.
        told: What was done, in words.
    """

    contact_id: str
    told: str


class ContactForm(Dialog[Saved]):
    """Add somebody, or change what is known of them."""

    CSS_PATH = dialog_css("contact_form.tcss")
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    BINDINGS: ClassVar[list[BindingType]] = [
        accepting("save", "Save it; in the notes it begins a line"),
        Binding("ctrl+s", "save", "save", priority=True, id="form.save", tooltip="Save it, wherever you are"),
        *DIALOG_BINDINGS,
        Binding("ctrl+n", "another", "another", priority=True, id="form.another", tooltip="Another one of these"),
        Binding("ctrl+r", "take_away", "take away", priority=True, id="form.take-away", tooltip="Take this one away"),
        Binding("down", "move(1)", "Down", show=False, id="form.down", tooltip="To the line below"),
        Binding("up", "move(-1)", "Up", show=False, id="form.up", tooltip="To the line above"),
    ]

    def __init__(self, session: Session, contact: Contact | None = None) -> None:
        """Fill in a form.

        Args:
            session: What the screens share.
            contact: Whom to change; None to add somebody.
        """
        super().__init__(f"Edit · {contact.name}" if contact else "Add somebody")
        self._session = session
        self._base = contact or BLANK
        self._is_new = contact is None
        self._via_name = name_of(session.network, self._base.via)
        self._filled = ContactEntry.of(self._base, self._via_name)
        self._parts_put = {part: self._filled.texts[part] for part in PARTS}
        self._found: dict[str, str | NetkeeperError] = {}

    # What there is to fill in

    def fields(self) -> ComposeResult:
        """Who it is, how to reach them and what comes next; then all the rest."""
        with HorizontalGroup(id="columns"):
            with VerticalGroup(classes="column"):
                yield from self._first()
            with VerticalGroup(classes="column"):
                yield from self._rest()

    def _first(self) -> Iterator[Widget]:
        filled = self._filled
        yield self._line("name", "Name", "given and family name")
        yield self._line("organization", "Organization", "company, school or team")
        yield self._line("title", "Title", "what they do there")
        for name in ("emails", "phones"):
            yield Reaches(name, _LABELS[name], _EXAMPLES[name], filled.reaches[name])
        fields = CompletingInput(
            filled.texts["fields"],
            "design, health/tech",
            complete=offer_fields(self._session.network.fields_in_use),
            id="fields",
        )
        yield FormLine("fields", "Fields", fields)
        yield FormLine("step", "Step", Choice([Option(step, step) for step in Step], filled.step, id="step"))
        yield self._line("reason", "Reason", "why, if you like to remember it")
        yield self._line("met", "Met", "where or how you met")
        via = CompletingInput(filled.texts["via"], "who introduced you", complete=offer_people(self._others), id="via")
        yield FormLine("via", "Introduced by", via)
        if self._is_new:
            yield self._line("next", "Next", "when to follow up · 2w, fri, 24.12.")
            yield self._line("todo", "To do", "what you promised")

    def _rest(self) -> Iterator[Widget]:
        filled = self._filled
        hopes = Choice([Option(hope, hope) for hope in Hope], several=True, id="hopes")
        hopes.show(filled.hopes)
        yield FormLine("hopes", "Hopes", hopes)
        presets = [Option(value, label) for value, label in _PRESET_LABELS.items()]
        yield FormLine("cadence", "Keep in touch", Choice(presets, id="presets"))
        yield self._line("cadence", "or every", "10d, 8w, 2m")
        yield self._line("birthday", "Birthday", "29.2.1980, or 29.2.")
        yield Reaches("urls", _LABELS["urls"], _EXAMPLES["urls"], filled.reaches["urls"])
        yield Addresses("Address", filled.addresses)
        yield FormLine("notes", "Notes", PlainArea(filled.texts["notes"], id="notes"))
        parts = [PlainInput(filled.texts[part], _PART_HINTS[part], id=part) for part in PARTS]
        yield FormLine("parts", "Name in parts", *parts)
        if not self._is_new:
            archived = Choice([Option(_ARCHIVED, "out of the lists and the review")], several=True, id="archived")
            archived.show([_ARCHIVED] if filled.archived else [])
            yield FormLine("archived", "Archived", archived)

    def _line(self, name: str, label: str, placeholder: str) -> FormLine:
        return FormLine(name, label, PlainInput(self._filled.texts[name], placeholder, id=name))

    def on_mount(self) -> None:
        """Begin with the name, or with what comes after it where that is known."""
        self.set_focus(self.query_one("#name"))
        self._show_entry()

    # What stands there

    def _entry(self) -> ContactEntry:
        """What stands in all fields now: who types fast is ahead of the messages that tell of it."""
        texts = dict(self._filled.texts)
        for name in texts:
            for field in self.query(f"#{name}"):
                if isinstance(field, (Input, TextArea)):
                    texts[name] = field.value if isinstance(field, Input) else field.text
        archived = self.query("#archived")
        return ContactEntry(
            base=self._base,
            via_name=self._via_name,
            texts=texts,
            reaches={name: self.query_one(f"#{name}", Reaches).entries for name in REACHES},
            addresses=self.query_one(Addresses).entries,
            step=Step(self.query_one("#step", Choice).values[0]),
            hopes=tuple(Hope(value) for value in self.query_one("#hopes", Choice).values),
            archived=bool(archived and archived.first(Choice).values),
            parts_by_hand=any(texts[part] != self._parts_put[part] for part in PARTS),
        )

    @property
    def is_untouched(self) -> bool:
        """Whether it says what it said to begin with."""
        return self._entry().is_untouched

    def _read(self, entry: ContactEntry) -> Reading:
        return entry.read(self._session.today(), self._find)

    def _find(self, who: str) -> str:
        """The id of the one person meant, other than the one whom the form is about; asked once for each text."""
        if who not in self._found:
            try:
                self._found[who] = self._found_now(who)
            except NetkeeperError as error:
                self._found[who] = error
        found = self._found[who]
        if isinstance(found, NetkeeperError):
            raise found
        return found

    def _found_now(self, who: str) -> str:
        contact_id = find(self._session.network, who).id
        if contact_id == self._base.id:
            raise UnknownPersonError("Nobody introduces themselves.", who)
        return contact_id

    def _others(self) -> Sequence[tuple[str, str]]:
        return [person for person in self._session.network.names() if person[0] != self._base.id]

    # What is shown of it

    @on(Input.Changed)
    @on(TextArea.Changed)
    def _written(self, event: Input.Changed | TextArea.Changed) -> None:
        event.stop()
        self.changed()
        self._show_entry()

    @on(Choice.Chosen)
    def _chosen(self, event: Choice.Chosen) -> None:
        event.stop()
        self.changed()
        if event.choice.id == "presets":
            self.query_one("#cadence", PlainInput).value = cadence_text(_PRESETS[event.values[0]])
        self._show_entry()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Whoever leaves a field has written it: now what is wrong may be said."""
        line = next((each for each in event.widget.ancestors if isinstance(each, FormLine)), None)
        if line is not None and any(_has_text(field) for field in line.fields):
            line.is_judged = True
            self._show_entry()

    def _show_entry(self) -> None:
        """Show what follows from what stands there."""
        entry = self._entry()
        self._show_parts(entry)
        self._show_cadence(entry)
        for line in self.query(FormLine):
            if line.about == "reason":
                line.display = entry.step is not self._base.step
        self._judge(self._read(entry))

    def _show_parts(self, entry: ContactEntry) -> None:
        if entry.parts_by_hand:
            return
        self._parts_put = parts_texts(entry.parts_of_name())
        with self.prevent(Input.Changed):
            for part, text in self._parts_put.items():
                self.query_one(f"#{part}", PlainInput).value = text

    def _show_cadence(self, entry: ContactEntry) -> None:
        try:
            cadence = parsed_cadence(entry.texts["cadence"])
        except NetkeeperError:
            cadence = -1
        chosen = [value for value, days in _PRESETS.items() if days == cadence]
        self.query_one("#presets", Choice).show(chosen)
        days = effective_cadence(None, entry.step, self._session.network.member.cadences)
        of_step = f"{describe_cadence(days)}, as for any {entry.step}" if days else "no reminders"
        self.query_one("#cadence", PlainInput).placeholder = f"{of_step} · 10d, 8w, 2m"

    def _judge(self, reading: Reading) -> None:
        """Say beside each field what is wrong with it."""
        for name, line in self._lines():
            line.say(reading.problems.get(name, ""), self._hint(name, reading))

    def _hint(self, name: str, reading: Reading) -> str:
        network = self._session.network
        if name == "via" and reading.contact.via != self._base.via and reading.contact.via:
            if network.has_contact(reading.contact.via):
                return f"That is {network.contact(reading.contact.via).name}."
            return "Nobody you know by that name; it is kept as written."
        if name == "next" and reading.promise.next_on is not None:
            return describe_day(reading.promise.next_on, self._session.today())
        return ""

    def _lines(self) -> Iterator[tuple[str, FormLine]]:
        """Every line with the name that its problem has."""
        for line in self.query(FormLine):
            group = next((each for each in line.ancestors if isinstance(each, Several)), None)
            if group is None:
                yield line.about, line
            elif line.about:
                place = next(place for place, one in enumerate(group.children) if one is line or one in line.ancestors)
                yield f"{line.about}:{place}", line

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Enter belongs to the notes while one writes them; more of the same there is only for some."""
        if action == "accept":
            return not isinstance(self.focused, TextArea)
        if action in ("another", "take_away"):
            return self._several() is not None
        return super().check_action(action, parameters)

    def _several(self) -> Several | None:
        return (
            next((each for each in self.focused.ancestors if isinstance(each, Several)), None) if self.focused else None
        )

    async def action_another(self) -> None:
        """Another email, phone, web address or postal address."""
        if (group := self._several()) is not None:
            await group.add()

    async def action_take_away(self) -> None:
        """Take away the one that one is in."""
        group = self._several()
        if group is not None and (one := group.holding(self.focused)) is not None:
            await group.take_away(one)
            self.changed()
            self._show_entry()

    def action_move(self, lines: int) -> None:
        """Go to the line below or above."""
        stops = [line for line in self.query(FormLine) if line.display and line.region.height]
        here = next(
            (place for place, line in enumerate(stops) if self.focused and line in self.focused.ancestors), None
        )
        if here is not None and 0 <= here + lines < len(stops):
            self.set_focus(stops[here + lines].fields[0])

    def action_save(self) -> None:
        """Save it, after what was typed just before."""
        self.action_accept()

    def accept(self) -> None:
        """Save it; where something can't be read, go there."""
        entry = self._entry()
        reading = self._read(entry)
        if not reading.problems:
            self.attempt(lambda: self._saved(reading))
            return
        wrong = [(name, line) for name, line in self._lines() if name in reading.problems]
        for _, line in wrong:
            line.is_judged = True
        self._judge(reading)
        self.set_focus(next(field for field in wrong[0][1].fields if field.can_focus))

    def _saved(self, reading: Reading) -> Saved | None:
        session, contact = self._session, reading.contact
        if self._is_new:
            added = add_made(session.network, contact, session.today(), reading.promise)
            next_on = reading.promise.next_on
            told = f" · next {describe_day(next_on, session.today())}" if next_on else ""
            return Saved(added.id, f"{session.last_done}{told}")
        if contact == self._base:
            return None
        saved = save(session.network, self._base, contact)
        return Saved(saved.id, session.last_done)


def _has_text(field: Widget) -> bool:
    text = field.value if isinstance(field, Input) else field.text if isinstance(field, TextArea) else ""
    return bool(text.strip())
