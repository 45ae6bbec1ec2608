"""What another program edited of a contact that netkeeper had written.

A written contact carries a digest of each of its values. A value in a file that has another digest was edited there;
where the network still has the written one, it takes the edit. A value that is missing in the file was removed there,
if it is an entry of a list or the organization or title; other properties are missing where a program doesn't keep them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from hashlib import sha256
from typing import Any

from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.identity.entries import replaced
from netkeeper.domain.people.identity.renaming import takes_name
from netkeeper.domain.people.identity.source_updates import LISTS, TEXTS, values_of
from netkeeper.domain.people.same_values import sameness

Digests = Mapping[str, Set[str]]
"""The digests of a contact's values when it was written, by property."""

DIGEST_LENGTH = 8
"""Hexadecimal digits: one edit in four thousand millions goes unnoticed."""

_CAN_BE_REMOVED = frozenset(("organization", "title"))


def digests_of(contact: Contact) -> dict[str, list[str]]:
    """The digests of a contact's values, by property; without empty ones."""
    found = {name: [_digest(name, value) for value in values_of(contact, name)] for name in (*TEXTS, *LISTS)}
    return {name: list(dict.fromkeys(each)) for name, each in found.items() if each}


def is_as_written(name: str, contact: Contact, written: Digests) -> bool:
    """Whether a value in a file is the one that netkeeper wrote."""
    return all(_digest(name, value) in written.get(name, ()) for value in values_of(contact, name))


def _digest(name: str, value: str) -> str:
    text = _words(value)
    text = sameness(name)(text) if name in LISTS else text
    return sha256(f"{name} {text}".encode("utf-8", "replace")).hexdigest()[:DIGEST_LENGTH]


def _words(text: str) -> str:
    """A text without what programs change, blanks and empty lines, and what no vCard can hold."""
    if not text.isprintable():
        text = "".join(sign for sign in text if sign.isprintable() or sign.isspace())
    return " ".join(text.split())


def with_edits(known: Contact, incoming: Contact, written: Digests) -> Contact:
    """The known contact with what was edited and removed of it in another program.

    Args:
        incoming: The contact as the file has it now.
        written: Its digests when netkeeper wrote it.
    """
    changes: dict[str, Any] = {}
    for name in TEXTS:
        if _is_edited(name, known, incoming, written.get(name, frozenset())):
            changes[name] = getattr(incoming, name)
    if "name" in changes:
        changes["name_parts"] = incoming.name_parts
    for name in LISTS:
        before = written.get(name)
        if before:
            changes[name] = _entries(name, getattr(known, name), getattr(incoming, name), before)
    return replace(known, **changes) if changes else known


def _is_edited(name: str, known: Contact, incoming: Contact, before: Set[str]) -> bool:
    here, there = values_of(known, name), values_of(incoming, name)
    if not here or _digest(name, here[0]) not in before:
        return False
    if not there:
        return name in _CAN_BE_REMOVED
    is_other = _digest(name, there[0]) not in before
    return is_other and (name != "name" or takes_name(known, incoming))


def _entries(
    name: str, known: Sequence[Labelled], incoming: tuple[Labelled, ...], before: Set[str]
) -> tuple[Labelled, ...]:
    """The known entries, with edited ones replaced and removed ones left out."""
    was_written = [item.value for item in known if _digest(name, item.value) in before]
    entries = replaced(tuple(known), incoming, was_written, sameness(name)) or tuple(known)
    there = {_digest(name, item.value) for item in incoming}
    return tuple(item for item in entries if (digest := _digest(name, item.value)) in there or digest not in before)
