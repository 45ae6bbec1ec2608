"""The base of the lists whose lines are about contacts."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.person.subject import Subject


class SubjectList(LineList):
    """A list with a contact under the cursor.

    A subclass defines :attr:`subject`, and posts :class:`PersonOpened` after a click that opens a line.
    """

    @dataclass
    class PersonChosen(Message):
        """The cursor rests on another line.

        Attributes:
            subject: The contact of the line; None for no contact.
        """

        subject: Subject | None

    @dataclass
    class PersonOpened(Message):
        """A line was opened."""

        subject: Subject

    @property
    def subject(self) -> Subject | None:
        """The contact of the line under the cursor; None for no contact."""
        raise NotImplementedError

    def keys_about(self, contact_id: str) -> list[str]:
        """The keys of all lines about a contact."""
        raise NotImplementedError

    def next_person(self) -> str:
        """The key of the next line about another contact; empty where there is none."""
        here = self.subject
        return self.key_after(self.keys_about(here.contact_id)) if here else ""

    @override
    def cursor_moved(self) -> None:
        """Announce the contact under the cursor."""
        self.post_message(self.PersonChosen(self.subject))
