"""What the member may type of themselves, read and checked."""

from __future__ import annotations

import re

from netkeeper.domain.display import quoted
from netkeeper.domain.errors import WordError
from netkeeper.domain.names import check_name
from netkeeper.domain.phones import DEFAULT_REGION
from netkeeper.domain.spans import parse_cadence
from netkeeper.domain.values import normal_field, one_line, several

_DOMAIN = re.compile(r"(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_](?:[\w-]*[^\W_])?")

MAX_DOMAIN = 253
"""The longest name that the Internet has for anything, in characters."""

MOST_PACE = 100
"""The most people a day that a review can leave room for."""


def member_name(text: str) -> str:
    """The member's name; it may be empty.

    Raises:
        InvalidValueError: It is too long, or has nothing visible.
    """
    return check_name(text) if text.strip() else ""


def team_name(text: str) -> str:
    """The team's name; it may be empty.

    Raises:
        WordError: It is too long.
    """
    return one_line("team", text)


def own_fields(text: str) -> tuple[str, ...]:
    """Fields with commas between, each once.

    Raises:
        WordError: One can't be a field.
    """
    return tuple(dict.fromkeys(normal_field(part) for part in several(text)))


def parse_pace(text: str) -> int:
    """How many people a day.

    Raises:
        WordError: It is no number from 0 to 100.
    """
    typed = text.strip()
    if not (typed.isascii() and typed.isdigit() and len(typed) < 5 and int(typed) <= MOST_PACE):
        raise WordError(
            f"Can't read {quoted(text)} as how many people a day; write a number from 0 to {MOST_PACE}.", text
        )
    return int(typed)


def shared_domains(text: str) -> tuple[str, ...]:
    """Domains of email addresses with commas or blanks between, each once: ``academy.example``.

    What stands before an ``@``, or before ``www.``, isn't looked at: people paste addresses.

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
    """Where phone numbers are that don't say: two letters (ISO 3166-1); nothing means Finland.

    Raises:
        WordError: There is no such country.
    """
    typed = text.strip().upper()
    if not typed:
        return DEFAULT_REGION
    # Loaded only where it is needed: it takes as long to load as a whole command.
    from phonenumbers import SUPPORTED_REGIONS

    if typed not in SUPPORTED_REGIONS:
        raise WordError(f"{quoted(text)} is no country; write its two letters, like FI, SE or DE.", text)
    return typed


def step_cadence(text: str, usual: int) -> int:
    """How often to be in touch with everybody on a step.

    Args:
        text: What was typed, as for a contact's own cadence; nothing, and ``default``, mean the usual one.
        usual: The step's own, in days.

    Returns:
        Days; 0 for no reminders.

    Raises:
        WordError: It can't be read.
    """
    days = parse_cadence(text.strip(" ,;")) if text.strip() else None
    return usual if days is None else days
