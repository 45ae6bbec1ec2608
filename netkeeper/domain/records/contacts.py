"""Codec of contacts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from netkeeper.domain.people.contact import Address, Contact, Labelled, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.people.properties import PROPERTIES, Property, PropertyKind
from netkeeper.domain.records.values import Fields, day_of, each, filled, iso, optional_day

if TYPE_CHECKING:
    from netkeeper.domain.dates.birthday import Birthday


def _parts(parts: NameParts) -> Fields:
    return filled(
        prefix=parts.prefix,
        given=parts.given,
        additional=parts.additional,
        family=parts.family,
        suffix=parts.suffix,
    )


def _labelled(item: Labelled) -> Fields:
    return {"value": item.value, "label": item.label} if item.label else {"value": item.value}


def _address(address: Address) -> Fields:
    return filled(
        label=address.label,
        po_box=address.po_box,
        extended=address.extended,
        street=address.street,
        locality=address.locality,
        region=address.region,
        postal_code=address.postal_code,
        country=address.country,
    )


def _step_change(change: StepChange) -> Fields:
    return {
        "on": change.on.isoformat(),
        "step": str(change.step),
        **({"reason": change.reason} if change.reason else {}),
    }


_FRONT = (
    "name", "step", "cadence", "archived", "unsorted", "last_on", "first_on", "tried_on", "nudge_from", "first_turn_on",
    "importance", "created", "birthday", "hopes", "fields",
)  # fmt: skip
"""The properties of a summary come first, in the order that store/contact_summaries.py reads."""

_ORDER = (*_FRONT, *(name for name in PROPERTIES if name not in _FRONT))


def _birthday(text: str) -> Birthday | None:
    # Loaded here for a light start: many commands read no birthday.
    from netkeeper.domain.dates.birthday import Birthday

    return Birthday.from_iso(text) if text else None


def _moves(moves: tuple[StepChange, ...]) -> list[Fields]:
    return each(moves, _step_change)


_CODECS: Mapping[PropertyKind, tuple[Callable[[Any], Any] | None, Callable[[Any], Any] | None]] = {
    "parts": (_parts, lambda document: NameParts(**document)),
    "labelled": (
        lambda items: each(items, _labelled),
        lambda items: tuple([Labelled(item["value"], item.get("label", "")) for item in items]),
    ),
    "addresses": (
        lambda items: each(items, _address),
        lambda items: tuple(Address(**item) for item in items),
    ),
    "birthday": (str, _birthday),
    "fields": (list, tuple),
    "names": (list, tuple),
    "step": (str, Step),
    "ladder": (
        _moves,
        lambda items: tuple(
            StepChange(day_of(item["on"]), Step(item["step"]), item.get("reason", "")) for item in items
        ),
    ),
    "day": (iso, optional_day),
}
"""The encoder and decoder by kind of property; other kinds are stored as they are."""


def _codec(row: Property) -> tuple[Callable[[Any], Any] | None, Callable[[Any], Any] | None]:
    if row.kind == "choice":
        choice = type(row.choices[0])
        return str, lambda text: choice(text) if text else None
    if row.kind == "choices":
        return lambda items: each(items, str), lambda items: tuple(map(type(row.choices[0]), items))
    return _CODECS.get(row.kind, (None, None))


_WRITERS = tuple((name, _codec(PROPERTIES[name])[0]) for name in _ORDER)
_READERS = tuple((name, read) for name, row in PROPERTIES.items() if (read := _codec(row)[1]) is not None)
_KNOWN = frozenset(PROPERTIES)


def contact_document(contact: Contact) -> Fields:
    """A contact as a document, its id left out."""
    document: Fields = {}
    for name, write in _WRITERS:
        value = getattr(contact, name)
        # 0 is a value, False is empty; name parts without a part are left out.
        if value or (value == 0 and value is not False):
            written = write(value) if write is not None else value
            if written or written == 0:
                document[name] = written
    return document


def contact_from(number: str, document: Fields) -> Contact:
    """A document as a contact; missing properties have their defaults, unknown ones are ignored.

    Raises:
        KeyError: The name or step is missing.
        ValueError: A value isn't valid for its property.
    """
    values = dict(document)
    if not values.keys() <= _KNOWN:
        # A newer netkeeper wrote it.
        values = {name: value for name, value in values.items() if name in _KNOWN}
    values["step"] = document["step"]
    for name, read in _READERS:
        if name in values:
            values[name] = read(values[name])
    return Contact(id=number, name=values.pop("name"), **values)
