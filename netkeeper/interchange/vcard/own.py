"""netkeeper's own properties of contacts as ``X-NETKEEPER-…`` properties, reading and writing.

Their values are escaped as TEXT (RFC 6350, section 3.4): programs unescape an unknown property once and cut it at the
first comma or semicolon that is left. Files of earlier versions, whose commas and semicolons were bare, are read as well.

Files are not trusted: values that netkeeper can't have written are left out, with a remark.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, cast

from netkeeper.domain.language.values import MAX_LINE
from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.identity.written_values import DIGEST_LENGTH, digests_of
from netkeeper.domain.people.ids import bare_uid
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.people.properties import PROPERTIES, Property, PropertyKind, choice_of
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.vcard.values import escape, split, split_escaped, unescape

PREFIX = "X-NETKEEPER-"
STEP_CATEGORY = "step:"
"""Prefix of the step in CATEGORIES: ``step:customer``."""

NAME_PARTS = "NAME-PARTS"
NO_PARTS_LINE = f"{PREFIX}{NAME_PARTS}:unknown"
"""Marks guessed name parts, which are written for programs that show only N."""

WRITTEN = "WRITTEN"
"""The digests of the values as they were written, by which an edit in another program is told."""

WHOLE_UID = "UID"
"""The UID with its ``urn:uuid:``, which vCards 3.0 are written without."""

# A UUID of version 8 (RFC 9562, section 5.8): "netkeep", then the digits of the contact's id.
_UID_START = "urn:uuid:6e65746b-6565-8070-8"
_UID = re.compile(bare_uid(_UID_START) + r"([1-9][0-9]{2})-([0-9]{12})", re.IGNORECASE)
_ID = re.compile(r"([1-9][0-9]{2})([0-9]{12})", re.ASCII)

MAX_CADENCE_DAYS = 36_500
MAX_MOVES = 1_000
MAX_MERGED = 1_000
MAX_DIGESTS = 500
_DIGEST = re.compile(rf"[0-9a-f]{{{DIGEST_LENGTH}}}")
_UTC_LENGTH = len("2026-11-02T08:00:00Z")


class OwnProperties:
    """The X-NETKEEPER properties of a card.

    Attributes:
        values: Values of the contact's properties by name.
        has_no_parts: Whether the name parts are marked as guessed.
        uid: The UID with its ``urn:uuid:``, if it had one.
        written: The digests of the values that netkeeper wrote, by property.
    """

    __slots__ = ("has_no_parts", "uid", "values", "written")

    def __init__(self) -> None:
        self.values: dict[str, Any] = {}
        self.has_no_parts = False
        self.uid = ""
        self.written: dict[str, frozenset[str]] = {}

    def take(self, name: str, value: str) -> bool:
        """Read a property.

        Args:
            name: Its name in capitals, without the prefix.
            value: Its escaped value.

        Returns:
            Whether netkeeper has such a property; others are unknown properties.

        Raises:
            ValueError: The value is invalid.
        """
        if name == NAME_PARTS:
            self.has_no_parts = value.strip().lower() == "unknown"
            return True
        if name == WHOLE_UID:
            self.uid = unescape(value).strip()
            return True
        if name == WRITTEN:
            self.written = _read_digests(unescape(value))
            return True
        row = _ROWS.get(name)
        if row is None:
            return False
        read = _READERS[row.kind](row, value.strip())
        if row.kind not in _MOST_LINES:
            self.values[row.name] = read
            return True
        all_read = (*self.values.get(row.name, ()), *cast("tuple[object, ...]", read))
        if len(all_read) > _MOST_LINES[row.kind]:
            raise ValueError
        self.values[row.name] = tuple(dict.fromkeys(all_read)) if row.kind == "names" else all_read
        return True


_FIRST = ("hopes", "cadence", "met", "via")
"""Properties that come first, as in files of the first version; the others follow in their own order."""

_ROWS: Mapping[str, Property] = {
    PROPERTIES[name].vcard: PROPERTIES[name] for name in (*_FIRST, *PROPERTIES) if PROPERTIES[name].vcard
}


_MOST_LINES: Mapping[PropertyKind, int] = {"ladder": MAX_MOVES, "names": MAX_MERGED}
"""Kinds of which each item has a line of its own, with the most items that are read."""


def _read_choices(row: Property, value: str) -> object:
    return tuple(dict.fromkeys(choice_of(row, word) for word in split(unescape(value), ",") if word))


def _read_days(_row: Property, value: str) -> object:
    if not (value.isascii() and value.isdigit() and len(value) < 6 and int(value) <= MAX_CADENCE_DAYS):
        raise ValueError
    return int(value)


def _read_flag(_row: Property, value: str) -> object:
    if value.lower() not in ("true", "false"):
        raise ValueError
    return value.lower() == "true"


def _read_names(_row: Property, value: str) -> object:
    # Earlier versions wrote all of them in one line.
    names = split(value, ",")
    if any(len(name) > MAX_LINE for name in names):
        raise ValueError
    return tuple(filter(None, names))


def _read_move(_row: Property, value: str) -> object:
    if len(split_escaped(value, ";")) > 1:
        on, step, reason = split(value, ";")  # An earlier version's.
    else:
        on, step, reason = unescape(value).split(";", 2)
    if len(reason) > MAX_LINE:
        raise ValueError
    return (StepChange(date.fromisoformat(on), Step(step), reason.strip()),)


def _read_line(_row: Property, value: str) -> object:
    text = unescape(value)
    if len(text) > MAX_LINE:
        raise ValueError
    return text


def _read_moment(_row: Property, value: str) -> object:
    if not (moment := read_utc(value)):
        raise ValueError
    return moment


_READERS: Mapping[PropertyKind, Callable[[Property, str], object]] = {
    "line": _read_line,
    "person": _read_line,
    "choice": choice_of,
    "choices": _read_choices,
    "days": _read_days,
    "flag": _read_flag,
    "names": _read_names,
    "ladder": _read_move,
    "day": lambda _, value: date.fromisoformat(value),
    "moment": _read_moment,
}
"""Parsers by kind of property; they raise ValueError for invalid values."""

_WRITERS: Mapping[PropertyKind, Callable[[Any], str]] = {
    "choices": ",".join,
    "flag": lambda value: "true" if value else "",
    "moment": lambda value: read_utc(value),
}
"""Formatters of kinds of one line that are not written with ``str``, to be escaped."""

_LINES: Mapping[PropertyKind, Callable[[Any], list[str]]] = {
    "ladder": lambda moves: [f"{move.on};{move.step};{move.reason}" for move in moves],
    "names": list,
}
"""Formatters of kinds of a line for each item, to be escaped."""


def _read_digests(text: str) -> dict[str, frozenset[str]]:
    """The digests of ``title 5f3a01bc phones 00c2d1e0 9b1f22aa``; what is no digest names the property of those after it."""
    found: dict[str, frozenset[str]] = {}
    name = ""
    for word in text.split()[:MAX_DIGESTS]:
        if _DIGEST.fullmatch(word):
            found[name] = found.get(name, frozenset()) | {word}
        else:
            name = word
    return found


def _digests_line(contact: Contact) -> list[str]:
    """The digests of a contact that is known again by its UID."""
    if not uid_of(contact):
        return []
    words = [word for name, digests in digests_of(contact).items() for word in (name, *digests)]
    return [f"{PREFIX}{WRITTEN}:{' '.join(words[:MAX_DIGESTS])}"]


def remark(name: str, value: str) -> str:
    """The message about an invalid property."""
    return f"{PREFIX}{name} can't be {quoted(value)}; left out"


def uid_of(contact: Contact) -> str:
    """The UID of a contact: its own, else one made of its id; empty if it has neither."""
    return contact.uid or uid_of_id(contact.id)


def uid_of_id(contact_id: str) -> str:
    """The UID that netkeeper makes of an id; empty for what is none."""
    digits = _ID.fullmatch(contact_id)
    return f"{_UID_START}{digits[1]}-{digits[2]}" if digits else ""


def id_in_uid(uid: str) -> str:
    """The contact id in a UID that netkeeper made, with ``urn:uuid:`` or without; empty for other UIDs."""
    found = _UID.fullmatch(bare_uid(uid))
    return found[1] + found[2] if found else ""


def own_lines(contact: Contact, via_name: str) -> list[str]:
    """The X-NETKEEPER properties of a contact, as content lines.

    Args:
        via_name: The name of who introduced the contact; empty where ``contact.via`` is a name.
    """
    lines = []
    for name, row in _ROWS.items():
        value = getattr(contact, row.name)
        if row.kind in _LINES:
            texts = _LINES[row.kind](value)
        else:
            write = _WRITERS.get(row.kind, str)
            texts = [via_name or value if row.kind == "person" else "" if value is None else write(value)]
        lines += [f"{PREFIX}{name}:{text}" for each in texts if (text := escape(each))]
    return lines + _digests_line(contact)


def read_utc(value: str) -> str:
    """Convert a time to the form of audit times (UTC, ISO 8601 with seconds and ``Z``); empty if invalid.

    Args:
        value: ``20261102T080000Z`` or ``2026-11-02T08:00:00Z`` (REV, RFC 6350, section 6.7.4), or with
            another zone; without one it is UTC, and a bare date means midnight.
    """
    value = value.strip()
    try:
        moment = datetime.fromisoformat(value)
        if moment.tzinfo is None:
            return f"{moment.replace(microsecond=0).isoformat()}Z"
        if len(value) == _UTC_LENGTH and value[10] == "T" and value[19] == "Z":
            return value
        return f"{moment.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()}Z"
    except (ValueError, OverflowError):
        return ""
