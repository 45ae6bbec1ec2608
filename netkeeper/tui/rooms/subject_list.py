"""A list whose lines are about people."""

from __future__ import annotations

from dataclasses import dataclass

from textual.message import Message

from netkeeper.override import override
from netkeeper.tui.draw.line_list import LineList
from netkeeper.tui.person.subject import Subject


class SubjectList(LineList):
    """A list in which somebody is under the cursor.

    A subclass says who in :attr:`subject`, and posts :class:`PersonOpened` where a click asks for it.
    """

    @dataclass
    class PersonChosen(Message):
        """The cursor rests on another line.

        Attributes:
            subject: Whom it is about; None where it is about nobody.
        """

        subject: Subject | None

    @dataclass
    class PersonOpened(Message):
        """A line was asked to be looked at closely."""

        subject: Subject

    @property
    def subject(self) -> Subject | None:
        """Whom the line under the cursor is about; None where it is about nobody."""
        raise NotImplementedError

    def keys_about(self, contact_id: str) -> list[str]:
        """The keys of all lines that are about somebody."""
        raise NotImplementedError

    def next_person(self) -> str:
        """The key of the next line that is about somebody else than the cursor's; empty where none is."""
        here = self.subject
        return self.key_after(self.keys_about(here.contact_id)) if here else ""

    @override
    def cursor_moved(self) -> None:
        """Say who is chosen now."""
        self.post_message(self.PersonChosen(self.subject))
