"""Detection of email addresses, phone numbers and web addresses in place of a name."""

from __future__ import annotations

import re
from typing import NamedTuple

from netkeeper.domain.language.joined import Word, begins_with_key
from netkeeper.domain.people.phones import DEFAULT_REGION, is_number, phone_key
from netkeeper.domain.text.display import fit, pasteable, plain
from netkeeper.domain.text.fold import fold

_EMAIL = re.compile(r"[^\s@<>,;\"]+@[^\s@<>,;\"]+\.[^\s@<>,;\"]+")
_FEWEST_DIGITS, _MOST_DIGITS = 6, 15
_TAIL = 6
"""Digits at the end that two spellings of a number, with and without the country code, have in common."""


class Reach(NamedTuple):
    """The email addresses and phone numbers of a contact, as stored."""

    contact_id: str
    emails: tuple[str, ...]
    phones: tuple[str, ...]


def email_in(text: str) -> str:
    """The email address that a text is, or has in angle brackets (``Anna <anna@valio.example>``); else empty."""
    text = text.strip()
    bracketed = re.search(r"<(?:mailto:)?([^<>]*)>\s*$", text)
    found = _EMAIL.fullmatch((bracketed[1] if bracketed else text.removeprefix("mailto:")).strip())
    return found[0] if found else ""


def number_in(text: str) -> str:
    """The text where it is a phone number, in any spelling; else empty."""
    text = text.strip()
    digits = sum(character.isdecimal() for character in text)
    return text.removeprefix("tel:") if _FEWEST_DIGITS <= digits <= _MOST_DIGITS and is_number(text) else ""


def url_in(text: str) -> str:
    """The text where it is a web address; else empty."""
    text = text.strip()
    is_one = re.fullmatch(
        r"(?i)(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)*\.(?:com|fi|org|net|io|eu|se|example)/\S*", text
    )
    return text if is_one else ""


def is_reached_at(reach: Reach, email: str, number: str, region: str = DEFAULT_REGION) -> bool:
    """Whether a contact has an email address or phone number, in any spelling."""
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
    """A message for an address or number in place of a name, with how to add a contact with it; else empty."""
    if email := email_in(text):
        return f"{_shown(email)} is an email address. {_with('email', email)}"
    if number := number_in(text):
        return f"{_shown(number)} is a number. {_with('phone', number)}"
    if url := url_in(text):
        return f"{_shown(url)} is a web address. {_with('url', url)}"
    return ""


def split_reach(name: str) -> tuple[str, list[Word]]:
    """Split email addresses and phone numbers off the end of a typed name: ``Anna Ek 040 5550101``.

    A number begins with ``0`` or ``+``, so that ``Studio 54`` keeps its own.

    Returns:
        The name, and the words for what stood behind it in their order. A text without a name is returned whole.
    """
    words, found = name.split(), list[Word]()
    while True:
        suffixes = (" ".join(words[start:]) for start in range(1, len(words)))
        reach = next((word for suffix in suffixes if (word := _reach_word(suffix)) is not None), None)
        if reach is None:
            left = " ".join(words)
            is_name = any(map(str.isalpha, left)) and not how_to_add(left)
            return (left, found[::-1]) if is_name else (name, [])
        words = words[: -len(reach.value.split())]
        found.append(reach)


def _reach_word(text: str) -> Word | None:
    """The word for a text that is an email address or a phone number."""
    if email_in(text) == text:
        return Word("email", text)
    return Word("phone", text) if text[:1] in "+0(" and number_in(text) == text else None


def in_a_name(name: str) -> str:
    """A message for an address, number or key inside of a typed name, with the correct command; else empty."""
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
    """The command that adds a contact with a value."""
    return f'To add somebody with it: netkeeper add "First Last" {_word(key, value)}'


def _word(key: str, value: str) -> str:
    value = pasteable(value)
    return f'{key}:"{value}"' if re.search(r"[^\w@.+:/-]", value) else f"{key}:{value}"


def _shown(text: str) -> str:
    return fit(plain(text), 60)


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)
