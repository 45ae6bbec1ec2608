"""The texts of a form about the member, and the member parsed from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.member import setting_texts as member_texts
from netkeeper.domain.member.member import Member
from netkeeper.domain.member.settings import PARTS
from netkeeper.tui.draw.error_text import trouble_text
from netkeeper.tui.forms.repeated_entries import in_line


class MemberReading(NamedTuple):
    """A form about the member, parsed.

    Attributes:
        member: The member; unparsable lines keep the former value.
        problems: Errors by the word of the line.
    """

    member: Member
    problems: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MemberEntry:
    """The texts of the form, and the member it was filled with.

    Lines that were not edited keep their value exactly.

    Attributes:
        base: The member it was filled with.
        texts: Text by the word of the line; weekdays are separated by commas.
    """

    base: Member
    texts: Mapping[str, str]

    @classmethod
    def of(cls, member: Member) -> MemberEntry:
        """A form filled with the member."""
        return cls(member, _texts(member))

    @property
    def changed(self) -> frozenset[str]:
        """The words of the lines that were edited."""
        filled = _texts(self.base)
        return frozenset(word for word, text in self.texts.items() if text.strip() != filled[word].strip())

    def read(self, today: date) -> MemberReading:
        """Parse it.

        Args:
            today: Dates without a year are relative to it.
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
    """How a line was parsed, in words; empty where that adds nothing or it can't be parsed."""
    return "" if word in reading.problems else in_line(member_texts.hint(word, reading.member, today))


def _texts(member: Member) -> dict[str, str]:
    return {word: in_line(member_texts.text_of(word, member)) for word in PARTS}
