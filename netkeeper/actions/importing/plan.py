"""The plan of an import: add, update or skip, for each contact, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from netkeeper.actions.importing.last_met import is_news
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.import_diff import Replacement
from netkeeper.domain.people.identity.import_reason import ImportWhy
from netkeeper.interchange.cards import LastMet, ReadContact

Action = Literal["add", "update", "take", "skip"]
"""What can be done with an incoming contact; ``take`` is an update that also takes what the file says otherwise."""

SameName = Literal["sure", "add", "update"]
"""What is proposed for whoever is recognized by the name and not by a key: update those who are surely the same and add
the others, add all, or update all that nothing contradicts."""

Choices = Mapping[int, Action]
"""Actions that differ from the proposed ones, by the contact's index in the plan."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be done with one incoming contact.

    Attributes:
        place: Its index through all files, from 0.
        file: The file's path.
        read: The contact as it was read.
        options: The possible actions, the proposed one first.
        contact: The contact as it will be stored; a new one has a provisional id until it is written.
        kept: The unknown properties as they will be stored; empty for unchanged.
        known: The known contact that it is or could be, as it was before; None for none.
        is_asked: Whether it could be the known one as well as not, so that a person should say.
        joins: The ids of other known contacts that become one with the known one.
        is_contradicting: Whether it is the known one and says otherwise than here for the first time, so that a person
            should say what is right.
        otherwise: What the file says otherwise, and what stays as it is here with this action.
        is_unclear: Whether a file that only names people means one of several, and doesn't tell which; what it says of
            them stays out unless somebody says it.
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
    is_asked: bool = False
    joins: tuple[str, ...] = ()
    is_contradicting: bool = False
    otherwise: tuple[Replacement, ...] = ()
    is_unclear: bool = False

    @property
    def is_update(self) -> bool:
        """Whether it changes a known contact."""
        return self.action in ("update", "take")

    @property
    def is_left_out(self) -> bool:
        """Whether none of its records come in: skipping was chosen against the proposal, or it is unclear whose they are."""
        return self.action == "skip" and (self.is_unclear or self.proposed != "skip")

    @property
    def last_met(self) -> LastMet | None:
        """The last meeting that is imported with it; None where the file has none that is news."""
        known = self.known if self.is_update else None
        return self.read.last_met if self.action != "skip" and is_news(self.read.last_met, known) else None

    @property
    def next_action(self) -> Action:
        """The option after the action, cyclically."""
        return self.options[(self.options.index(self.action) + 1) % len(self.options)]


class Unread(NamedTuple):
    """A part of a file that is no contact.

    Attributes:
        file: The file's path.
        line: The line it begins on, from 1; 0 where lines mean nothing.
        reason: Why, in one line.
        is_read: Whether it was read, as a group is.
    """

    file: str
    line: int
    reason: str
    is_read: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import does.

    Attributes:
        items: All incoming contacts, in the order of the files.
        skipped: What could not be read, and groups.
        records: How many new records are imported, by table; of follow-ups also those that the file closes.
        choices: The actions that were chosen against the proposals.
        as_of: The network's mark and the number of its last transaction when the plan was made.
        same_name: What was proposed for whoever is recognized by the name.
    """

    items: tuple[Item, ...]
    skipped: tuple[Unread, ...] = ()
    records: Mapping[str, int] = field(default_factory=dict)
    choices: Choices = field(default_factory=dict)
    as_of: tuple[str, int] = ("", 0)
    same_name: SameName = "sure"

    @property
    def added(self) -> tuple[Item, ...]:
        """The items that add a contact."""
        return tuple(item for item in self.items if item.action == "add")

    @property
    def updated(self) -> tuple[Item, ...]:
        """The items that change a known contact."""
        return tuple(item for item in self.items if item.is_update)

    @property
    def asked(self) -> tuple[Item, ...]:
        """The items that a person should say of whether they are the known one, or whether the file is right."""
        return tuple(item for item in self.items if item.is_asked or item.is_contradicting)

    @property
    def contradicting(self) -> tuple[Item, ...]:
        """The items that say otherwise than here, and of which nothing is taken."""
        return tuple(item for item in self.items if item.otherwise)

    @property
    def waiting(self) -> frozenset[str]:
        """The ids of new contacts that wait to be sorted, for the files have neither step nor cadence for them."""
        placed = {item.contact.id for item in self.items if item.action != "skip" and item.read.is_placed}
        return frozenset(
            item.contact.id
            for item in self.added
            if item.contact.unsorted or not (item.contact.id in placed or item.contact.archived)
        )

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write."""
        return any(self.records.values()) or any(item.action != "skip" for item in self.items)

    def counts(self) -> Counter[Action]:
        """How many contacts there are of each action; one that takes is an update."""
        return Counter("update" if item.is_update else item.action for item in self.items)

    @property
    def joined(self) -> dict[str, str]:
        """The ids of known contacts that become one with another, with the id of that one."""
        return {goes: item.contact.id for item in self.items for goes in item.joins}

    def with_choice(self, place: int, action: Action) -> dict[int, Action]:
        """The choices with this one; a choice of the proposed action removes it."""
        choices = {**self.choices, place: action}
        if action == self.items[place].proposed:
            del choices[place]
        return choices

    def does_the_same(self, other: Plan) -> bool:
        """Whether another plan for the same files has the same actions on the same contacts."""
        return [_outline(item) for item in self.items] == [_outline(item) for item in other.items]


def _outline(item: Item) -> tuple[Action, str]:
    """The action, and the id of the contact that it changes."""
    return item.action, item.known.id if item.is_update and item.known else ""
