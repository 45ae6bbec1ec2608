"""What the member may type of themselves, read and checked."""

from __future__ import annotations

from netkeeper.domain.display import quoted
from netkeeper.domain.errors import WordError
from netkeeper.domain.names import check_name
from netkeeper.domain.spans import parse_cadence
from netkeeper.domain.values import normal_field, one_line, several

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
