"""Statistics of a network: people by step, by field, and by time since the latest contact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from netkeeper.domain.people.contact import Contact
from netkeeper.domain.people.ladder import Step

FIELDS_SHOWN = 12
"""Maximum number of field bars; further fields are summed in one bar."""

WARMTH: Sequence[tuple[str, int]] = (
    ("within a month", 31),
    ("within three months", 92),
    ("within half a year", 183),
    ("within a year", 366),
)
"""Labels and upper limits, in days since the latest contact."""
_LONGER, _NEVER = "longer ago", "not met yet"


@dataclass(frozen=True, slots=True)
class Bar:
    """Number of people in a category.

    Attributes:
        name: The category; not escaped.
        steps: The number on each step, lowest first.
    """

    name: str
    steps: tuple[int, ...]

    @property
    def people(self) -> int:
        """Total number of people."""
        return sum(self.steps)


@dataclass(frozen=True, slots=True)
class Shape:
    """Statistics of a network, archived people excluded.

    Attributes:
        people: Number of people.
        ladder: A bar per step, highest first.
        fields: Bars of the largest fields, largest first; then of other fields and of people without any.
        warmth: A bar per time span since the latest contact, shortest first.
    """

    people: int
    ladder: tuple[Bar, ...]
    fields: tuple[Bar, ...]
    warmth: tuple[Bar, ...]


def shape_of(contacts: Sequence[Contact], on: date) -> Shape:
    """The statistics on a day."""
    active = [contact for contact in contacts if not contact.archived]
    by_field: dict[str, list[Contact]] = {}
    by_warmth: dict[str, list[Contact]] = {name: [] for name in (*(name for name, _ in WARMTH), _LONGER, _NEVER)}
    for contact in active:
        for field in dict.fromkeys(field.partition("/")[0] for field in contact.fields):
            by_field.setdefault(field, []).append(contact)
        by_warmth[_warmth(contact, on)].append(contact)
    largest = sorted(by_field, key=lambda field: (-len(by_field[field]), field))
    fields = [_bar(field, by_field[field]) for field in largest[:FIELDS_SHOWN]]
    rest = {contact.id: contact for field in largest[FIELDS_SHOWN:] for contact in by_field[field]}
    if rest:
        fields.append(_bar("other fields", list(rest.values())))
    if without := [contact for contact in active if not contact.fields]:
        fields.append(_bar("no field yet", without))
    return Shape(
        len(active),
        tuple(_bar(str(step), [contact for contact in active if contact.step is step]) for step in reversed(Step)),
        tuple(fields),
        tuple(_bar(name, people) for name, people in by_warmth.items()),
    )


def _warmth(contact: Contact, on: date) -> str:
    if contact.last_on is None:
        return _NEVER
    days = (on - contact.last_on).days
    return next((name for name, most in WARMTH if days <= most), _LONGER)


def _bar(name: str, people: Sequence[Contact]) -> Bar:
    return Bar(name, tuple(sum(contact.step is step for contact in people) for step in Step))
