"""Bringing together two changes that were made to the same contact at once."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from netkeeper.domain.contact import Contact

_KEPT_BY_THE_STORE = {"id", "created", "updated", "first_on", "last_on"}
"""Properties that no form changes; theirs is always the true one."""


def merge_edit(base: Contact, mine: Contact, theirs: Contact) -> tuple[Contact, tuple[str, ...]]:
    """Bring my edit and somebody else's together, property by property.

    Args:
        base: The contact as it was when my edit began.
        mine: The contact as my edit leaves it.
        theirs: The contact as it is kept now.

    Returns:
        Their contact with what I changed, and the names of the properties that both of us changed
        to different values; for those the merged contact holds theirs.
    """
    changes: dict[str, Any] = {}
    clashes: list[str] = []
    for field in fields(Contact):
        name = field.name
        before, my_value, their_value = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        if name in _KEPT_BY_THE_STORE or my_value in (before, their_value):
            continue
        if their_value == before:
            changes[name] = my_value
        else:
            clashes.append(name)
    return replace(theirs, **changes), tuple(clashes)
