"""Conflicting changes of one contact: described to choose by, and resolved as chosen."""

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
from netkeeper.tui.person.form.input_texts import PARTS, input_texts

LABELS: Mapping[str, str] = {name: row.label for name, row in PROPERTIES.items() if row.label}
"""Labels of a contact's properties in forms, by the property's name."""

NOTHING = "nothing"
"""The text for an empty property."""

WHOSE: Mapping[bool, str] = {False: "yours", True: "the team's"}
"""Whose somebody is, by ``Contact.of_team``."""


class Side(StrEnum):
    """Whose change is kept."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class Conflict(NamedTuple):
    """A property that was changed in the form and elsewhere, to different values.

    Attributes:
        name: Of the property.
        mine: The form's value in words, unsanitized.
        theirs: The stored value in words, unsanitized.
        may_be_both: Whether the property can hold both values.
    """

    name: str
    mine: str
    theirs: str
    may_be_both: bool


def conflicts_of(
    names: Sequence[str], mine: Contact, theirs: Contact, today: date, name_of: Callable[[str], str]
) -> list[Conflict]:
    """Describe the conflicting properties.

    Args:
        mine: The contact as the form has it.
        theirs: The contact as stored.
        name_of: Returns the name of a contact, by id.
    """
    clashes = []
    for name in names:
        my_words, their_words = (value_in_words(name, contact, today, name_of) for contact in (mine, theirs))
        is_a_list = isinstance(getattr(mine, name), tuple) or name == "notes"
        may_be_both = is_a_list and NOTHING not in (my_words, their_words)
        clashes.append(Conflict(name, my_words, their_words, may_be_both))
    return clashes


def resolved(merged: Contact, mine: Contact, sides: Mapping[str, Side]) -> Contact:
    """The contact with all conflicts resolved.

    Args:
        merged: Both sides' changes, with theirs where they conflict.
        mine: The contact as the form has it.
        sides: The choice for each conflicting property.
    """
    values: dict[str, Any] = {}
    for name, side in sides.items():
        if side is Side.BOTH:
            values[name] = _both(getattr(merged, name), getattr(mine, name))
        elif side is Side.MINE:
            values |= {each: getattr(mine, each) for each in TOGETHER.get(name, (name,))}
    if "ladder" in values:
        # A move that was made elsewhere stays in the ladder's past.
        earlier = merged.ladder if merged.step is not mine.step else merged.ladder[:-1]
        values["ladder"] = (*earlier, *mine.ladder[-1:])
    return replace(merged, **values)


def _both(theirs: Any, mine: Any) -> Any:
    """The items (of a text, the lines) of ``theirs``, followed by those that only ``mine`` has."""
    if isinstance(theirs, str):
        there = theirs.splitlines()
        return "\n".join(unite(there, mine.splitlines(), str))
    return unite(theirs, mine, lambda item: item)


def value_in_words(name: str, contact: Contact, today: date, name_of: Callable[[str], str]) -> str:
    """A property's value in words, unsanitized."""
    value = getattr(contact, name)
    if name == "step":
        return move_text(contact.ladder[-1], today) if contact.ladder else str(value)
    if name == "name":
        parts = [part for part in PARTS if getattr(contact.name_parts, part)]
        return f"{value} ({', '.join(f'{part} {getattr(contact.name_parts, part)}' for part in parts)})"
    if name == "archived":
        return "archived" if value else "in the lists"
    if name == "of_team":
        return WHOSE[contact.of_team]
    if name == "addresses":
        value = tuple(Labelled(address.one_line(), address.label) for address in value)
    if isinstance(value, tuple):
        return "; ".join(_item(each) for each in value) or NOTHING
    when_empty = "the step's own" if name == "cadence" else NOTHING
    return input_texts(contact, name_of(contact.via))[name] or when_empty


def _item(item: Labelled | str) -> str:
    if isinstance(item, Labelled):
        return f"{item.value} ({item.label})" if item.label else item.value
    return str(item)
