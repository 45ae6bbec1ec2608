"""Email addresses, phone numbers and web addresses where a name could stand."""

from __future__ import annotations

import re
from typing import NamedTuple

from netkeeper.domain.language.joined import begins_with_key
from netkeeper.domain.people.phones import DEFAULT_REGION, is_number, phone_key
from netkeeper.domain.text.display import fit, pasteable, plain
from netkeeper.domain.text.fold import fold

_EMAIL = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+\.[^\s@<>,;\"]+")
_FEWEST_DIGITS, _MOST_DIGITS = 6, 15
_TAIL = 6
"""So many digits at the end two spellings of a number have in common, with or without the country."""


class Reach(NamedTuple):
    """Where somebody is reached.

    Attributes:
        contact_id: Who.
        emails: Addresses as they are kept.
        phones: Numbers as they are kept.
    """

    contact_id: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]


def email_in(text: str) -> str:
    """The email address that a text is, or has between angle brackets (``Anna <anna@valio.example>``); or nothing."""
    text = text.strip()
    bracketed = re.search(r"<(?:mailto:)?([^<>]*)>\s*$", text)
    found = _EMAIL.fullmatch((bracketed[1] if bracketed else text.removeprefix("mailto:")).strip())
    return found[0] if found else ""


def number_in(text: str) -> str:
    """The phone number that a text is, in any spelling; or nothing."""
    text = text.strip()
    digits = sum(character.isdecimal() for character in text)
    return text.removeprefix("tel:") if _FEWEST_DIGITS <= digits <= _MOST_DIGITS and is_number(text) else ""


def url_in(text: str) -> str:
    """The web address that a text is; or nothing."""
    text = text.strip()
    is_one = re.fullmatch(
        r"(?i)(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|fi|org|net|io|eu|se|example)/\S*", text
    )
    return text if is_one else ""


def is_reached_at(reach: Reach, email: str, number: str, region: str = DEFAULT_REGION) -> bool:
    """Whether somebody has an email address or a phone number, however they are written."""
    if email and fold(email) in map(fold, reach.emails):
        return True
    if not number:
        return False
    digits = _digits(number)
    return any(
        digits[-_TAIL:] == _digits(phone)[-_TAIL:] and phone_key(phone, region) == phone_key(number, region)
        for phone in reach.phones
    )


def how_to_add(text: str) -> str:
    """What a text is that can't be a name, and how to add somebody with it; nothing where it may be one."""
    if email := email_in(text):
        return f"{_shown(email)} is an email address. {_with('email', email)}"
    if number := number_in(text):
        return f"{_shown(number)} is a number. {_with('phone', number)}"
    if url := url_in(text):
        return f"{_shown(url)} is a web address. {_with('url', url)}"
    return ""


def in_a_name(name: str) -> str:
    """What of a name that was typed is an address or a number, and how to write it; nothing where all may be a name."""
    if whole := how_to_add(name):
        return whole
    words = name.split()
    if key := next((word for word in words if begins_with_key(word)), ""):
        return f"{_shown(key)} is no part of a name; the name comes first, and that behind it."
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            typed = " ".join(words[start:end])
            key = "email" if email_in(typed) else "phone" if number_in(typed) else ""
            if key:
                rest = pasteable(" ".join([*words[:start], *words[end:]]))
                what = "an email address" if key == "email" else "a number"
                return (
                    f'{_shown(typed)} is {what}; write {_word(key, typed)}: netkeeper add "{rest}" {_word(key, typed)}'
                )
    return ""


def _with(key: str, value: str) -> str:
    """How to add somebody with a value."""
    return f'To add somebody with it: netkeeper add "First Last" {_word(key, value)}'


def _word(key: str, value: str) -> str:
    value = pasteable(value)
    return f'{key}:"{value}"' if re.search(r"[^\w@.+:/-]", value) else f"{key}:{value}"


def _shown(text: str) -> str:
    return fit(plain(text), 60)


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)
