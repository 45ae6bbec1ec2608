"""Three-way merge of records, property by property."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any, TypeVar

from netkeeper.domain.interactions.interaction import Interaction
from netkeeper.domain.member.days_off import DaysOff
from netkeeper.domain.member.member import Member
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.promises.follow_up import FollowUp

T = TypeVar("T", Contact, Member, FollowUp, Interaction)

_KEPT_BY_THE_STORE = {"id", "created", "updated", "first_on", "last_on", "tried_on"}
"""Properties that the store maintains; theirs always wins."""


def merge_edit(base: T, mine: T, theirs: T) -> tuple[T, tuple[str, ...]]:
    """Merge two edits of one record, property by property.

    Args:
        base: The contact, follow-up, interaction or member as it was when my edit began.

    Returns:
        Theirs with my changes, and the names of the conflicts: properties that both changed to different values, where
        the result has theirs.
    """
    changes: dict[str, Any] = {}
    clashes: list[str] = []
    for field in fields(theirs):
        name = field.name
        before, my_value, their_value = getattr(base, name), getattr(mine, name), getattr(theirs, name)
        if isinstance(their_value, DaysOff):
            changes[name], is_clear = _merged_days_off(before, my_value, their_value)
            clashes += [] if is_clear else [name]
            continue
        if name in _KEPT_BY_THE_STORE or my_value in (before, their_value):
            continue
        if their_value == before:
            changes[name] = my_value
        else:
            clashes.append(name)
    return replace(theirs, **changes), tuple(clashes)


def _merged_days_off(before: DaysOff, mine: DaysOff, theirs: DaysOff) -> tuple[DaysOff, bool]:
    """Days off merged by attribute, and whether there is no conflict; the country's holidays are theirs."""
    changed = [part for part in DaysOff._fields[:-1] if getattr(mine, part) != getattr(before, part)]
    both = [part for part in changed if getattr(theirs, part) not in (getattr(before, part), getattr(mine, part))]
    merged = theirs._replace(**{part: getattr(mine, part) for part in changed if part not in both})
    return merged, not both


def with_missing_settings(mine: Member, theirs: Member) -> Member:
    """The member's own settings, and another file's where they have the usual value."""
    usual = Member()
    settings = {field.name: getattr(mine, field.name) for field in fields(Member)}
    # The country's holidays are no setting of the member's.
    settings["days_off"] = mine.days_off.without_holidays
    return replace(theirs, **{name: value for name, value in settings.items() if value != getattr(usual, name)})
