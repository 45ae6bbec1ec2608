"""Functions that read a property into a card, one for each property that contacts have a place for."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.values import MAX_NOTE, MAX_URL, normal_field
from netkeeper.domain.people.contact import NameParts
from netkeeper.domain.people.ids import bare_uid
from netkeeper.domain.people.ladder import Step
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.vcard.card import SHOWN_AS_COMPANY, Card
from netkeeper.interchange.vcard.content_line import Head
from netkeeper.interchange.vcard.own import PREFIX, STEP_CATEGORY, OwnProperties, read_utc, remark
from netkeeper.interchange.vcard.values import one_line, read_date, split, split_escaped

MAX_VALUES = 200
"""Maximum number of emails, phones, addresses or fields of one card; further ones become unknown properties."""

_REMEMBERED_VALUE = 200
_STEPS = {step.value: step for step in Step}
_GREGORIAN = ("", "GREGORIAN")


def _take_name(card: Card, head: Head, value: str) -> None:
    name = card.line(value)
    if not card.name:
        card.name = name
    elif name != card.name:
        card.keep(head, value)


def _take_parts(card: Card, head: Head, value: str) -> None:
    if card.parts is not None:
        card.keep(head, value)
        return
    if "," in value and not card.is_old:
        listed = [split(part, ",") for part in split_escaped(value, ";")[:5]]
        parts = [" ".join(filter(None, words)) for words in listed[:4]]
        parts += [", ".join(filter(None, words)) for words in listed[4:]]
    else:
        parts = split(value, ";", card.is_old)
    if not any(parts):
        return
    if "\\" in value or not value.isprintable():
        parts = [one_line(part) for part in parts]
    family, given, additional, prefix, suffix = parts if len(parts) == 5 else (*parts, "", "", "", "")[:5]
    card.parts = NameParts(prefix, given, additional, family, suffix)


def _take_organization(card: Card, head: Head, value: str) -> None:
    parts = split(value, ";", card.is_old)
    if parts[0] and not card.organization and len(parts[0]) <= MAX_URL:
        card.organization = parts[0]
        if any(parts[1:]):
            card.keep(head, value)
    elif parts != [card.organization]:
        card.keep(head, value)


def _take_title(card: Card, head: Head, value: str) -> None:
    title = card.text(value).strip()
    if not card.title and len(title) <= MAX_URL:
        card.title = title
    elif title != card.title:
        card.keep(head, value)


def _value_taker(attribute: str, scheme: str) -> Callable[[Card, Head, str], None]:
    def take(card: Card, head: Head, value: str) -> None:
        text = (card.text(value) if "\\" in value else value).strip()
        while scheme and ":" in text and text[: len(scheme)].lower() == scheme:
            text = text[len(scheme) :].strip()
        if not text:
            return
        values: list[tuple[Head, str]] = getattr(card, attribute)
        if len(text) > MAX_URL or len(values) >= MAX_VALUES:
            card.keep(head, value)
        else:
            values.append((head, text))

    return take


def _take_address(card: Card, head: Head, value: str) -> None:
    parts = split(value, ";", card.is_old)
    if len(parts) == 1:
        # Some writers put the whole address in the first part, which is the post office box.
        parts = ["", "", parts[0]]
    if not any(parts):
        parts = ["", "", head.param("LABEL").strip()]
    if not any(parts):
        return
    if len(value) > MAX_URL * 4 or len(card.addresses) >= MAX_VALUES:
        card.keep(head, value)
        return
    if any(parts[7:]):
        card.remark(f"an address has more than seven parts; {quoted('; '.join(parts[7:]))} is left out")
    card.addresses.append((head, parts[:7]))


def _take_birthday(card: Card, head: Head, value: str) -> None:
    birthday = read_date(value, head.param("X-APPLE-OMIT-YEAR") if head.params else "")
    is_text = bool(head.params) and (
        head.param("VALUE").upper() == "TEXT" or head.param("CALSCALE").upper() not in _GREGORIAN
    )
    if birthday is not None and card.birthday is None and not is_text:
        card.birthday = birthday
        return
    if birthday is not None and birthday == card.birthday:
        if is_text:
            card.keep(head, value)
        return
    text = card.line(value)
    if text:
        why = "is a second one" if birthday is not None and not is_text else "is not a date"
        card.remark(f"birthday {quoted(text)} {why}; kept as text")
        card.keep(head, value)


def _take_note(card: Card, _head: Head, value: str) -> None:
    text = card.text(value) if "\\" in value else value
    if card.is_decoded:
        text = text.rstrip("\n")
    if not text.strip():
        return
    room = MAX_NOTE - sum(len(note) + 2 for note in card.notes) if card.notes else MAX_NOTE
    if len(text) > room:
        card.remark(f"a note of {len(text)} characters is cut at {MAX_NOTE} in all")
        text = text[: max(room, 0)]
    if text:
        card.notes.append(text)


def _take_categories(card: Card, _head: Head, value: str) -> None:
    read = _read_categories if len(value) <= _REMEMBERED_VALUE else _read_categories.__wrapped__
    fields, step, remarks = read(value)
    card.fields.extend(fields[: MAX_VALUES - len(card.fields)])
    card.step = step or card.step
    for text in remarks:
        card.remark(text)


@lru_cache(256)
def _read_categories(value: str) -> tuple[tuple[str, ...], Step | None, tuple[str, ...]]:
    """Fields, step and remarks from CATEGORIES; cached, because an address book has few different values."""
    fields: list[str] = []
    remarks: list[str] = []
    step = None
    for category in split(value, ","):
        if not category or category == "myContacts" or category.startswith("* "):
            continue
        if category[: len(STEP_CATEGORY)].lower() == STEP_CATEGORY:
            found = _STEPS.get(category[len(STEP_CATEGORY) :].strip().lower())
            if found is None:
                remarks.append(f"{quoted(category)} is no step; left out")
            step = found or step
            continue
        try:
            fields.append(normal_field(category))
        except WordError:
            remarks.append(f"{quoted(category)} can't be a field; left out")
    return tuple(fields), step, tuple(remarks)


def _take_uid(card: Card, _head: Head, value: str) -> None:
    uid = card.text(value).strip()
    if len(uid) > MAX_URL:
        card.remark(f"a UID of {len(uid)} characters is left out")
    elif not card.uid:
        card.uid = uid


def _take_revision(card: Card, _head: Head, value: str) -> None:
    card.updated = card.updated or read_utc(value)
    if not card.updated and value.strip():
        card.remark(f"REV can't be {quoted(value)}; left out")


def _take_apple_label(card: Card, head: Head, value: str) -> None:
    place = len(card.kept)
    card.keep(head, value)
    if head.group and len(card.kept) > place:
        card.apple_labels.setdefault(head.group.lower(), (card.text(value), place))


def _take_nickname(card: Card, head: Head, value: str) -> None:
    if not card.nickname:
        card.nickname = next(filter(None, split(value, ",", card.is_old)), "")
    card.keep(head, value)


def _take_kind(card: Card, head: Head, value: str) -> None:
    card.kind = card.kind or card.text(value).strip().lower()
    card.keep(head, value)


def _take_shown_as(card: Card, head: Head, value: str) -> None:
    if card.text(value).strip().upper() == "COMPANY":
        card.kind = card.kind or SHOWN_AS_COMPANY
    card.keep(head, value)


def _take_member(card: Card, head: Head, value: str) -> None:
    card.members = (*card.members, bare_uid(card.text(value).strip()))
    card.keep(head, value)


def _take_agent(card: Card, head: Head, value: str) -> None:
    if value.strip():
        card.keep(head, value)
    else:
        card.remark("its AGENT is a card of its own")


def _take_component(card: Card, head: Head, value: str) -> None:
    card.remark(f"{head.name}:{quoted(value)} inside a card; left out")


def take_other(card: Card, head: Head, value: str) -> None:
    """Read an X-NETKEEPER property, or keep an unknown one."""
    if head.name.startswith(PREFIX):
        name = head.name[len(PREFIX) :]
        card.own = card.own or OwnProperties()
        try:
            if card.own.take(name, value):
                return
        except ValueError:
            card.remark(remark(name, value))
            return
    card.keep(head, value)


_VERSIONS = re.compile(r"[\d.]*\d[\w.-]*")
_GIVES_NEW_UIDS = "google"
_LONGEST_PROGRAM = 100


def _take_program(card: Card, _: Head, value: str) -> None:
    """The program that wrote the card (RFC 6350, section 6.7.3), whatever its version."""
    program = " ".join(_VERSIONS.sub("", value).casefold().split())
    card.program = "" if _GIVES_NEW_UIDS in program else program[:_LONGEST_PROGRAM]


PROPERTY_READERS: dict[str, Callable[[Card, Head, str], None]] = {
    "FN": _take_name,
    "N": _take_parts,
    "ORG": _take_organization,
    "TITLE": _take_title,
    "EMAIL": _value_taker("emails", "mailto:"),
    "TEL": _value_taker("phones", "tel:"),
    "URL": _value_taker("urls", ""),
    "ADR": _take_address,
    "BDAY": _take_birthday,
    "NOTE": _take_note,
    "CATEGORIES": _take_categories,
    "UID": _take_uid,
    "REV": _take_revision,
    "PRODID": _take_program,
    "X-ABLABEL": _take_apple_label,
    "NICKNAME": _take_nickname,
    "KIND": _take_kind,
    "X-ADDRESSBOOKSERVER-KIND": _take_kind,
    "X-ABSHOWAS": _take_shown_as,
    "MEMBER": _take_member,
    "X-ADDRESSBOOKSERVER-MEMBER": _take_member,
    "AGENT": _take_agent,
    "BEGIN": _take_component,
    "END": _take_component,
}
"""Readers of properties by name."""

FILE_PROPERTIES = frozenset(("VERSION", "PROFILE"))
"""Properties about the file, which are ignored."""
