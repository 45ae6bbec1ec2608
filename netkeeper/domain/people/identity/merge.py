"""Making one contact of two, property by property; nothing of either is lost unless somebody says so."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import Enum
from typing import Any, NamedTuple

from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.phones import phone_key


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


TITLES = {
    "name": "name",
    "organization": "organization",
    "title": "title",
    "emails": "email",
    "phones": "phone",
    "urls": "web address",
    "addresses": "address",
    "birthday": "birthday",
    "fields": "field",
    "step": "step",
    "hopes": "hope",
    "met": "how you met",
    "via": "introduced by",
    "cadence": "cadence",
    "notes": "notes",
    "of_team": "belongs to",
    "archived": "archive",
}
"""What can be chosen in a merge, in the order in which it is shown."""

_LISTS: Mapping[str, Callable[[Any], object]] = {
    "emails": lambda item: item.value.casefold(),
    "phones": lambda item: phone_key(item.value) or item.value,
    "urls": lambda item: item.value.casefold(),
    "addresses": lambda item: item.one_line(),
    "fields": lambda item: item,
    "hopes": lambda item: item,
}
"""Properties that hold several, each with what makes two of its values the same."""

_ONE = (Take.MINE, Take.THEIRS)
_SOME = (Take.MINE, Take.THEIRS, Take.BOTH)


def differences(mine: Contact, theirs: Contact) -> list[Difference]:
    """What two contacts differ in, where there is something to choose: both say something."""
    found = []
    for name, title in TITLES.items():
        my_value, their_value = getattr(mine, name), getattr(theirs, name)
        if my_value == their_value or _is_empty(my_value) or (_is_empty(their_value) and name != "archived"):
            continue
        takes = _SOME if name in _LISTS or name == "notes" else _ONE
        found.append(Difference(name, title, my_value, their_value, takes, _usual(name, mine, theirs)))
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
    for name in TITLES:
        my_value, their_value = getattr(mine, name), getattr(theirs, name)
        take = choices.get(name)
        if take is None or (_is_empty(their_value) and name != "archived"):
            # Nothing is no choice: what only one of them says stays.
            take = Take.THEIRS if _is_empty(my_value) else _usual(name, mine, theirs)
        if take is Take.BOTH:
            joined[name] = _both(name, my_value, their_value)
        else:
            joined[name] = my_value if take is Take.MINE else their_value
    # Somebody introduced by themselves is a mistake that only merging makes.
    if joined["via"] in (mine.id, theirs.id):
        joined["via"] = ""
    has_their_name = joined["name"] == theirs.name != mine.name
    parts = (theirs, mine) if has_their_name or not mine.name_parts.formatted() else (mine, theirs)
    moves = {(move.on, move.step, move.reason): move for move in (*mine.ladder, *theirs.ladder)}
    dates = [contact for contact in (mine, theirs) if contact.last_on]
    return replace(
        mine,
        **joined,
        name_parts=parts[0].name_parts if parts[0].name_parts.formatted() else parts[1].name_parts,
        ladder=tuple(sorted(moves.values(), key=lambda move: (move.on, move.step.height))),
        uid=mine.uid or theirs.uid,
        merged=tuple(
            dict.fromkeys([*mine.merged, theirs.id, *filter(None, [mine.uid and theirs.uid]), *theirs.merged])
        ),
        first_on=min((each.first_on for each in dates if each.first_on), default=mine.first_on or theirs.first_on),
        last_on=max((each.last_on for each in dates if each.last_on), default=None),
        tried_on=max(filter(None, (mine.tried_on, theirs.tried_on)), default=None),
        # Whoever is placed in either place stays placed.
        unsorted=mine.unsorted and theirs.unsorted,
        nudge_from=mine.nudge_from or theirs.nudge_from,
        first_turn_on=(mine.first_turn_on or theirs.first_turn_on) if not dates else None,
        created=min(filter(None, (mine.created, theirs.created)), default=""),
    )


def _usual(name: str, mine: Contact, theirs: Contact) -> Take:
    if name in _LISTS or name == "notes":
        return Take.BOTH
    if name == "step":
        return Take.THEIRS if theirs.step.height > mine.step.height else Take.MINE
    if name in ("archived", "of_team"):
        # Whoever is active, or one's own, in either place stays so.
        return Take.THEIRS if getattr(mine, name) and not getattr(theirs, name) else Take.MINE
    return Take.MINE


def _both(name: str, mine: Any, theirs: Any) -> Any:
    if name == "notes":
        # Whole lines: a word may well be the beginning of another.
        ours, other = f"\n{mine}\n", f"\n{theirs}\n"
        return mine if other in ours else theirs if ours in other else f"{mine}\n{theirs}"
    return _united(mine, theirs, _LISTS[name])


def _united(mine: Sequence[Any], theirs: Sequence[Any], key: Callable[[Any], object]) -> tuple[Any, ...]:
    values: dict[object, Any] = {}
    for item in (*mine, *theirs):
        mark = key(item)
        known = values.get(mark)
        if known is None or _adds_label(known, item):
            values[mark] = item if known is None else replace(known, label=item.label)
    return tuple(values.values())


def _adds_label(known: Any, item: Any) -> bool:
    """Whether the same address or number says here, and only here, what it is for."""
    return isinstance(known, Labelled) and not known.label and bool(item.label)


def _is_empty(value: object) -> bool:
    return value is None or value == "" or value == ()
