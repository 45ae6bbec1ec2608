"""Which properties of a document a change is about: the values before and after, for History to word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from netkeeper.domain.records.tables import Description
from netkeeper.domain.records.values import Fields

How = Literal["added", "changed", "removed"]


class ChangedValue(NamedTuple):
    """A property of a document that changed.

    Attributes:
        label: What History calls it.
        kind: How its values are worded (see :class:`Description`); empty for as they are stored.
        before: The stored value before; None for none.
        after: The stored value after; likewise.
    """

    label: str
    kind: str
    before: Any
    after: Any


def how_changed(before: Fields | None, after: Fields | None) -> How:
    """What a change did to a document, which is None where it wasn't there."""
    return "added" if before is None else "removed" if after is None else "changed"


def changed_values(description: Description, before: Fields, after: Fields) -> Iterator[ChangedValue]:
    """The changed properties, in the order of the description, without those that the heading says already.

    Args:
        before: The document before; empty where it was added.
        after: The document after; empty where it was removed.
    """
    labels = description.labels
    if labels is None:
        labels = {name: name for name in (*before, *after)}
    in_heading = description.in_heading if not before or not after else ()
    for name, label in labels.items():
        was, became = before.get(name), after.get(name)
        if name == "name_parts" and before.get("name") != after.get("name"):
            continue  # The parts follow from the name.
        if was != became and name not in in_heading:
            yield ChangedValue(label, description.kinds.get(name, ""), was, became)
