"""Describes the differences between an incoming contact and a known one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from netkeeper.domain.dates.birthday import Birthday
from netkeeper.domain.dates.describe import MONTH_NAMES, describe_cadence
from netkeeper.domain.people.contact import Contact, NameParts
from netkeeper.domain.people.properties import PROPERTIES


def what_is_added(known: Contact, updated: Contact) -> list[str]:
    """The nouns of the properties that were filled in."""
    return [words for words, _ in additions(known, updated)]


def additions(known: Contact, updated: Contact, name_of: Callable[[str], str] = str) -> list[tuple[str, str]]:
    """What exactly was filled in: the property in a word, and the new value as one reads it.

    Args:
        known: The contact as it was.
        updated: The same contact with what a file adds and changes (see ``update`` in ``source_updates``).
        name_of: Tells the name of whoever introduced them, by the id.
    """
    found = []
    for name, words in IN_WORDS.items():
        before, after = getattr(known, name), getattr(updated, name)
        if isinstance(before, tuple):
            # A replacement has the index of the old item; new items come after.
            before = after[: len(before)]
        elif not _is_filled_in(before, after):
            continue
        if before != after:
            found.append((words, name_of(after) if name == "via" else _AS_TEXT.get(name, _as_text)(before, after)))
    return found


def replacements(known: Contact, updated: Contact) -> list[tuple[str, str, str]]:
    """What took the place of something else: the property in a word, what it was and what it is; arguments as before."""
    found = []
    for name, words in _ALL_IN_WORDS.items():
        before, after = getattr(known, name), getattr(updated, name)
        if isinstance(before, tuple):
            pairs = zip(before, after[: len(before)], strict=False)
            found += [(words, _as_text((), (old,)), _as_text((), (new,))) for old, new in pairs if old != new]
        elif name != "name_parts" and before != after and not _is_filled_in(before, after):
            as_text = _AS_TEXT.get(name, _as_text)
            found.append((words, as_text("", before), as_text("", after)))
    return found


def _is_filled_in(before: Any, after: Any) -> bool:
    """Whether a value was empty, or has lines appended."""
    if isinstance(before, NameParts):
        return not before.formatted()
    return before in ("", None) or (isinstance(before, str) and str(after).startswith(f"{before}\n"))


def left_as_it_is(known: Contact, incoming: Contact) -> list[tuple[str, str, str]]:
    """What an incoming contact says otherwise, and what stays all the same.

    Args:
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


def nouns_left(known: Contact, incoming: Contact) -> list[str]:
    """The nouns of the properties that differ in a file and that an import leaves as they are; empty ones count too."""
    return [_SINGLE.get(name, name) for name in _STAYS if getattr(known, name) != getattr(incoming, name)]


def _as_text(before: Any, after: Any) -> str:
    """The text of a value; of a list, only its new items."""
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

IN_WORDS: Mapping[str, str] = {name: row.title for name, row in PROPERTIES.items() if row.title and row.imports != "no"}
"""The nouns of the properties that an import fills in."""

_ALL_IN_WORDS: Mapping[str, str] = {"name": PROPERTIES["name"].title, **IN_WORDS}

_SINGLE: Mapping[str, str] = {
    name: title
    for name, title in _ALL_IN_WORDS.items()
    if PROPERTIES[name].label and PROPERTIES[name].merge == "one" and PROPERTIES[name].kind != "person"
}
"""Properties of which there is one, that an import fills in and never replaces."""

_STAYS: Sequence[str] = tuple(name for name in PROPERTIES if name in (*_SINGLE, "step", "archived", "notes"))
"""The same properties, and those of one value or text that a later file doesn't change or shorten."""
