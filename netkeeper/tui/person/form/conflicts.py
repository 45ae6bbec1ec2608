"""What two made of the same contact at once: in words to choose by, and as it was chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from netkeeper.domain.editing.three_way_contacts import TOGETHER
from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.properties import PROPERTIES
from netkeeper.domain.people.same_values import unite
from netkeeper.tui.draw.person_words import move_text
from netkeeper.tui.person.form.entry import PARTS, ContactEntry

LABELS: Mapping[str, str] = {name: row.label for name, row in PROPERTIES.items() if row.label}
"""What the properties of a contact are called where one fills them in."""

NOTHING = "nothing"
"""What is said of a property in which nothing stands."""

WHOSE: Mapping[bool, str] = {False: "yours", True: "the team's"}
"""Whose somebody is, by ``Contact.of_team``."""


class Side(StrEnum):
    """Whose change is taken."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class Clash(NamedTuple):
    """A property that was changed in two ways.

    Attributes:
        name: Of the property.
        mine: What I made of it, in words as they came.
        theirs: What it is now, likewise.
        may_be_both: Whether it can hold both.
    """

    name: str
    mine: str
    theirs: str
    may_be_both: bool


def clashes_of(
    names: Sequence[str], mine: Contact, theirs: Contact, today: date, name_of: Callable[[str], str]
) -> list[Clash]:
    """The properties that were changed in two ways, in words.

    Args:
        mine: The contact as I made it.
        theirs: The contact as it is now.
        name_of: Tells the name that ``via`` stands for.
    """
    clashes = []
    for name in names:
        my_words, their_words = (in_words(name, contact, today, name_of) for contact in (mine, theirs))
        is_a_list = isinstance(getattr(mine, name), tuple) or name == "notes"
        may_be_both = is_a_list and NOTHING not in (my_words, their_words)
        clashes.append(Clash(name, my_words, their_words, may_be_both))
    return clashes


def chosen(merged: Contact, mine: Contact, sides: Mapping[str, Side]) -> Contact:
    """The contact as it was chosen.

    Args:
        merged: The contact with all that did not clash, and theirs in what did.
        mine: The contact as I made it.
        sides: Whose change is taken of each property that clashed.
    """
    said: dict[str, Any] = {}
    for name, side in sides.items():
        if side is Side.BOTH:
            said[name] = _both(getattr(merged, name), getattr(mine, name))
        elif side is Side.MINE:
            said |= {each: getattr(mine, each) for each in TOGETHER.get(name, (name,))}
    if "ladder" in said:
        # Where they moved elsewhere first, that stays a part of the past.
        earlier = merged.ladder if merged.step is not mine.step else merged.ladder[:-1]
        said["ladder"] = (*earlier, *mine.ladder[-1:])
    return replace(merged, **said)


def _both(theirs: Any, mine: Any) -> Any:
    """Theirs, and what mine holds beside it: items, or lines."""
    if isinstance(theirs, str):
        there = theirs.splitlines()
        return "\n".join(unite(there, mine.splitlines(), str))
    return unite(theirs, mine, lambda item: item)


def in_words(name: str, contact: Contact, today: date, name_of: Callable[[str], str]) -> str:
    """A property in words, as it came."""
    value = getattr(contact, name)
    if name == "step":
        return move_text(contact.ladder[-1], today) if contact.ladder else str(value)
    if name == "name":
        parts = [part for part in PARTS if getattr(contact.name_parts, part)]
        return f"{value} ({', '.join(f'{part} {getattr(contact.name_parts, part)}' for part in parts)})"
    if name == "archived":
        return "put away" if value else "in the lists"
    if name == "of_team":
        return WHOSE[contact.of_team]
    if name == "addresses":
        value = tuple(Labelled(address.one_line(), address.label) for address in value)
    if isinstance(value, tuple):
        return "; ".join(_item(each) for each in value) or NOTHING
    unsaid = "the step's own" if name == "cadence" else NOTHING
    return ContactEntry.of(contact, name_of(contact.via)).texts[name] or unsaid


def _item(item: Labelled | str) -> str:
    if isinstance(item, Labelled):
        return f"{item.value} ({item.label})" if item.label else item.value
    return str(item)
