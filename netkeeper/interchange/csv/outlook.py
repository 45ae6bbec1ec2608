"""Writing Outlook's CSV layout: the columns of its own export and of Microsoft's sample, for desktop and web.

Outlook has three emails, a few phones and one address each for home, work and other. Further values go to a
footer in the notes, which the reader recognizes. Formulas are not escaped: Outlook needs ``+358…`` unchanged.
"""

from __future__ import annotations

from collections.abc import Iterable

from netkeeper.domain.people.contact import Address, Contact
from netkeeper.domain.people.ladder import Step
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.csv.custom_fields import TITLES
from netkeeper.interchange.csv.extras import Extras, extras_of
from netkeeper.interchange.csv.google import own_texts
from netkeeper.interchange.csv.labels import read_label
from netkeeper.interchange.csv.notes_footer import FooterLine, with_footer
from netkeeper.interchange.csv.sheet import parts_to_write, write_sheet
from netkeeper.interchange.vcard.own import STEP_CATEGORY
from netkeeper.interchange.vcard.values import escape

COLUMNS = (
    "Title", "First Name", "Middle Name", "Last Name", "Suffix", "Company", "Department", "Job Title", "Business Street",
    "Business Street 2", "Business Street 3", "Business City", "Business State", "Business Postal Code", "Business Country/Region",
    "Home Street", "Home Street 2", "Home Street 3", "Home City", "Home State", "Home Postal Code", "Home Country/Region",
    "Other Street", "Other Street 2", "Other Street 3", "Other City", "Other State", "Other Postal Code", "Other Country/Region",
    "Assistant's Phone", "Business Fax", "Business Phone", "Business Phone 2", "Callback", "Car Phone", "Company Main Phone",
    "Home Fax", "Home Phone", "Home Phone 2", "ISDN", "Mobile Phone", "Other Fax", "Other Phone", "Pager", "Primary Phone",
    "Radio Phone", "TTY/TDD Phone", "Telex", "Account", "Anniversary", "Assistant's Name", "Billing Information", "Birthday",
    "Business Address PO Box", "Categories", "Children", "Directory Server", "E-mail Address", "E-mail Type",
    "E-mail Display Name", "E-mail 2 Address", "E-mail 2 Type", "E-mail 2 Display Name", "E-mail 3 Address", "E-mail 3 Type",
    "E-mail 3 Display Name", "Gender", "Government ID Number", "Hobby", "Home Address PO Box", "Initials", "Internet Free Busy",
    "Keywords", "Language", "Location", "Manager's Name", "Mileage", "Notes", "Office Location", "Organizational ID Number",
    "Other Address PO Box", "Priority", "Private", "Profession", "Referred By", "Sensitivity", "Spouse", "User 1", "User 2",
    "User 3", "User 4", "Web Page",
)  # fmt: skip
"""The exact headers."""

PHONES = {
    "assistant": ("Assistant's Phone",), "work fax": ("Business Fax",), "work": ("Business Phone", "Business Phone 2"),
    "callback": ("Callback",), "car": ("Car Phone",), "main": ("Company Main Phone",), "home fax": ("Home Fax",),
    "home": ("Home Phone", "Home Phone 2"), "isdn": ("ISDN",), "mobile": ("Mobile Phone",), "other fax": ("Other Fax",),
    "other": ("Other Phone",), "pager": ("Pager",), "": ("Primary Phone",), "radio": ("Radio Phone",), "tty": ("TTY/TDD Phone",),
    "telex": ("Telex",),
}  # fmt: skip
"""The columns for phones by label, in Outlook's order."""

ADDRESSES = {"work": "Business", "home": "Home", "other": "Other", "": "Other"}
"""The prefix of address columns by label."""

EMAILS = ("E-mail Address", "E-mail 2 Address", "E-mail 3 Address")

_RELATIONS = {"Spouse": "Spouse", "Child": "Children", "Manager": "Manager's Name", "Assistant": "Assistant's Name"}


def write_outlook(cards: Iterable[WriteContact]) -> bytes:
    """Write contacts in Outlook's layout.

    Returns:
        UTF-8 with a byte order mark. Dates are in ISO 8601, which Windows reads in every language.
    """
    return write_sheet(COLUMNS, (_row(card) for card in cards))


def _row(card: WriteContact) -> list[str]:
    contact = card.contact
    extras = extras_of(card.unknown_properties)
    cells: dict[str, str] = {}
    tail = [*_emails(contact, cells), *_phones(contact, cells), *_webs(contact, cells), *_addresses(contact, cells)]
    tail += [*_texts(contact, extras, cells), *_fields(contact, cells)]
    for kind, text in own_texts(contact, card.via_name):
        if kind == "via":
            cells["Referred By"] = text
        elif text:
            tail.append(FooterLine(TITLES[kind], "", text))
    cells["Notes"] = with_footer(contact.notes, tail)
    return [cells.get(column, "") for column in COLUMNS]


def _emails(contact: Contact, cells: dict[str, str]) -> Iterable[FooterLine]:
    for column, email in zip(EMAILS, contact.emails, strict=False):
        cells[column] = email.value
        cells[column.replace("Address", "Type")] = "SMTP"
    for email in contact.emails[len(EMAILS) :]:
        yield FooterLine("Email", email.label, email.value)


def _phones(contact: Contact, cells: dict[str, str]) -> Iterable[FooterLine]:
    for phone in contact.phones:
        free = [column for column in PHONES.get(read_label(phone.label), ()) if column not in cells]
        if free:
            cells[free[0]] = phone.value
        else:
            yield FooterLine("Phone", phone.label, phone.value)


def _webs(contact: Contact, cells: dict[str, str]) -> Iterable[FooterLine]:
    for place, url in enumerate(contact.urls):
        if place == 0:
            cells["Web Page"] = url.value
        else:
            yield FooterLine("Web", url.label, url.value)


def _addresses(contact: Contact, cells: dict[str, str]) -> Iterable[FooterLine]:
    taken: set[str] = set()
    for address in contact.addresses:
        place = ADDRESSES.get(read_label(address.label), "")
        if not place or place in taken:
            yield FooterLine("Address", address.label, _in_parts(address))
            continue
        taken.add(place)
        lines = [line for line in (*address.street.split("\n"), address.extended) if line]
        cells[f"{place} Street"] = "".join(lines[:1])
        cells[f"{place} Street 2"] = "".join(lines[1:2])
        cells[f"{place} Street 3"] = "\n".join(lines[2:])
        cells[f"{place} City"] = address.locality
        cells[f"{place} State"] = address.region
        cells[f"{place} Postal Code"] = address.postal_code
        cells[f"{place} Country/Region"] = address.country
        cells[f"{place} Address PO Box"] = address.po_box


def _in_parts(address: Address) -> str:
    """An address in the format of a vCard's ADR."""
    parts = (
        address.po_box, address.extended, address.street, address.locality, address.region, address.postal_code,
        address.country,
    )  # fmt: skip
    return ";".join(map(escape, parts))


def _texts(contact: Contact, extras: Extras, cells: dict[str, str]) -> Iterable[FooterLine]:
    parts = parts_to_write(contact)
    cells.update({
        "Title": parts.prefix, "First Name": parts.given, "Middle Name": parts.additional, "Last Name": parts.family,
        "Suffix": parts.suffix, "Company": contact.organization, "Job Title": contact.title,
        "Department": extras.texts.get("department", ""),
    })  # fmt: skip
    if contact.birthday and contact.birthday.year:
        cells["Birthday"] = str(contact.birthday)
    elif contact.birthday:
        yield FooterLine("Birthday", "", str(contact.birthday))
    if nickname := extras.texts.get("nickname"):
        yield FooterLine("Nickname", "", nickname)
    for label, value in extras.events:
        if label == "Anniversary" and "Anniversary" not in cells and not value.startswith("-"):
            cells["Anniversary"] = value
        else:
            yield FooterLine("Event", label, value)
    for label, value in extras.relations:
        column = _RELATIONS.get(label, "")
        if column and column not in cells:
            cells[column] = value
        else:
            yield FooterLine("Relation", label, value)


def _fields(contact: Contact, cells: dict[str, str]) -> Iterable[FooterLine]:
    """Categories; a field that contains Outlook's category separators goes to the notes."""
    plain = [field for field in contact.fields if "," not in field and ";" not in field]
    step = [] if contact.step is Step.POTENTIAL else [f"{STEP_CATEGORY}{contact.step}"]
    cells["Categories"] = ";".join((*plain, *step))
    for field in contact.fields:
        if field not in plain:
            yield FooterLine("Field", "", field)
