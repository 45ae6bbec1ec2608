"""Targets of table columns, and their names in ``--map`` and on the mapping screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from netkeeper.domain.errors import UnreadableFileError
from netkeeper.domain.people.properties import SIMPLE
from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import as_compared
from netkeeper.override import override

KINDS: Mapping[str, str] = {
    "name": "the whole name",
    "family-given": "the whole name, family name first",
    "given": "given name",
    "family": "family name",
    "additional": "middle names",
    "prefix": "title before the name (Dr.)",
    "suffix": "what follows the name (Jr.)",
    "nickname": "nickname",
    "organization": "organization",
    "department": "department",
    "title": "title held there",
    "email": "email address",
    "email.label": "what the email address is for",
    "phone": "phone number",
    "phone.label": "what the phone number is for",
    "url": "web address",
    "url.label": "what the web address is for",
    "address": "postal address, all of it",
    "address.label": "what the address is for",
    "address.po-box": "post office box",
    "address.extended": "apartment, floor",
    "address.street": "street",
    "address.city": "city",
    "address.region": "region",
    "address.postal-code": "postal code",
    "address.country": "country",
    "birthday": "birthday",
    "birthday.year": "year of birth",
    "birthday.month": "month of birth",
    "birthday.day": "day of birth",
    "field": "fields",
    "step": "step",
    "hope": "hopes",
    "met": "how you met",
    "met_on": "the day you met",
    "last-contact": "the day you were last in touch",
    "via": "who introduced you",
    "every": "how often to be in touch",
    **{row.column: row.title for row in SIMPLE},
    "notes": "notes",
    "line": "a line in the notes",
    "ignore": "left out",
}
"""Kinds that the user can choose for a column, with their descriptions."""

LABELLED = frozenset(("email", "phone", "url", "event", "relation", "im", "custom"))
"""Kinds of repeatable values with labels."""

ADDRESS_PARTS = ("po-box", "extended", "street", "city", "region", "postal-code", "country")
"""The parts of an address, in the order of a vCard's ADR."""

_SHORT = {
    "first": "given", "firstname": "given", "last": "family", "lastname": "family", "surname": "family", "middle": "additional",
    "fullname": "name", "org": "organization", "company": "organization", "position": "title", "mail": "email", "e-mail": "email",
    "mobile": "phone:mobile", "tel": "phone", "web": "url", "website": "url", "linkedin": "url:linkedin",
    "street": "address.street", "city": "address.city", "region": "address.region", "zip": "address.postal-code",
    "postal-code": "address.postal-code", "country": "address.country", "bday": "birthday", "tag": "field", "tags": "field",
    "fields": "field", "note": "notes", "keep": "line", "skip": "ignore", "no": "ignore", "none": "ignore", "cadence": "every",
    "met-on": "met_on", "hopes": "hope", "last-met": "last-contact", "last_met": "last-contact", "last_contact": "last-contact",
    "last-contacted": "last-contact",
}  # fmt: skip


_USUAL = (
    "name",
    "given",
    "family",
    "organization",
    "title",
    "email",
    "phone:mobile",
    "birthday",
    "field",
    "met",
    "notes",
)


@dataclass(frozen=True, slots=True)
class Target:
    """The target of a column.

    Attributes:
        kind: A key of ``KINDS``, or one of the kinds that only the layouts of programs have.
        label: The label of its values, if the header has one (``mobile``).
        number: The number in the header (``E-mail 2``), else 1.
    """

    kind: str
    label: str = ""
    number: int = 1

    @override
    def __str__(self) -> str:
        """In the syntax of ``--map``: ``phone:mobile``."""
        return f"{self.kind}:{self.label}" if self.label else self.kind


LINE = Target("line")
"""The target of unknown columns: a line in the notes, so that nothing is lost."""


def parse_target(text: str) -> Target:
    """Parse a target as typed: ``given``, ``phone:mobile``, ``address.street:home``.

    Raises:
        UnreadableFileError: It is not a target.
    """
    word, _, label = text.strip().partition(":")
    word = word.strip().lower()
    word, _, usual = _SHORT.get(word, word).partition(":")
    if word not in KINDS:
        from difflib import get_close_matches

        close = get_close_matches(word[:40], (*KINDS, *_SHORT), 1, 0.6)
        meant = f"; did you mean '{close[0]}'?" if close else "."
        raise UnreadableFileError(
            f"{quoted(text)} is nothing that a column can be{meant} It may be {', '.join(_USUAL)} or ignore, for example."
        )
    return Target(word, label.strip() or usual)


def header_key(header: str) -> str:
    """The normalized form by which headers are compared."""
    return as_compared(header[:200])
