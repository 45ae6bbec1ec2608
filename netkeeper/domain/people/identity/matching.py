"""The keys by which contacts are recognised, and what an incoming contact fills in.

Two contacts that share a key may be one person: :mod:`netkeeper.domain.people.identity.likeness` says whether.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any, Literal, NamedTuple

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.emails import email_key
from netkeeper.domain.people.linkedin import linkedin_key
from netkeeper.domain.people.phones import DEFAULT_REGION, phone_key
from netkeeper.domain.people.properties import PROPERTIES, is_empty
from netkeeper.domain.people.same_values import text_of, unite_values, with_new_lines

KeyKind = Literal["uid", "email", "phone", "LinkedIn address"]


class Key(NamedTuple):
    """What a contact can be recognised by.

    Attributes:
        kind: What it is.
        value: Its normal form.
    """

    kind: KeyKind
    value: str


def keys_of(contact: Contact, region: str = DEFAULT_REGION, lines: Sequence[str] = ()) -> Iterator[Key]:
    """What a contact can be recognised by, surest first.

    Args:
        region: Where phone numbers are that don't say (ISO 3166-1).
        lines: Its unknown properties as vCard content lines, of which X-SOCIALPROFILE may hold a LinkedIn address.
    """
    for uid in (contact.uid, *contact.merged):
        if uid:
            yield Key("uid", uid_key(uid))
    for email in contact.emails:
        if key := email_key(email.value):
            yield Key("email", key)
    if "@" in contact.name and (key := email_key(contact.name)):
        yield Key("email", key)
    for phone in contact.phones:
        if key := phone_key(phone.value, region):
            yield Key("phone", key)
    for url in contact.urls:
        if key := linkedin_key(url.value):
            yield Key("LinkedIn address", key)
    for line in lines:
        if key := linkedin_key(line):
            yield Key("LinkedIn address", key)


def uid_key(uid: str) -> str:
    """The form by which UIDs are compared: programs write and drop ``urn:uuid:`` as they like."""
    return uid.casefold().removeprefix("urn:uuid:")


def fill_in(known: Contact, incoming: Contact, is_removed: Callable[[str, str], bool] | None = None) -> Contact:
    """The known contact with empty properties filled and list items added from an incoming one.

    Args:
        is_removed: Whether the person has removed a value of a property, of notes a line; it does not come back.
    """
    from netkeeper.domain.people.identity.own_words import own_words

    filled: dict[str, Any] = {}
    for name, row in PROPERTIES.items():
        here, there = getattr(known, name), getattr(incoming, name)
        if row.imports == "add" and there:
            united = unite_values(name, here, there)
            if is_removed is not None and len(united) > len(here):
                new = [item for item in united[len(here) :] if not is_removed(name, text_of(item))]
                united = (*united[: len(here)], *new)
            filled[name] = united
        elif is_empty(there):
            continue
        elif row.imports == "fill" and is_empty(here):
            if is_removed is not None and is_removed(name, str(there)):
                continue
            # The parts of a shorter name would be no parts of this one.
            if name != "name_parts" or own_words(incoming.name) == own_words(known.name):
                filled[name] = there
        elif row.imports == "append":
            if is_removed is not None and there != here:
                there = _without_lines(name, there, is_removed)
            filled[name] = with_new_lines(here, there)
    return replace(known, **filled)


def _without_lines(name: str, text: str, is_removed: Callable[[str, str], bool]) -> str:
    lines = text.split("\n")
    kept = [line for line in lines if not is_removed(name, line)]
    return text if kept == lines else "\n".join(kept).strip("\n")
