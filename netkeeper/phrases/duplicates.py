"""Signs that two contacts may be one person."""

from __future__ import annotations

from collections.abc import Iterable

from netkeeper.domain.people.identity.likeness import Sign


def sign_words(signs: Iterable[Sign]) -> str:
    """What two have in common: ``same email, same organization``."""
    return ", ".join(map(_WORDS.__getitem__, signs))


_WORDS: dict[Sign, str] = {
    "uid": "same uid",
    "email": "same email",
    "phone": "same phone",
    "linkedin": "same LinkedIn address",
    "name": "same name",
    "inside": "one name is in the other",
    "spelled": "nearly the same name",
    "organization": "same organization",
    "birthday": "same birthday",
    "city": "same city",
    "other_name": "but another name",
    "other_organization": "but another organization",
    "other_title": "but another title",
    "other_birthday": "but another birthday",
}
