"""Writing vCards that phones, Google, Outlook and Apple read.

Characters not allowed in vCards are converted as in ``values.escape``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from netkeeper.domain.people.contact import Contact, Labelled
from netkeeper.domain.people.ids import bare_uid
from netkeeper.domain.people.names import name_parts_from
from netkeeper.interchange.cards import WriteContact
from netkeeper.interchange.label_words import usual_label
from netkeeper.interchange.vcard.content_line import fold_line, format_line, split_line
from netkeeper.interchange.vcard.labels import types_for
from netkeeper.interchange.vcard.own import NO_PARTS_LINE, PREFIX, STEP_CATEGORY, WHOLE_UID, own_lines, read_utc, uid_of
from netkeeper.interchange.vcard.unknown_properties import first_free_item, writable_lines
from netkeeper.interchange.vcard.values import escape, escape_uri, split

if TYPE_CHECKING:
    from typing import Literal

_ONCE = frozenset(("UID", "REV"))
"""Properties that a card has at most once (RFC 6350, section 3.3)."""

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def write_vcards(cards: Iterable[WriteContact], *, version: Literal["3.0", "4.0"] = "3.0") -> bytes:
    """Write contacts as vCards: UTF-8, CRLF, lines folded at 75 octets.

    It is lossless: netkeeper's own properties become X-NETKEEPER properties, which other programs ignore.

    Args:
        version: 3.0 (RFC 2426), which is understood everywhere, or 4.0 (RFC 6350).
    """
    return b"".join(fold_line(line) for card in cards for line in _Writer(card, version).lines())


class _Writer:
    """Writes one card."""

    __slots__ = ("_card", "_is_4", "_kept", "_next_item", "_version")

    def __init__(self, card: WriteContact, version: Literal["3.0", "4.0"]) -> None:
        self._card = card
        self._version = version
        self._is_4 = version == "4.0"
        self._kept = writable_lines(card.unknown_properties, version)
        self._next_item = first_free_item(head for head, _ in self._kept)

    def lines(self) -> list[str]:
        """The content lines of the card, from BEGIN to END."""
        contact = self._card.contact
        lines = ["BEGIN:VCARD", f"VERSION:{self._version}", *self._uid(contact), *self._name(contact)]
        lines += self._organization(contact)
        lines += [f"TITLE:{escape(contact.title)}"] if contact.title else []
        lines += self._labelled("EMAIL", contact.emails, escape)
        lines += self._labelled("TEL", contact.phones, escape)
        lines += self._labelled("URL", contact.urls, escape_uri)
        lines += self._addresses(contact)
        lines += self._birthday(contact)
        lines.append("CATEGORIES:" + ",".join(map(escape, (*contact.fields, f"{STEP_CATEGORY}{contact.step}"))))
        lines += [f"NOTE:{escape(contact.notes)}"] if contact.notes else []
        lines += self._revision(contact)
        lines += own_lines(contact, self._card.via_name)
        lines += self._rest(contact, lines)
        lines.append("END:VCARD")
        return lines

    def _uid(self, contact: Contact) -> list[str]:
        """UID: bare in 3.0, as address books take ``urn:uuid:`` off and servers then refuse the card."""
        uid = escape(uid_of(contact))
        if not uid:
            return []
        if not self._is_4 and (bare := bare_uid(uid)) != uid:
            return [f"UID:{bare}", *([f"{PREFIX}{WHOLE_UID}:{uid}"] if contact.uid else [])]
        # RFC 6350, section 6.7.6: a UID is a URI unless VALUE says that it is text.
        return [f"UID:{uid}" if not self._is_4 or _URI.match(uid) else f"UID;VALUE=text:{uid}"]

    def _name(self, contact: Contact) -> list[str]:
        """FN and N, which iOS shows instead; if the parts are unknown, N is guessed and marked so."""
        parts = contact.name_parts
        guessed = not parts.formatted()
        if guessed:
            parts = name_parts_from(contact.name)
        fields = (parts.family, parts.given, parts.additional, parts.prefix, parts.suffix)
        lines = [f"FN:{escape(contact.name)}", "N:" + ";".join(map(escape, fields))]
        return [*lines, NO_PARTS_LINE] if guessed else lines

    def _organization(self, contact: Contact) -> list[str]:
        """ORG, unless a kept ORG line with organizational units has the same organization."""
        kept = next((line for head, line in self._kept if head.name == "ORG"), "")
        if not contact.organization or _first_part(kept) == contact.organization:
            return []
        return [f"ORG:{escape(contact.organization)}"]

    def _labelled(self, name: str, values: Sequence[Labelled], escaped: Callable[[str], str]) -> list[str]:
        always = ("INTERNET",) if name == "EMAIL" and not self._is_4 else ()
        lines = []
        for place, item in enumerate(values):
            is_first = place == 0 and len(values) > 1
            lines += self._with_label(name, item.label, escaped(item.value), always, is_first=is_first)
        return lines

    def _addresses(self, contact: Contact) -> list[str]:
        lines = []
        for place, address in enumerate(contact.addresses):
            parts = (
                address.po_box, address.extended, address.street, address.locality, address.region,
                address.postal_code, address.country,
            )  # fmt: skip
            if any(parts):
                is_first = place == 0 and len(contact.addresses) > 1
                lines += self._with_label("ADR", address.label, ";".join(map(escape, parts)), (), is_first=is_first)
        return lines

    def _with_label(self, name: str, label: str, value: str, always: tuple[str, ...], *, is_first: bool) -> list[str]:
        """A property with its label in TYPE, or in an X-ABLabel of its group beside the TYPE that comes nearest.

        Args:
            value: The escaped value.
            always: Types to add to those of the label.
            is_first: Whether it is the preferred one of several.
        """
        types = types_for(label, is_phone=name == "TEL")
        # A word of the member's own goes along; programs that don't show it know what it means by the type.
        meant = types or types_for(usual_label(label), is_phone=name == "TEL")
        words = [*always, *(meant or ())]
        params = [("TYPE", word.lower() if self._is_4 else word) for word in words]
        if is_first:
            params.append(("PREF", "1") if self._is_4 else ("TYPE", "PREF"))
        if types is not None:
            return [format_line(name, value, params=tuple(params))]
        group = f"item{self._next_item}"
        self._next_item += 1
        return [format_line(name, value, group=group, params=tuple(params)), f"{group}.X-ABLabel:{escape(label)}"]

    def _birthday(self, contact: Contact) -> list[str]:
        """BDAY; without a year in Apple's notation in 3.0, which has none of its own."""
        birthday = contact.birthday
        if birthday is None:
            return []
        if self._is_4:
            year = "--" if birthday.year is None else f"{birthday.year:04}"
            return [f"BDAY:{year}{birthday.month:02}{birthday.day:02}"]
        if birthday.year is None:
            return [f"BDAY;X-APPLE-OMIT-YEAR=1604:1604-{birthday.month:02}-{birthday.day:02}"]
        return [f"BDAY:{birthday}"]

    def _revision(self, contact: Contact) -> list[str]:
        updated = read_utc(contact.updated)
        if not updated:
            return []
        return [f"REV:{updated.replace('-', '').replace(':', '') if self._is_4 else updated}"]

    def _rest(self, contact: Contact, lines: Sequence[str]) -> list[str]:
        """The unknown properties, without those that contradict the contact or repeat a property allowed once.

        Args:
            lines: The lines written so far.
        """
        once = {line.partition(":")[0].partition(";")[0] for line in lines} & _ONCE
        rest = []
        for head, line in self._kept:
            if head.name in once or (head.name == "TITLE" and not contact.title):
                continue
            if head.name == "ORG" and not contact.organization and _first_part(line):
                continue
            if head.name in _ONCE:
                once.add(head.name)
            rest.append(line)
        return rest


def _first_part(line: str) -> str:
    return split(split_line(line)[1], ";")[0]
