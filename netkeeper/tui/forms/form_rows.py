"""Lines of a form of which there may be several: they can be added and taken away."""

from __future__ import annotations

from collections.abc import Iterable
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
"""What stands in the parts of an address while they are empty."""


class RepeatedRows(VerticalGroup):
    """Some of the same sort, the last of which can be followed by another."""

    @dataclass
    class Changed(Message):
        """There are more of them now, or fewer."""

    async def add(self) -> None:
        """Put an empty one at the end, and go there."""
        new = self.blank()
        await self.mount(new)
        self._go_to(new)

    async def take_away(self, one: Widget) -> None:
        """Take one away, and go to what stands in its place; an empty one stays where it was the only one."""
        place = list(self.children).index(one)
        if len(self.children) == 1:
            await self.mount(self.blank())
        await one.remove()
        self._go_to(self.children[min(place, len(self.children) - 1)])

    def place_of(self, field: Widget) -> int:
        """The place of the one that a field belongs to."""
        return next(place for place, one in enumerate(self.children) if one is field or one in field.ancestors)

    def holding(self, focused: Widget | None) -> Widget | None:
        """The one that a field belongs to; None where it is elsewhere."""
        return next((one for one in self.children if focused is not None and one in focused.ancestors), None)

    def blank(self) -> Widget:
        """An empty one."""
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
    """An email address, phone number or URL, and what it is for."""

    def __init__(self, about: str, label: str, example: str, entry: ReachEntry) -> None:
        """Show one.

        Args:
            about: Whose lines these are: ``emails``, ``phones`` or ``urls``.
            label: Before the first of them.
            example: What one could write.
            entry: What stands there.
        """
        self._kept = entry.kept
        self._value = PlainInput(entry.value, example)
        self._what_for = CompletingInput(entry.label, "what for", complete=suggest_labels)
        self._what_for.add_class("what-for")
        super().__init__(about, label, self._value, self._what_for, beside=_marks(label.lower()))

    @property
    def entry(self) -> ReachEntry:
        """What stands there now."""
        return ReachEntry(self._value.value, self._what_for.value, self._kept)


class Reaches(RepeatedRows):
    """All email addresses, phone numbers or URLs."""

    def __init__(self, about: str, label: str, example: str, entries: Iterable[ReachEntry]) -> None:
        """Show them; arguments as of each line."""
        self._like = (about, label, example)
        super().__init__(*(ReachLine(*self._like, entry) for entry in entries or [ReachEntry()]), id=about)

    @override
    def blank(self) -> ReachLine:
        """An empty line."""
        return ReachLine(*self._like, ReachEntry())

    @property
    def entries(self) -> tuple[ReachEntry, ...]:
        """What stands in them now."""
        return tuple(line.entry for line in self.walk_children(ReachLine))


class AddressLines(VerticalGroup):
    """A postal address, most of which is seen only when it is needed."""

    def __init__(self, label: str, entry: AddressEntry) -> None:
        """Show one.

        Args:
            label: Before it.
            entry: What stands there.
        """
        self._kept = entry.kept
        self._parts = {part: PlainInput(entry.parts[part], _PARTS[part]) for part in ADDRESS_PARTS}
        self._parts["postal_code"].add_class("code")
        self._what_for = CompletingInput(entry.label, "what for", complete=suggest_labels)
        self._what_for.add_class("what-for")
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
        """Show all of it, now that it is to be filled in."""
        self.open()

    def open(self) -> None:
        """Show all of it."""
        for line in self._more:
            line.display = True

    @property
    def entry(self) -> AddressEntry:
        """What stands there now."""
        return AddressEntry(self._what_for.value, {part: self._parts[part].value for part in ADDRESS_PARTS}, self._kept)


class Addresses(RepeatedRows):
    """All postal addresses."""

    def __init__(self, label: str, entries: Iterable[AddressEntry]) -> None:
        """Show them; arguments as of each."""
        self._label = label
        super().__init__(*(AddressLines(label, entry) for entry in entries or [AddressEntry()]), id="addresses")

    @override
    def blank(self) -> AddressLines:
        """The lines of no address yet."""
        return AddressLines(self._label, AddressEntry())

    @property
    def entries(self) -> tuple[AddressEntry, ...]:
        """What stands in them now."""
        return tuple(lines.entry for lines in self.walk_children(AddressLines))


def _marks(what: str) -> tuple[Mark, Mark]:
    return (
        Mark("×", f"Take this {what} away", classes="gone"),
        Mark("+", f"Another {what}", classes="another"),
    )
