"""Matches incoming contacts with known ones.

UID, email, phone and LinkedIn address match, in this order; a name alone is only a suggestion. Phone numbers are
compared in E.164. A phone matches only where the names agree, because colleagues share switchboards.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.phones import DEFAULT_REGION, phone_key
from netkeeper.domain.people.properties import PROPERTIES, is_empty
from netkeeper.domain.people.same_values import unite_values, with_new_lines
from netkeeper.domain.text.fold import fold

_LINKEDIN = re.compile(r"linkedin\.com/in/([^/?#\s]+)", re.IGNORECASE)


def keys_of(contact: Contact, region: str = DEFAULT_REGION) -> Iterator[tuple[str, str]]:
    """What a contact can be recognised by, surest first: pairs such as ``("email", "a@b.fi")``.

    Args:
        region: Where phone numbers are that don't say (ISO 3166-1).
    """
    for uid in (contact.uid, *contact.merged):
        if uid:
            yield "uid", uid.removeprefix("urn:uuid:").casefold()
    for email in contact.emails:
        if key := email.value.strip().casefold():
            yield "email", key
    for phone in contact.phones:
        if key := phone_key(phone.value, region):
            yield "phone", key
    for url in contact.urls:
        if found := _LINKEDIN.search(url.value):
            yield "LinkedIn address", found[1].casefold()


def names_agree(one: Contact, other: Contact) -> bool:
    """Whether two names may be one person's: they share a word, or one is a stand-in (:func:`_is_nameless`)."""
    mine, theirs = _words(one.name), _words(other.name)
    return not mine.isdisjoint(theirs) or _is_nameless(one) or _is_nameless(other)


def _words(name: str) -> set[str]:
    """The folded words of a name, without unprintable characters."""
    return set(fold("".join(each for each in name if each.isprintable() or each.isspace())).split())


def _is_nameless(contact: Contact) -> bool:
    """Whether the name is a stand-in: the organization or an email address."""
    return contact.name == contact.organization or any(contact.name == email.value for email in contact.emails)


def fill_in(known: Contact, incoming: Contact) -> Contact:
    """The known contact with empty properties filled and list items added from an incoming one."""
    filled: dict[str, Any] = {}
    for name, row in PROPERTIES.items():
        here, there = getattr(known, name), getattr(incoming, name)
        if row.imports == "add" and there:
            filled[name] = unite_values(name, here, there)
        elif is_empty(there):
            continue
        elif row.imports == "fill" and is_empty(here):
            filled[name] = there
        elif row.imports == "append":
            filled[name] = with_new_lines(here, there)
    return replace(known, **filled)
