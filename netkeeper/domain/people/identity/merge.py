"""Making one contact of two, property by property; nothing of either is lost unless somebody says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from enum import Enum
from typing import Any, NamedTuple

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.properties import CHOSEN, PROPERTIES, Property, is_empty
from netkeeper.domain.people.same_values import labelled_first, unite_values


class Take(Enum):
    """Whose value a merged contact has."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


class Difference(NamedTuple):
    """A property in which two contacts differ.

    Attributes:
        name: Of the property in ``Contact``.
        title: What people call it.
        mine: The value of the one that stays.
        theirs: The value of the other.
        takes: What can be chosen.
        usual: What is chosen unless somebody says otherwise.
    """

    name: str
    title: str
    mine: Any
    theirs: Any
    takes: tuple[Take, ...]
    usual: Take


_LAST = ("notes", "of_team", "archived")
"""What stands below the other choices: what is long, and what says nothing of who somebody is."""

TITLES: Mapping[str, str] = {
    name: PROPERTIES[name].title
    for name in (*(each for each in PROPERTIES if PROPERTIES[each].merge in CHOSEN and each not in _LAST), *_LAST)
}
"""What can be chosen in a merge, in the order in which it is shown."""

_ONE = (Take.MINE, Take.THEIRS)
_SOME = (Take.MINE, Take.THEIRS, Take.BOTH)


def differences(mine: Contact, theirs: Contact) -> list[Difference]:
    """What two contacts differ in, where there is something to choose: both say something."""
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
    """The one contact that two are.

    What only one of them says is taken. Where both say something: several emails, phones and the like
    stay side by side, of the steps the higher, else what the one that stays says; unless ``choices`` says
    otherwise. The ladder's moves, and what an import may call either, are kept of both.

    Args:
        mine: The one that stays, with its id.
        theirs: The one that goes.
        choices: What to take, by the property's name.
    """
    joined: dict[str, Any] = {}
    for name, row in PROPERTIES.items():
        my_value, their_value = getattr(mine, name), getattr(theirs, name)
        if row.merge in CHOSEN:
            joined[name] = _chosen(row, mine, theirs, choices.get(name))
        elif row.merge in _UNCHOSEN:
            joined[name] = _UNCHOSEN[row.merge](my_value, their_value)
    # Somebody introduced by themselves is a mistake that only merging makes.
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
    # Whoever is placed in either place stays placed.
    "all": lambda mine, theirs: mine and theirs,
    "earliest": lambda mine, theirs: min(mine, theirs) if mine and theirs else mine or theirs,
    "latest": lambda mine, theirs: max(mine, theirs) if mine and theirs else mine or theirs,
}
"""What one contact has of two where there is no choice, by the rule for it."""


def _chosen(row: Property, mine: Contact, theirs: Contact, take: Take | None) -> Any:
    my_value, their_value = getattr(mine, row.name), getattr(theirs, row.name)
    if take is None or is_empty(their_value):
        # Nothing is no choice: what only one of them says stays.
        take = Take.THEIRS if is_empty(my_value) else _usual(row, mine, theirs)
    if take is not Take.BOTH:
        return my_value if take is Take.MINE else their_value
    if row.kind != "text":
        return unite_values(row.name, unite_values(row.name, (), my_value, labelled_first), their_value, labelled_first)
    # Whole lines: a word may well be the beginning of another.
    ours, other = f"\n{my_value}\n", f"\n{their_value}\n"
    return my_value if other in ours else their_value if ours in other else f"{my_value}\n{their_value}"


def _usual(row: Property, mine: Contact, theirs: Contact) -> Take:
    if row.merge == "both":
        # What only one of them says is not united with nothing: an item that is there twice stays so.
        return Take.BOTH if not is_empty(getattr(theirs, row.name)) else Take.MINE
    if row.merge == "higher":
        return Take.THEIRS if theirs.step.height > mine.step.height else Take.MINE
    if row.merge == "unless-off":
        # Whoever is active, or one's own, in either place stays so.
        return Take.THEIRS if getattr(mine, row.name) and not getattr(theirs, row.name) else Take.MINE
    return Take.MINE
