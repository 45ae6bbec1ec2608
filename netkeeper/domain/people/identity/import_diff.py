"""The differences between an incoming contact and a known one, as values."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from netkeeper.domain.people.contact import Contact, NameParts
from netkeeper.domain.people.properties import PROPERTIES


class Addition(NamedTuple):
    """What a property got.

    Attributes:
        name: The property.
        value: Its value; of a list only the new items, of notes only the new lines.
    """

    name: str
    value: Any


class Replacement(NamedTuple):
    """A property with two values.

    Attributes:
        name: The property.
        before: The value that is here; of a list one item, in a tuple.
        after: The value that takes its place, or is in the file and doesn't; likewise. Empty where it was removed.
    """

    name: str
    before: Any
    after: Any


def additions(known: Contact, updated: Contact) -> Iterator[Addition]:
    """What was filled in.

    Args:
        known: The contact as it was.
        updated: The same contact with what a file adds and changes (see ``update`` in ``source_updates``).
    """
    for name in _IMPORTED:
        before, after = getattr(known, name), getattr(updated, name)
        if before == after:
            continue
        if isinstance(before, tuple):
            before = after[: sum(new is not None for _, new in _aligned(before, after))]
            if before != after:
                yield Addition(name, tuple(item for item in after if item not in before))
        elif _is_filled_in(before, after):
            yield Addition(name, after.removeprefix(before).strip() if name == "notes" else after)


def replacements(known: Contact, updated: Contact) -> Iterator[Replacement]:
    """What took the place of something else, or was removed; arguments as before."""
    for name in ("name", *_IMPORTED):
        before, after = getattr(known, name), getattr(updated, name)
        if before == after:
            continue
        if isinstance(before, tuple):
            for old, new in _aligned(before, after):
                if old != new:
                    yield Replacement(name, (old,), (new,) if new is not None else ())
        elif name != "name_parts" and not _is_filled_in(before, after):
            yield Replacement(name, before, after)


def _aligned(before: Sequence[Any], after: Sequence[Any]) -> list[tuple[Any, Any | None]]:
    """The items of a list with what each became: itself, what took its place, or None where it was removed.

    New items come after all of these.
    """
    pairs: list[tuple[Any, Any | None]] = []
    place = 0
    for item in before:
        there = after[place] if place < len(after) else None
        stays = there is not None and (there == item or there not in before)
        pairs.append((item, there if stays else None))
        place += stays
    return pairs


def _is_filled_in(before: Any, after: Any) -> bool:
    """Whether a value was empty, or has lines appended."""
    if isinstance(before, NameParts):
        return not before.formatted()
    return before in ("", None) or (isinstance(before, str) and str(after).startswith(f"{before}\n"))


def left_as_it_is(known: Contact, incoming: Contact) -> Iterator[Replacement]:
    """What an incoming contact says otherwise, and what stays all the same.

    Args:
        incoming: The same contact as a file has it.
    """
    for name in _SINGLE:
        here, there = getattr(known, name), getattr(incoming, name)
        if here not in ("", None) and there not in ("", None) and here != there:
            yield Replacement(name, here, there)


def properties_left(known: Contact, incoming: Contact) -> list[str]:
    """The properties that differ in a file and that an import leaves as they are; empty ones count too."""
    return [name for name in _STAYS if getattr(known, name) != getattr(incoming, name)]


_IMPORTED: Sequence[str] = tuple(name for name, row in PROPERTIES.items() if row.title and row.imports != "no")
"""The properties that an import fills in."""

_SINGLE: Sequence[str] = tuple(
    name
    for name in ("name", *_IMPORTED)
    if PROPERTIES[name].label and PROPERTIES[name].merge == "one" and PROPERTIES[name].kind != "person"
)
"""Properties of which there is one, that an import fills in and never replaces."""

_STAYS: Sequence[str] = tuple(name for name in PROPERTIES if name in (*_SINGLE, "step", "archived", "notes"))
"""The same properties, and those of one value or text that a later file doesn't change or shorten."""
