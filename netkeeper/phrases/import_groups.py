"""What becomes of the groups that address books keep as cards."""

from __future__ import annotations

from netkeeper.domain.text.display import quoted
from netkeeper.phrases.counted import plural


def empty_group_words(name: str) -> str:
    """That nobody is in a group."""
    return f"the group {quoted(name)} has no members"


def unfit_group_words(name: str) -> str:
    """That a group's name can't be a field."""
    return f"the group {quoted(name)} can't be a field; left out"


def group_words(name: str, field: str, found: int, missing: int) -> str:
    """Whose field a group is; as true where they have the field already.

    Args:
        found: How many members are in the files or here.
        missing: How many are not.
    """
    group = quoted(name)
    if not found:
        return plural(
            missing,
            "the group {group}: its member is in no file and not here",
            "the group {group}: its {count} members are in no file and not here",
            group=group,
        )
    known = plural(
        found,
        "the group {group} is the field {field} of 1 member",
        "the group {group} is the field {field} of {count} members",
        group=group,
        field=field,
    )
    lost = plural(
        missing,
        "1 more member is in no file and not here",
        "{count} more members are in no file and not here",
    )
    return f"{known}; {lost}" if missing else known
