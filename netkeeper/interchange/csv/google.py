"""Writing the CSV layout of Google Contacts.

netkeeper's own properties go to custom fields, which Google shows and keeps. Formulas are not escaped: Google
needs ``+358…`` unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.people.properties import PROPERTIES
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.csv.custom_fields import TITLES, cell_text
from netkeeper.interchange.csv.extras import Extras, extras_of
from netkeeper.interchange.csv.labels import google_label
from netkeeper.interchange.csv.several import GOOGLE_SEPARATOR, without_separator
from netkeeper.interchange.csv.sheet import parts_to_write, write_sheet
from netkeeper.interchange.vcard.own import STEP_CATEGORY

FIXED = (
    "First Name", "Middle Name", "Last Name", "Phonetic First Name", "Phonetic Middle Name", "Phonetic Last Name", "Name Prefix",
    "Name Suffix", "Nickname", "File As", "Organization Name", "Organization Title", "Organization Department", "Birthday", "Notes",
    "Photo", "Labels",
)  # fmt: skip
"""The columns that always come first."""

_ADDRESS = ("Label", "Formatted", "Street", "City", "PO Box", "Region", "Postal Code", "Country", "Extended Address")
_PAIR = ("Label", "Value")
_THINGS = (
    ("E-mail", _PAIR), ("Phone", _PAIR), ("Address", _ADDRESS), ("Relation", _PAIR), ("Website", _PAIR), ("Event", _PAIR),
    ("Custom Field", _PAIR),
)  # fmt: skip
_ALWAYS = ("E-mail", "Phone")


def write_google(cards: Iterable[WriteContact]) -> bytes:
    """Write contacts in Google's layout.

    Returns:
        UTF-8 with a byte order mark; Google's exact headers, with as many numbered columns as the contacts need.
    """
    found = [_entries(card) for card in cards]
    counts = {
        thing: max([1 if thing in _ALWAYS else 0, *(len(entries.get(thing, ())) for _, entries in found)])
        for thing, _ in _THINGS
    }
    header = list(FIXED)
    for thing, parts in _THINGS:
        header += [f"{thing} {number} - {part}" for number in range(1, counts[thing] + 1) for part in parts]
    return write_sheet(header, (_row(fixed, entries, counts) for fixed, entries in found))


def _row(fixed: list[str], entries: dict[str, list[Sequence[str]]], counts: dict[str, int]) -> list[str]:
    row = list(fixed)
    for thing, parts in _THINGS:
        cells = [cell for entry in entries.get(thing, ()) for cell in entry]
        row += cells + [""] * (counts[thing] * len(parts) - len(cells))
    return row


def _entries(card: WriteContact) -> tuple[list[str], dict[str, list[Sequence[str]]]]:
    """The cells of the fixed columns, and the entries of the numbered ones by title."""
    contact = card.contact
    extras = extras_of(card.unknown_properties)
    entries: dict[str, list[Sequence[str]]] = {
        "E-mail": _labelled(contact.emails),
        "Phone": _labelled(contact.phones),
        "Address": _addresses(contact),
        "Relation": [(label, value) for label, value in extras.relations],
        "Website": _labelled(contact.urls),
        "Event": [(label, value) for label, value in extras.events],
        "Custom Field": _custom(contact, card.via_name),
    }
    return _fixed(contact, extras), entries


def _fixed(contact: Contact, extras: Extras) -> list[str]:
    parts = parts_to_write(contact)
    texts = extras.texts
    step = [] if contact.step is Step.POTENTIAL else [f"{STEP_CATEGORY}{contact.step}"]
    return [
        parts.given, parts.additional, parts.family, texts.get("phonetic-given", ""), texts.get("phonetic-additional", ""),
        texts.get("phonetic-family", ""), parts.prefix, parts.suffix, texts.get("nickname", ""), "",
        without_separator(contact.organization), without_separator(contact.title), texts.get("department", ""), str(contact.birthday) if contact.birthday else "", contact.notes,
        texts.get("photo", ""), GOOGLE_SEPARATOR.join((*contact.fields, *step, "* myContacts")),
    ]  # fmt: skip


def _labelled(items: Sequence[Labelled]) -> list[Sequence[str]]:
    """Pairs of label and cell: consecutive values of one label share a cell, a star marks the preferred one."""
    entries: list[Sequence[str]] = []
    for place, item in enumerate(items):
        label, value = google_label(without_separator(item.label)), without_separator(item.value)
        label = f"* {label}" if place == 0 and len(items) > 1 else label
        if entries and entries[-1][0] == label:
            entries[-1] = (label, f"{entries[-1][1]}{GOOGLE_SEPARATOR}{value}")
        else:
            entries.append((label, value))
    return entries


def _addresses(contact: Contact) -> list[Sequence[str]]:
    entries: list[Sequence[str]] = []
    for each in contact.addresses:
        parts = (each.street, each.locality, each.po_box, each.region, each.postal_code, each.country, each.extended)
        formatted = each.one_line().replace(", ", "\n")
        entries.append([google_label(without_separator(each.label)), formatted, *map(without_separator, parts)])
    return entries


def _custom(contact: Contact, via_name: str) -> list[Sequence[str]]:
    """Custom fields for properties without a Google column, titled as in netkeeper's own table."""
    return [(TITLES[kind], without_separator(text)) for kind, text in own_texts(contact, via_name) if text]


def own_texts(contact: Contact, via_name: str) -> list[tuple[str, str]]:
    """Kinds and texts of netkeeper's own properties; texts may be empty."""
    shown = parts_to_write(contact).formatted()
    own = [(row.column, cell_text(row, contact, via_name)) for row in PROPERTIES.values() if row.elsewhere]
    return [("name", "" if shown == contact.name else contact.name), *own]
