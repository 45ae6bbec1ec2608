"""Three-way merge of contacts: by property, lists item by item."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from netkeeper.domain.editing.three_way import merge_edit
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.properties import PROPERTIES
from netkeeper.domain.people.same_values import sameness, text_of

TOGETHER: Mapping[str, tuple[str, ...]] = {"name": ("name", "name_parts"), "step": ("step", "ladder")}
"""Properties that are merged as one, by the name of their conflict."""

_LISTS = tuple(name for name, row in PROPERTIES.items() if row.imports == "add")


def merge_contacts(base: Contact, mine: Contact, theirs: Contact) -> tuple[Contact, tuple[str, ...]]:
    """Merge two edits of a contact.

    Where both changed a list, both sides' additions and removals apply. A name is merged with its parts, a step with
    the moves on the ladder.

    Args:
        base: The contact as it was when my edit began.

    Returns:
        Theirs with my changes, and the names of the conflicts: properties that both changed to different values, where
        the result has theirs.
    """
    clashes: list[str] = []
    for name, names in TOGETHER.items():
        before, my_values, their_values = (_values(contact, names) for contact in (base, mine, theirs))
        if before in (my_values, their_values):
            continue
        if my_values != their_values and not _adds_nothing(name, mine, theirs):
            clashes.append(name)
        mine = replace(mine, **their_values)
    for name in _LISTS:
        before, my_items, their_items = (getattr(contact, name) for contact in (base, mine, theirs))
        together = merge_items(before, my_items, their_items, sameness(name))
        if together is not None:
            items: dict[str, Any] = {name: together}
            mine, theirs = replace(mine, **items), replace(theirs, **items)
    merged, others = merge_edit(base, mine, theirs)
    return merged, (*clashes, *others)


def merge_items(
    base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any], same: Callable[[str], str]
) -> tuple[Any, ...] | None:
    """Merge two edits of a list, item by item.

    Args:
        base: The list as it was.
        same: The key by which the texts of two items are compared.

    Returns:
        The list with the additions and without the removals of both; None where only one side changed it, or where
        the merge isn't clear: both changed the same item, or the order.
    """
    if base in (mine, theirs) or mine == theirs:
        return None
    if any(len(set(each)) < len(each) for each in (base, mine, theirs)):
        return None
    if any(
        [item for item in each if item in base] != [item for item in base if item in each] for each in (mine, theirs)
    ):
        return None
    if any(item not in mine and item not in theirs for item in base):
        return None
    merged = [item for item in theirs if item in mine or item not in base]
    for place, item in enumerate(mine):
        if item not in base and item not in merged:
            before = [other for other in mine[:place] if other in merged]
            merged.insert(merged.index(before[-1]) + 1 if before else 0, item)
    texts = [same(text_of(item)) for item in merged]
    return tuple(merged) if len(set(texts)) == len(texts) else None


def _values(contact: Contact, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(contact, name) for name in names}


def _adds_nothing(name: str, mine: Contact, theirs: Contact) -> bool:
    """Whether both moved to the same step, and my move has no reason."""
    return name == "step" and mine.step is theirs.step and not mine.ladder[-1].reason
