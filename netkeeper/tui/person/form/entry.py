"""The content of the contact form as text, and how it is parsed to a contact."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import NamedTuple, TypeVar

from netkeeper.domain.dates.describe import describe_cadence
from netkeeper.domain.dates.spans import parse_cadence
from netkeeper.domain.errors import NetkeeperError, UnknownPersonError, WordError
from netkeeper.domain.language.apply_words import apply_changes
from netkeeper.domain.language.contact_words import checked_birthday, checked_note
from netkeeper.domain.language.joined import Word
from netkeeper.domain.language.promise_words import PromiseWords, take_promise
from netkeeper.domain.language.values import NONE, choice_or_none, normal_field, one_line
from netkeeper.domain.people.contact import Contact, Hope, NameParts
from netkeeper.domain.people.ladder import Step, StepChange
from netkeeper.domain.people.names import check_name, name_parts_from
from netkeeper.domain.people.properties import SIMPLE, Property
from netkeeper.phrases.contact_changes import changes_text
from netkeeper.tui.core.error_text import trouble_text
from netkeeper.tui.forms.repeated_entries import REACHES, AddressEntry, ReachEntry, in_lines
from netkeeper.tui.forms.repeated_entries import in_line as text_in_line
from netkeeper.tui.person.form.name_line import NameLine, bare_name, read_name_line

PARTS = ("prefix", "given", "additional", "family", "suffix")
"""The parts of a name, in reading order."""

BLANK = Contact(id="", name="")
"""The base of a new contact."""

NO_REMINDERS = "none"
"""The text for no cadence at all."""

FindPerson = Callable[[str], str]
"""Returns the id of the one person that a text names; raises UnknownPersonError or AmbiguousPersonError."""

T = TypeVar("T")


class FormReading(NamedTuple):
    """A parsed form.

    Attributes:
        contact: The base with the form's values; properties that can't be parsed keep the base's.
        promise: The first follow-up.
        problems: Why a field can't be parsed, by the field's name; ``phones:1`` is the second phone.
        understood: The words of the name line in prose; empty where there are none.
    """

    contact: Contact
    promise: PromiseWords
    problems: Mapping[str, str]
    understood: str = ""


@dataclass(frozen=True, slots=True)
class ContactEntry:
    """The content of the form.

    A field that is left as it was filled keeps the base's value exactly, also one that can't be typed.

    Attributes:
        base: The contact that the form was filled with; ``BLANK`` for a new one.
        via_name: The name of the person who introduced the base; empty where they don't exist.
        texts: Texts of the inputs and of choices of one, by the property's name; with the name's parts,
            ``reason``, ``next`` and ``todo``.
        reaches: The rows of emails, phones and urls, by the property's name.
        parts_by_hand: Whether the name's parts were typed, and don't follow from the name.
    """

    base: Contact
    via_name: str
    texts: Mapping[str, str]
    reaches: Mapping[str, tuple[ReachEntry, ...]]
    addresses: tuple[AddressEntry, ...]
    step: Step
    hopes: tuple[Hope, ...]
    archived: bool
    parts_by_hand: bool = False
    of_team: bool = False

    @classmethod
    def of(cls, base: Contact, via_name: str = "") -> ContactEntry:
        """The form filled with a contact."""
        return cls(
            base=base,
            via_name=via_name,
            texts=_texts(base, via_name),
            reaches={name: tuple(ReachEntry.of(item) for item in getattr(base, name)) for name in REACHES},
            addresses=tuple(AddressEntry.of(address) for address in base.addresses),
            step=base.step,
            hopes=base.hopes,
            archived=base.archived,
            of_team=base.of_team,
        )

    @property
    def is_untouched(self) -> bool:
        """Whether it differs from what it was filled with by blank rows and spaces at most."""
        return self._bare() == ContactEntry.of(self.base, self.via_name)._bare()

    def _bare(self) -> ContactEntry:
        """A copy to compare by: without blank texts and rows, and with sorted hopes."""
        return replace(
            self,
            texts={name: text for name, text in self.texts.items() if text.strip()},
            reaches={name: tuple(row for row in rows if not row.is_blank) for name, rows in self.reaches.items()},
            addresses=tuple(row for row in self.addresses if not row.is_blank),
            hopes=tuple(sorted(self.hopes)),
            parts_by_hand=False,
        )

    # The name's parts

    def parts_of_name(self) -> NameParts:
        """The parts that follow from the name: the base's own while the name is unchanged."""
        return self.base.name_parts if self._is_as_it_was("name") else name_parts_from(bare_name(self.texts["name"]))

    def _name_parts(self) -> NameParts:
        """The parts to store.

        Raises:
            WordError: One is too long.
        """
        following = self.parts_of_name()
        if not self.parts_by_hand or not any(self.texts[part].strip() for part in PARTS):
            return following
        shown = parts_texts(following)
        typed = {part: one_line(part, self.texts[part]) for part in PARTS if self.texts[part] != shown[part]}
        return replace(following, **typed)

    # Reading

    def read(self, today: date, find: FindPerson) -> FormReading:
        """Parse the form; the name line may hold words as in the shell."""
        if self._is_as_it_was("name"):
            return self._read(today, find)
        typed = self.texts["name"]
        try:
            line = read_name_line(typed, today)
            return _with_words(self._named(line.name)._read(today, find), line, today, find)
        except NetkeeperError as error:
            reading = self._named(bare_name(typed))._read(today, find)
            return reading._replace(problems={**reading.problems, "name": trouble_text(error)})

    def _named(self, name: str) -> ContactEntry:
        return replace(self, texts={**self.texts, "name": name})

    def _read(self, today: date, find: FindPerson) -> FormReading:
        """Parse the form, with the name line as a name without words."""
        base, problems = self.base, _Problems()
        said: dict[str, object] = {"archived": self.archived, "of_team": self.of_team}
        for name, read in _readers(base, today, find).items():
            if not self._is_as_it_was(name) or (name == "name" and not base.name):
                said[name] = problems.attempt(name, getattr(base, name), read, self.texts[name])
        if "name" not in problems:
            said["name_parts"] = problems.attempt("parts", base.name_parts, self._name_parts)
        for name, key in REACHES.items():
            rows = self.reaches[name]
            items = [problems.attempt(f"{name}:{place}", row.stored, row.read, key) for place, row in enumerate(rows)]
            said[name] = tuple(item for item in items if item)
        addresses = [
            problems.attempt(f"addresses:{place}", row.stored, row.read) for place, row in enumerate(self.addresses)
        ]
        said["addresses"] = tuple(address for address in addresses if address)
        if set(self.hopes) != set(base.hopes):
            kept = [hope for hope in base.hopes if hope in self.hopes]
            said["hopes"] = tuple(dict.fromkeys([*kept, *self.hopes]))
        if self.step is not base.step:
            reason = problems.attempt("reason", "", one_line, "reason", self.texts["reason"])
            said |= {"step": self.step, "ladder": (*base.ladder, StepChange(today, self.step, reason))}
        promise = self._promise(today, problems)
        return FormReading(replace(base, **said), promise, problems)  # type: ignore[arg-type]

    def _promise(self, today: date, problems: _Problems) -> PromiseWords:
        """The first follow-up."""
        said = [Word(key, self.texts[key].strip()) for key in ("next", "todo") if self.texts[key].strip()]
        try:
            return take_promise(said, today)[0]
        except WordError as error:
            problems["todo" if error.word.startswith("todo") else "next"] = trouble_text(error)
            return PromiseWords()

    def _is_as_it_was(self, name: str) -> bool:
        return self.texts[name] == _texts(self.base, self.via_name)[name]


def _with_words(reading: FormReading, line: NameLine, today: date, find: FindPerson) -> FormReading:
    """The reading with the words of the name line applied.

    Raises:
        NetkeeperError: They are refused, or repeat what another line says.
    """
    changes, promise = line.changes, line.promise
    if changes.is_empty and promise.next_on is None:
        return reading
    if promise.next_on is not None and reading.promise.next_on is not None:
        raise WordError("next: is said twice; say it in one place.", "next:")
    if changes.via:
        changes = changes._replace(via=_person(changes.via, find))
    contact = apply_changes(reading.contact, changes, today)
    return reading._replace(
        contact=contact,
        promise=promise if promise.next_on is not None else reading.promise,
        understood=changes_text(reading.contact, contact, lambda _: line.changes.via or "", is_new=not contact.id),
    )


class _Problems(dict[str, str]):
    """Why fields can't be parsed, by the field's name."""

    def attempt(self, name: str, otherwise: T, read: Callable[..., T], *args: object) -> T:
        """The result of ``read``; where it raises, the problem is recorded and ``otherwise`` returned."""
        try:
            return read(*args)
        except NetkeeperError as error:
            self[name] = trouble_text(error)
            return otherwise


def parts_texts(parts: NameParts) -> dict[str, str]:
    """The inputs' texts for a name's parts."""
    return {part: text_in_line(getattr(parts, part)) for part in PARTS}


def cadence_text(cadence: int | None) -> str:
    """A cadence in days as text: ``6 weeks``; empty for the step's own (None)."""
    if cadence is None:
        return ""
    return describe_cadence(cadence) if cadence else NO_REMINDERS


def parsed_cadence(text: str) -> int | None:
    """The cadence in days that a text means; None for an empty one; raises as :func:`parse_cadence`."""
    return parse_cadence(text.strip(" ,;")) if text.strip() else None


def _texts(contact: Contact, via_name: str) -> dict[str, str]:
    """The texts that the inputs are filled with."""
    return {
        "name": text_in_line(contact.name),
        **parts_texts(contact.name_parts),
        "organization": text_in_line(contact.organization),
        "title": text_in_line(contact.title),
        "birthday": _birthday_text(contact),
        "fields": text_in_line(", ".join(contact.fields)),
        "met": text_in_line(contact.met),
        "via": text_in_line(via_name),
        "cadence": cadence_text(contact.cadence),
        "notes": in_lines(contact.notes),
        **{row.name: text_in_line(getattr(contact, row.name) or "") for row in SIMPLE},
        "reason": "",
        "next": "",
        "todo": "",
    }


def _birthday_text(contact: Contact) -> str:
    if contact.birthday is None:
        return ""
    born = contact.birthday
    return f"{born.day}.{born.month}.{born.year or ''}"


def _readers(base: Contact, today: date, find: FindPerson) -> Mapping[str, Callable[[str], object]]:
    """The parser of each input's text, by the property's name."""
    return {
        "name": lambda text: check_name(" ".join(text.split())),
        "organization": lambda text: one_line("organization", text),
        "title": lambda text: one_line("title", text),
        "birthday": lambda text: checked_birthday(text, today) if text.strip() else None,
        "fields": lambda text: _fields(text, base.fields),
        "met": lambda text: one_line("met", text),
        "via": lambda text: _person(text, find),
        "cadence": parsed_cadence,
        "notes": checked_note,
        **{row.name: partial(_simple, row) for row in SIMPLE},
    }


def _simple(row: Property, text: str) -> object:
    """Parse a simple property: a line of text, or a choice."""
    return one_line(row.word, text) if row.kind == "line" else choice_or_none(row, text or NONE)


def _fields(text: str, kept: tuple[str, ...]) -> tuple[str, ...]:
    """Parse comma-separated fields; a stored field that contains a comma itself (from an import) stays whole."""
    odd = [rf"\s*{re.escape(each)}\s*(?=,|$)" for each in kept if "," in each]
    parts = [part.strip() for part in re.findall("|".join([*odd, "[^,]+"]), text)]
    return tuple(dict.fromkeys(part if part in kept else normal_field(part) for part in parts if part))


def _person(text: str, find: FindPerson) -> str:
    """The id of the person that a text names; the text itself where it names nobody here.

    Raises:
        AmbiguousPersonError: It may name several.
    """
    written = one_line("via", " ".join(text.split()))
    if not written:
        return ""
    try:
        return find(written)
    except UnknownPersonError:
        return written
