"""In what a file contradicts a contact that it is about: another employer, title or birthday.

An import leaves such a property as it is here, tells it, and takes the file's where a person says so. What a source said at an
earlier import is not told again, unless nobody has said which is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.import_diff import Replacement
from netkeeper.domain.people.identity.likeness import has_other_birthday, is_other_organization, is_other_text
from netkeeper.domain.people.identity.source_updates import SourceValues, is_left, is_open, values_of
from netkeeper.domain.people.identity.written_values import Digests, is_as_written

_DIFFERS = {
    "organization": lambda here, there: is_other_organization(here.organization, there.organization),
    "title": lambda here, there: is_other_text(here.title, there.title),
    "birthday": has_other_birthday,
}

_PAIR = ("organization", "title")
"""A title is of its organization: an import fills in none of them where the other contradicts."""


def contradictions(known: Contact, incoming: Contact, written: Digests) -> tuple[Replacement, ...]:
    """The properties of which a file has another value; of netkeeper's own files, those that were edited.

    Args:
        written: The digests of the incoming contact when netkeeper wrote it; empty for files of others.
    """
    return tuple(
        Replacement(name, getattr(known, name), getattr(incoming, name))
        for name, differs in _DIFFERS.items()
        if getattr(known, name) != getattr(incoming, name)
        and differs(known, incoming)
        and not (written and is_as_written(name, incoming, written))
    )


def not_yet_said(
    found: Sequence[Replacement], incoming: Contact, source_values: SourceValues
) -> tuple[Replacement, ...]:
    """The contradictions that a person has not been told of, or has not answered.

    Args:
        source_values: What the same source said before.
    """

    def is_settled(name: str) -> bool:
        (value,) = values_of(incoming, name)
        if is_left(source_values, name, value):
            return True
        return value in source_values.get(name, ()) and not is_open(source_values, name)

    return tuple(each for each in found if not is_settled(each.name))


def left_with(name: str, incoming: Contact, updated: Contact) -> Iterator[str]:
    """The property that did not come in because its pair contradicts: a title with its organization.

    Args:
        name: The property that contradicts.
        updated: The contact after the import.
    """
    if name in _PAIR:
        other = _PAIR[1 - _PAIR.index(name)]
        if getattr(incoming, other) and not getattr(updated, other):
            yield other


def taking(updated: Contact, found: Sequence[Replacement]) -> Contact:
    """The contact with what the file says otherwise."""
    changes: dict[str, Any] = {each.name: each.after for each in found}
    return replace(updated, **changes) if changes else updated


def leaving(known: Contact, updated: Contact, found: Sequence[Replacement]) -> Contact:
    """The contact with what the file says otherwise left as it is, and with no title of another organization.

    Args:
        known: The contact before the import.
        updated: The contact with what the file adds.
    """
    names = {each.name for each in found}
    changes: dict[str, Any] = {}
    for name, other in (_PAIR, _PAIR[::-1]):
        if other in names and not getattr(known, name):
            changes[name] = ""
    return replace(updated, **changes) if changes else updated
