"""Text form of netkeeper's own properties, for a CSV cell, a Google custom field or a line in Outlook's notes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import Any

from netkeeper.domain.dates.spans import parse_cadence
from netkeeper.domain.errors import NetkeeperError
from netkeeper.domain.language.values import MAX_LINE
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.people.properties import PROPERTIES, Property, PropertyKind, choice_of
from netkeeper.interchange.csv.ranks import read_importance, read_step
from netkeeper.interchange.vcard.own import MAX_CADENCE_DAYS, MAX_MERGED, MAX_MOVES, read_utc, uid_of

COLUMN_PROPERTIES: Mapping[str, Property] = {row.column: row for row in PROPERTIES.values() if row.column}
"""The properties held in one column, by the column's name for ``--map``."""

TITLES: Mapping[str, str] = {
    "name": "Full name",
    **{row.column: row.header for row in COLUMN_PROPERTIES.values() if row.elsewhere},
}
"""Their titles in Google's custom fields and in Outlook's notes."""

NO_REMINDERS = "none"
"""The cell of a cadence without reminders, which is stored as 0."""

_YES = frozenset(("yes", "true", "1", "x", "kyllä", "ja", "on"))
_NO = frozenset(("no", "false", "0", "ei", "nej", "nein"))


def read_choices(row: Property, text: str) -> tuple[object, ...]:
    """Parse choices separated by commas or semicolons, without duplicates.

    Raises:
        ValueError: One is not a choice of the property.
    """
    words = [word for word in text.replace(";", ",").split(",") if word.strip()]
    return tuple(dict.fromkeys(choice_of(row, word) for word in words))


def read_every(text: str) -> int | None:
    """Parse a cadence into days; a bare number is a number of days.

    Raises:
        ValueError: It is not a cadence.
    """
    text = text.strip()
    if text.isascii() and text.isdigit() and int(text[:6]) <= MAX_CADENCE_DAYS:
        return int(text)
    try:
        return parse_cadence(text)
    except NetkeeperError as error:
        raise ValueError from error


def read_flag(text: str) -> bool:
    """Parse yes or no.

    Raises:
        ValueError: It is neither.
    """
    if text.strip().lower() not in _YES | _NO:
        raise ValueError
    return text.strip().lower() in _YES


def read_ladder(text: str) -> tuple[StepChange, ...]:
    """Parse moves on the ladder, one per line: ``2026-01-02 customer: bought a workshop``.

    Raises:
        ValueError: A line is not a move, or there are too many.
    """
    moves: list[StepChange] = []
    for line in text.split("\n"):
        head, _, reason = line.partition(": ")
        on, step = head.split()
        if len(reason) > MAX_LINE or len(moves) >= MAX_MOVES:
            raise ValueError
        moves.append(StepChange(date.fromisoformat(on), Step(step), _several_lines(reason)))
    return tuple(moves)


def ladder_text(ladder: Sequence[StepChange]) -> str:
    """Moves on the ladder in the format of ``read_ladder``."""
    return "\n".join(
        f"{move.on} {move.step}" + (f": {_one_line(move.reason)}" if move.reason else "") for move in ladder
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


def _line(text: str) -> str:
    if len(text) > MAX_LINE:
        raise ValueError
    return " ".join(text.splitlines())


def _names(text: str) -> tuple[str, ...]:
    names = [name.strip() for name in text.split("\n") if name.strip()]
    if len(names) > MAX_MERGED or any(len(name) > MAX_LINE for name in names):
        raise ValueError
    return tuple(dict.fromkeys(names))


_BY_KIND: Mapping[PropertyKind, Callable[[str], object]] = {
    "step": read_step,
    "days": read_every,
    "flag": read_flag,
    "ladder": read_ladder,
    "names": _names,
    "day": _day,
    "moment": _moment,
}


def _reader(row: Property) -> Callable[[str], object] | None:
    """The parser of a property's cells; None if it depends on other cells of the row."""
    if row.name == "importance":
        return read_importance
    if row.kind == "choices":
        return partial(read_choices, row)
    if row.is_simple:
        return _line if row.kind == "line" else partial(choice_of, row)
    return _BY_KIND.get(row.kind)


READERS: Mapping[str, tuple[str, Callable[[str], object]]] = {
    column: (row.name, read) for column, row in COLUMN_PROPERTIES.items() if (read := _reader(row)) is not None
}
"""The property and cell parser of each kind of column; parsers raise ValueError for an invalid cell."""

_WRITERS: Mapping[PropertyKind, Callable[[Any], str]] = {
    "fields": ", ".join,
    "choices": ", ".join,
    "names": "\n".join,
    "flag": lambda value: "yes" if value else "",
    "days": lambda value: "" if value is None else str(value or NO_REMINDERS),
    "ladder": ladder_text,
}
"""Formatters of kinds that are not written with ``str``."""


def cell_text(row: Property, contact: Contact, via_name: str) -> str:
    """The cell text of a property; empty for None.

    Args:
        via_name: The name of who introduced them; empty where ``contact.via`` is a name.
    """
    value = getattr(contact, row.name)
    if row.kind == "person":
        return via_name or str(value)
    if row.name == "uid":
        return uid_of(contact)
    write = _WRITERS.get(row.kind)
    return write(value) if write is not None else "" if value is None else str(value)
