"""What only netkeeper knows of a contact, in words that stand in a cell, a custom field or a note."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date

from netkeeper.domain.dates.spans import parse_cadence
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.language.values import MAX_LINE
from netkeeper.domain.people.contact import Contact, Hope
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.interchange.vcard.own import read_utc

TITLES: Mapping[str, str] = {
    "name": "Full name",
    "hope": "Hopes",
    "met": "How you met",
    "via": "Introduced by",
    "every": "In touch every (days)",
    "archived": "Archived",
    "unsorted": "Waits to be sorted",
}
"""What a person reads of them in Google's custom fields and in Outlook's notes."""

_MAX_CADENCE_DAYS = 36_500
_MAX_MOVES = 1_000
_STEPS = {
    "potential": Step.POTENTIAL, "potentiaalinen": Step.POTENTIAL, "potentiell": Step.POTENTIAL, "lead": Step.POTENTIAL,
    "prospect": Step.POTENTIAL, "liidi": Step.POTENTIAL, "customer": Step.CUSTOMER, "asiakas": Step.CUSTOMER, "kund": Step.CUSTOMER,
    "kunde": Step.CUSTOMER, "client": Step.CUSTOMER, "regular": Step.REGULAR, "kanta-asiakas": Step.REGULAR,
    "stamkund": Step.REGULAR, "stammkunde": Step.REGULAR, "stamkunde": Step.REGULAR,
}  # fmt: skip
_YES = frozenset(("yes", "true", "1", "x", "kyllä", "ja", "on"))
_NO = frozenset(("no", "false", "0", "ei", "nej", "nein"))


def read_step(text: str) -> Step:
    """The step that a cell names.

    Raises:
        ValueError: It names none.
    """
    step = _STEPS.get(text.strip().lower())
    if step is None:
        raise ValueError
    return step


def read_hopes(text: str) -> tuple[Hope, ...]:
    """The hopes that a cell names, each once.

    Raises:
        ValueError: It names something else.
    """
    words = [word.strip().lower() for word in text.replace(";", ",").split(",")]
    return tuple(dict.fromkeys(Hope(word) for word in words if word))


def read_every(text: str) -> int | None:
    """How often to be in touch, in days.

    Raises:
        ValueError: It can't be read.
    """
    text = text.strip()
    if text.isascii() and text.isdigit() and int(text[:6]) <= _MAX_CADENCE_DAYS:
        return int(text)
    try:
        return parse_cadence(text)
    except NetkeeperError as error:
        raise ValueError from error


def read_archived(text: str) -> bool:
    """Whether a cell says yes.

    Raises:
        ValueError: It says neither yes nor no.
    """
    if text.strip().lower() not in _YES | _NO:
        raise ValueError
    return text.strip().lower() in _YES


def read_ladder(text: str) -> tuple[StepChange, ...]:
    """The moves on the ladder, one a line: ``2026-01-02 customer: bought a workshop``.

    Raises:
        ValueError: One can't be read.
    """
    moves: list[StepChange] = []
    for line in text.split("\n"):
        head, _, reason = line.partition(": ")
        on, step = head.split()
        if len(reason) > MAX_LINE or len(moves) >= _MAX_MOVES:
            raise ValueError
        moves.append(StepChange(date.fromisoformat(on), Step(step), _several_lines(reason)))
    return tuple(moves)


def ladder_text(contact: Contact) -> str:
    """The moves on the ladder as ``read_ladder`` reads them."""
    return "\n".join(
        f"{move.on} {move.step}" + (f": {_one_line(move.reason)}" if move.reason else "") for move in contact.ladder
    )


def _one_line(reason: str) -> str:
    return reason.replace("\\", "\\\\").replace("\n", "\\n")


def _several_lines(text: str) -> str:
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] == "n" else found[1], text)


def _day(text: str) -> date:
    return date.fromisoformat(text.strip())


def _moment(text: str) -> str:
    moment = read_utc(text)
    if not moment:
        raise ValueError
    return moment


READERS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    "step": ("step", read_step),
    "hope": ("hopes", read_hopes),
    "every": ("cadence", read_every),
    "archived": ("archived", read_archived),
    "unsorted": ("unsorted", read_archived),
    "ladder": ("ladder", read_ladder),
    "not-before": ("nudge_from", _day),
    "first-turn": ("first_turn_on", _day),
    "first-contact": ("first_on", _day),
    "last-contact": ("last_on", _day),
    "created": ("created", _moment),
    "updated": ("updated", _moment),
}
"""The property that each kind becomes, and what reads it; each raises ValueError where the cell can't hold it."""
