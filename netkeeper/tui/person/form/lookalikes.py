"""The list of existing contacts whose names resemble the one being typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.text.display import fit, plain, width
from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.draw.lines import Line

_GAP = 2


class Lookalikes(LineList, can_focus=False):
    """A few people to choose from.

    The list appears and disappears while one types, so neither Tab nor the arrows lead into it: what is typed
    next is meant for the next line. Only :meth:`choose` focuses it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "mean",
            "it is this one",
            key_display="enter",
            id="lookalikes.mean",
            tooltip="It is this one: go on with what is known of them",
        ),
    ]

    @dataclass
    class Meant(Message):
        """An existing contact was chosen."""

        contact: Contact

    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[Contact] = ()

    def show(self, people: Sequence[Contact]) -> None:
        """Show other people."""
        if list(people) != list(self._people):
            self._people = people
            self.set_keys([person.id for person in people])
            self.refresh(layout=True)

    @override
    def draw(self, index: int, columns: int) -> Line:
        """Name, position, and whether they are archived."""
        person = self._people[index]
        name = fit(plain(person.name), columns)
        position = ", ".join(part for part in (person.title, person.organization) if part)
        about = " · ".join(part for part in (position, *(("archived",) if person.archived else ())) if part)
        room = columns - width(name) - _GAP
        return [(name, "strong"), *([(" " * _GAP + fit(plain(about), room), "quiet")] if about and room > 0 else [])]

    @override
    def clicked(self, index: int, *, again: bool) -> None:  # noqa: ARG002 (nothing is changed by it yet)
        """Choose the clicked one."""
        self.post_message(self.Meant(self._people[index]))

    def choose(self) -> None:
        """Choose the only one; of several, focus the list."""
        if len(self._people) == 1:
            self.post_message(self.Meant(self._people[0]))
        elif self._people:
            self.can_focus = True
            self.screen.set_focus(self)

    def on_blur(self) -> None:
        """Keep Tab and arrows from leading back into the list."""
        self.can_focus = False

    def action_mean(self) -> None:
        """Choose the one under the cursor."""
        if self.cursor >= 0:
            self.post_message(self.Meant(self._people[self.cursor]))
