"""Making a contact of a row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from netkeeper.domain.language.values import MAX_NOTE
from netkeeper.domain.people.contact import Contact, Labelled, NameParts
from netkeeper.domain.people.names import MAX_NAME
from netkeeper.domain.text.display import quoted
from netkeeper.domain.text.fold import fold
from netkeeper.interchange.cards import ReadContact, Skipped
from netkeeper.interchange.csv.birthdays import birthday_of
from netkeeper.interchange.csv.cell_setters import cell_setter_of
from netkeeper.interchange.csv.cells import tidy_cell, tidy_unescaped
from netkeeper.interchange.csv.custom_fields import COLUMN_PROPERTIES, READERS
from netkeeper.interchange.csv.days import Days, day_text, means_no_date, year_after_2000
from netkeeper.interchange.csv.draft import RowDraft
from netkeeper.interchange.csv.extras import extra_lines
from netkeeper.interchange.csv.formula_escape import unescape_cell
from netkeeper.interchange.csv.last_met import KIND as LAST_MET
from netkeeper.interchange.csv.last_met import last_met_of
from netkeeper.interchange.csv.mapping import ColumnMap
from netkeeper.interchange.csv.plain_columns import AS_IS
from netkeeper.interchange.csv.records import Record
from netkeeper.interchange.csv.row_names import (
    is_company,
    is_family_first,
    is_instead,
    turned,
    without_unseen_ends,
)
from netkeeper.interchange.csv.to_properties import PropertyBuilder
from netkeeper.interchange.vcard.content_line import parse_head, split_line
from netkeeper.interchange.vcard.own import id_in_uid
from netkeeper.interchange.vcard.values import one_line
from netkeeper.phrases.counted import plural

_PARTS = ("prefix", "given", "additional", "family", "suffix")
_PLACES = ("step", "every", "archived")
"""Kinds of cells that classify a contact, so that it need not be sorted; a last contact does so too."""
_MORE_CELLS = 50
_SHOWN = 60
_MAIL_IN_NAME = re.compile(r"\s*\([^()]*@[^()]*\)\s*\Z")
_PREAMBLE = re.compile(r"notes:?\Z|when exporting your connection data", re.IGNORECASE)


class RowReader:
    """Reads the rows of one file."""

    __slots__ = (
        "_cell_setters",
        "_days",
        "_header",
        "_headers",
        "_is_by_hand",
        "_is_own",
        "_layout",
        "_properties",
        "_reorders_names",
        "_today",
        "_unescapes_formulas",
    )  # fmt: skip

    def __init__(
        self, mapping: ColumnMap, days: Days, sample: Sequence[Record] = (), today: date | None = None
    ) -> None:
        """Prepare for the columns of one file.

        Args:
            sample: Some rows, to detect whether names have the family name first.
            today: Later dates are rejected as days of a last contact; None accepts any date.
        """
        self._layout = mapping.layout
        self._is_own = mapping.layout == "netkeeper"
        header = [column.header for column in mapping.columns]
        # In Google's and Outlook's, netkeeper itself writes a whole name that its parts don't give.
        self._is_by_hand = mapping.layout in ("table", "LinkedIn", "Thunderbird")
        self._unescapes_formulas = mapping.layout in ("netkeeper", "table", "LinkedIn") and AS_IS not in header
        self._cell_setters = [cell_setter_of(column) for column in mapping.columns]
        self._headers = {column.target.kind: column.header for column in reversed(mapping.columns)}
        self._header = [text.strip() for text in header]
        self._days = days
        self._today = today
        self._properties = PropertyBuilder(mapping.layout)
        self._reorders_names = _has_family_first(mapping, sample)

    def read(self, record: Record) -> ReadContact | Skipped | None:
        """The contact of a row, or the reason to skip it; None for rows to ignore, such as empty ones."""
        cells = record.cells
        if not any(cells):
            return Skipped(record.line, record.problem) if record.problem and not cells else None
        if self._is_no_row(cells):
            return None
        draft = RowDraft()
        if record.problem:
            draft.remark(record.problem)
        tidy = (
            unescape_cell
            if self._is_own and self._unescapes_formulas
            else str
            if self._is_own
            else tidy_unescaped
            if self._unescapes_formulas
            else tidy_cell
        )
        for take, cell in zip(self._cell_setters, cells):  # noqa: B905 (rows may be shorter or longer)
            if cell and take is not None and (text := tidy(cell)):
                take(draft, text)
        if len(cells) > len(self._cell_setters):
            self._keep_more(draft, cells[len(self._cell_setters) :])
        # In netkeeper's own table the day is a property like any other, not a new meeting.
        last_met = None if self._is_own else last_met_of(draft, self._days, self._today)
        contact, kept = self._contact(draft)
        if not contact.name:
            return Skipped(record.line, self._reason_to_skip(cells))
        is_placed = self._is_own or last_met is not None or any(kind in draft.texts for kind in _PLACES)
        return ReadContact(
            contact, record.line, tuple(kept), tuple(draft.remarks), is_placed=is_placed, last_met=last_met
        )

    def _is_no_row(self, cells: list[str]) -> bool:
        """Whether it repeats the header or belongs to LinkedIn's remarks at the top of its export."""
        if cells[0].strip() == self._header[0] and [cell.strip() for cell in cells] == self._header:
            return True
        if self._layout != "LinkedIn":
            return False
        filled = [cell for cell in cells if cell.strip()]
        return not filled or (len(filled) == 1 and bool(cells[0]) and _PREAMBLE.match(cells[0].strip()) is not None)

    def _keep_more(self, draft: RowDraft, cells: list[str]) -> None:
        """Keep cells beyond the last header in the notes."""
        more = [cell.strip() for cell in cells if cell.strip()]
        if more:
            draft.remark(
                plural(
                    len(more),
                    "has {count} more cell than the header; kept in the notes",
                    "has {count} more cells than the header; kept in the notes",
                )
            )
        for text in more[:_MORE_CELLS]:
            draft.keep("More", text)

    def _reason_to_skip(self, cells: list[str]) -> str:
        only = quoted(", ".join(cell.strip() for cell in cells if cell.strip())[: _SHOWN * 2], _SHOWN)
        what = "name or email" if self._layout == "LinkedIn" else "name, organization, email or phone"
        return f"a row with no {what}, only {only}; give it a name in the file if it is somebody"

    def _contact(self, draft: RowDraft) -> tuple[Contact, list[str]]:
        properties = self._properties
        texts = draft.texts
        notes = properties.take_footer(draft)
        properties.take_custom(draft)
        as_named = without_unseen_ends if self._is_by_hand else str
        parts = NameParts(*[as_named(texts.get(kind, "")) for kind in _PARTS])
        name, parts = self._name(draft, one_line(texts.get("name", "")), parts)
        organization = properties.single(draft, "organization")
        properties.take_misplaced(draft)
        emails = properties.labelled(draft, "email")
        phones = properties.labelled(draft, "phone")
        fields = properties.fields(draft)
        values = {
            "urls": properties.labelled(draft, "url"),
            "addresses": properties.addresses(draft) if draft.addresses else (),
            "birthday": birthday_of(draft, self._days, self._headers, is_own=self._is_own),
            "met": self._met(draft),
            **self._own(draft),
        }
        extras = properties.extras(draft, self._days)
        uid = texts.get("uid", "")
        own_id = id_in_uid(uid) if uid else ""
        if name and self._layout == "Google" and (filed := texts.get("stand-in")):
            # "File As" beside a name was typed by the user, so it is kept.
            draft.keep(self._headers["stand-in"], filed)
        contact = Contact(
            id=own_id,
            name=self._short(draft, name or self._stand_in(draft, organization, emails, phones)),
            name_parts=parts,
            organization=organization,
            title=properties.single(draft, "title"),
            emails=emails,
            phones=phones,
            fields=fields,
            via=texts.get("via", ""),
            uid="" if own_id else uid,
            notes=self._notes(draft, notes),
            **values,
        )
        return contact, [*extra_lines(extras, organization), *self._kept(draft)]

    def _name(self, draft: RowDraft, name: str, parts: NameParts) -> tuple[str, NameParts]:
        """The whole name, formatted from its parts if there is none; and the parts.

        A name cell that is not the person's goes to the organization or the notes.
        """
        if not self._is_by_hand:
            return name or parts.formatted(), parts
        name = without_unseen_ends(name)
        if reversed_name := draft.texts.get("family-given"):
            parts = turned(reversed_name)
        elif is_instead(name, parts):
            header = self._headers.get("name", "Name")
            if is_company(name, header) and not draft.texts.get("organization"):
                draft.texts["organization"] = name
            elif fold(name) not in fold(parts.formatted()).split():
                draft.keep(header, name)
            name = ""
        elif "," in name and is_family_first(name, self._beside_name(draft), is_usual=self._reorders_names):
            parts = parts if parts.given and parts.family else turned(name)
            name = ""
        return name or parts.formatted(), parts

    def _beside_name(self, draft: RowDraft) -> tuple[str, ...]:
        return tuple(draft.texts.get(kind, "") for kind in ("organization", "title", "department"))

    def _stand_in(
        self, draft: RowDraft, organization: str, emails: Sequence[Labelled], phones: Sequence[Labelled]
    ) -> str:
        """A substitute for a missing name: mail display name, organization, email, nickname or phone."""
        shown = _MAIL_IN_NAME.sub("", draft.texts.get("stand-in", ""))
        email = emails[0].value if emails else ""
        if self._layout == "LinkedIn":
            return one_line(email)
        return one_line(
            shown or organization or email or (phones and (draft.texts.get("nickname") or phones[0].value)) or ""
        )

    def _short(self, draft: RowDraft, name: str) -> str:
        if len(name) > MAX_NAME:
            draft.remark(f"a name of {len(name):,} characters is cut at {MAX_NAME}; all of it is in the notes")
            draft.keep(self._headers.get("name", "Name"), name)
            name = name[:MAX_NAME].strip()
        return name

    def _met(self, draft: RowDraft) -> str:
        """How you met, with the day; LinkedIn's day is that of the connection there."""
        met, text = draft.texts.get("met", ""), draft.texts.get("met_on", "")
        if not text or means_no_date(text):
            return met
        day, _ = self._days.read(text)
        on = day_text(day.month, day.day, year_after_2000(text)) if day else text
        if day is None:
            draft.remark(f"{quoted(text)} is not a date; kept as it is")
        return ", ".join(filter(None, ("LinkedIn" if self._layout == "LinkedIn" else "", met, on)))

    def _own(self, draft: RowDraft) -> dict[str, Any]:
        """Values of netkeeper's own properties by name; invalid cells go to the notes."""
        own = {}
        for kind, (attribute, read) in READERS.items():
            text = draft.texts.get(kind)
            if text is None or (kind == LAST_MET and not self._is_own):
                continue
            try:
                is_day = COLUMN_PROPERTIES[kind].kind == "day"
                own[attribute] = self._day(text) if is_day else read(text)
            except ValueError:
                header = self._headers.get(kind, COLUMN_PROPERTIES[kind].header)
                draft.remark(f"{header} can't be {quoted(text)}; kept in the notes")
                draft.keep(header, text)
        return own

    def _day(self, text: str) -> date:
        """A day of netkeeper's own, as it wrote it or as a spreadsheet saved it: ``1.11.2026``.

        Raises:
            ValueError: It is none.
        """
        found, is_short = self._days.read(text)
        year = year_after_2000(text) if is_short else found.year if found else None
        if found is None or year is None:
            raise ValueError
        return date(year, found.month, found.day)

    def _kept(self, draft: RowDraft) -> list[str]:
        """The valid vCard content lines in netkeeper's own last column."""
        lines = [line for line in draft.texts.get("kept", "").split("\n") if line]
        fine = [line for line in lines if ":" in line and parse_head(split_line(line)[0]) is not None]
        if len(fine) < len(lines):
            draft.remark(f"{len(lines) - len(fine)} of its other properties can't be read; left out")
        return fine

    def _notes(self, draft: RowDraft, notes: str) -> str:
        if draft.lines:
            notes = "\n".join(filter(None, (notes, *draft.lines)))
        if len(notes) > MAX_NOTE:
            draft.remark(f"a note of {len(notes):,} characters is cut at {MAX_NOTE:,}")
            notes = notes[:MAX_NOTE]
        return notes


def _has_family_first(mapping: ColumnMap, sample: Sequence[Record]) -> bool:
    """Whether most sample names have the form ``Virtanen, Anna``."""
    place = next((column.place for column in mapping.columns if column.target.kind == "name"), -1)
    if place < 0 or any(column.target.kind in ("given", "family") for column in mapping.columns):
        return False
    names = [record.cells[place].strip() for record in sample if place < len(record.cells)]
    names = [name for name in names if name]
    return bool(names) and sum(is_family_first(name, is_usual=True) for name in names) * 2 > len(names)
