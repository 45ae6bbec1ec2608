"""The plan of an import: add, update or skip, for each contact, and why."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from netkeeper.domain.contact import Contact
from netkeeper.domain.fold import fold
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.matching import fill_in, keys_of, names_agree, what_is_added
from netkeeper.domain.records import Fields
from netkeeper.interchange.cards import ReadContact, Skipped
from netkeeper.interchange.content import Incoming
from netkeeper.store.network import Network

_UNIQUE_UID_LENGTH = 16
"""A UID as long as this was made to be the only one of its kind."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be done with one contact that comes in.

    Attributes:
        read: The contact as the file holds it.
        action: What is to be done.
        contact: The contact as it will be, with the id it has in the network.
        kept: The properties that netkeeper has no place for, as they will be; empty for unchanged.
        why: Why, in a few words, with what was read otherwise than it was written.
    """

    read: ReadContact
    action: Literal["add", "update", "skip"]
    contact: Contact
    kept: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Plan:
    """What an import does."""

    items: tuple[Item, ...]
    skipped: tuple[Skipped, ...]
    brings_history: bool = False

    @property
    def added(self) -> tuple[Item, ...]:
        """Those who are new."""
        return tuple(item for item in self.items if item.action == "add")

    @property
    def updated(self) -> tuple[Item, ...]:
        """Those who were here and get more."""
        return tuple(item for item in self.items if item.action == "update")

    @property
    def changes_anything(self) -> bool:
        """Whether there is anything to write."""
        return self.brings_history or any(item.action != "skip" for item in self.items)


def plan_import(network: Network, incoming: Incoming) -> Plan:
    """Decide for each contact of a file what is to be done with it."""
    planner = _Planner(network)
    items = tuple(planner.item_of(read) for read in incoming.reading.contacts)
    return Plan(items, incoming.reading.skipped, planner.brings_history(incoming))


class _Planner:
    """Finds who is here already, among the network's people and those of the same file."""

    def __init__(self, network: Network) -> None:
        self._network = network
        self._people: dict[str, Contact] = {}
        self._kept: dict[str, tuple[str, ...]] = {}
        self._by_key: dict[tuple[str, str], str] = {}
        self._by_name: dict[str, list[str]] = {}
        self._of_this_file: set[str] = set()
        for contact in network.contacts():
            self._know(contact)

    def item_of(self, read: ReadContact) -> Item:
        """What is to be done with one contact; those before it in the file are known."""
        known, reason = self._find(read.contact)
        if known is None:
            return self._add(read, reason)
        filled = fill_in(known, read.contact)
        kept = self._kept_of(known.id)
        all_kept = (*kept, *(line for line in read.kept if line not in kept))
        added = what_is_added(known, filled)
        if not added and all_kept != kept:
            added = ["details of the card"]
        if not added:
            left = _left_as_it_is(known, read.contact) if reason == "same id" else ""
            return Item(read, "skip", known, (), _why(f"here already ({reason}); {left or 'nothing new'}", read))
        self._know(filled)
        self._kept[known.id] = all_kept
        return Item(read, "update", filled, all_kept, _why(f"{reason} as {known.name}: adds {', '.join(added)}", read))

    def brings_history(self, incoming: Incoming) -> bool:
        """Whether a netkeeper file holds interactions or follow-ups that aren't here."""
        interactions = self._network.table("interactions") if incoming.interactions else {}
        followups = self._network.storage.table("followups")
        return any(item.id not in interactions for item in incoming.interactions) or any(
            is_news(item, followups.get(item.id)) for item in incoming.followups
        )

    def _add(self, read: ReadContact, reason: str) -> Item:
        contact_id = read.contact.id
        if not contact_id or contact_id in self._people:
            contact_id = self._network.storage.new_id("contacts")
        contact = replace(read.contact, id=contact_id)
        self._know(contact)
        self._kept[contact_id] = read.kept
        self._of_this_file.add(contact_id)
        return Item(read, "add", contact, read.kept, _why(reason, read))

    def _find(self, contact: Contact) -> tuple[Contact | None, str]:
        """Who it is, and what tells; or nobody, and what is worth saying of it."""
        same_id = self._people.get(contact.id)
        if same_id is not None and names_agree(same_id, contact):
            return same_id, "same id"
        shared = ""
        for kind, value in keys_of(contact):
            known_id = self._by_key.get((kind, value))
            if known_id is None:
                continue
            known = self._people[known_id]
            if self._is_same(kind, known, contact):
                return known, f"same {kind}"
            shared = shared or f"new; has the same {kind} as {known.name}, who is somebody else by name"
        return self._find_by_name(contact, shared or "new")

    def _is_same(self, kind: str, known: Contact, contact: Contact) -> bool:
        """Whether a shared key makes two contacts one.

        A UID that is meant to be the only one of its kind says so by itself; simple programs number
        their cards 1, 2, 3, and people share addresses and phones, so there the names must not speak
        against it. An address book that keeps two people with one address means two people.
        """
        if kind == "uid":
            return len(contact.uid) >= _UNIQUE_UID_LENGTH or names_agree(known, contact)
        if known.id in self._of_this_file:
            return fold(known.name) == fold(contact.name)
        return names_agree(known, contact)

    def _find_by_name(self, contact: Contact, otherwise: str) -> tuple[Contact | None, str]:
        """A name alone only suggests, but a card that says nothing new is the same card again."""
        alike = [self._people[known_id] for known_id in self._by_name.get(fold(contact.name), ())]
        for known in alike:
            if fill_in(known, contact) == known:
                return known, "same card"
        if alike and otherwise == "new":
            return None, f"new; somebody called {alike[0].name} is here already"
        return None, otherwise

    def _know(self, contact: Contact) -> None:
        is_new = contact.id not in self._people
        self._people[contact.id] = contact
        for key in keys_of(contact):
            self._by_key.setdefault(key, contact.id)
        if is_new:
            self._by_name.setdefault(fold(contact.name), []).append(contact.id)

    def _kept_of(self, contact_id: str) -> tuple[str, ...]:
        if contact_id not in self._kept:
            self._kept[contact_id] = self._network.kept_lines(contact_id)
        return self._kept[contact_id]


def _left_as_it_is(known: Contact, contact: Contact) -> str:
    """What the same contact has otherwise in the file, and keeps as it is here; empty where nothing."""
    names = ("name", "organization", "title", "step", "archived", "cadence", "notes")
    differing = [name for name in names if getattr(known, name) != getattr(contact, name)]
    return f"differs in {', '.join(differing)}, which stay as they are here" if differing else ""


def is_news(followup: FollowUp, known: Fields | None) -> bool:
    """Whether a follow-up says more than what is known: it isn't here yet, or was closed meanwhile."""
    return known is None or (known["status"] == "open" and not followup.is_open)


def _why(reason: str, read: ReadContact) -> str:
    return "; ".join((reason, *read.remarks))
