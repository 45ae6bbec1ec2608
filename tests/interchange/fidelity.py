"""What each table can hold of a contact, in words and exactly: the tests and the docs go by this list."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any, Literal, NamedTuple

from netkeeper.domain.people.contact import Address, Contact, Labelled
from netkeeper.domain.people.names import name_parts_from
from netkeeper.domain.people.properties import PROPERTIES, Property
from netkeeper.interchange.csv.labels import read_label
from netkeeper.interchange.csv.outlook import ADDRESSES, EMAILS, PHONES
from netkeeper.interchange.csv.several import without_separator

Format = Literal["csv", "google", "outlook"]

Held = Callable[[Contact], Contact]
"""A contact with one property as it comes back."""


class Fidelity(NamedTuple):
    """How a table holds a property.

    Attributes:
        words: For people: ``yes``, ``no``, or what comes back otherwise.
        held: The contact with the property as it comes back.
    """

    words: str
    held: Held


def _same(contact: Contact) -> Contact:
    return contact


def _with(contact: Contact, attribute: str, value: Any) -> Contact:
    return replace(contact, **{attribute: value})


def _without(attribute: str) -> Held:
    default = "" if attribute == "id" else next(field.default for field in fields(Contact) if field.name == attribute)
    return lambda contact: _with(contact, attribute, default)


def _no(attribute: str) -> Fidelity:
    return Fidelity("no", _without(attribute))


def _guessed_parts(contact: Contact) -> Contact:
    known = contact.name_parts.formatted()
    return contact if known else replace(contact, name_parts=name_parts_from(contact.name))


def _google_text(attribute: str) -> Held:
    return lambda contact: _with(contact, attribute, without_separator(getattr(contact, attribute)))


def _google_label(label: str) -> str:
    label = without_separator(label)
    return read_label(label[1:] if label == "*" or label.startswith("* ") else label)


def _google_values(attribute: str) -> Held:
    def held(contact: Contact) -> Contact:
        items: tuple[Labelled, ...] = getattr(contact, attribute)
        starred = [item for item in items[1:] if item.label == "*" or item.label.startswith("* ")]
        others = [item for item in items[1:] if item not in starred]
        first = [
            Labelled(without_separator(item.value), read_label(without_separator(item.label))) for item in items[:1]
        ]
        if len(items) == 1:
            first = [Labelled(first[0].value, _google_label(items[0].label))]
        rest = [Labelled(without_separator(item.value), _google_label(item.label)) for item in (*starred, *others)]
        return _with(contact, attribute, tuple(first + rest))

    return held


def _google_addresses(contact: Contact) -> Contact:
    addresses = (
        Address(
            read_label(without_separator(each.label).removeprefix("* ")), without_separator(each.po_box), without_separator(each.extended),
            without_separator(each.street), without_separator(each.locality), without_separator(each.region), without_separator(each.postal_code),
            without_separator(each.country),
        )
        for each in contact.addresses
    )  # fmt: skip
    return replace(contact, addresses=tuple(addresses))


def _outlook_emails(contact: Contact) -> Contact:
    first = [Labelled(email.value) for email in contact.emails[: len(EMAILS)]]
    rest = [Labelled(email.value, read_label(email.label)) for email in contact.emails[len(EMAILS) :]]
    return replace(contact, emails=(*first, *rest))


def _outlook_phones(contact: Contact) -> Contact:
    columns = {column: label for label, columns in PHONES.items() for column in columns}
    taken: dict[str, Labelled] = {}
    rest = []
    for phone in contact.phones:
        column = next((each for each in PHONES.get(read_label(phone.label), ()) if each not in taken), "")
        if column:
            taken[column] = Labelled(phone.value, read_label(phone.label))
        else:
            rest.append(Labelled(phone.value, read_label(phone.label)))
    return replace(contact, phones=(*(taken[column] for column in columns if column in taken), *rest))


def _outlook_urls(contact: Contact) -> Contact:
    rest = (Labelled(url.value, read_label(url.label)) for url in contact.urls[1:])
    return replace(contact, urls=(*(Labelled(url.value) for url in contact.urls[:1]), *rest))


def _outlook_addresses(contact: Contact) -> Contact:
    taken: dict[str, Address] = {}
    rest = []
    for address in contact.addresses:
        label = read_label(address.label)
        place = ADDRESSES.get(label, "")
        if place and place not in taken:
            street = "\n".join(line for line in (*address.street.split("\n"), address.extended) if line)
            taken[place] = replace(address, label=label or "other", street=street, extended="")
        else:
            rest.append(replace(address, label=label))
    columns = dict.fromkeys(ADDRESSES.values())
    return replace(contact, addresses=(*(taken[place] for place in columns if place in taken), *rest))


def _outlook_fields(contact: Contact) -> Contact:
    def is_odd(field: str) -> bool:
        return "," in field or ";" in field

    return replace(contact, fields=tuple(sorted(contact.fields, key=is_odd)))


_YES = Fidelity("yes", _same)
_SPLIT = "yes, but ` ::: ` in it becomes ` :: `"
_UID = Fidelity(
    "yes, where it has no UID of its own", lambda contact: replace(contact, id="" if contact.uid else contact.id)
)

_SPECIAL: Mapping[str, tuple[Fidelity, Fidelity, Fidelity]] = {
    "id": (_UID, _no("id"), _no("id")),
    "name": (_YES, Fidelity(_SPLIT, lambda contact: replace(contact, name=_google_name(contact))), _YES),
    "name_parts": (
        _YES,
        Fidelity("yes; guessed from the name where unknown", _guessed_parts),
        Fidelity("yes; guessed from the name where unknown", _guessed_parts),
    ),
    "organization": (_YES, Fidelity(_SPLIT, _google_text("organization")), _YES),
    "title": (_YES, Fidelity(_SPLIT, _google_text("title")), _YES),
    "emails": (
        _YES,
        Fidelity("yes; usual labels in Google's words", _google_values("emails")),
        Fidelity("yes, but without the labels of the first three", _outlook_emails),
    ),
    "phones": (
        _YES,
        Fidelity("yes; usual labels in Google's words", _google_values("phones")),
        Fidelity(
            "yes, in the order of Outlook's columns; usual labels, Finnish ones too, become the column's",
            _outlook_phones,
        ),
    ),
    "urls": (
        _YES,
        Fidelity("yes; usual labels in Google's words", _google_values("urls")),
        Fidelity("yes, but without the label of the first", _outlook_urls),
    ),
    "addresses": (
        _YES,
        Fidelity("yes; usual labels in Google's words", _google_addresses),
        Fidelity(
            "yes; the apartment becomes a line of the street, no label becomes `other`, and usual labels the column's",
            _outlook_addresses,
        ),
    ),
    "birthday": (_YES, _YES, _YES),
    "fields": (_YES, _YES, Fidelity("yes; those with a comma or semicolon come last", _outlook_fields)),
    "step": (_YES, _YES, _YES),
    "notes": (_YES, _YES, _YES),
}
"""What has columns of its own in Google's table or Outlook's."""


def _usual(row: Property) -> tuple[Fidelity, Fidelity, Fidelity]:
    """One column of netkeeper's own table; and a custom field or a line in the notes, where the others hold it."""
    if not row.elsewhere:
        return _YES, _no(row.name), _no(row.name)
    return _YES, Fidelity(_SPLIT, _google_text(row.name)) if row.kind in ("line", "person") else _YES, _YES


HOLDS: Mapping[str, tuple[Fidelity, Fidelity, Fidelity]] = {
    name: _SPECIAL.get(name) or _usual(PROPERTIES[name]) for name in ("id", *PROPERTIES)
}
"""Each property of a contact, in netkeeper's own table, Google's and Outlook's."""

FORMATS: tuple[Format, ...] = ("csv", "google", "outlook")


def _google_name(contact: Contact) -> str:
    """The name: of its parts where they make it up, else a custom field."""
    parts = contact.name_parts if contact.name_parts.formatted() else name_parts_from(contact.name)
    return contact.name if parts.formatted() == contact.name else without_separator(contact.name)


def as_held(contact: Contact, form: Format) -> Contact:
    """A contact as it comes back from a table."""
    place = FORMATS.index(form)
    for holdings in HOLDS.values():
        contact = holdings[place].held(contact)
    return contact


def holds_table() -> str:
    """The list as the docs show it, in Markdown."""
    rows = ["| property | `csv` | `google` | `outlook` |", "| --- | --- | --- | --- |"]
    rows += [
        f"| {name.replace('_', ' ')} | {' | '.join(each.words for each in holdings)} |"
        for name, holdings in HOLDS.items()
    ]
    return "\n".join(rows)
