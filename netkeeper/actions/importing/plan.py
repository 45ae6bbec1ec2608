"""The plan of an import: add, update or skip, for each contact, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from netkeeper.actions.importing.last_met import is_news
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.import_reason import ImportWhy
from netkeeper.interchange.cards import LastMet, ReadContact

Action = Literal["add", "update", "skip"]
"""What can be done with a contact that comes in."""

Choices = Mapping[int, Action]
"""What a person wants done otherwise than it was proposed, by the place of the contact in the plan."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be done with one contact that comes in.

    Attributes:
        place: Which it is, from 0, through all files.
        file: The path of the file it is in.
        read: The contact as the file holds it.
        action: What is to be done.
        proposed: What netkeeper would do by itself.
        options: What can be done with it, the proposed first.
        contact: The contact as it will be; a new one gets its id when it is written.
        kept: The properties that netkeeper has no place for, as they will be; empty for unchanged.
        why: Why, with what was read otherwise than it was written.
        known: Whom it is taken for, or could be, as they were before; None where nobody is like it.
    """

    place: int
    file: str
    read: ReadContact
    action: Action
    proposed: Action
    options: tuple[Action, ...]
    contact: Contact
    kept: tuple[str, ...]
    why: ImportWhy
    known: Contact | None = None

    @property
    def is_left_out(self) -> bool:
        """Whether it would come in, had nobody said otherwise; then nothing comes along with it either."""
        return self.action == "skip" != self.proposed

    @property
    def last_met(self) -> LastMet | None:
        """The last meeting that comes along; None where the file tells of none, or of none that is news."""
        known = self.known if self.action == "update" else None
        return self.read.last_met if self.action != "skip" and is_news(self.read.last_met, known) else None

    @property
    def next_action(self) -> Action:
        """What comes after the action among the options, round and round."""
        return self.options[(self.options.index(self.action) + 1) % len(self.options)]


class Unread(NamedTuple):
    """Something in a file that could not become a contact.

    Attributes:
        file: The path of the file.
        line: The line it begins on, from 1; 0 where that says nothing.
        reason: One line that says why.
    """

    file: str
    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import does.

    Attributes:
        items: Every contact, in the order of the files.
        skipped: What could not be read.
        records: How many records come along that aren't here, by table; of follow-ups also those closed meanwhile.
        choices: What the person wanted otherwise than it was proposed.
        as_of: The network's mark and the number of its last transaction when the plan was made.
    """

    items: tuple[Item, ...]
    skipped: tuple[Unread, ...] = ()
    records: Mapping[str, int] = field(default_factory=dict)
    choices: Choices = field(default_factory=dict)
    as_of: tuple[str, int] = ("", 0)

    @property
    def added(self) -> tuple[Item, ...]:
        """Those who are new."""
        return tuple(item for item in self.items if item.action == "add")

    @property
    def updated(self) -> tuple[Item, ...]:
        """Those who were here and get more."""
        return tuple(item for item in self.items if item.action == "update")

    @property
    def waiting(self) -> frozenset[str]:
        """The ids of those who are new and wait to be sorted: the files don't say where they stand."""
        placed = {item.contact.id for item in self.items if item.action != "skip" and item.read.is_placed}
        return frozenset(
            item.contact.id for item in self.added if item.contact.unsorted or item.contact.id not in placed
        )

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write."""
        return any(self.records.values()) or any(item.action != "skip" for item in self.items)

    def counts(self) -> Counter[Action]:
        """How many contacts there are of each action."""
        return Counter(item.action for item in self.items)

    def with_choice(self, place: int, action: Action) -> dict[int, Action]:
        """The choices with one more; none where it is what was proposed anyway."""
        choices = {**self.choices, place: action}
        if action == self.items[place].proposed:
            del choices[place]
        return choices

    def does_the_same(self, other: Plan) -> bool:
        """Whether another plan for the same files does the same with everybody, as far as a person was shown."""
        return [_outline(item) for item in self.items] == [_outline(item) for item in other.items]


def _outline(item: Item) -> tuple[Action, str]:
    """What is done, and to whom."""
    return item.action, item.known.id if item.action == "update" and item.known else ""
