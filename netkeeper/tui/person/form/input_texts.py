"""The texts of the contact form's inputs: made of a contact, and parsed to its properties."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

from netkeeper.domain.dates.describe import describe_cadence
from netkeeper.domain.dates.spans import parse_cadence
from netkeeper.domain.errors import UnknownPersonError
from netkeeper.domain.language.contact_words import checked_birthday, checked_note
from netkeeper.domain.language.values import NONE, choice_or_none, normal_field, one_line
from netkeeper.domain.people.contact import Contact, NameParts
from netkeeper.domain.people.names import check_name
from netkeeper.domain.people.properties import SIMPLE, Property
from netkeeper.tui.forms.repeated_entries import in_line, in_lines

PARTS = ("prefix", "given", "additional", "family", "suffix")
"""The parts of a name, in reading order."""

NO_REMINDERS = "none"
"""The text for no cadence at all."""

FindPerson = Callable[[str], str]
"""Returns the id of the one person that a text names; raises UnknownPersonError or AmbiguousPersonError."""


def parts_texts(parts: NameParts) -> dict[str, str]:
    """The inputs' texts for a name's parts."""
    return {part: in_line(getattr(parts, part)) for part in PARTS}


def cadence_text(cadence: int | None) -> str:
    """A cadence in days as text: ``6 weeks``; empty for the step's own (None)."""
    if cadence is None:
        return ""
    return describe_cadence(cadence) if cadence else NO_REMINDERS


def parsed_cadence(text: str) -> int | None:
    """The cadence in days that a text means; None for an empty one; raises as :func:`parse_cadence`."""
    return parse_cadence(text.strip(" ,;")) if text.strip() else None


def input_texts(contact: Contact, via_name: str) -> dict[str, str]:
    """The texts that the inputs are filled with."""
    return {
        "name": in_line(contact.name),
        **parts_texts(contact.name_parts),
        "organization": in_line(contact.organization),
        "title": in_line(contact.title),
        "birthday": _birthday_text(contact),
        "fields": in_line(", ".join(contact.fields)),
        "met": in_line(contact.met),
        "via": in_line(via_name),
        "cadence": cadence_text(contact.cadence),
        "notes": in_lines(contact.notes),
        **{row.name: in_line(getattr(contact, row.name) or "") for row in SIMPLE},
        "reason": "",
        "next": "",
        "todo": "",
    }


def _birthday_text(contact: Contact) -> str:
    if contact.birthday is None:
        return ""
    born = contact.birthday
    return f"{born.day}.{born.month}.{born.year or ''}"


def parsers(base: Contact, today: date, find: FindPerson) -> Mapping[str, Callable[[str], object]]:
    """The parser of each input's text, by the property's name."""
    return {
        "name": lambda text: check_name(" ".join(text.split())),
        "birthday": lambda text: checked_birthday(text, today) if text.strip() else None,
        "fields": lambda text: _fields(text, base.fields),
        "via": lambda text: person_id(text, find),
        "cadence": parsed_cadence,
        "notes": checked_note,
        **{name: partial(one_line, name) for name in ("organization", "title", "met")},
        **{row.name: partial(_simple, row) for row in SIMPLE},
    }


def _simple(row: Property, text: str) -> object:
    """Parse a simple property: a line of text, or a choice."""
    return one_line(row.word, text) if row.kind == "line" else choice_or_none(row, text or NONE)


def _fields(text: str, kept: tuple[str, ...]) -> tuple[str, ...]:
    """Parse comma-separated fields; a stored field that contains a comma itself (from an import) stays whole."""
    odd = [rf"\s*{re.escape(each)}\s*(?=,|$)" for each in kept if "," in each]
    parts = [part.strip() for part in re.findall("|".join([*odd, "[^,]+"]), text)]
    return tuple(dict.fromkeys(part if part in kept else normal_field(part) for part in parts if part))


def person_id(text: str, find: FindPerson) -> str:
    """The id of the person that a text names; the text itself where it names nobody here.

    Raises:
        AmbiguousPersonError: It may name several.
    """
    written = one_line("via", " ".join(text.split()))
    if not written:
        return ""
    try:
        return find(written)
    except UnknownPersonError:
        return written
