"""The form that adds or edits a contact."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.events import DescendantBlur
from textual.widgets import Input, TextArea

from netkeeper.actions.people.people import name_of
from netkeeper.domain.dates.describe import describe_day
from netkeeper.domain.editing.three_way_contacts import merge_contacts
from netkeeper.domain.errors import ConflictError, NetkeeperError
from netkeeper.domain.member.cadence import effective_cadence
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.text.fold import fold
from netkeeper.override import override
from netkeeper.tui.core.session import Notice, Session
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.forms.choice import Choice
from netkeeper.tui.forms.form_rows import RepeatedRows
from netkeeper.tui.forms.suggest import field_completer, people_completer
from netkeeper.tui.person.form.carry_over import carried_over
from netkeeper.tui.person.form.conflict_dialog import ConflictDialog
from netkeeper.tui.person.form.conflicts import Side, conflicts_of, resolved
from netkeeper.tui.person.form.entry import BLANK, ContactEntry, FormReading
from netkeeper.tui.person.form.form_keys import FormKeys
from netkeeper.tui.person.form.known_people import KnownPeople
from netkeeper.tui.person.form.lines import ContactLines, Suggestions
from netkeeper.tui.person.form.lookalikes import Lookalikes
from netkeeper.tui.person.form.name_line import bare_name
from netkeeper.tui.person.form.saving import save_form

_WIDTHS = [(0, "-normal"), (110, "-wide")]


class ContactForm(FormKeys):
    """Add or edit a contact."""

    HORIZONTAL_BREAKPOINTS = _WIDTHS

    def __init__(self, session: Session, contact: Contact | None = None) -> None:
        """Fill the form with a contact; None for a new one."""
        super().__init__(f"Edit · {contact.name}" if contact else "Add somebody")
        self._session = session
        self._base = contact or BLANK
        self._people = KnownPeople(session.network, self._base.id)
        self._is_gone = False
        self._reported_name = ""
        self.lines = self._filled(ContactEntry.of(self._base, name_of(session.network, self._base.via)))

    def _filled(self, shown: ContactEntry) -> ContactLines:
        suggestions = Suggestions(
            field_completer(self._session.network.fields_in_use), people_completer(self._people.others)
        )
        return ContactLines(shown, suggestions, self._cadence_of, is_new=self._is_new)

    @property
    def _is_new(self) -> bool:
        return not self._base.id

    def _cadence_of(self, step: Step) -> int | None:
        return effective_cadence(None, step, self._session.network.member.cadences)

    @override
    def fields(self) -> ComposeResult:
        """All inputs."""
        yield self.lines

    def on_mount(self) -> None:
        """Focus the name."""
        self._session.changed.subscribe(self, self._noticed, immediate=True)
        self._begin()
        if self._is_new:
            self.call_after_refresh(self._people.get_ready)

    def _begin(self) -> None:
        self.set_focus(self.lines.first)
        self.show_entry()

    def _noticed(self, _: Notice) -> None:
        self._people.forget()

    # Content, and what depends on it

    @property
    @override
    def is_untouched(self) -> bool:
        """Whether nothing was changed."""
        return self.lines.entry.is_untouched

    def _read(self, entry: ContactEntry) -> FormReading:
        return entry.read(self._session.today(), self._people.find)

    @on(Input.Changed)
    @on(TextArea.Changed)
    @on(RepeatedRows.Changed)
    def _written(self, event: Input.Changed | TextArea.Changed | RepeatedRows.Changed) -> None:
        event.stop()
        self.changed()
        self.show_entry()

    @on(Choice.Chosen)
    def _chosen(self, event: Choice.Chosen) -> None:
        event.stop()
        self.changed()
        self.lines.take_preset(event.choice)
        self.show_entry()

    def on_descendant_blur(self, event: DescendantBlur) -> None:
        """Show a field's problem once it was left with text in it."""
        line = self.lines.line_of(event.widget)
        if line is not None and line.has_text:
            line.is_judged = True
            self.show_entry()

    @override
    def show_entry(self) -> None:
        """Show what depends on the present content: problems, hints, look-alikes."""
        entry = self.lines.entry
        reading = self._read(entry)
        self.lines.show(entry, reading, self._hints(reading))
        if self._is_new and self.lines.show_known(self._people.like(bare_name(entry.texts["name"]))):
            self.refresh_bindings()

    def _hints(self, reading: FormReading) -> Mapping[str, str]:
        """How inputs were understood, where that may be unclear, by the line's name."""
        hints = {"name": reading.understood} if reading.understood else {}
        via = reading.contact.via
        if via and via != self._base.via:
            who = name_of(self._session.network, via) if self._session.network.has_contact(via) else ""
            hints["via"] = f"That is {who}." if who else "Nobody here is called so; it is kept as written."
        if reading.promise.next_on is not None:
            hints["next"] = describe_day(reading.promise.next_on, self._session.today())
        return hints

    @on(Lookalikes.Meant)
    async def _take_known(self, event: Lookalikes.Meant) -> None:
        """Turn the form into one for an existing contact; what was typed is carried over."""
        event.stop()
        written, self._base = self.lines.entry, event.contact
        self._people = KnownPeople(self._session.network, self._base.id)
        lines = self._filled(carried_over(written, self._base, name_of(self._session.network, self._base.via)))
        old, self.lines = self.lines, lines
        with self.app.batch_update():
            await self.query_one("#dialog").mount(lines, before=old)
            await old.remove()
        self.title_is(f"Edit · {self._base.name}")
        self._begin()

    # Saving

    @override
    def accept(self) -> None:
        """Save; where a field can't be parsed, focus it; a name that exists is asked about once."""
        entry = self.lines.entry
        reading = self._read(entry)
        if reading.problems:
            field = self.lines.judge(reading.problems)
            self.lines.show(entry, reading, self._hints(reading))
            self.set_focus(field)
        elif self._is_second_of_name(reading.contact.name):
            known = self._label("form.known")
            goes_on = f"{known} goes on with them; " if known else ""
            name = reading.contact.name
            self.complain(f"{name} is known already: {goes_on}{self._label('dialog.accept')} adds another.")
        else:
            self._save(self._base, reading)

    def _is_second_of_name(self, name: str) -> bool:
        """Whether a contact of exactly this name exists, and the form hasn't said so yet."""
        if not self._is_new or fold(name) == self._reported_name:
            return False
        is_known = any(fold(other) == fold(name) for _, other in self._people.others())
        self._reported_name = fold(name) if is_known else ""
        return is_known

    def _label(self, binding_id: str) -> str:
        """The label of a binding's key; empty while it is disabled."""
        bindings = (each.binding for each in self.active_bindings.values() if each.enabled)
        return next((self.app.get_key_display(each) for each in bindings if each.id == binding_id), "")

    def _save(self, base: Contact, reading: FormReading) -> None:
        """Save and close; ask first where the contact was changed or deleted elsewhere."""
        try:
            is_new = self._is_new or self._is_gone
            self.dismiss(save_form(self._session, base, reading, is_new=is_new, is_second=bool(self._reported_name)))
        except ConflictError:
            self._ask_which(base, reading)
        except NetkeeperError as error:
            if self._is_new or self._session.network.has_contact(base.id):
                self.complain(trouble_text(error))
            else:
                self._is_gone = True
                self.complain(f"{base.name} was taken out elsewhere meanwhile. Save again to bring them back as above.")

    def _ask_which(self, base: Contact, reading: FormReading) -> None:
        network, mine = self._session.network, reading.contact
        theirs = network.contact(base.id)
        merged, names = merge_contacts(base, mine, theirs)
        clashes = conflicts_of(names, mine, theirs, self._session.today(), partial(name_of, network))

        def go_on(sides: Mapping[str, Side] | None) -> None:
            if sides is not None:
                self._save(theirs, reading._replace(contact=resolved(merged, mine, sides)))

        self.app.push_screen(ConflictDialog(theirs.name, clashes), go_on)
