"""Repeated rows of a form (emails, phones, URLs, addresses), which can be added and removed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import on
from textual.containers import VerticalGroup
from textual.message import Message
from textual.widget import Widget

from netkeeper.override import override
from netkeeper.tui.forms.completing_input import CompletingInput
from netkeeper.tui.forms.form_line import FormLine, Mark
from netkeeper.tui.forms.plain_input import PlainInput
from netkeeper.tui.forms.repeated_entries import ADDRESS_PARTS, AddressEntry, ReachEntry
from netkeeper.tui.forms.suggest import suggest_labels

_PARTS = {
    "street": "street",
    "extended": "flat, c/o",
    "postal_code": "code",
    "locality": "town",
    "po_box": "PO box",
    "region": "region",
    "country": "country",
}
"""The placeholders of the parts of an address."""


class RepeatedRows(VerticalGroup):
    """Rows of one sort; rows can be added at the end and removed.

    The first and the last have a style class. With the toolkit's pseudo-classes for that, every line of every form would
    be styled twice.
    """

    @dataclass
    class Changed(Message):
        """A row was added or removed."""

    def __init__(self, rows: Sequence[Widget], *, id: str) -> None:  # noqa: A002 (Textual's own name for it)
        super().__init__(*rows, id=id)
        self._mark_ends(rows, update=False)

    def _mark_ends(self, rows: Sequence[Widget], *, update: bool = True) -> None:
        for row in rows:
            row.set_class(row is rows[0], "-first", update=update)
            row.set_class(row is rows[-1], "-last", update=update)

    async def add(self) -> None:
        """Append an empty row and focus it."""
        new = self.blank()
        await self.mount(new)
        self._mark_ends(self.children)
        self._go_to(new)

    async def take_away(self, one: Widget) -> None:
        """Remove a row and focus the next one; the only row is replaced by an empty one."""
        place = list(self.children).index(one)
        if len(self.children) == 1:
            await self.mount(self.blank())
        await one.remove()
        self._mark_ends(self.children)
        self._go_to(self.children[min(place, len(self.children) - 1)])

    def place_of(self, field: Widget) -> int:
        """The index of the row that a field belongs to."""
        return next(place for place, one in enumerate(self.children) if one is field or one in field.ancestors)

    def holding(self, focused: Widget | None) -> Widget | None:
        """The row that a field belongs to; None for a field elsewhere."""
        return next((one for one in self.children if focused is not None and one in focused.ancestors), None)

    def blank(self) -> Widget:
        """Create an empty row."""
        raise NotImplementedError

    def _go_to(self, one: Widget) -> None:
        self.post_message(self.Changed())
        self.screen.set_focus(one.query(PlainInput).first())

    @on(Mark.Clicked)
    async def _clicked(self, event: Mark.Clicked) -> None:
        event.stop()
        if event.mark.has_class("another"):
            await self.add()
        elif (one := self.holding(event.mark)) is not None:
            await self.take_away(one)


class ReachLine(FormLine):
    """A row of an email address, phone number or URL, with its label."""

    def __init__(self, about: str, label: str, example: str, entry: ReachEntry) -> None:
        """Create the row.

        Args:
            about: ``emails``, ``phones`` or ``urls``.
            label: Shown before the first row.
            example: The placeholder.
        """
        self._stored = entry.stored
        self._value = PlainInput(entry.value, example)
        self._what_for = CompletingInput(entry.label, "what for", complete=suggest_labels)
        self._what_for.add_class("what-for", update=False)
        super().__init__(about, label, self._value, self._what_for, beside=_marks(label.lower()))

    @property
    def entry(self) -> ReachEntry:
        """The current content."""
        return ReachEntry(self._value.value, self._what_for.value, self._stored)


class Reaches(RepeatedRows):
    """All email addresses, phone numbers or URLs."""

    def __init__(self, about: str, label: str, example: str, entries: Iterable[ReachEntry]) -> None:
        """Create a row for each entry, or an empty one; arguments as of :class:`ReachLine`."""
        self._like = (about, label, example)
        super().__init__([ReachLine(*self._like, entry) for entry in entries or [ReachEntry()]], id=about)

    @override
    def blank(self) -> ReachLine:
        """Create an empty row."""
        return ReachLine(*self._like, ReachEntry())

    @property
    def entries(self) -> tuple[ReachEntry, ...]:
        """The current contents of all rows."""
        return tuple(line.entry for line in self.walk_children(ReachLine))


class AddressLines(VerticalGroup):
    """The lines of a postal address; all but the first are hidden while it is empty and not focused."""

    def __init__(self, label: str, entry: AddressEntry) -> None:
        self._stored = entry.stored
        self._parts = {part: PlainInput(entry.parts[part], _PARTS[part]) for part in ADDRESS_PARTS}
        self._parts["postal_code"].add_class("code", update=False)
        self._what_for = CompletingInput(entry.label, "what for", complete=suggest_labels)
        self._what_for.add_class("what-for", update=False)
        part = self._parts
        self._more = (
            FormLine("", "", part["extended"], part["po_box"]),
            FormLine("", "", part["postal_code"], part["locality"]),
            FormLine("", "", part["region"], part["country"]),
        )
        for line in self._more:
            line.display = not entry.is_blank
        street = FormLine("addresses", label, part["street"], self._what_for, beside=_marks(label.lower()))
        super().__init__(street, *self._more)

    def on_descendant_focus(self) -> None:
        """Show all lines once one has the focus."""
        self.open()

    def open(self) -> None:
        """Show all lines."""
        for line in self._more:
            line.display = True

    @property
    def entry(self) -> AddressEntry:
        """The current content."""
        return AddressEntry(
            self._what_for.value, {part: self._parts[part].value for part in ADDRESS_PARTS}, self._stored
        )


class Addresses(RepeatedRows):
    """All postal addresses."""

    def __init__(self, label: str, entries: Iterable[AddressEntry]) -> None:
        """Create the lines of each entry, or empty ones."""
        self._label = label
        super().__init__([AddressLines(label, entry) for entry in entries or [AddressEntry()]], id="addresses")

    @override
    def blank(self) -> AddressLines:
        """Create the lines of an empty address."""
        return AddressLines(self._label, AddressEntry())

    @property
    def entries(self) -> tuple[AddressEntry, ...]:
        """The current contents of all rows."""
        return tuple(lines.entry for lines in self.walk_children(AddressLines))


def _marks(what: str) -> tuple[Mark, Mark]:
    return (
        Mark("×", f"Take this {what} away", classes="gone"),
        Mark("+", f"Another {what}", classes="another"),
    )
