"""The lines about who would be lost on leaving: a few of each kind first, the rest as a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from netkeeper.domain.retention.risks import AtRisk, Risk, common_risks
from netkeeper.tui.person.subject import Subject

FIRST = 3
"""How many of each kind are named before more are asked for."""


class LostHeading(NamedTuple):
    """A line above people who would be lost for the same reason.

    Attributes:
        risk: The reason.
        people: How many they are.
        mends: The key that mends it and what it does, in a few words.
    """

    risk: Risk
    people: int
    mends: str
    key: str = ""


class Lost(NamedTuple):
    """Somebody who would be lost, and why.

    Attributes:
        item: Who, and why.
    """

    item: AtRisk

    @property
    def key(self) -> str:
        """What tells the line from all others: somebody may be lost for several reasons."""
        return f"{self.item.risk}:{self.item.contact.id}:{self.item.other_id}"

    @property
    def subject(self) -> Subject:
        """Whom it is about."""
        return Subject(self.item.contact.id, self.item.contact.name)


class LostMore(NamedTuple):
    """A line in place of those who aren't named, or for hiding them again.

    Attributes:
        people: How many aren't named; 0 where all are.
        label: The key that shows or hides them.
    """

    people: int
    label: str
    key: str = ""


class LostHint(NamedTuple):
    """A line about what can't be told yet."""

    text: str
    key: str = ""


LostRow = LostHeading | Lost | LostMore | LostHint


def lost_rows(
    lost: Mapping[Risk, Sequence[AtRisk]],
    mends: Mapping[Risk, str],
    more_label: str,
    hints: Sequence[str] = (),
    *,
    shows_all: bool,
    everybody: int = 0,
) -> list[LostRow]:
    """The lines, the gravest reason first; those last that nearly everybody has.

    Args:
        lost: Everybody who would be lost, by why.
        mends: What mends each kind, in a few words.
        more_label: How the key is written that shows the rest.
        hints: What can't be told yet.
        shows_all: Whether everybody is named.
        everybody: How many people there are.
    """
    rows: list[LostRow] = []
    common = common_risks(lost, everybody)
    for risk, people in sorted(lost.items(), key=lambda each: each[0] in common):
        # One more is named rather than told of: it takes the same line.
        first = len(people) if shows_all or len(people) == FIRST + 1 else FIRST
        if risk in common and not shows_all:
            first = 0
        rows.append(LostHeading(risk, len(people), mends[risk]))
        rows += [Lost(each) for each in people[:first]]
        if len(people) > first:
            rows.append(LostMore(len(people) - first, more_label))
    if shows_all and (common or any(len(people) > FIRST + 1 for people in lost.values())):
        rows.append(LostMore(0, more_label))
    return rows + [LostHint(text) for text in hints]


def people_in_rows(lost: Mapping[Risk, Sequence[AtRisk]]) -> int:
    """How many people there are in all, each counted once."""
    return len({each.contact.id for people in lost.values() for each in people})
