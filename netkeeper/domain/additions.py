"""What a contact that comes in adds to one who is here, in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from netkeeper.domain.birthday import Birthday
from netkeeper.domain.contact import Contact
from netkeeper.domain.describe import MONTH_NAMES, describe_cadence


def what_is_added(known: Contact, filled: Contact) -> list[str]:
    """In a word each, which properties of a contact were filled in."""
    return [words for name, words in IN_WORDS.items() if getattr(known, name) != getattr(filled, name)]


def additions(known: Contact, filled: Contact) -> list[tuple[str, str]]:
    """What exactly was filled in: the property in a word, and the new value as one reads it.

    Args:
        known: The contact as it was.
        filled: The same contact with everything that it had and more (see ``fill_in`` in ``matching``).
    """
    found = []
    for name, words in IN_WORDS.items():
        before, after = getattr(known, name), getattr(filled, name)
        if before != after:
            found.append((words, _AS_TEXT.get(name, _as_text)(before, after)))
    return found


def left_as_it_is(known: Contact, incoming: Contact) -> list[tuple[str, str, str]]:
    """What an incoming contact says otherwise, and what stays all the same.

    Args:
        known: The contact that is here.
        incoming: The same contact as a file has it.

    Returns:
        The property in a word, the value that stays and the one in the file, as one reads them.
    """
    found = []
    for name, words in _SINGLE.items():
        here, there = getattr(known, name), getattr(incoming, name)
        if here not in ("", None) and there not in ("", None) and here != there:
            as_text = _AS_TEXT.get(name, _as_text)
            found.append((words, as_text(None, here), as_text(None, there)))
    return found


def _as_text(before: Any, after: Any) -> str:
    """A text, or the new ones among several."""
    if isinstance(after, tuple):
        return ", ".join(getattr(item, "value", None) or str(item) for item in after if item not in before)
    return str(after)


def _birthday(_before: object, after: Birthday) -> str:
    day = f"{after.day} {MONTH_NAMES[after.month - 1]}"
    return day if after.year is None else f"{day} {after.year}"


def _cadence(_before: object, after: int) -> str:
    return f"every {describe_cadence(after)}" if after else "no reminders"


_AS_TEXT: Mapping[str, Callable[[Any, Any], str]] = {
    "name_parts": lambda _, after: after.formatted(),
    "addresses": lambda before, after: " · ".join(each.one_line() for each in after if each not in before),
    "birthday": _birthday,
    "notes": lambda before, after: after.removeprefix(before).strip(),
    "cadence": _cadence,
}

_SINGLE: Mapping[str, str] = {
    "name": "name",
    "organization": "organization",
    "title": "title",
    "birthday": "birthday",
    "met": "how you met",
    "cadence": "cadence",
}
"""Properties of which there is one, that an import fills in and never replaces."""

IN_WORDS: Mapping[str, str] = {
    "name_parts": "name",
    "organization": "organization",
    "title": "title",
    "emails": "email",
    "phones": "phone",
    "urls": "web address",
    "addresses": "address",
    "birthday": "birthday",
    "fields": "field",
    "hopes": "hope",
    "met": "how you met",
    "via": "introduced by",
    "notes": "notes",
    "cadence": "cadence",
    "uid": "card number",
}
"""What each property that an import fills in is called."""
