"""Parsers of the member's settings as they are typed."""

from __future__ import annotations

import re

from netkeeper.domain.dates.spans import parse_cadence
from netkeeper.domain.dates.vocabulary import WEEKDAYS
from netkeeper.domain.errors import WordError
from netkeeper.domain.language.values import normal_field, several
from netkeeper.domain.member.settings import LIKE_ANY, OFF
from netkeeper.domain.people.names import check_name
from netkeeper.domain.people.phones import DEFAULT_REGION
from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import fold

_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_](?:[\w-]*[^\W_])?")

MAX_DOMAIN = 253
"""The longest domain name, in characters (RFC 1035, section 2.3.4)."""

_MOST_DIGITS = 5
_WEEKENDS = frozenset({"weekend", "weekends", "viikonloppu", "viikonloput"})
_HOLIDAYS = {
    **dict.fromkeys(("off", "free", "vapaa", "vapaat", "vapaita"), OFF),
    **dict.fromkeys(("like-any", "like-any-other-day", "work", "working", "on", "tyo", "toissa"), LIKE_ANY),
}


def member_name(text: str) -> str:
    """The member's name; it may be empty.

    Raises:
        InvalidValueError: It is too long, or has nothing visible.
    """
    return check_name(text) if text.strip() else ""


def own_fields(text: str) -> tuple[str, ...]:
    """Fields with commas between, each once.

    Raises:
        WordError: One can't be a field.
    """
    return tuple(dict.fromkeys(normal_field(part) for part in several(text)))


def parse_number(text: str, of: str, most: int) -> int:
    """A number from 0 on.

    Args:
        of: What it counts, for the message: ``how many people a day``.
        most: The highest it may be.

    Raises:
        WordError: It is none.
    """
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) < _MOST_DIGITS and int(typed) <= most):
        raise WordError(f"Can't read {quoted(text)} as {of}; write a number from 0 to {most}.", text)
    return int(typed)


def parse_weekdays(text: str) -> tuple[int, ...]:
    """Days of the week with commas or blanks between, Monday 0: ``sat,sun``, ``weekends``, ``la su``.

    Raises:
        WordError: One can't be read.
    """
    days: set[int] = set()
    for word in text.replace(",", " ").split():
        typed = fold(word)
        if typed in _WEEKENDS:
            days |= {5, 6}
        elif (day := WEEKDAYS.get(typed, WEEKDAYS.get(typed.removesuffix("s")))) is not None:
            days.add(day)
        else:
            raise WordError(f"{quoted(word)} is no day of the week; write them like sat,sun or weekends.", word)
    return tuple(sorted(days))


def holidays_option(text: str) -> str:
    """How public holidays count: ``off`` or ``like-any``.

    Raises:
        WordError: It is neither.
    """
    typed = "-".join(fold(text).split())
    if typed not in _HOLIDAYS:
        raise WordError(f"Public holidays can't be {quoted(text)}; write {OFF} or {LIKE_ANY}.", text)
    return _HOLIDAYS[typed]


def shared_domains(text: str) -> tuple[str, ...]:
    """Domains of email addresses with commas or blanks between, each once: ``academy.example``.

    The part up to an ``@``, and ``www.``, are ignored: people paste addresses.

    Raises:
        WordError: One can't be a domain.
    """
    found = []
    for part in text.replace(",", " ").replace(";", " ").split():
        domain = part.rpartition("@")[2].casefold().rstrip(".").removeprefix("www.")
        if not _DOMAIN.fullmatch(domain) or len(domain) > MAX_DOMAIN:
            raise WordError(f"{quoted(part)} is no domain; write what follows the @, like academy.example.", part)
        found.append(domain)
    return tuple(dict.fromkeys(found))


def phone_region(text: str) -> str:
    """The region of phone numbers without a country code: two letters (ISO 3166-1); empty text means Finland.

    Raises:
        WordError: There is no such country.
    """
    typed = text.strip().upper()
    if not typed:
        return DEFAULT_REGION
    # Loaded here for a light start: it takes as long to load as a whole command.
    from phonenumbers import SUPPORTED_REGIONS

    if typed not in SUPPORTED_REGIONS:
        raise WordError(f"{quoted(text)} is no country; write its two letters, like FI, SE or DE.", text)
    return typed


def step_cadence(text: str, usual: int) -> int:
    """How often to be in touch with everybody on a step.

    Args:
        text: As for a contact's own cadence; an empty text, and ``default``, mean the usual one.
        usual: The step's own, in days.

    Returns:
        Days; 0 for no reminders.

    Raises:
        WordError: It can't be read.
    """
    days = parse_cadence(text.strip(" ,;")) if text.strip() else None
    return usual if days is None else days
