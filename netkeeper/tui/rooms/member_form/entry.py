"""The lines of a form about the member, as text, and the member that they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.member import setting_texts as member_texts
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.settings import PARTS
from netkeeper.tui.core.error_text import trouble_text
from netkeeper.tui.forms.repeated_entries import in_line


class MemberReading(NamedTuple):
    """What a form about the member says.

    Attributes:
        member: The member; as they were in what can't be read.
        problems: What can't be read and why, by the word of the line.
    """

    member: Member
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """The member as they are being written.

    What is left as it was filled in is kept to the letter.

    Attributes:
        base: The member that the form was filled with.
        texts: The text of each line, by its word; days of the week with commas between.
    """

    base: Member
    texts: Mapping[str, str]

    @classmethod
    def of(cls, member: Member) -> MemberEntry:
        """A form filled with the member."""
        return cls(member, _texts(member))

    @property
    def changed(self) -> frozenset[str]:
        """The words of the lines that don't say what they said to begin with."""
        filled = _texts(self.base)
        return frozenset(word for word, text in self.texts.items() if text.strip() != filled[word].strip())

    def read(self, today: date) -> MemberReading:
        """What it says.

        Args:
            today: The day it was written on.
        """
        member, problems = self.base, dict[str, str]()
        # Where several numbers of the pace contradict each other the last counts: the floor, then the ceiling.
        for word in sorted(self.changed, key=lambda word: (PARTS[word][0].name, word)):
            try:
                member = member_texts.with_text(word, self.texts[word], member, today)
            except NetkeeperError as error:
                problems[word] = trouble_text(error)
        return MemberReading(member, problems)


def hint(word: str, reading: MemberReading, today: date) -> str:
    """How a line was understood, in words; empty where it says that itself or can't be read."""
    return "" if word in reading.problems else in_line(member_texts.hint(word, reading.member, today))


def _texts(member: Member) -> dict[str, str]:
    return {word: in_line(member_texts.text_of(word, member)) for word in PARTS}
