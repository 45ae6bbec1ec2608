"""Bringing together two changes that were made to the same thing at once."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from netkeeper.domain.contact import Contact
from netkeeper.domain.followup import FollowUp
from netkeeper.domain.interaction import Interaction
from netkeeper.domain.member import Member

T = TypeVar("T", Contact, Member, FollowUp, Interaction)

_KEPT_BY_THE_STORE = {"id", "created", "updated", "first_on", "last_on", "tried_on"}
"""Properties that no form changes; theirs is always the true one."""


def merge_edit(base: T, mine: T, theirs: T) -> tuple[T, tuple[str, ...]]:
    """Bring my edit and somebody else's together, property by property.

    Args:
        base: The contact, follow-up, interaction or member as it was when my edit began.
        mine: As my edit leaves it.
        theirs: As it is kept now.

    Returns:
        Theirs with what I changed, and the names of the properties that both of us changed to
        different values; for those the merged one holds theirs.
    """
    changes: dict[str, Any] = {}
    clashes: list[str] = []
    for field in fields(theirs):
        name = field.name
        before, my_value, their_value = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        if name in _KEPT_BY_THE_STORE or my_value in (before, their_value):
            continue
        if their_value == before:
            changes[name] = my_value
        else:
            clashes.append(name)
    return replace(theirs, **changes), tuple(clashes)


def completed(mine: Member, theirs: Member) -> Member:
    """What the member says of themselves, and what another file says where they have said nothing."""
    usual = Member()
    said = {field.name: getattr(mine, field.name) for field in fields(Member)}
    return replace(theirs, **{name: value for name, value in said.items() if value != getattr(usual, name)})
