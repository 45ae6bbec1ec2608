"""Merges two contacts into one, property by property, without loss unless chosen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum
from typing import Any, NamedTuple

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.properties import CHOSEN, PROPERTIES, Property, is_empty
from netkeeper.domain.people.same_values import labelled_first, unite_values


class Take(Enum):
    """The choice of a merged contact's value."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class Difference(NamedTuple):
    """A property in which two contacts differ.

    Attributes:
        name: The property's name in ``Contact``.
        title: Its noun.
        mine: The value of the remaining contact.
        theirs: The value of the other.
        takes: The choices.
        usual: The default choice.
    """

    name: str
    title: str
    mine: Any
    theirs: Any
    takes: tuple[Take, ...]
    usual: Take


_LAST = ("notes", "of_team", "archived")
"""The properties that are shown last: long ones, and those that don't help to recognise somebody."""

TITLES: Mapping[str, str] = {
    name: PROPERTIES[name].title
    for name in (*(each for each in PROPERTIES if PROPERTIES[each].merge in CHOSEN and each not in _LAST), *_LAST)
}
"""The properties with a choice in a merge, in the order in which they are shown."""

_ONE = (Take.MINE, Take.THEIRS)
_SOME = (Take.MINE, Take.THEIRS, Take.BOTH)


def differences(mine: Contact, theirs: Contact) -> list[Difference]:
    """The properties with a choice in which two contacts differ, and neither is empty."""
    found = []
    for name, title in TITLES.items():
        my_value, their_value = getattr(mine, name), getattr(theirs, name)
        if my_value == their_value or is_empty(my_value) or is_empty(their_value):
            continue
        row = PROPERTIES[name]
        takes = _SOME if row.merge == "both" else _ONE
        found.append(Difference(name, title, my_value, their_value, takes, _usual(row, mine, theirs)))
    return found


def join(mine: Contact, theirs: Contact, choices: Mapping[str, Take] = {}) -> Contact:
    """Merge two contacts.

    A value that only one has is taken. Where both have one: ``choices``, else the union of lists, the higher step,
    and the remaining contact's value otherwise. The moves on the ladder, and the ids and UIDs that imports know either
    by, are united.

    Args:
        mine: The remaining contact, whose id is kept.
        theirs: The contact that is deleted.
        choices: The choice by property name.
    """
    joined: dict[str, Any] = {}
    for name, row in PROPERTIES.items():
        my_value, their_value = getattr(mine, name), getattr(theirs, name)
        if row.merge in CHOSEN:
            joined[name] = _chosen(row, mine, theirs, choices.get(name))
        elif row.merge in _UNCHOSEN:
            joined[name] = _UNCHOSEN[row.merge](my_value, their_value)
    # A merge may make somebody introduced by themselves.
    if joined["via"] in (mine.id, theirs.id):
        joined["via"] = ""
    has_their_name = joined["name"] == theirs.name != mine.name
    parts = (theirs, mine) if has_their_name or not mine.name_parts.formatted() else (mine, theirs)
    moves = {(move.on, move.step, move.reason): move for move in (*mine.ladder, *theirs.ladder)}
    return replace(
        mine,
        **joined,
        name_parts=parts[0].name_parts if parts[0].name_parts.formatted() else parts[1].name_parts,
        ladder=tuple(sorted(moves.values(), key=lambda move: (move.on, move.step.height))),
        merged=tuple(
            dict.fromkeys([*mine.merged, theirs.id, *filter(None, [mine.uid and theirs.uid]), *theirs.merged])
        ),
        first_turn_on=None if joined["last_on"] else mine.first_turn_on or theirs.first_turn_on,
    )


_UNCHOSEN: Mapping[str, Callable[[Any, Any], Any]] = {
    "first": lambda mine, theirs: mine or theirs,
    # Sorted where either is.
    "all": lambda mine, theirs: mine and theirs,
    "earliest": lambda mine, theirs: min(mine, theirs) if mine and theirs else mine or theirs,
    "latest": lambda mine, theirs: max(mine, theirs) if mine and theirs else mine or theirs,
}
"""The merged value by rule, for properties without a choice."""


def _chosen(row: Property, mine: Contact, theirs: Contact, take: Take | None) -> Any:
    my_value, their_value = getattr(mine, row.name), getattr(theirs, row.name)
    if take is None or is_empty(their_value):
        # An empty value can't be chosen.
        take = Take.THEIRS if is_empty(my_value) else _usual(row, mine, theirs)
    if take is not Take.BOTH:
        return my_value if take is Take.MINE else their_value
    if row.kind != "text":
        return unite_values(row.name, unite_values(row.name, (), my_value, labelled_first), their_value, labelled_first)
    # Whole lines: a word may be the prefix of another.
    ours, other = f"\n{my_value}\n", f"\n{their_value}\n"
    return my_value if other in ours else their_value if ours in other else f"{my_value}\n{their_value}"


def _usual(row: Property, mine: Contact, theirs: Contact) -> Take:
    if row.merge == "both":
        # A list is not united with an empty one, which would remove its duplicates.
        return Take.BOTH if not is_empty(getattr(theirs, row.name)) else Take.MINE
    if row.merge == "higher":
        return Take.THEIRS if theirs.step.height > mine.step.height else Take.MINE
    if row.merge == "unless-off":
        # Off (active, one's own) where either is.
        return Take.THEIRS if getattr(mine, row.name) and not getattr(theirs, row.name) else Take.MINE
    return Take.MINE
