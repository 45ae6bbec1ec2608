"""The rows of Leaving: a few contacts of each risk, the rest as a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from netkeeper.domain.retention.risks import AtRisk, Risk, common_risks
from netkeeper.tui.person.subject import Subject

FIRST = 3
"""How many of each risk are listed until all are asked for."""


class LostHeading(NamedTuple):
    """The heading of a risk.

    Attributes:
        risk: The risk.
        people: How many have it.
        mends: The key that mends it and what it does, in a few words.
    """

    risk: Risk
    people: int
    mends: str
    key: str = ""


class Lost(NamedTuple):
    """A contact at risk.

    Attributes:
        item: The contact and the risk.
    """

    item: AtRisk

    @property
    def key(self) -> str:
        """Risk and contact: a contact may have several risks."""
        return f"{self.item.risk}:{self.item.contact.id}:{self.item.other_id}"

    @property
    def subject(self) -> Subject:
        """The contact."""
        return Subject(self.item.contact.id, self.item.contact.name)


class LostMore(NamedTuple):
    """The line that lists the rest, or hides it again.

    Attributes:
        people: How many are not listed; 0 where all are.
        label: The label of the key that lists or hides them.
    """

    people: int
    label: str
    key: str = ""


class LostHint(NamedTuple):
    """A line about information that is missing."""

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
    """The rows, the gravest risk first; risks that nearly everybody has come last.

    Args:
        lost: The contacts at risk, by risk.
        mends: What mends each risk, in a few words.
        more_label: The label of the key that lists all.
        shows_all: Whether everybody is listed.
        everybody: How many contacts there are in all.
    """
    rows: list[LostRow] = []
    common = common_risks(lost, everybody)
    for risk, people in sorted(lost.items(), key=lambda each: each[0] in common):
        # A single one more is listed: it takes no more room than the line that says so.
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
    """How many contacts there are, each counted once."""
    return len({each.contact.id for people in lost.values() for each in people})
