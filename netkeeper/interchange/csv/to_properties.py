"""Making properties of a row's draft, by the conventions of each layout."""

from __future__ import annotations

import re
from collections.abc import Iterable

from netkeeper.domain.errors import WordError
from netkeeper.domain.language.values import normal_field
from netkeeper.domain.people.contact import Address, Labelled
from netkeeper.domain.people.emails import unwrapped_email
from netkeeper.domain.people.phones import is_number
from netkeeper.domain.people.placeholders import is_placeholder
from netkeeper.domain.people.reach import is_email, is_of_several, is_phone, is_unanswered
from netkeeper.domain.text.display import quoted
from netkeeper.interchange.csv import several
from netkeeper.interchange.csv.custom_fields import TITLES
from netkeeper.interchange.csv.days import Days, means_no_date
from netkeeper.interchange.csv.draft import RowDraft
from netkeeper.interchange.csv.extras import Extras
from netkeeper.interchange.csv.labels import read_label
from netkeeper.interchange.csv.notes_footer import FooterLine, split_footer
from netkeeper.interchange.csv.targets import ADDRESS_PARTS
from netkeeper.interchange.vcard.own import STEP_CATEGORY
from netkeeper.interchange.vcard.values import split

MAX_VALUES = 200
"""Maximum number of emails, phones, addresses or fields of one row; further ones go to the notes."""

FOOTER_KINDS = {"Email": "email", "Phone": "phone", "Web": "url", "Address": "address", "Birthday": "birthday", "Nickname": "nickname", "Field": "field", "Event": "event", "Relation": "relation"}  # fmt: skip
"""Kinds by title of footer lines, beside netkeeper's own properties."""

_KIND_OF_TITLE = {title: kind for kind, title in TITLES.items()}
_SCHEMES = {"email": "mailto:", "phone": "tel:"}
_EXTRAS = ("nickname", "department", "photo", "phonetic-given", "phonetic-additional", "phonetic-family")
_GOOGLES = re.compile(
    r"mycontacts|(?:system group: )?my contacts|other contacts|starred|starred in android|all contacts",
    re.IGNORECASE,
)
_SHORTENED = re.compile(r"[0-9]+(?:[.,][0-9]+)?E\+[0-9]+")
_SHORTEST_PHONE = 6
_MAX_PARTS = len(ADDRESS_PARTS)


class PropertyBuilder:
    """Makes properties of row drafts in one layout."""

    __slots__ = ("_is_by_hand", "_is_google", "_is_own", "_splitters")

    def __init__(self, layout: str) -> None:
        self._is_own = layout == "netkeeper"
        self._is_google = layout == "Google"
        # Address books have a place for each value, and get back what was typed there.
        self._is_by_hand = layout in ("table", "LinkedIn")
        by_hand = {"email": several.split_emails, "phone": several.split_phones}
        self._splitters = by_hand if layout == "table" else {}

    def take_footer(self, draft: RowDraft) -> str:
        """The notes of a row; the lines of a footer are moved to the draft."""
        notes = "\n".join(draft.notes)
        if self._is_own:
            return notes
        notes, lines = split_footer(notes, (*FOOTER_KINDS, *_KIND_OF_TITLE))
        for line in lines:
            self._take_footer_line(draft, line)
        return notes

    def _take_footer_line(self, draft: RowDraft, line: FooterLine) -> None:
        kind = FOOTER_KINDS.get(line.title) or _KIND_OF_TITLE[line.title]
        if kind == "address":
            parts = split(line.value, ";")[:_MAX_PARTS]
            place = ("", 1_000 + len(draft.addresses))
            draft.addresses[place] = {name: part for name, part in zip(ADDRESS_PARTS, parts, strict=False) if part}
            draft.labels["address", place[1]] = line.label
        elif kind in ("email", "phone", "url", "event", "relation"):
            draft.values.setdefault(kind, []).append((line.value, line.label, 0))
        elif kind == "field":
            draft.whole_fields.append(line.value)
        else:
            draft.texts[kind] = line.value

    def take_misplaced(self, draft: RowDraft) -> None:
        """Move numbers below a header for email, and email addresses below one for phones, to where they belong."""
        if not self._is_by_hand:
            return
        for kind, other, belongs in (("email", "phone", _is_only_phone), ("phone", "email", is_email)):
            values = draft.values.get(kind, ())
            if misplaced := [each for each in values if belongs(each[0])]:
                draft.values[kind] = [each for each in values if each not in misplaced]
                draft.values.setdefault(other, []).extend((text, "", 0) for text, _, _ in misplaced)

    def labelled(self, draft: RowDraft, kind: str) -> tuple[Labelled, ...]:
        """The emails, phones or web addresses, preferred ones first."""
        if kind not in draft.values:
            return ()
        preferred: list[Labelled] = []
        others: list[Labelled] = []
        for value, label in self._values(draft, kind):
            is_first = self._is_google and (label == "*" or label.startswith("* "))
            label = label[1:].strip() if is_first else label
            if not (self._is_own or self._is_reach(draft, kind, value)):
                continue
            if kind == "phone" and "E+" in value and _SHORTENED.fullmatch(value):
                draft.remark(f"phone {quoted(value)} was shortened by a spreadsheet; its digits are not in the file")
            (preferred if is_first else others).append(Labelled(value, label if self._is_own else read_label(label)))
        found = tuple(preferred + others)
        for item in found[MAX_VALUES:]:
            draft.keep(kind.title(), item.value)
        return found[:MAX_VALUES]

    def _is_reach(self, draft: RowDraft, kind: str, value: str) -> bool:
        """Whether an email address or phone number is one; what is none goes to the notes."""
        # What stands around an address, or in place of one, is taken off for all formats alike (interchange/tidied.py).
        if kind == "email" and is_email(address := unwrapped_email(value)[0]):
            if is_unanswered(address):
                draft.remark(f"{quoted(address)} takes no answers")
            elif is_of_several(address):
                draft.remark(f"{quoted(address)} may be read by several people")
            return True
        if not self._is_by_hand or kind == "url" or (kind == "phone" and is_phone(value)) or is_placeholder(value):
            return True
        what = "no email address" if kind == "email" else "no phone number"
        draft.remark(f"{quoted(value)} is {what}; kept in the notes")
        draft.keep(kind.title(), value)
        return False

    def _values(self, draft: RowDraft, kind: str) -> Iterable[tuple[str, str]]:
        """Pairs of value and label, in column order, cells with several values split."""
        scheme = _SCHEMES.get(kind, "")
        for text, label, number in draft.values.get(kind, ()):
            label = label or draft.labels.get((kind, number), "")
            if self._is_own:
                yield text, label
                continue
            values = several.split_google(text) if self._is_google else self._splitters.get(kind, several.one)(text)
            labels = several.split_google(label)
            for place, value in enumerate(values):
                if scheme and value[: len(scheme)].lower() == scheme:
                    value = value[len(scheme) :].strip()
                if value:
                    yield value, labels[place] if len(labels) == len(values) else label

    def addresses(self, draft: RowDraft) -> tuple[Address, ...]:
        """The postal addresses; an undivided one is used only if it has no parts in other columns."""
        found: list[Address] = []
        for (label, number), parts in draft.addresses.items():
            whole = parts.pop("", "")
            if whole and not parts:
                parts = {"street": whole}
            label = label or draft.labels.get(("address", number), "")
            found += [address for address in self._each_address(label, parts) if address.one_line()]
        for address in found[MAX_VALUES:]:
            draft.keep("Address", address.one_line())
        return tuple(found[:MAX_VALUES])

    def _each_address(self, label: str, parts: dict[str, str]) -> Iterable[Address]:
        """The addresses in one set of cells; Google's may hold several of one label."""
        columns = {name: several.split_google(part) if self._is_google else [part] for name, part in parts.items()}
        labels = several.split_google(label) if self._is_google else [label]
        for place in range(max(map(len, columns.values()), default=0)):
            cells = (columns.get(name, []) for name in ADDRESS_PARTS)
            own = labels[0] if len(labels) == 1 else labels[place] if place < len(labels) else ""
            yield Address(self._address_label(own), *(column[place] if place < len(column) else "" for column in cells))

    def _address_label(self, label: str) -> str:
        return label if self._is_own else read_label(label.removeprefix("* "))

    def single(self, draft: RowDraft, kind: str) -> str:
        """A single value; further ones in Google's cell go to the notes."""
        text = draft.texts.get(kind, "")
        if not self._is_google or ":::" not in text:
            return text
        first, *others = [part for part in several.split_google(text) if part] or [""]
        for other in others:
            draft.keep(kind.title(), other)
        return first

    def fields(self, draft: RowDraft) -> tuple[str, ...]:
        """The fields; a step among them is moved to the draft's texts."""
        split_fields = (
            several.split_own_fields
            if self._is_own
            else several.split_google
            if self._is_google
            else several.split_fields
        )
        fields: dict[str, None] = {}
        for text in draft.fields:
            for field in split_fields(text):
                if not field or _is_googles(field):
                    continue
                if not self._is_own and field[: len(STEP_CATEGORY)].lower() == STEP_CATEGORY:
                    draft.texts["step"] = field[len(STEP_CATEGORY) :]
                    continue
                self._add_field(draft, fields, field)
        for field in draft.whole_fields:
            self._add_field(draft, fields, field)
        return tuple(fields)

    def _add_field(self, draft: RowDraft, fields: dict[str, None], field: str) -> None:
        try:
            if len(fields) < MAX_VALUES:
                fields[normal_field(field)] = None
                return
        except WordError:
            draft.remark(f"{quoted(field)} can't be a field; kept in the notes")
        draft.keep("Field", field)

    def extras(self, draft: RowDraft, days: Days) -> Extras:
        """Values that contacts have no property for but vCards do."""
        extras = Extras({kind: text for kind in _EXTRAS if (text := draft.texts.get(kind, ""))})
        photo = extras.texts.get("photo", "")
        if photo and not photo.lower().startswith(("http://", "https://")):
            draft.keep("Photo", extras.texts.pop("photo"))
        for label, value in self._pairs(draft, "event"):
            self._add_event(draft, extras, days, label, value)
        extras.relations += self._pairs(draft, "relation")
        extras.ims += self._pairs(draft, "im")
        for label, value in self._pairs(draft, "custom"):
            kind = _KIND_OF_TITLE.get(label)
            if kind is None:
                draft.keep(label or "Custom field", value)
        return extras

    def _pairs(self, draft: RowDraft, kind: str) -> list[tuple[str, str]]:
        return [(label.removeprefix("* "), value) for value, label in self._values(draft, kind)]

    def _add_event(self, draft: RowDraft, extras: Extras, days: Days, label: str, value: str) -> None:
        if means_no_date(value):
            return
        day, is_short = days.read(value)
        if day is None or is_short:
            draft.keep(label or "Event", value)
        else:
            extras.events.append((label, str(day)))

    def take_custom(self, draft: RowDraft) -> None:
        """Move Google's custom fields that hold netkeeper's own properties to the draft's texts."""
        for value, label in self._values(draft, "custom"):
            if (kind := _KIND_OF_TITLE.get(label)) is not None:
                draft.texts[kind] = value


def _is_googles(group: str) -> bool:
    """Whether a group is one that Google makes by itself: ``* myContacts``, ``Other Contacts``."""
    return group.startswith("* ") or _GOOGLES.fullmatch(group) is not None


def _is_only_phone(text: str) -> bool:
    return is_number(text) and sum(map(str.isdecimal, text)) >= _SHORTEST_PHONE
